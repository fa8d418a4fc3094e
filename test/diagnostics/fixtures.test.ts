/**
 * Every code has a fixture that provokes it, and its golden text in the terminal (`UPDATE=1` writes them anew); a page;
 * and remedies that remedy.
 */
import fs, {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLocal } from '../../src/connect/local/start.ts';
import { checkJson, compile } from '../../src/compiler.ts';
import { allCodes } from '../../src/diagnostics/codes.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { render } from '../../src/diagnostics/render/index.ts';
import { lintGraph, rules } from '../../src/lint/index.ts';
import { RECOMMENDED } from '../../src/lint/levels.ts';
import type { Channel } from '../../src/lint/context.ts';
import { ROUNDS, safeEdits } from '../../src/cli/fix.ts';
import { parse } from '../../src/syntax/parse.ts';
import { applyEdits } from '../../src/text/text.ts';
import { flowc } from '../cli/harness.ts';
import { FIXTURES, fixtureOf, fixtures, type Fixture } from './fixture.ts';

/** Files that the operating system refuses to open, by their path: root may open all, so it has to be played. */
const refused = new Map<string, string>();
const { openSync } = fs;
beforeAll(() => {
  fs.openSync = (path, ...rest) => {
    const code = refused.get(String(path));
    if (code !== undefined) throw Object.assign(new Error(code), { code });
    return openSync(path, ...rest);
  };
  syncBuiltinESMExports();
});
afterAll(() => {
  fs.openSync = openSync;
  syncBuiltinESMExports();
});

const codes = await allCodes();
const all = fixtures();

function check(fixture: Fixture, text: string): readonly Diagnostic[] {
  if (fixture.kind === 'json') return checkJson({ path: 'main.json', text });
  const { environment, channel, code } = fixture;
  // A rule that only the strict preset has runs for its own fixture.
  const strict = rules.find((rule) => rule.code === code)?.strict === true;
  const levels = new Map(strict ? [[code, codes.get(code)?.severity ?? 'hint']] : []);
  const { program, flows, diagnostics } = compile([{ path: 'main.flow', text }], {
    ...(environment === undefined ? {} : { environment: { name: environment, bind: () => undefined } }),
    ...(strict ? { rules: () => ({ ...RECOMMENDED, levels }) } : {}),
  });
  if (channel === undefined) return diagnostics;
  const known = flows.flatMap(({ graph }) => lintGraph(graph, { program, channel: channel as Channel }));
  return [...diagnostics, ...known.filter(({ code }) => code === fixture.code)];
}

/** Messages that the others do not have. */
function unlike(some: readonly Diagnostic[], others: readonly Diagnostic[]): string[] {
  const left = others.map(({ message }) => message);
  return some.flatMap(({ code, message }) => {
    const at = left.indexOf(message);
    if (at < 0) return [`${code}: ${message}`];
    left.splice(at, 1);
    return [];
  });
}

function withSafeFixes(text: string, found: readonly Diagnostic[]): string {
  return [...safeEdits(found).values()].reduce((fixed, edits) => applyEdits(fixed, edits), text);
}

function compareWithGolden(fixture: Fixture, shown: string): void {
  const path = `${fixture.base}.txt`;
  if (process.env.UPDATE === '1') writeFileSync(path, shown);
  expect(shown).toBe(readFileSync(path, 'utf8'));
}

describe('codes', () => {
  it.each([...codes.keys()])('%s has a fixture', (code) => {
    expect(fixtureOf(code), `${FIXTURES}/${code}.flow, .json or .run.json`).toBeDefined();
  });

  it.each([...codes.values()])('$code has a page', ({ code, summary, why, remedy }) => {
    expect(summary).toMatch(/^[A-Z`].*\.$/s);
    expect(why.length).toBeGreaterThan(60);
    expect(remedy).toMatch(/^\S.*[.:]$/s);
    expect(existsSync(`docs/diagnostics/${code}.md`), 'run scripts/generate-diagnostic-docs.mjs').toBe(true);
  });

  it('are all that fixtures are about', () => {
    expect(all.map(({ code }) => code).filter((code) => !codes.has(code))).toEqual([]);
    const known = new Set(all.flatMap(({ base, kind }) => filesOf(base, kind)));
    const files = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' }).filter((file) => file.includes('.'));
    expect(files.map((file) => join(FIXTURES, file)).filter((file) => !known.has(file))).toEqual([]);
  });
});

function filesOf(base: string, kind: Fixture['kind']): string[] {
  const ending = kind === 'run' ? '.run.json' : `.${kind}`;
  return [`${base}${ending}`, `${base}.fixed${ending}`, `${base}.txt`];
}

describe.each(all.filter(({ kind }) => kind !== 'run'))('$code', (fixture) => {
  const found = check(fixture, fixture.text);

  it('is reported, and no other error', () => {
    expect(found.map(({ code }) => code)).toContain(fixture.code);
    const others = found.filter(({ severity, code }) => severity === 'error' && code !== fixture.code);
    expect(others.map(({ code }) => code).filter((code) => !fixture.also.includes(code))).toEqual([]);
  });

  it('looks like its golden text', () => {
    compareWithGolden(fixture, render(found, { format: 'human', colour: false, width: 100 }));
  });

  const remedies = found.flatMap((diagnostic) => (diagnostic.fixes ?? []).map((fix) => ({ diagnostic, fix })));
  it.each(remedies)('is remedied: $fix.title', ({ diagnostic, fix }) => {
    const text = applyEdits(fixture.text, fix.edits);
    expect(text).not.toBe(fixture.text);
    const { code, place } = diagnostic;
    const left = check(fixture, text);
    const again = left.filter((other) => other.code === code);
    expect(again.filter((other) => other.place.span.start === place.span.start)).toEqual([]);
    expect(again.length).toBeLessThan(found.filter((other) => other.code === code).length);
    // A rule is not heard of a flow with errors, so what is only advice may come to light; a safe fix needs no other.
    const counts = ({ severity }: Diagnostic): boolean => fix.safe || severity === 'error';
    expect(unlike(left.filter(counts), found)).toEqual([]);
    if (fixture.kind === 'json') JSON.parse(text);
    else expect(parse({ path: 'main.flow', text }).diagnostics.filter((other) => other.code === code)).toEqual([]);
  });

  it('has nothing left to fix after `--fix`', () => {
    let text = fixture.text;
    for (let round = 0; round < ROUNDS; round++) text = withSafeFixes(text, check(fixture, text));
    expect(withSafeFixes(text, check(fixture, text))).toBe(text);
  });

  const why = fixture.fixed === undefined ? ' (skipped: the remedy lies outside of the file)' : '';
  it.skipIf(fixture.fixed === undefined)(`is gone where it is put right, and nothing else is wrong${why}`, () => {
    expect(check(fixture, fixture.fixed ?? '').map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });
});

// ------------------------------------------------------------------------------------------------ files and commands

interface Run {
  /** What the page says of the files. */
  readonly about: string;
  readonly files: Readonly<Record<string, FileContent>>;
  /** Files that cannot be opened, with the error of the operating system. */
  readonly refused?: Readonly<Record<string, string>>;
  /** `ENDPOINT` in the files is where an instance runs that is not the project's own. */
  readonly elsewhere?: boolean;
  readonly command: readonly string[];
}

/** A text, bytes as hexadecimal digits, so many zero bytes, a link, or an empty folder. */
type FileContent = string | { readonly hex: string } | { readonly size: number } | { readonly link: string } | null;

const scratch = mkdtempSync(join(tmpdir(), 'flowc-fixtures-'));
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

function make(path: string, content: FileContent): void {
  mkdirSync(content === null ? path : dirname(path), { recursive: true });
  if (content === null) return;
  if (typeof content === 'string') writeFileSync(path, content);
  else if ('hex' in content) writeFileSync(path, Buffer.from(content.hex.replaceAll(' ', ''), 'hex'));
  else if ('link' in content) symlinkSync(content.link, path);
  else {
    writeFileSync(path, '');
    truncateSync(path, content.size);
  }
}

describe.each(all.filter(({ kind }) => kind === 'run'))('$code', (fixture) => {
  it('is reported, and looks like its golden text', async () => {
    const run = JSON.parse(fixture.text) as Run;
    const cwd = join(scratch, fixture.code);
    const other = run.elsewhere === true ? await startLocal({ folder: `${cwd}.instance` }) : undefined;
    const text = fixture.text.replaceAll('ENDPOINT', other?.endpoint ?? '');
    const { files, refused: closed = {}, command } = JSON.parse(text) as Run;
    mkdirSync(cwd, { recursive: true });
    for (const [path, content] of Object.entries(files)) make(join(cwd, path), content);
    for (const [path, code] of Object.entries(closed)) refused.set(join(cwd, path), code);
    const { err } = await flowc(cwd, command);
    await other?.close();
    refused.clear();
    const reported = [...err.matchAll(/^(\w+)\[(.+?)\]/gm)];
    expect(reported.map(([, , code]) => code)).toContain(fixture.code);
    expect(reported.filter(([, severity, code]) => severity === 'error' && code !== fixture.code)).toEqual([]);
    // The closing lines count files and what was written; they are no matter of the diagnostic.
    compareWithGolden(fixture, `${err.replace(/^\d+ (?:errors?|warnings?|hints?|flows?)\b.*\n/gm, '').trimEnd()}\n`);
  });
});
