/** The project file, `flowc.json`: where a project's flows are, and where what is built goes. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearestKey } from '../diagnostics/suggest.ts';
import { memberOf } from '../flowjson/json-scan.ts';
import { nodeAt, pathOfPointer, placeAt, wholeLayer, type JsonPath, type Layer } from '../flowjson/layer.ts';
import { parseJson } from '../flowjson/parse-json.ts';
import type { SchemaError } from '../flowjson/validators.generated.js';
import { isObject } from '../text/json.ts';
import type { SourceText } from '../text/text.ts';
import { shownPath } from './discover.ts';
import { project } from './diagnostics.ts';
import { environmentsOf, type Environments } from './environments.ts';
import type { LintSettings } from './lint.ts';
import { projectFile } from './validator.generated.js';
import { flowText, readBytes } from './read.ts';

export const PROJECT_FILE = 'flowc.json';

export interface Project {
  /** Absolute path of the folder that the project file is in. */
  readonly root: string;
  /** Absolute paths of the files and folders that hold the flows. */
  readonly include: readonly string[];
  /** The project file fails to say which files those are, so that `include` is a guess. */
  readonly isIncludeGuessed?: boolean;
  /** Absolute path of the folder for built JSON, if the project names one. */
  readonly out: string | undefined;
  readonly environments: Environments;
  /** Presets and levels of rules, if the project chooses any. Codes are held against the rules by `lintProblems`. */
  readonly lint: LintSettings | undefined;
  /** The project file; undefined where there is none, or it could not be read. */
  readonly source: SourceText | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** The nearest folder, from `folder` upwards, that has a project file. `known` remembers the answers. */
export function projectRootOf(folder: string, known = new Map<string, string | undefined>()): string | undefined {
  if (known.has(folder)) return known.get(folder);
  const parent = dirname(folder);
  const root = existsSync(join(folder, PROJECT_FILE))
    ? folder
    : parent === folder
      ? undefined
      : projectRootOf(parent, known);
  known.set(folder, root);
  return root;
}

/** The project of a folder without a project file: all of it. */
export function emptyProject(root: string): Project {
  return {
    root,
    include: [root],
    out: undefined,
    environments: {},
    lint: undefined,
    source: undefined,
    diagnostics: [],
  };
}

/** The text of a file as it counts instead of that on disk, by absolute path: an editor's, which is not saved. */
export type Unsaved = (absolute: string) => string | undefined;

/** Reads the project file of `root`. Where it is broken, the settings that are not are kept. */
export function readProject(root: string, cwd: string, unsaved?: Unsaved): Project {
  const absolute = join(root, PROJECT_FILE);
  const path = shownPath(absolute, cwd);
  const text = unsaved?.(absolute);
  if (text !== undefined) return projectOf({ path, text }, root);
  const bytes = readBytes(absolute, path);
  const none: Project = { ...emptyProject(root), isIncludeGuessed: true };
  if (!(bytes instanceof Uint8Array)) return { ...none, diagnostics: [bytes] };
  const { source, diagnostics } = flowText(bytes, path);
  if (source === undefined) return { ...none, diagnostics };
  return projectOf(source, root);
}

/** What each setting wants, by its path; `*` is a name of the user's own. */
const WANTED: Readonly<Record<string, string>> = {
  '': 'settings in braces: `{ "include": ["flows"] }`',
  $schema: 'a text',
  include: 'a list of files and folders, one at least',
  out: 'the path of a folder',
  environments: 'environments by name: letters, digits, `-` and `_`',
  'environments/*': 'settings in braces: `{ "instance": "…", "region": "…" }`',
  'environments/*/instance': 'the id, the ARN or the alias of an instance',
  'environments/*/region': 'a Region, such as "eu-central-1"',
  'environments/*/profile': 'the name of a profile',
  'environments/*/endpoint': 'an address, such as "http://127.0.0.1:8080"',
  'environments/*/protected': 'true or false',
  'environments/*/requestsPerSecond': 'a number from 0.1 to 100',
  'environments/*/tags':
    'up to 50 tags by name (128 characters, not beginning with aws:), their values texts of up to 256',
  'environments/*/params': 'values by name',
  'environments/*/params/*': 'a text, a number, true or false',
  'environments/*/modules': 'settings in braces: `{ "alias": "live" }`',
  'environments/*/modules/alias': 'the name of an alias',
  lint: 'settings in braces: `{ "preset": "strict" }`',
  'lint/preset': '"recommended" or "strict"',
  'lint/rules': 'levels by rule: `{ "lint/no-queue": "off" }`',
  'lint/rules/*': '"off", "hint", "warning" or "error", or with numbers of the rule: `{ "level": "hint", … }`',
  'lint/overrides': 'a list of `{ "files": ["legacy/"], "rules": { … } }`',
  'lint/overrides/*/files': 'a list of files, folders and patterns',
  'lint/overrides/*/rules': 'levels by rule: `{ "lint/no-queue": "off" }`',
  'lint/overrides/*/rules/*':
    '"off", "hint", "warning" or "error", or with numbers of the rule: `{ "level": "hint", … }`',
};

/** The meaning of a project file's text. Paths in it are relative to `root`. */
export function projectOf(source: SourceText, root: string): Project {
  const layer = wholeLayer(source);
  const { value: settings, diagnostics: twice } = parseJson(layer);
  if (settings === undefined) {
    const error = layer.scan().error;
    const at = error?.span ?? { start: 0, end: 0 };
    const broken = project('invalid-json', { source, span: at }, { problem: error?.problem ?? 'it is too deep' });
    return { ...emptyProject(root), isIncludeGuessed: true, source, diagnostics: [broken] };
  }
  const errors = projectFile(settings) ? [] : (projectFile.errors ?? []);
  const { diagnostics, wrong } = problems(errors, layer);
  diagnostics.push(...twice);
  const said: Readonly<Record<string, unknown>> = isObject(settings) ? settings : {};
  const use = <T>(key: string): T | undefined => (wrong.has(key) ? undefined : (said[key] as T | undefined));
  const out = use<string>('out') === undefined ? undefined : resolve(root, use<string>('out') ?? '');
  if (out === root) {
    const wanted = 'a folder of its own, because what lies in it is passed over';
    diagnostics.push(project('setting-value', placeAt(layer, ['out']), { key: '`out`', wanted }));
  }
  // Whoever wrote `includes` has said it, and is understood as little as with a wrong value.
  const isMisspelt = said['include'] === undefined && Object.keys(said).some((key) => nearestKey(key, ['include']));
  const isGuessed = !isObject(settings) || wrong.has('include') || isMisspelt;
  return {
    root,
    include: use<readonly string[]>('include')?.map((path) => resolve(root, path)) ?? [root],
    ...(isGuessed && { isIncludeGuessed: true }),
    out: out === root ? undefined : out,
    environments: environmentsOf(use('environments')),
    lint: use<LintSettings>('lint'),
    source,
    diagnostics,
  };
}

/** Each error of the schema at its place, each place once; `wrong` holds the settings at the top that have one. */
function problems(errors: readonly SchemaError[], layer: Layer): { diagnostics: Diagnostic[]; wrong: Set<string> } {
  const diagnostics: Diagnostic[] = [];
  const wrong = new Set<string>();
  const told = new Set<string>();
  for (const { instancePath, keyword, params } of errors) {
    const path = pathOfPointer(layer, instancePath);
    const unknown = keyword === 'additionalProperties' ? String(params['additionalProperty']) : undefined;
    const at = unknown === undefined ? wantedPath(path) : [...path, unknown];
    const id = at.join('/');
    if (told.has(id) || keyword === 'if') continue;
    told.add(id);
    if (path.length > 0) wrong.add(String(path[0]));
    if (unknown === undefined) {
      const key = at.length === 0 ? 'A project file' : `\`${at.join('.')}\``;
      diagnostics.push(project('setting-value', placeAt(layer, at), { key, wanted: WANTED[generalised(at)] ?? '' }));
    } else {
      const keySpan = memberOf(nodeAt(layer, path), unknown)?.keySpan ?? { start: 0, end: 0 };
      const keys = settingsOf(path);
      const where =
        path.length === 0
          ? 'A project file'
          : path.length === 2 && path[0] === 'environments'
            ? 'An environment'
            : `\`${path.at(-1) ?? ''}\``;
      const suggestion = nearestKey(unknown, keys);
      diagnostics.push(project('unknown-setting', layer.place(keySpan), { where, key: unknown, suggestion, keys }));
    }
  }
  return { diagnostics, wrong };
}

/** The setting that a wrong place belongs to: of a list or map that wants one kind of values, the whole. */
function wantedPath(path: JsonPath): JsonPath {
  for (let length = path.length; length > 0; length--) {
    if (Object.hasOwn(WANTED, generalised(path.slice(0, length)))) return path.slice(0, length);
  }
  return [];
}

function generalised(path: JsonPath): string {
  return path.map((step, i) => (isOwnName(path, i) ? '*' : step)).join('/');
}

/** Whether a step of a path is a name of the user's own, or a number in a list. */
function isOwnName(path: JsonPath, i: number): boolean {
  if (path[0] === 'lint') return typeof path[i] === 'number' || path[i - 1] === 'rules';
  return (i === 1 && path[0] === 'environments') || (i === 3 && path[2] === 'params');
}

/** The settings that there are at a path. */
function settingsOf(path: JsonPath): readonly string[] {
  const prefix = path.length === 0 ? '' : `${generalised(path)}/`;
  return Object.keys(WANTED)
    .filter((key) => key.startsWith(prefix) && key !== '' && !key.slice(prefix.length).includes('/'))
    .map((key) => key.slice(prefix.length))
    .filter((key) => key !== '$schema');
}
