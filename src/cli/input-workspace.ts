/** Standard input as part of the project around the working folder: it may speak of what that declares. */
import type { SourceText } from '../text/text.ts';
import { parse } from '../syntax/parse.ts';
import type { Unit, Workspace } from '../workspace/load.ts';
import { projectRootOf, readProject } from '../workspace/project.ts';
import { readStandardInput, STDIN } from './input.ts';
import type { Io } from './io.ts';
import { FLOWS, load } from './load.ts';

/** What is on standard input, alone asked for. */
export async function inputWorkspace(io: Io): Promise<Workspace> {
  const { source, kind, diagnostics } = await readStandardInput(io);
  const root = projectRootOf(io.cwd);
  const project = root === undefined ? undefined : readProject(root, io.cwd);
  const alone: Workspace = {
    units: [],
    json: [],
    projectOf: () => project,
    files: [{ absolute: STDIN, path: STDIN, kind }],
    folders: [],
    diagnostics: [...diagnostics, ...(project?.diagnostics ?? [])],
  };
  if (source === undefined) return alone;
  if (kind === 'json') return { ...alone, json: [source] };
  const flows = project === undefined ? [] : othersOf(source, project.root, io);
  return { ...alone, units: [{ project, flows: [...flows, source], selected: new Set([STDIN]) }] };
}

/** The project's files, without those that declare what the text declares: of them it is another version. */
function othersOf(source: SourceText, root: string, io: Io): Unit['flows'] {
  const { units } = load([], FLOWS, io);
  const flows = units.find(({ project }) => project?.root === root)?.flows ?? [];
  const said = new Map(declaredIn(source));
  const names = [...said.values()];
  return flows.filter((file) => {
    // Parsing is most of the work, and all of them are parsed once more to be checked: not those that nothing speaks for.
    const text = file.text.normalize('NFC');
    return !names.some((name) => text.includes(name)) || !declaredIn(file).some(([key]) => said.has(key));
  });
}

/** Names with what makes them one of a kind before them. */
function declaredIn(source: SourceText): readonly (readonly [key: string, name: string])[] {
  return parse(source).tree.declarations.map((declaration) => {
    const kind = declaration.kind === 'flow' ? 'flow' : declaration.entityKind.text;
    const name = declaration.name.text.normalize('NFC');
    return [`${kind}/${name}`, name];
  });
}
