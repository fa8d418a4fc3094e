/** The project while it is written: texts come and go, and only what a change touches is looked at again. */
import type { ParamValues } from '../check/params.ts';
import { compileParsed, parseProject, type Compiled, type ParsedProject } from '../compiler.ts';
import type { Inventory } from '../connect/types.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { parse, type Parsed } from '../syntax/parse.ts';
import type { SourceText } from '../text/text.ts';
import { compileFor } from '../workspace/compile-for.ts';
import type { EnvironmentSettings } from '../workspace/environments.ts';
import { createMemory, type Memory } from './session/memory.ts';
import type { Analysis, Session } from './types.ts';

export interface SessionOptions {
  /** What the environment has, for names to complete. */
  readonly inventory?: Inventory | undefined;
  /** With an inventory: names that it does not have are told, as `flowc check --env` does. */
  readonly settings?: EnvironmentSettings | undefined;
  /** Values of params; without them those of `settings`, or the defaults. */
  readonly params?: ParamValues | undefined;
}

/** A session without files. Diagnostics after any changes are those that `compile` gives for the same texts. */
export function createSession(options: SessionOptions = {}): Session {
  const files = new Map<string, SourceText>();
  const memory = createMemory();
  const parses = new WeakMap<SourceText, Parsed>();
  const read = (source: SourceText): Parsed => {
    let parsed = parses.get(source);
    if (parsed === undefined) parses.set(source, (parsed = parse(source)));
    return parsed;
  };
  let analysis: Analysis | undefined;
  return {
    set: (path, text) => {
      if (files.get(path)?.text === text) return;
      if (text === undefined) files.delete(path);
      else files.set(path, { path, text });
      analysis = undefined;
    },
    analyse: () => {
      if (analysis !== undefined) return analysis;
      const sources = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
      const parsed = parseProject(sources, paramsOf(options), read);
      analysis = analysisOf(sources, compiled(parsed, options, memory), options.inventory);
      return analysis;
    },
  };
}

function paramsOf({ params, settings }: SessionOptions): ParamValues | undefined {
  return params ?? (settings && { environment: settings.name, settings: settings.params });
}

function compiled(parsed: ParsedProject, { inventory, settings }: SessionOptions, memory: Memory): Compiled {
  const work = memory.workFor(parsed.program);
  return inventory === undefined || settings === undefined
    ? compileParsed(parsed, { work })
    : compileFor(parsed, { inventory, settings }, { work });
}

function analysisOf(sources: readonly SourceText[], result: Compiled, inventory: Inventory | undefined): Analysis {
  const { program, flows } = result;
  const diagnostics = new Map<string, Diagnostic[]>(sources.map(({ path }) => [path, []]));
  for (const diagnostic of result.diagnostics) diagnostics.get(diagnostic.place.source.path)?.push(diagnostic);
  return {
    program,
    files: new Map(program.files.map((file) => [file.source.path, file])),
    params: result.params,
    flows: new Map(flows.map((flow) => [flow.declaration, flow])),
    diagnostics,
    inventory,
  };
}
