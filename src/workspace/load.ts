/** From paths to the texts of whole projects: all files of a project share one namespace, so they are read together. */
import { dirname, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { decode } from '../flowjson/decode.ts';
import { placeAt, wholeLayer } from '../flowjson/layer.ts';
import type { SourceText } from '../text/text.ts';
import type { OnLook, Wanted } from './discover.ts';
import { project as problem, wholeFile } from './diagnostics.ts';
import { discover, patternIn, shownPath } from './discover.ts';
import { lintProblems } from './lint.ts';
import type { Project, Unsaved } from './project.ts';
import { projectRootOf, readProject } from './project.ts';
import type { InputFile, ReadText } from './read.ts';
import { readBytes, readFlowText } from './read.ts';

/** Files that are compiled together. */
export interface Unit {
  /** Undefined for files that no project file stands above. */
  readonly project: Project | undefined;
  /** All `.flow` files of the project, and those that were asked for. */
  readonly flows: readonly SourceText[];
  /** Shown paths of the files that were asked for. */
  readonly selected: ReadonlySet<string>;
}

export interface Workspace {
  readonly units: readonly Unit[];
  /** Raw flow JSON that was asked for; each file stands for itself. */
  readonly json: readonly SourceText[];
  /** The project of a raw file, for what it says of rules. */
  readonly projectOf: (json: SourceText) => Project | undefined;
  /** The files that were asked for, whether or not they could be read. */
  readonly files: readonly InputFile[];
  /** Absolute paths of the folders in which a change may change the result. */
  readonly folders: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Projects {
  /** The project that a file or folder belongs to. */
  readonly of: (absolute: string) => Project | undefined;
  readonly all: () => readonly Project[];
}

/** Reads what `paths` stand for. Without paths: the project around `cwd`; where there is none, the folder itself. */
export function loadWorkspace(
  paths: readonly string[],
  options: {
    readonly cwd: string;
    readonly wanted: Wanted;
    readonly onLook?: OnLook | undefined;
    readonly unsaved?: Unsaved;
  },
): Workspace {
  const { cwd, wanted, onLook, unsaved } = options;
  const projects = projectsSeenFrom(cwd, unsaved);
  const here = paths.length === 0 ? projects.of(cwd) : undefined;
  const asked = here?.include ?? (paths.length === 0 ? [cwd] : paths);
  for (const path of asked) projects.of(resolve(cwd, path));

  const found = discover(asked, wanted, { cwd, skip: outputsOf(projects), onLook });
  const diagnostics = here === undefined ? [...found.diagnostics] : whereIncluded(found.diagnostics, here, cwd);
  const folders = new Set([...found.folders, ...found.files.map((file) => dirname(file.absolute))]);
  const files: InputFile[] = [];
  const json = new Map<SourceText, Project | undefined>();
  const groups = new Map<Project | undefined, InputFile[]>();
  for (const file of found.files) {
    if (file.kind === 'flow') {
      const project = projects.of(dirname(file.absolute));
      const group = groups.get(project);
      if (group) group.push(file);
      else groups.set(project, [file]);
      files.push(file);
      continue;
    }
    onLook?.();
    const { source, diagnostics: problems } = readJsonText(file);
    // What a folder holds besides flows is nobody's mistake; a file that was named is taken at its word.
    if (found.fromFolders.has(file.absolute) && !(source && looksLikeFlow(source.text))) continue;
    diagnostics.push(...problems);
    files.push(file);
    if (source) json.set(source, projects.of(dirname(file.absolute)));
  }

  // Folders of JSON, and none of it a flow.
  if (wanted.inFolders === 'flow-or-json' && files.length === 0 && diagnostics.length === 0) {
    for (const path of asked) {
      diagnostics.push(problem('no-flows', wholeFile(shownPath(resolve(cwd, path), cwd)), { wanted: '`.flow`' }));
    }
  }

  const units: Unit[] = [];
  for (const [project, selected] of groups) {
    const all = project === undefined || isAllOf(project) ? selected : withContext(project, selected);
    const flows: SourceText[] = [];
    for (const file of all) {
      onLook?.();
      const { source, diagnostics: problems } = readFlowText(file);
      diagnostics.push(...problems);
      if (source) flows.push(source);
    }
    units.push({ project, flows, selected: new Set(selected.map((file) => file.path)) });
  }
  for (const project of projects.all()) {
    folders.add(project.root);
    diagnostics.push(...project.diagnostics, ...lintProblems(project));
  }
  return {
    units,
    json: [...json.keys()],
    projectOf: (source) => json.get(source),
    files,
    folders: [...folders],
    diagnostics,
  };

  /** Whether what was asked for is the whole project, so that there is nothing else of it to look for. */
  function isAllOf(project: Project): boolean {
    return project === here || project.include.every((path) => found.folders.includes(path));
  }

  /** The other files of the project, which declare what the selected ones speak of. */
  function withContext(project: Project, selected: readonly InputFile[]): readonly InputFile[] {
    const skip = outputsOf(projects);
    const context = discover(project.include, { inFolders: 'flow', named: 'flow' }, { cwd, skip, onLook });
    for (const folder of context.folders) folders.add(folder);
    const all = new Map(selected.map((file) => [file.absolute, file]));
    for (const file of context.files) {
      if (projects.of(dirname(file.absolute)) === project) all.set(file.absolute, file);
    }
    return [...all.values()].sort((a, b) => (a.absolute < b.absolute ? -1 : 1));
  }
}

/** What a project file includes and is not there is a mistake in that file. */
function whereIncluded(found: readonly Diagnostic[], { root, include, source }: Project, cwd: string): Diagnostic[] {
  const shown = include.map((path) => shownPath(path, cwd));
  return found.map((diagnostic) => {
    const index = diagnostic.code === 'project/not-found' ? shown.indexOf(diagnostic.place.source.path) : -1;
    if (index < 0 || source === undefined) return diagnostic;
    const pattern = patternIn(shownPath(include[index] ?? '', root));
    return problem('not-found', placeAt(wholeLayer(source), ['include', index]), pattern);
  });
}

function projectsSeenFrom(cwd: string, unsaved: Unsaved | undefined): Projects {
  const roots = new Map<string, string | undefined>();
  const read = new Map<string, Project>();
  return {
    of: (absolute) => {
      const root = projectRootOf(absolute, roots);
      if (root === undefined) return undefined;
      const project = read.get(root) ?? readProject(root, cwd, unsaved);
      read.set(root, project);
      return project;
    },
    all: () => [...read.values()],
  };
}

/** Folders of built JSON, which are no source. */
function outputsOf(projects: Projects): readonly string[] {
  return projects.all().flatMap((project) => project.out ?? []);
}

/** Reads flow JSON, in any encoding that exports come in. */
function readJsonText(file: InputFile): ReadText {
  const bytes = readBytes(file.absolute, file.path);
  return bytes instanceof Uint8Array ? jsonText(bytes, file.path) : { source: undefined, diagnostics: [bytes] };
}

/** The JSON text of bytes that came from elsewhere, as standard input. */
export function jsonText(bytes: Uint8Array, path: string): ReadText {
  const { text, diagnostics } = decode(bytes, path);
  return { source: text === undefined ? undefined : { path, text }, diagnostics };
}

/** Whether JSON that was met in a folder may be a flow in one of its formats; a package.json is not. */
function looksLikeFlow(text: string): boolean {
  // Content that stands in a string has its quotes escaped.
  return (
    /"StartAction\\*"|"ContactFlow(?:Module)?"/.test(text) ||
    (/"Actions\\*"/.test(text) && /"(?:Identifier|Transitions)\\*"/.test(text)) ||
    (/"modules\\*"/.test(text) && /"branches\\*"/.test(text))
  );
}
