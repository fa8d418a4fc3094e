/** What `build --out` writes: a file for each flow, and a manifest that says which is which. */
import { existsSync, lstatSync, readFileSync, rmSync } from 'node:fs';
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

const MANIFEST = 'manifest.json';

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
  /**
   * Whether this build is of everything in a source file, as the manifest says it (undefined: of a flow whose source it does not
   * say). What an earlier build made of other files stays, and so do its names.
   */
  readonly covers: (source: string | undefined) => boolean;
}

export interface OutputFolder {
  /** Writes one flow. After something could not be written, does nothing: a full disk will not take the next one either. */
  readonly write: (flow: CompiledFlow, emitted: Emitted) => void;
  /**
   * Writes the manifest. What an earlier one lists and this build covers and did not write is removed when all is well
   * (`wellBuilt`); otherwise it stays, and stays listed. Returns what went wrong.
   */
  readonly finish: (wellBuilt: boolean) => readonly Diagnostic[];
  /** The document of a flow that lies in the folder since an earlier build; undefined when there is none. */
  readonly earlier: (flow: CompiledFlow) => JsonObject | undefined;
  /** Flows written so far. */
  readonly count: () => number;
}

/** Makes the folder, and writes flows into it one by one, so that they need not be kept. */
export function openOutput({ folder, shown, sourcePath, covers }: OutputOptions): OutputFolder {
  let failed: Diagnostic | undefined = makeFolder(folder, shown);
  const before = failed ? [] : flowsOfManifest(folder);
  const entries: ManifestFlow[] = [];
  const isCovered = ({ entry }: Written) => covers(entry?.source);
  const others = before.filter((flow) => !isCovered(flow));
  const freshName = fileNamer('.json', [MANIFEST, ...others.map(({ file }) => file)]);
  const flowAmong = (flows: readonly Written[], { name, graph: { type } }: CompiledFlow) =>
    flows.find((flow) => flow.name === name && flow.type === type);
  const write = (file: string, text: string): void => {
    failed ??= writeWhole(join(folder, file), text, `${shown}/${file}`);
  };
  return {
    write(flow, { json, map }) {
      if (failed) return;
      const isNew = covers(sourcePath(flow.source.path));
      const file = (isNew ? undefined : flowAmong(others, flow)?.file) ?? freshName(flow.name);
      write(file, json);
      entries.push(entryOf(flow, file, map, sourcePath));
    },
    finish(wellBuilt) {
      if (failed) return [failed];
      const written = new Set(entries.map((entry) => entry.file.toLowerCase())); // a file system may know no case
      const left = before.filter(({ file }) => !written.has(file.toLowerCase()));
      const isGone = (flow: Written) => wellBuilt && isCovered(flow);
      const kept = left.filter((flow) => !isGone(flow) && existsSync(join(folder, flow.file)));
      const manifest: Manifest = { version: 1, flows: withOthers(entries, kept).sort(byName) };
      write(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
      for (const { file } of left.filter(isGone)) removeFile(join(folder, file));
      return failed ? [failed] : [];
    },
    earlier(flow) {
      const known = flowAmong(before, flow);
      return known && readObject(join(folder, known.file));
    },
    count: () => entries.length,
  };
}

/** With what lies in the folder since an earlier build, unless the flow was written anew under another name. */
function withOthers(entries: readonly ManifestFlow[], others: readonly Written[]): ManifestFlow[] {
  const keyOf = ({ name, type, source }: ManifestFlow) => JSON.stringify([name, type, source]);
  const known = new Set(entries.map(keyOf));
  return [...entries, ...others.flatMap(({ entry }) => (entry && !known.has(keyOf(entry)) ? [entry] : []))];
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
interface Written {
  readonly file: string;
  readonly name: unknown;
  readonly type: unknown;
  /** As the manifest has it; undefined where members are missing. */
  readonly entry: ManifestFlow | undefined;
}

function flowsOfManifest(folder: string): readonly Written[] {
  const manifest = readObject(join(folder, MANIFEST));
  if (manifest?.['version'] !== 1) return [];
  return objectsAt(manifest, 'flows').flatMap((flow) => {
    const { file, name, type } = flow;
    if (typeof file !== 'string' || !file.endsWith('.json') || file === MANIFEST) return [];
    return safeFileName(file) === file ? [{ file, name, type, entry: isEntry(flow) ? flow : undefined }] : [];
  });
}

function isEntry(flow: object): flow is ManifestFlow {
  const { name, display, source, references, sourceMap } = flow as Partial<ManifestFlow>;
  const areTexts = [name, display, source].every((member) => typeof member === 'string');
  return areTexts && Array.isArray(references) && typeof sourceMap === 'object';
}

function readObject(path: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
