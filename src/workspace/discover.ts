/** Which files the paths on a command line stand for. */
import { readdirSync, realpathSync, statSync } from 'node:fs';
import type { Dirent, Stats } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { errorCode, project, reasonOf, wholeFile } from './diagnostics.ts';
import type { InputFile } from './read.ts';

export interface Wanted {
  /** Which files a folder stands for. `flow-or-json`: its `.flow` files, or where it has none, its `.json` files. */
  readonly inFolders: 'flow' | 'json' | 'flow-or-json';
  /** Which files may be named. `any`: a file of another ending is read as JSON. */
  readonly named: 'flow' | 'json' | 'both' | 'any';
}

export interface Discovered {
  /** In the order of their absolute paths, each once, whatever the order in which they were asked for. */
  readonly files: readonly InputFile[];
  /** Absolute paths of files that came from a folder, rather than being named. */
  readonly fromFolders: ReadonlySet<string>;
  /** Absolute paths of the folders that were looked into. */
  readonly folders: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Called for every folder and file that is looked into, for those who show how far it is. */
export type OnLook = () => void;

/** What messages call a file: its path from the working folder, with slashes, or the absolute one when it is elsewhere. */
export function shownPath(absolute: string, cwd: string): string {
  const path = relative(cwd, absolute);
  const shown = path.split(sep).slice(0, 3).join('/') === '../../..' ? absolute : path;
  return (shown === '' ? '.' : shown).split(sep).join('/');
}

/**
 * Finds the files. Folders are looked into, without `node_modules`, folders whose name begins with a dot, and `skip`
 * (absolute paths: build output). A link to a folder is followed once, and not at all where it leads to a folder around the
 * one that is looked into: what lies beside that nobody asked for.
 */
export function discover(
  paths: readonly string[],
  wanted: Wanted,
  options: { readonly cwd: string; readonly skip?: readonly string[]; readonly onLook?: OnLook | undefined },
): Discovered {
  const files = new Map<string, InputFile>();
  const fromFolders = new Set<string>();
  const folders: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  const shown = (absolute: string) => shownPath(absolute, options.cwd);

  for (const path of paths) {
    const absolute = resolve(options.cwd, path);
    const found = kindOfPath(absolute, shown(absolute));
    if (typeof found !== 'string') {
      diagnostics.push(found);
    } else if (found === 'file') {
      const kind = kindOfName(path) ?? (wanted.named === 'any' ? 'json' : undefined);
      const allowed = wanted.named === 'both' || wanted.named === 'any' || wanted.named === kind;
      if (kind === undefined || !allowed) {
        const params = { wanted: wordsFor(wanted.named), isJson: kind === 'json' };
        diagnostics.push(project('unknown-file', wholeFile(shown(absolute)), params));
      } else add(absolute, realOf(absolute), kind);
    } else {
      const before = diagnostics.length;
      const walked = walk(absolute, options.skip ?? [], diagnostics, shown, options.onLook);
      folders.push(...walked.folders);
      const kind =
        wanted.inFolders === 'json' || (wanted.inFolders !== 'flow' && !walked.flow.length) ? 'json' : 'flow';
      for (const file of walked[kind]) {
        if (add(file.path, file.real, kind)) fromFolders.add(file.path);
      }
      if (walked[kind].length === 0 && diagnostics.length === before) {
        diagnostics.push(project('no-flows', wholeFile(shown(absolute)), { wanted: wordsFor(wanted.inFolders) }));
      }
    }
  }
  const ordered = [...files.values()].sort((a, b) => (a.absolute < b.absolute ? -1 : 1));
  return { files: ordered, fromFolders, folders: [...new Set(folders)], diagnostics };

  function add(absolute: string, real: string, kind: InputFile['kind']): boolean {
    if (seen.has(real)) return false;
    seen.add(real);
    files.set(absolute, { absolute, path: shown(absolute), kind });
    return true;
  }
}

function kindOfPath(absolute: string, path: string): 'file' | 'folder' | Diagnostic {
  try {
    return statSync(absolute).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return project('not-found', wholeFile(path), patternIn(path));
    if (code === 'EACCES' || code === 'EPERM') return project('no-permission', wholeFile(path), {});
    return project('unreadable', wholeFile(path), { reason: reasonOf(error) });
  }
}

/** For a pattern that no shell has replaced: the folder that is surely meant, up to the first part with a sign of a pattern. */
export function patternIn(path: string): { folder?: string } {
  const parts = path.split('/');
  const first = parts.findIndex((part) => /[*?{]/.test(part));
  return first < 0 ? {} : { folder: parts.slice(0, first).join('/') || '.' };
}

function kindOfName(name: string): 'flow' | 'json' | undefined {
  if (name.endsWith('.flow')) return 'flow';
  return name.endsWith('.json') ? 'json' : undefined;
}

function wordsFor(kind: Wanted['named'] | Wanted['inFolders']): string {
  if (kind === 'flow') return '`.flow`';
  if (kind === 'json') return '`.json`';
  return '`.flow` or `.json`';
}

function realOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

interface Found {
  readonly path: string;
  readonly real: string;
}

interface Walked {
  readonly flow: Found[];
  readonly json: Found[];
  readonly folders: string[];
}

function walk(
  root: string,
  skip: readonly string[],
  diagnostics: Diagnostic[],
  shown: (absolute: string) => string,
  onLook?: OnLook,
): Walked {
  const found: Walked = { flow: [], json: [], folders: [] };
  const visited = new Set<string>();
  const pending = [root];
  const realRoot = realOf(root);
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const real = realOf(folder);
    if (visited.has(real) || isAround(real, realRoot)) continue;
    visited.add(real);
    onLook?.();
    let entries: Dirent[];
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      const place = wholeFile(shown(folder));
      const code = errorCode(error);
      const denied = code === 'EACCES' || code === 'EPERM';
      diagnostics.push(
        denied ? project('no-permission', place, {}) : project('unreadable', place, { reason: reasonOf(error) }),
      );
      continue;
    }
    found.folders.push(folder);
    for (const entry of entries) {
      const path = join(folder, entry.name);
      const what = entry.isSymbolicLink() ? targetOf(path) : entry;
      if (what?.isDirectory()) {
        if (!isPassedOver(path, skip)) pending.push(path);
      } else {
        const kind = kindOfName(entry.name);
        if (kind === undefined || entry.name.startsWith('.')) continue;
        // To read a pipe waits for somebody to write, which nobody meant who asked for the folder around it.
        if (what?.isFile() === false) continue;
        found[kind].push({ path, real: entry.isSymbolicLink() ? realOf(path) : join(real, entry.name) });
      }
    }
  }
  return found;
}

function targetOf(link: string): Stats | undefined {
  try {
    return statSync(link);
  } catch {
    return undefined; // it leads nowhere; reading it as a file says so
  }
}

/** Whether a folder holds another one, at any depth. */
function isAround(folder: string, inner: string): boolean {
  return inner !== folder && inner.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function isPassedOver(folder: string, skip: readonly string[]): boolean {
  const name = basename(folder);
  return name.startsWith('.') || name === 'node_modules' || skip.includes(folder);
}
