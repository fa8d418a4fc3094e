/** `flowc check --list-rules`: what is looked for, and what it counts as here. */
import { configurableCodes, knownCodes } from '../lint/codes.ts';
import { levelOf, RECOMMENDED, type Level } from '../lint/levels.ts';
import { rulesOf } from '../workspace/lint.ts';
import { projectRootOf, readProject } from '../workspace/project.ts';
import { nearest } from '../diagnostics/suggest.ts';
import type { Narrow } from './check-workspace.ts';
import type { Io } from './io.ts';
import { UsageError } from './io.ts';

interface Row {
  readonly code: string;
  /** In the files of the project around the working folder; overrides for a part of them left aside. */
  readonly level: Level;
  readonly summary: string;
  /** Whether the project file may choose another level. */
  readonly configurable: boolean;
  readonly options?: Readonly<Record<string, number>>;
}

export async function listRules(only: readonly string[] | undefined, format: string, io: Io): Promise<void> {
  const wanted = only === undefined ? undefined : new Set(only);
  const rows = (await rowsFor(io.cwd)).filter(({ code }) => wanted === undefined || wanted.has(code));
  if (format === 'json') {
    io.out.write(`${JSON.stringify(rows, null, 2)}\n`);
    return;
  }
  if (format !== 'human') throw new UsageError('`--list-rules` comes as `--format human` or `--format json`.');
  const width = Math.max(0, ...rows.map(({ code }) => code.length));
  for (const { code, level, summary } of rows) {
    io.out.write(`${code.padEnd(width)}  ${level.padEnd(7)}  ${summary.replace(/\s+/g, ' ')}\n`);
  }
}

async function rowsFor(cwd: string): Promise<readonly Row[]> {
  const root = projectRootOf(cwd);
  const project = root === undefined ? undefined : readProject(root, cwd);
  const base = project?.lint && { ...project, lint: { ...project.lint, overrides: [] } };
  const choice = rulesOf(base, cwd)?.({ path: '', text: '' }) ?? RECOMMENDED;
  const { allCodes } = await import('../diagnostics/codes.ts');
  const pages = await allCodes();
  const configurable = new Set(configurableCodes());
  return [...knownCodes().values()]
    .filter(({ code }) => /^(?:lint|service)\//.test(code) || configurable.has(code))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((known): Row => {
      const chosen = choice.options.get(known.code);
      const numbers = Object.entries(known.options ?? {}).map(([name, option]) => [
        name,
        chosen?.[name] ?? option.default,
      ]);
      return {
        code: known.code,
        level: levelOf(known, choice),
        summary: pages.get(known.code)?.summary ?? '',
        configurable: configurable.has(known.code),
        ...(numbers.length === 0 ? {} : { options: Object.fromEntries(numbers) as Record<string, number> }),
      };
    });
}

/** Codes of `--only`, separated by commas. Throws `UsageError` for one that there is not. */
export function onlyCodes(text: string): readonly string[] {
  const codes = text.split(/[\s,]+/).filter((code) => code !== '');
  if (codes.length === 0) throw new UsageError('`--only` wants codes of rules, separated by commas.');
  for (const code of codes) {
    if (knownCodes().has(code)) continue;
    const suggestion = nearest(code, knownCodes().keys());
    const help =
      suggestion === undefined ? '`--list-rules` lists those that there are.' : `did you mean \`${suggestion}\`?`;
    throw new UsageError(`there is no rule \`${code}\`; ${help}`);
  }
  return codes;
}

/** Rules that were named run, though the project or the preset has them off. */
export function switchOn(codes: readonly string[]): Narrow {
  return (rules) => (source) => {
    const choice = rules?.(source) ?? RECOMMENDED;
    const levels = new Map(choice.levels);
    for (const code of codes) {
      const known = knownCodes().get(code);
      if (known !== undefined && levelOf(known, choice) === 'off') levels.set(code, known.severity);
    }
    return { ...choice, levels };
  };
}

/** What `--only` shows: the rules that were named, and why something may not have been looked at. */
export function isShown(code: string, only: ReadonlySet<string>): boolean {
  return only.has(code) || UNREAD.test(code);
}

/** A file that cannot be read or parsed was not judged, and no findings in it are no good news. */
const UNREAD = /^(?:syntax|project)\/|^json\/(?:invalid|not)/;
