/** The project file, `flowc.json`: where a project's flows are, and where what is built goes. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/suggest.ts';
import { memberOf } from '../flowjson/json-scan.ts';
import { nodeAt, wholeLayer } from '../flowjson/layer.ts';
import { isObject } from '../text/json.ts';
import type { SourceText, Span } from '../text/text.ts';
import { shownPath } from './discover.ts';
import { project } from './diagnostics.ts';
import { flowText, readBytes } from './read.ts';

export const PROJECT_FILE = 'flowc.json';

export interface Project {
  /** Absolute path of the folder that the project file is in. */
  readonly root: string;
  /** Absolute paths of the files and folders that hold the flows. */
  readonly include: readonly string[];
  /** Absolute path of the folder for built JSON, if the project names one. */
  readonly out: string | undefined;
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

/** Reads the project file of `root`. Where it is broken, the settings that are not are kept. */
export function readProject(root: string, cwd: string): Project {
  const absolute = join(root, PROJECT_FILE);
  const path = shownPath(absolute, cwd);
  const bytes = readBytes(absolute, path);
  const none = { root, include: [root], out: undefined };
  if (!(bytes instanceof Uint8Array)) return { ...none, diagnostics: [bytes] };
  const { source, diagnostics } = flowText(bytes, path);
  if (source === undefined) return { ...none, diagnostics };
  return projectOf(source, root);
}

/** Settings by name: what each wants. */
const SETTINGS = { $schema: 'a text', include: 'a list of files and folders', out: 'the path of a folder' } as const;

/** The meaning of a project file's text. Paths in it are relative to `root`. */
export function projectOf(source: SourceText, root: string): Project {
  const layer = wholeLayer(source);
  const diagnostics: Diagnostic[] = [];
  let include = [root];
  let out: string | undefined;

  let settings: unknown;
  try {
    settings = JSON.parse(layer.text);
  } catch {
    const error = layer.scan().error;
    const at = error?.span ?? { start: 0, end: 0 };
    diagnostics.push(project('invalid-json', { source, span: at }, { problem: error?.problem ?? 'it is too deep' }));
    return { root, include, out, diagnostics };
  }
  if (!isObject(settings)) {
    wrong('A project file', 'settings in braces: `{ "include": ["flows"] }`', layer.scan().root?.span);
    return { root, include, out, diagnostics };
  }
  for (const [key, value] of Object.entries(settings)) {
    const span = nodeSpan(key);
    if (!Object.hasOwn(SETTINGS, key)) {
      const place = { source, span: span.key };
      diagnostics.push(project('unknown-setting', place, { key, suggestion: nearest(key, Object.keys(SETTINGS)) }));
    } else if (key === 'include') {
      if (isTexts(value) && value.length > 0) include = value.map((path) => resolve(root, path));
      else wrong('`include`', SETTINGS.include, span.value);
    } else if (typeof value !== 'string' || value === '') {
      wrong(`\`${key}\``, SETTINGS[key as keyof typeof SETTINGS], span.value);
    } else if (key === 'out') {
      const folder = resolve(root, value);
      if (folder === root) wrong('`out`', 'a folder of its own, because what lies in it is passed over', span.value);
      else out = folder;
    }
  }
  return { root, include, out, diagnostics };

  function wrong(key: string, wanted: string, span: Span | undefined): void {
    diagnostics.push(project('setting-value', { source, span: span ?? { start: 0, end: 0 } }, { key, wanted }));
  }

  function nodeSpan(key: string): { key: Span; value: Span } {
    const member = memberOf(nodeAt(layer, []), key);
    const nowhere = { start: 0, end: 0 };
    return { key: member?.keySpan ?? nowhere, value: member?.value.span ?? nowhere };
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== '');
}
