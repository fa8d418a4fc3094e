/**
 * Fixtures: for each code a small text that provokes it, in `fixtures/<phase>/<name>`:
 *
 * - `.flow`: a project of one file · `.json`: flow JSON · `.run.json`: files and a command, for what is wrong outside of texts
 * - `.fixed.flow`, `.fixed.json`: the same put right
 * - `.txt`: what a terminal shows
 *
 * The first lines of a text may be directives, which are not part of it:
 * `// also: check/x` (errors that cannot be avoided), `// environment: production` (one that binds nothing),
 * `// channel: chat` (the only channel that reaches the flow).
 * `«text»×300` stands for the text 300 times, with `№` as its number, so that what is wrong with long files fits a page.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The generator of the pages bundles this file, so it is found from the repository's folder. */
export const FIXTURES = resolve('test/diagnostics/fixtures');

export interface Fixture {
  readonly code: string;
  readonly kind: 'flow' | 'json' | 'run';
  /** Path without its ending. */
  readonly base: string;
  /** As a page shows it: without directives, repetitions as they are written. */
  readonly shown: string;
  /** What is compiled. */
  readonly text: string;
  /** The same put right, where that is said. */
  readonly fixed: string | undefined;
  readonly also: readonly string[];
  readonly environment: string | undefined;
  readonly channel: string | undefined;
}

const ENDINGS = { flow: '.flow', json: '.json', run: '.run.json' } as const;

/** All fixtures, by code in alphabetical order. */
export function fixtures(): Fixture[] {
  return readdirSync(FIXTURES)
    .sort()
    .flatMap((phase) =>
      readdirSync(join(FIXTURES, phase))
        .flatMap((file) => /^([^.]+)\.(?:flow|json|run\.json)$/.exec(file)?.[1] ?? [])
        .sort()
        .map((name) => fixtureOf(`${phase}/${name}`)),
    )
    .filter((fixture) => fixture !== undefined);
}

export function fixtureOf(code: string): Fixture | undefined {
  const base = join(FIXTURES, code);
  const kind = (['flow', 'json', 'run'] as const).find((each) => existsSync(base + ENDINGS[each]));
  if (kind === undefined) return undefined;
  const lines = readFileSync(base + ENDINGS[kind], 'utf8').split('\n');
  const directives = new Map<string, string>();
  for (let line = lines[0]; line !== undefined; line = lines[0]) {
    const [, key, value] = /^\/\/ (also|environment|channel): (.+)$/.exec(line) ?? [];
    if (key === undefined || value === undefined) break;
    directives.set(key, value);
    lines.shift();
  }
  const shown = lines.join('\n');
  const fixed = `${base}.fixed.${kind}`;
  return {
    code,
    kind,
    base,
    shown,
    text: repeated(shown),
    fixed: existsSync(fixed) ? readFileSync(fixed, 'utf8') : undefined,
    also: directives.get('also')?.split(', ') ?? [],
    environment: directives.get('environment'),
    channel: directives.get('channel'),
  };
}

/** True where the text on a page is not the text that is compiled, or something outside of it matters. */
export function isSpecial(fixture: Fixture): boolean {
  return fixture.shown !== fixture.text || fixture.environment !== undefined || fixture.channel !== undefined;
}

function repeated(text: string): string {
  return text.replace(/«([^»]*)»×(\d+)/g, (_whole, part: string, count: string) =>
    Array.from({ length: Number(count) }, (_, i) => part.replaceAll('№', String(i + 1))).join(''),
  );
}
