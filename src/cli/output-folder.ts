/** What `build --out` writes: a file for each flow, and a manifest that says which is which. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledFlow } from '../compiler.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Emitted } from '../flowjson/emit.ts';
import type { SourceMap } from '../flowjson/source-map.ts';
import type { FlowType } from '../graph/flow-graph.ts';
import { isObject } from '../text/json.ts';
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
  /** Whether all flows are here, so that files of flows that are gone can be removed. */
  readonly complete: boolean;
  /** A shown path as the manifest says it: the same wherever the build runs. */
  readonly sourcePath: (path: string) => string;
  /** Looks at each document before it is written. */
  readonly inspect: (flow: CompiledFlow, emitted: Emitted) => readonly Diagnostic[];
}

/** Writes the flows and the manifest, and removes files that an earlier manifest lists and this one does not. */
export function writeOutput(flows: readonly CompiledFlow[], options: OutputOptions): Diagnostic[] {
  const problem = makeFolder(options.folder, options.shown);
  if (problem) return [problem];
  const earlier = options.complete ? filesOfManifest(options.folder) : [];
  const problems: Diagnostic[] = [];
  const remarks: Diagnostic[] = [];
  const write = (file: string, text: string) => {
    const failed = writeWhole(join(options.folder, file), text, `${options.shown}/${file}`);
    if (failed) problems.push(failed);
    return failed === undefined;
  };

  const nameOf = fileNamer('.json', [MANIFEST]);
  const entries: ManifestFlow[] = [];
  for (const flow of [...flows].sort(byName)) {
    const file = nameOf(flow.name);
    const emitted = flow.emitted();
    remarks.push(...options.inspect(flow, emitted));
    if (!write(file, emitted.json)) break; // a full disk will not take the next one either
    entries.push(entryOf(flow, file, emitted.map, options.sourcePath));
  }
  if (problems.length > 0) return problems;
  const manifest: Manifest = { version: 1, flows: entries };
  write(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
  const kept = new Set(entries.map((entry) => entry.file.toLowerCase())); // a file system may know no case
  for (const file of earlier) if (!kept.has(file.toLowerCase())) rmSync(join(options.folder, file), { force: true });
  return [...problems, ...remarks];
}

/** By name, modules after flows of the same name: file names must not depend on the order of source files. */
function byName(a: CompiledFlow, b: CompiledFlow): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  const aModule = a.graph.type === 'MODULE';
  return aModule === (b.graph.type === 'MODULE') ? 0 : aModule ? 1 : -1;
}

function entryOf(flow: CompiledFlow, file: string, map: SourceMap, sourcePath: (path: string) => string): ManifestFlow {
  const references = new Map(
    flow.references.map(({ named: { kind, name } }) => [`${kind}\n${name}`, { kind, name }] as const),
  );
  const source = sourcePath(flow.source.path);
  return {
    name: flow.name,
    display: flow.display,
    type: flow.graph.type,
    file,
    source,
    references: [...references.keys()].sort().flatMap((key) => references.get(key) ?? []),
    sourceMap: Object.fromEntries(
      map.actions.flatMap((entry) =>
        entry ? [[entry.identifier, `${sourcePath(entry.file)}:${entry.line}:${entry.column}`]] : [],
      ),
    ),
  };
}

/** Files that an earlier build wrote here. A manifest is a file like any other: only plain names of JSON files count. */
function filesOfManifest(folder: string): string[] {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'));
    if (!isObject(manifest) || manifest['version'] !== 1 || !Array.isArray(manifest['flows'])) return [];
    return (manifest['flows'] as readonly unknown[]).flatMap((flow) => {
      const file = isObject(flow) ? flow['file'] : undefined;
      if (typeof file !== 'string' || !file.endsWith('.json') || file === MANIFEST) return [];
      return safeFileName(file) === file ? [file] : [];
    });
  } catch {
    return [];
  }
}
