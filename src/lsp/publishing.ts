/** Diagnostics on their way to the editor: of the files in front of people first, then of all, and only what is new. */
import type { FullDocumentDiagnosticReport } from 'vscode-languageserver/node';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Glance } from '../ide/types.ts';
import { uriOf } from './convert.ts';
import { toDiagnostic } from './diagnostics.ts';
import type { JsonFlows } from './json-flows.ts';
import { isProjectFile, problemsOf, type OpenProject, type Projects } from './projects.ts';

type Items = FullDocumentDiagnosticReport['items'];

export interface Publishing {
  /** Something changed: tells of it as soon as nothing else is to be done, or after some milliseconds. */
  readonly changed: (after?: number) => void;
  /** All that is wrong now, by URI. */
  readonly current: () => ReadonlyMap<string, Items>;
  readonly at: (path: string) => Items;
  readonly stop: () => void;
}

export interface PublishingOptions {
  readonly projects: () => Projects;
  readonly json: JsonFlows;
  /** Paths of the documents that are open. */
  readonly open: () => readonly string[];
  readonly send: (uri: string, diagnostics: Items) => void;
  /** Editors that ask are told that they may ask again; undefined for those that are told what is wrong. */
  readonly refresh: () => (() => void) | undefined;
  /** The folder with the codes' pages. */
  readonly pages: string;
}

/** Milliseconds of work in one piece that nobody notices between two keystrokes. */
const UNNOTICED = 60;
/** Files that are worked on in one piece where there is more to do than that. */
const PIECE = 20;

export function createPublishing(options: PublishingOptions): Publishing {
  const { projects, json, open, pages } = options;
  const published = new Map<string, string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let soon: ReturnType<typeof setImmediate> | undefined;
  /** How long it took to look at everything, the last time that this was done in one piece. */
  let took = Infinity;

  const converted = new Map<string, { readonly found: readonly Diagnostic[]; readonly items: Items }>();
  /** Converted once as long as nothing is new. */
  const itemsOf = (path: string, found: readonly Diagnostic[]): Items => {
    const before = converted.get(path);
    if (before !== undefined && sameMembers(before.found, found)) return before.items;
    const items = found.map((one) => toDiagnostic(one, pages));
    converted.set(path, { found, items });
    return items;
  };
  const told = new Map<string, Items>();
  const send = (uri: string, items: Items): void => {
    if (told.get(uri) === items) return;
    told.set(uri, items);
    const text = JSON.stringify(items);
    if ((published.get(uri) ?? '[]') === text) return;
    if (items.length === 0) published.delete(uri);
    else published.set(uri, text);
    options.send(uri, items);
  };
  const current = (): Map<string, Items> => {
    const found = new Map<string, Items>();
    for (const opened of projects().all()) {
      for (const [path, diagnostics] of problemsOf(opened, opened.session.analyse())) {
        found.set(uriOf(path), itemsOf(path, diagnostics));
      }
    }
    for (const path of json.paths()) {
      if (!isProjectFile(path)) found.set(uriOf(path), itemsOf(path, json.problems(path)));
    }
    return found;
  };
  const publish = (): void => {
    const now = current();
    for (const uri of published.keys()) if (!now.has(uri)) now.set(uri, []);
    for (const [uri, items] of now) send(uri, items);
  };

  /** The files in front of people, before the rest is looked at. */
  const glance = (): void => {
    for (const [opened, paths] of inFront()) tell(opened, paths, opened.session.glance(paths));
  };
  /** What is wrong with them for certain, before the rest is read. */
  const firstErrors = (): void => {
    for (const [opened, paths] of inFront()) {
      const found = opened.session.firstErrors(paths);
      if (found !== undefined) tell(opened, paths, found);
    }
  };
  const inFront = () => byProject(open().filter((path) => !json.has(path)));
  const tell = (opened: OpenProject, paths: ReadonlySet<string>, glance: Glance): void => {
    const found = problemsOf(opened, glance);
    for (const path of paths) send(uriOf(path), itemsOf(path, found.get(path) ?? []));
  };
  const byProject = (paths: readonly string[]): ReadonlyMap<OpenProject, ReadonlySet<string>> => {
    const found = new Map<OpenProject, Set<string>>();
    for (const path of paths) {
      const opened = projects().of(path);
      found.set(opened, (found.get(opened) ?? new Set()).add(path));
    }
    return found;
  };
  /** A piece of the rest; then whatever came in meanwhile has its turn. */
  const goOn = (rest: readonly (readonly [OpenProject, ReadonlySet<string>])[]): void => {
    const [first, ...others] = rest;
    if (first === undefined) {
      publish();
      took = 0;
      return;
    }
    const [opened, paths] = first;
    opened.session.glance(paths);
    soon = setImmediate(() => {
      goOn(others);
    });
  };
  const run = (): void => {
    const refresh = options.refresh();
    if (refresh !== undefined) {
      refresh();
      return;
    }
    if (took < UNNOTICED) {
      const began = performance.now();
      publish();
      took = performance.now() - began;
      return;
    }
    firstErrors();
    soon = setImmediate(() => {
      glance();
      const pieces = projects()
        .all()
        .flatMap((opened) => piecesOf([...opened.files]).map((paths) => [opened, paths] as const));
      soon = setImmediate(() => {
        goOn(pieces);
      });
    });
  };
  const stop = (): void => {
    clearTimeout(timer);
    clearImmediate(soon);
  };
  return {
    changed: (after = 0) => {
      stop();
      timer = setTimeout(run, after);
    },
    current,
    at: (path) => {
      if (json.has(path) && !isProjectFile(path)) return itemsOf(path, json.problems(path));
      const opened = projects().of(path);
      return itemsOf(path, problemsOf(opened, opened.session.glance(new Set([path]))).get(path) ?? []);
    },
    stop,
  };
}

function piecesOf(paths: readonly string[]): readonly ReadonlySet<string>[] {
  const pieces: ReadonlySet<string>[] = [];
  for (let i = 0; i < paths.length; i += PIECE) pieces.push(new Set(paths.slice(i, i + PIECE)));
  return pieces;
}

function sameMembers(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}
