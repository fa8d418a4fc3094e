/** Files for what a project does not have yet: beside what it has of the kind. */
import { dirname } from 'node:path';
import type { Program } from '../../../check/program.ts';
import type { CanonicalKind } from '../../../entities/types.ts';
import type { Entity } from '../../../syntax/ast.ts';
import { printFile } from '../../../syntax/print.ts';
import { NOWHERE, type SourceText } from '../../../text/text.ts';
import { fileNamer } from '../../../workspace/file-names.ts';
import { EXISTING_FILE, folderOf } from '../layout.ts';
import type { Adopted } from './project.ts';

/** The files that are added or grow. `root`: the folder of the project's files, as `SourceText.path` has it; '' for here. */
export function placeAdded(
  { added, existing, files: changed }: Pick<Adopted, 'added' | 'existing' | 'files'>,
  program: Program,
  sources: readonly SourceText[],
  root: string,
): readonly SourceText[] {
  const files: SourceText[] = [];
  const namers = new Map<string, (name: string) => string>();
  for (const { key, identifier, text } of added) {
    const folder = usualFolder(program, key.kind) ?? inFolder(root, folderOf(key.kind));
    const taken = sources.filter(({ path }) => dirname(path) === (folder === '' ? '.' : folder));
    const namer =
      namers.get(folder) ??
      fileNamer(
        '.flow',
        taken.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)),
      );
    namers.set(folder, namer);
    files.push({ path: inFolder(folder, namer(identifier)), text });
  }
  if (existing.length > 0) files.push(withExisting(existing, program, root, changed));
  return files;
}

function inFolder(folder: string, file: string): string {
  return folder === '' || folder === '.' ? file : `${folder}/${file}`;
}

/** The folder where most things of a kind are declared. */
function usualFolder(program: Program, kind: CanonicalKind): string | undefined {
  const counts = new Map<string, number>();
  for (const { existing, source } of program.names.get(kind)?.values() ?? []) {
    if (!existing) counts.set(dirname(source.path), (counts.get(dirname(source.path)) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** The file that has most declarations of what exists, with more of them; a new one where there is none. */
function withExisting(
  existing: readonly Entity[],
  program: Program,
  root: string,
  changed: readonly SourceText[],
): SourceText {
  const text = printFile({ kind: 'file', declarations: existing, comments: [], span: NOWHERE });
  const counts = program.files.map(({ source, tree }) => {
    const count = tree.declarations.filter((one) => one.kind === 'entity' && one.existing).length;
    return { source, count };
  });
  const [most] = counts.sort((a, b) => b.count - a.count);
  if (most === undefined || most.count === 0) return { path: inFolder(root, EXISTING_FILE), text };
  const { path } = most.source;
  const now = changed.find((file) => file.path === path)?.text ?? most.source.text;
  return { path, text: `${now.trimEnd()}\n\n${text}` };
}
