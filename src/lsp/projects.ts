/** The projects that an editor has open: files on disk, and above them the texts of unsaved buffers. */
import { readFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { Inventory } from '../connect/types.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { createSession } from '../ide/session.ts';
import { RECOMMENDED, type RuleChoice } from '../lint/levels.ts';
import type { ChoiceFor } from '../lint/settle.ts';
import type { Glance, Session } from '../ide/types.ts';
import type { SourceText } from '../text/text.ts';
import { environmentNames } from '../workspace/environments.ts';
import { lintProblems, rulesOf } from '../workspace/lint.ts';
import { loadWorkspace, type Unit } from '../workspace/load.ts';
import { allSettingProblems, anyValues } from '../workspace/params.ts';
import { emptyProject, PROJECT_FILE, projectRootOf, type Project, type Unsaved } from '../workspace/project.ts';
import { readFlowText } from '../workspace/read.ts';
import { readSnapshot, snapshotPath } from '../workspace/snapshot.ts';

/** Files that are understood together. */
export interface OpenProject {
  readonly root: string;
  readonly project: Project;
  /** Absolute paths of its files. */
  readonly files: Set<string>;
  readonly session: Session;
  /** What the project file chooses of rules. */
  readonly rules: ChoiceFor | undefined;
  /** What could not be read, by absolute path. */
  readonly unread: Map<string, readonly Diagnostic[]>;
}

export interface Projects {
  readonly addFolder: (folder: string) => void;
  readonly removeFolder: (folder: string) => void;
  readonly open: (path: string, text: string) => void;
  readonly close: (path: string) => void;
  /** A file changed, came or went on disk. */
  readonly changedOnDisk: (path: string) => void;
  readonly of: (path: string) => OpenProject;
  /** What the project around a file that is no `.flow` file chooses of rules. */
  readonly choiceFor: (source: SourceText) => RuleChoice;
  readonly all: () => readonly OpenProject[];
}

export interface ProjectsOptions {
  /** The environment whose snapshot gives names; without it the first that has one. */
  readonly environment?: string | undefined;
}

export function createProjects(options: ProjectsOptions = {}): Projects {
  const folders = new Set<string>();
  const buffers = new Map<string, string>();
  const projects = new Map<string, OpenProject>();
  /** Unsaved texts of project files. One that is no JSON, as it often is while somebody types, does not count. */
  const settings = new Map<string, string>();
  let isStale = false;

  /** All files of a project share a folder: that of its project file, else one that the editor opened, else their own. */
  const rootOf = (path: string): string => {
    if (!isAbsolute(path)) return path;
    const root = projectRootOf(dirname(path));
    if (root !== undefined) return root;
    const around = [...folders].filter((folder) => isInside(path, folder)).sort((a, b) => a.length - b.length);
    return around[0] ?? path;
  };
  const load = (root: string): OpenProject => {
    let opened = projects.get(root);
    if (opened === undefined) {
      const { units, unread } =
        isAbsolute(root) && !root.endsWith('.flow') ? filesIn(root, (path) => settings.get(path)) : NO_FILES;
      for (const unit of units) {
        const at = unit.project?.root ?? root;
        if (!projects.has(at)) projects.set(at, openUnit(at, unit, options.environment));
      }
      opened = projects.get(root) ?? openUnit(root, undefined, options.environment);
      for (const diagnostic of unread) {
        const path = resolve(root, diagnostic.place.source.path);
        if (rootOf(path) === root) opened.unread.set(path, [diagnostic]);
      }
      projects.set(root, opened);
      for (const [path, text] of buffers) if (rootOf(path) === root) put(opened, path, text);
    }
    return opened;
  };
  const of = (path: string): OpenProject => {
    refresh();
    return load(rootOf(path));
  };
  const read = (path: string): void => {
    const opened = of(path);
    const { source, diagnostics } = readFlowText({ absolute: path, path, kind: 'flow' });
    opened.unread.delete(path);
    // Most often it is not there any more.
    if (source === undefined && diagnostics.every(({ code }) => code !== 'project/not-found')) {
      opened.unread.set(path, diagnostics);
    }
    put(opened, path, source?.text);
  };
  /** Reads all anew when settings changed, but not at every key that somebody types: only when one asks. */
  const refresh = (): void => {
    if (isStale) forget();
  };
  const setSettings = (path: string, text: string): void => {
    const before = settings.get(path) ?? projects.get(dirname(path))?.project.source?.text;
    if (before === text || !isJson(text)) return;
    settings.set(path, text);
    isStale = true;
  };
  const forget = (): void => {
    isStale = false;
    projects.clear();
    for (const folder of folders) load(projectRootOf(folder) ?? folder);
    for (const path of buffers.keys()) of(path);
  };
  return {
    addFolder: (folder) => {
      folders.add(folder);
      forget();
    },
    removeFolder: (folder) => {
      folders.delete(folder);
      forget();
    },
    open: (path, text) => {
      if (isProjectFile(path)) {
        setSettings(path, text);
        return;
      }
      buffers.set(path, text);
      put(of(path), path, text);
    },
    close: (path) => {
      if (isProjectFile(path)) {
        isStale = settings.delete(path) || isStale;
        return;
      }
      buffers.delete(path);
      if (isAbsolute(path)) read(path);
      else put(of(path), path, undefined);
    },
    changedOnDisk: (path) => {
      if (isSetUp(path)) forget();
      else if (path.endsWith('.flow') && !buffers.has(path)) read(path);
    },
    of,
    choiceFor: (source) => {
      refresh();
      const root = isAbsolute(source.path) ? projectRootOf(dirname(source.path)) : undefined;
      return (root === undefined ? undefined : load(root).rules?.(source)) ?? RECOMMENDED;
    },
    all: () => {
      refresh();
      return [...projects.values()];
    },
  };
}

function put(opened: OpenProject, path: string, text: string | undefined): void {
  opened.session.set(path, text);
  if (text === undefined) opened.files.delete(path);
  else opened.files.add(path);
}

export function isProjectFile(path: string): boolean {
  return basename(path) === PROJECT_FILE;
}

/** Files that a project is understood by, besides its flows. */
function isSetUp(path: string): boolean {
  return isProjectFile(path) || (basename(dirname(path)) === 'snapshots' && path.endsWith('.json'));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way.split(sep)[0] !== '..' && !isAbsolute(way);
}

interface Files {
  readonly units: readonly Unit[];
  /** What is wrong with files that cannot be read. */
  readonly unread: readonly Diagnostic[];
}

const NO_FILES: Files = { units: [], unread: [] };

function filesIn(root: string, unsaved: Unsaved): Files {
  const wanted = { inFolders: 'flow', named: 'flow' } as const;
  const { units, diagnostics } = loadWorkspace([], { cwd: root, wanted, unsaved });
  return { units, unread: diagnostics.filter(({ place }) => place.source.path.endsWith('.flow')) };
}

function openUnit(root: string, unit: Unit | undefined, environment: string | undefined): OpenProject {
  const project = unit?.project ?? emptyProject(root);
  const params = unit?.project && anyValues(unit.project);
  const rules = rulesOf(project, root);
  const inventory = inventoryOf(project, environment);
  const projectFile = project.source && { path: resolve(root, PROJECT_FILE), text: project.source.text };
  const session = createSession({ params, rules, inventory, projectFile });
  const opened: OpenProject = { root, project, files: new Set(), session, rules, unread: new Map() };
  for (const { path, text } of unit?.flows ?? []) put(opened, resolve(root, path), text);
  return opened;
}

/** Names that an environment was seen to have. */
function inventoryOf({ root, environments, source }: Project, environment: string | undefined): Inventory | undefined {
  if (source === undefined) return undefined;
  for (const name of environment === undefined ? environmentNames(environments) : [environment]) {
    try {
      const inventory = readSnapshot(readFileSync(snapshotPath(root, name), 'utf8'));
      if (typeof inventory !== 'string') return inventory;
    } catch {
      // Most environments have none.
    }
  }
  return undefined;
}

/** All that is wrong with the files of a project, by absolute path: its flows, and its project file. */
export function problemsOf(opened: OpenProject, glance: Glance): ReadonlyMap<string, readonly Diagnostic[]> {
  const { project, root, unread, files } = opened;
  const found = new Map(glance.diagnostics);
  for (const [path, diagnostics] of unread) found.set(path, diagnostics);
  const ofSettings = [...project.diagnostics, ...lintProblems(project), ...allSettingProblems(project, glance.params)];
  for (const diagnostic of ofSettings) {
    const { path } = diagnostic.place.source;
    const at = files.has(path) ? path : resolve(root, PROJECT_FILE);
    found.set(at, [...(found.get(at) ?? []), diagnostic]);
  }
  return found;
}
