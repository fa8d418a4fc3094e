/**
 * How a file is to be laid out, by what Prettier reads too: `.prettierrc` and its kin, and `.editorconfig`. What is plain
 * is read here, which costs next to nothing; for the rest (a configuration that is a program, overrides, …) the Prettier
 * that is installed beside the file is asked.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LineEnd, PrintOptions } from '../syntax/print.ts';
import { editorConfigFor } from './editorconfig.ts';
import { errorCode, reasonOf } from './diagnostics.ts';

/** The configuration cannot be read; the message says which and why. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** Options as Prettier calls them, of which these concern us. */
export interface PrettierOptions {
  readonly printWidth?: unknown;
  readonly tabWidth?: unknown;
  readonly useTabs?: unknown;
  readonly endOfLine?: unknown;
}

/** What is to be known about a folder and those above it. */
interface Folder {
  readonly names: ReadonlySet<string>;
  readonly path: string;
}

/** In the order in which Prettier takes them. */
const CONFIGURATIONS = [
  'package.json',
  'package.yaml',
  '.prettierrc',
  ...['json', 'yml', 'yaml', 'json5'].map((type) => `.prettierrc.${type}`),
  ...['js', 'ts', 'mjs', 'mts', 'cjs', 'cts'].flatMap((type) => [`.prettierrc.${type}`, `prettier.config.${type}`]),
  '.prettierrc.toml',
];

/** A reader that looks into each folder once. */
export function formatOptionsReader(): (absolute: string) => Promise<PrintOptions> {
  const folders = new Map<string, Folder>();
  const texts = new Map<string, string | undefined>();
  return async (absolute) => {
    const above = foldersAbove(absolute, folders);
    if (!above.some(({ names }) => [...CONFIGURATIONS, '.editorconfig'].some((name) => names.has(name)))) return {};
    const configuration = configurationFor(above, readOnce);
    const edited = editorConfigFor(absolute, editorConfigsFor(above), (path) => readOnce(path) ?? '');
    if (configuration === 'complicated' || edited === 'complicated') return checked(await ask(absolute), absolute);
    return checked({ ...edited, ...configuration }, absolute);
  };

  function readOnce(path: string): string | undefined {
    const text = texts.get(path) ?? readText(path);
    texts.set(path, text);
    return text;
  }
}

function foldersAbove(absolute: string, known: Map<string, Folder>): readonly Folder[] {
  const above: Folder[] = [];
  for (let path = dirname(absolute); ; path = dirname(path)) {
    const folder = known.get(path) ?? { path, names: namesIn(path) };
    known.set(path, folder);
    above.push(folder);
    if (path === dirname(path)) return above;
  }
}

function namesIn(folder: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(folder));
  } catch {
    // What may not be looked into holds no configuration for us.
    return new Set();
  }
}

/** Undefined for a folder of that name, and for a link that leads nowhere; what cannot be read is told. */
function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    if (errorCode(error) === 'EISDIR' || errorCode(error) === 'ENOENT') return undefined;
    throw new ConfigurationError(`${path}: ${reasonOf(error)}`);
  }
}

// ------------------------------------------------------------------------------------------------------------ Prettier

/** The nearest one; none is `{}`. */
function configurationFor(
  above: readonly Folder[],
  read: (path: string) => string | undefined,
): PrettierOptions | 'complicated' {
  for (const { path, names } of above) {
    for (const name of CONFIGURATIONS) {
      if (!names.has(name)) continue;
      const text = read(join(path, name));
      if (text === undefined) continue;
      if (name === 'package.json') {
        const options = fromPackage(text);
        if (options !== undefined) return options;
      } else if (name === 'package.yaml') {
        if (/^["']?prettier["']?\s*:/m.test(text)) return 'complicated';
      } else return plainOptions(name, text);
    }
  }
  return {};
}

function fromPackage(text: string): PrettierOptions | 'complicated' | undefined {
  const parsed = jsonOf(text) as { readonly prettier?: unknown } | undefined;
  const options = parsed?.prettier;
  return options ? plainly(options) : undefined;
}

function plainOptions(name: string, text: string): PrettierOptions | 'complicated' {
  if (['.prettierrc.json', '.prettierrc.json5'].includes(name)) return plainly(jsonOf(text));
  if (['.prettierrc', '.prettierrc.yml', '.prettierrc.yaml'].includes(name))
    return plainly(jsonOf(text) ?? flatYamlOf(text));
  return 'complicated';
}

function plainly(options: unknown): PrettierOptions | 'complicated' {
  const isPlain = typeof options === 'object' && options !== null && !('overrides' in options);
  return isPlain ? options : 'complicated';
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** YAML of nothing but `key: value` lines with plain values. */
function flatYamlOf(text: string): Record<string, unknown> | undefined {
  const found: [string, unknown][] = [];
  for (const line of text.split(/\r\n?|\n/)) {
    if (/^\s*(?:#.*)?$/.test(line)) continue;
    const [, key = '', value = ''] = /^([A-Za-z]+):[ \t]+([\w-]+)[ \t]*(?:[ \t]#.*)?$/.exec(line) ?? [];
    if (key === '') return undefined;
    const isNumber = Number.isFinite(Number(value));
    found.push([key, value === 'true' ? true : value === 'false' ? false : isNumber ? Number(value) : value]);
  }
  return Object.fromEntries(found);
}

/** Those that count for a file, nearest first: up to the folder under version control. */
function editorConfigsFor(above: readonly Folder[]): readonly string[] {
  const root = above.findIndex(({ names }) => names.has('.git') || names.has('.hg'));
  const within = root < 0 ? above : above.slice(0, root + 1);
  return within.filter(({ names }) => names.has('.editorconfig')).map(({ path }) => join(path, '.editorconfig'));
}

/** What the Prettier beside the file says. */
async function ask(absolute: string): Promise<PrettierOptions> {
  const { createRequire } = process.getBuiltinModule('node:module');
  let prettier: { resolveConfig: (path: string, options: object) => Promise<PrettierOptions | null> };
  try {
    prettier = createRequire(absolute)('prettier') as typeof prettier;
  } catch {
    throw new ConfigurationError(
      `${absolute}: how to format it is said in a way that only Prettier reads, and Prettier is not installed here. Install it, or say it in a .prettierrc of plain JSON.`,
    );
  }
  try {
    return (await prettier.resolveConfig(absolute, { editorconfig: true })) ?? {};
  } catch (error) {
    throw new ConfigurationError(`${absolute}: Prettier cannot read its configuration: ${reasonOf(error)}`);
  }
}

// ------------------------------------------------------------------------------------------------------------- checking

const LINE_ENDS: readonly unknown[] = ['lf', 'crlf', 'cr', 'auto'] satisfies LineEnd[];

function checked(options: PrettierOptions, absolute: string): PrintOptions {
  const { printWidth, tabWidth, useTabs, endOfLine } = options;
  const isCount = (value: unknown): value is number =>
    value === Infinity || (Number.isInteger(value) && Number(value) >= 0);
  return {
    ...option('printWidth', 'width', printWidth, isCount, 'a whole number'),
    ...option('tabWidth', 'tabWidth', tabWidth, isCount, 'a whole number'),
    ...option('useTabs', 'useTabs', useTabs, (value) => typeof value === 'boolean', 'true or false'),
    ...option('endOfLine', 'endOfLine', endOfLine, (value) => LINE_ENDS.includes(value), 'lf, crlf, cr or auto'),
  };

  function option(
    name: string,
    ours: keyof PrintOptions,
    value: unknown,
    isRight: (value: unknown) => boolean,
    kind: string,
  ): PrintOptions {
    if (value === undefined || value === null) return {};
    if (isRight(value)) return { [ours]: value };
    throw new ConfigurationError(`${absolute}: the option ${name} is ${JSON.stringify(value)} and must be ${kind}.`);
  }
}
