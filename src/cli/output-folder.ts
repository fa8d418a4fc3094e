/** What `build --out` writes: a file for each flow, and a manifest that says which is which. */
import { lstatSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledFlow } from '../compiler.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Emitted } from '../flowjson/emit.ts';
import type { SourceMap } from '../flowjson/source-map.ts';
import type { FlowType } from '../graph/flow-graph.ts';
import { objectsAt } from '../text/json-members.ts';
import { isObject, type JsonObject } from '../text/json.ts';
import { fileNamer, safeFileName } from '../workspace/file-names.ts';
import { makeFolder, writeWhole } from '../workspace/write.ts';

export const MANIFEST = 'manifest.json';

/** One flow of the manifest. The shape is stable and described by schemas/manifest.schema.json. */
export interface ManifestFlow {
  /** The identifier in the source, and the name in Connect. */
  readonly name: string;
  readonly display: string;
  readonly type: FlowType | undefined;
  /** Beside the manifest. */
  readonly file: string;
  /** The `.flow` file, relative to the project. */
  readonly source: string;
  /** What the flow speaks of. */
  readonly references: readonly { readonly kind: string; readonly name: string }[];
  /** Where each action comes from: `file:line:column` by identifier. */
  readonly sourceMap: Readonly<Record<string, string>>;
}

export interface Manifest {
  readonly version: 1;
  readonly flows: readonly ManifestFlow[];
}

export interface OutputOptions {
  /** Absolute path of the folder, and what messages call it. */
  readonly folder: string;
  readonly shown: string;
  /** A shown path as the manifest says it: the same wherever the build runs. */
  readonly sourcePath: (path: string) => string;
}

export interface OutputFolder {
  /** Writes one flow. After something could not be written, does nothing: a full disk will not take the next one either. */
  readonly write: (flow: CompiledFlow, emitted: Emitted) => void;
  /**
   * Writes the manifest. `complete` says that all flows of the project were written, so that files which an earlier
   * manifest lists and this one does not can be removed. Returns what went wrong.
   */
  readonly finish: (complete: boolean) => readonly Diagnostic[];
  /** The document of a flow that lies in the folder since an earlier build; undefined when there is none. */
  readonly earlier: (flow: CompiledFlow) => JsonObject | undefined;
  /** Flows written so far. */
  readonly count: () => number;
}

/** Makes the folder, and writes flows into it one by one, so that they need not be kept. */
export function openOutput({ folder, shown, sourcePath }: OutputOptions): OutputFolder {
  let failed: Diagnostic | undefined = makeFolder(folder, shown);
  let before: readonly Written[] | undefined;
  const entries: ManifestFlow[] = [];
  const nameOf = fileNamer('.json', [MANIFEST]);
  const write = (file: string, text: string): void => {
    failed ??= writeWhole(join(folder, file), text, `${shown}/${file}`);
  };
  return {
    write(flow, { json, map }) {
      if (failed) return;
      const file = nameOf(flow.name);
      write(file, json);
      entries.push(entryOf(flow, file, map, sourcePath));
    },
    finish(complete) {
      if (failed) return [failed];
      const earlier = complete ? flowsOfManifest(folder).map(({ file }) => file) : [];
      const manifest: Manifest = { version: 1, flows: entries.sort(byName) };
      write(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
      const kept = new Set(entries.map((entry) => entry.file.toLowerCase())); // a file system may know no case
      for (const file of earlier) if (!kept.has(file.toLowerCase())) removeFile(join(folder, file));
      return failed ? [failed] : [];
    },
    earlier({ name, graph: { type } }) {
      before ??= flowsOfManifest(folder);
      const entry = before.find((flow) => flow.name === name && flow.type === type);
      return entry && readObject(join(folder, entry.file));
    },
    count: () => entries.length,
  };
}

/** A folder that somebody has put in its place since is theirs. */
function removeFile(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === false) rmSync(path, { force: true });
}

/** By name, then by file: a flow and a module may share a name. */
function byName(a: ManifestFlow, b: ManifestFlow): number {
  const [x, y] = a.name === b.name ? [a.file, b.file] : [a.name, b.name];
  return x < y ? -1 : x > y ? 1 : 0;
}

function entryOf(flow: CompiledFlow, file: string, map: SourceMap, sourcePath: (path: string) => string): ManifestFlow {
  const references = new Map(
    flow.references.map(({ named: { kind, name } }) => [`${kind}\n${name}`, { kind, name }] as const),
  );
  const source = sourcePath(flow.source.path);
  const pathOf = (path: string) => (path === flow.source.path ? source : sourcePath(path)); // nearly always the same
  return {
    name: flow.name,
    display: flow.display,
    type: flow.graph.type,
    file,
    source,
    references: [...references.keys()].sort().flatMap((key) => references.get(key) ?? []),
    sourceMap: Object.fromEntries(
      map.actions.flatMap((entry) =>
        entry ? [[entry.identifier, `${pathOf(entry.file)}:${entry.line}:${entry.column}`]] : [],
      ),
    ),
  };
}

/** What an earlier build wrote here. A manifest is a file like any other: only plain names of JSON files count. */
type Written = Pick<ManifestFlow, 'file'> & { readonly name: unknown; readonly type: unknown };

function flowsOfManifest(folder: string): readonly Written[] {
  const manifest = readObject(join(folder, MANIFEST));
  if (manifest?.['version'] !== 1) return [];
  return objectsAt(manifest, 'flows').flatMap(({ file, name, type }) => {
    if (typeof file !== 'string' || !file.endsWith('.json') || file === MANIFEST) return [];
    return safeFileName(file) === file ? [{ file, name, type }] : [];
  });
}

function readObject(path: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
