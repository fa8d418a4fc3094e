/** The project while it is written: texts come and go, and only what a change touches is looked at again. */
import type { ParamValues } from '../check/params.ts';
import {
  compiledFlow,
  compileParsed,
  parseProject,
  workOnFlow,
  type Compiled,
  type CompiledFlow,
  type ParsedProject,
  type WorkOnFlow,
} from '../compiler.ts';
import type { Inventory } from '../connect/types.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ChoiceFor } from '../lint/settle.ts';
import type { Flow } from '../syntax/ast.ts';
import { parse, type Parsed } from '../syntax/parse.ts';
import type { SourceText } from '../text/text.ts';
import { compileFor } from '../workspace/compile-for.ts';
import type { EnvironmentSettings } from '../workspace/environments.ts';
import { createMemory, type Working } from './session/memory.ts';
import { parseOutline } from './session/outline.ts';
import { reparse } from './session/reparse.ts';
import type { Analysis, Session } from './types.ts';

export interface SessionOptions {
  /** What the environment has, for names to complete. */
  readonly inventory?: Inventory | undefined;
  /** With an inventory: names that it does not have are told, as `flowc check --env` does. */
  readonly settings?: EnvironmentSettings | undefined;
  /** Values of params; without them those of `settings`, or the defaults. */
  readonly params?: ParamValues | undefined;
  /** Which rules run over a file and what their findings count as; without it the recommended ones. */
  readonly rules?: ChoiceFor | undefined;
  /** The project file, by its path, for the values of params that are written there. */
  readonly projectFile?: SourceText | undefined;
}

/** A session without files. Diagnostics after any changes are those that `compile` gives for the same texts. */
export function createSession(options: SessionOptions = {}): Session {
  const files = new Map<string, SourceText>();
  const memory = createMemory();
  /** By path: what was parsed last. */
  const parses = new Map<string, { readonly source: SourceText; readonly parsed: Parsed }>();
  const read = (source: SourceText): Parsed => {
    const last = parses.get(source.path);
    if (last?.source === source) return last.parsed;
    const parsed = (last && reparse(last.source, last.parsed, source)) ?? parse(source);
    parses.set(source.path, { source, parsed });
    return parsed;
  };
  const prepare = (): Prepared => {
    const sources = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    const parsed = parseProject(sources, paramsOf(options), read);
    const isPlain = (source: SourceText): boolean =>
      parsed.params.length === 0 && parsed.uses.size === 0 && read(source).diagnostics.length === 0;
    return { sources, parsed, working: memory.workFor(parsed.program, isPlain) };
  };
  /** Of the texts as they are now; whoever asks for a part first and then for the rest has it made once. */
  let prepared: Prepared | undefined;
  let analysis: Analysis | undefined;
  return {
    set: (path, text) => {
      if (files.get(path)?.text === text) return;
      if (text === undefined) {
        files.delete(path);
        parses.delete(path);
      } else files.set(path, { path, text });
      analysis = undefined;
      prepared = undefined;
    },
    analyse: () => {
      if (analysis !== undefined) return analysis;
      const { sources, parsed, working } = (prepared ??= prepare());
      const flows = new Map<Flow, CompiledFlow>();
      const noting: WorkOnFlow = (flow, source, ...rest) => {
        const done = working.work(flow, source, ...rest);
        // Also where a param without a value stands in it, which the compiler hands to nobody: it speaks of names all the same.
        flows.set(flow, compiledFlow(flow, source, done.lowered));
        return done;
      };
      const { program, params, diagnostics } = compiled(parsed, options, noting);
      working.isWhole();
      analysis = {
        program,
        files: new Map(program.files.map((file) => [file.source.path, file])),
        params,
        uses: parsed.uses,
        flows,
        diagnostics: byFile(sources, diagnostics),
        inventory: options.inventory,
        projectFile: options.projectFile,
      };
      return analysis;
    },
    glance: (paths) => {
      if (analysis !== undefined) return analysis;
      const { sources, parsed, working } = (prepared ??= prepare());
      const only = ({ path }: SourceText): boolean => paths.has(path);
      const { params, diagnostics } = compiled(parsed, options, working.work, only);
      const found = byFile(sources, diagnostics);
      return { params, diagnostics: new Map([...found].filter(([path]) => paths.has(path))) };
    },
    firstErrors: (paths) => {
      if (analysis !== undefined || prepared !== undefined) return undefined;
      const isRead = (source: SourceText): boolean => parses.get(source.path)?.source === source;
      const sources = [...files.values()];
      const unread = sources.filter((source) => !paths.has(source.path) && !isRead(source));
      if (unread.length < MANY) return undefined;
      const isOutline = new Set(unread);
      const parsed = parseProject(sources, paramsOf(options), (source) =>
        isOutline.has(source) ? parseOutline(source) : read(source),
      );
      const only = ({ path }: SourceText): boolean => paths.has(path);
      const { params, diagnostics } = compiled(parsed, { ...options, lint: false }, workOnFlow, only);
      const errors = diagnostics.filter(({ severity, place }) => severity === 'error' && paths.has(place.source.path));
      return { params, diagnostics: byFile(sources.filter(only), errors) };
    },
  };
}

/** Files that take long enough to read for somebody to wait. */
const MANY = 20;

interface Prepared {
  readonly sources: readonly SourceText[];
  readonly parsed: ParsedProject;
  readonly working: Working;
}

function paramsOf({ params, settings }: SessionOptions): ParamValues | undefined {
  return params ?? (settings && { environment: settings.name, settings: settings.params });
}

function compiled(
  parsed: ParsedProject,
  { inventory, settings, rules, lint = true }: SessionOptions & { readonly lint?: boolean },
  work: WorkOnFlow,
  only?: (source: SourceText) => boolean,
): Compiled {
  return inventory === undefined || settings === undefined
    ? compileParsed(parsed, { work, only, rules, lint })
    : compileFor(parsed, { inventory, settings }, { work, only, rules, lint });
}

function byFile(
  sources: readonly SourceText[],
  found: readonly Diagnostic[],
): ReadonlyMap<string, readonly Diagnostic[]> {
  const diagnostics = new Map<string, Diagnostic[]>(sources.map(({ path }) => [path, []]));
  for (const diagnostic of found) diagnostics.get(diagnostic.place.source.path)?.push(diagnostic);
  return diagnostics;
}
