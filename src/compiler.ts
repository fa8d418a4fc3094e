/** `.flow` text → flow-language JSON. The only place that knows the order: parse, bind, check, lower, lint, emit. */
import { bind } from './check/bind.ts';
import { withoutConsequences } from './check/consequences.ts';
import { checkEntities } from './check/entities.ts';
import { localEnvironment } from './check/environment.ts';
import { withParamsMeant } from './check/param-meant.ts';
import {
  isGuessed,
  resolveParams,
  withoutGuesses,
  type Param,
  type ParamValues,
  type ResolvedParams,
} from './check/params.ts';
import type { Environment, Named, ParsedFile, Program } from './check/program.ts';
import { lowerFlow, typeOf, type Lowered } from './constructs/lower.ts';
import { byPlace, type Diagnostic } from './diagnostics/diagnostic.ts';
import { emit, type Emitted } from './flowjson/emit.ts';
import { readFlow } from './flowjson/read.ts';
import type { FlowGraph, FlowType } from './graph/flow-graph.ts';
import { lintGraph, lintProgram, ofBlocks, type LintOptions } from './lint/index.ts';
import { RECOMMENDED, type RuleChoice } from './lint/levels.ts';
import { atLevels, settle, type ChoiceFor } from './lint/settle.ts';
import type { Flow } from './syntax/ast.ts';
import { parse, type Parsed } from './syntax/parse.ts';
import type { JsonObject } from './text/json.ts';
import type { Place, SourceText } from './text/text.ts';

export interface CompileOptions {
  /** Which sources' flows to compile; the other sources only declare names. Without it, all. */
  readonly only?: ((source: SourceText) => boolean) | undefined;
  /**
   * Takes each flow as soon as it is compiled (unless a param in it has no value), with what was found so far (a list that grows); `flows` of the result stays
   * empty. So ten thousand flows need little more memory than their syntax trees.
   */
  readonly take?: ((flow: CompiledFlow, found: readonly Diagnostic[]) => void) | undefined;
  /** What names stand for; without it every name gets a local id that depends on the name alone. */
  readonly environment?: Environment | undefined;
  /** Values of params; without them the defaults. */
  readonly params?: ParamValues | undefined;
  /** `false`: rules are not run over the flows, for those who run them over some (`lintService`). */
  readonly lint?: boolean | undefined;
  /** Which rules run over a file's flows and what their findings count as; without it the recommended ones. */
  readonly rules?: ChoiceFor | undefined;
  /** Does the work on one flow in the place of `workOnFlow`, as one who remembers what nothing changed of. */
  readonly work?: WorkOnFlow | undefined;
}

/** What a flow means, and what the rules say of it. */
export interface FlowWork {
  readonly lowered: Lowered;
  readonly findings: readonly Diagnostic[];
}

export type WorkOnFlow = (flow: Flow, source: SourceText, program: Program, options: WorkOptions) => FlowWork;

export interface WorkOptions extends Pick<LintOptions, 'ask' | 'choice'> {
  readonly environment: Environment;
  readonly lint: boolean;
}

export interface CompiledFlow {
  /** The identifier in the source, and the name in Connect. */
  readonly name: string;
  readonly display: string;
  /** Undefined where the source does not say a type that there is. */
  readonly type: FlowType | undefined;
  readonly graph: FlowGraph;
  readonly declaration: Flow;
  readonly source: SourceText;
  /** What the flow speaks of, with the places. */
  readonly references: readonly { readonly named: Named; readonly place: Place }[];
  /**
   * The document, made anew whenever it is asked for: kept, those of ten thousand flows would fill the memory. Blocks that
   * the `earlier` one has stay where it shows them.
   */
  readonly emitted: (earlier?: JsonObject) => Emitted;
}

export interface Compiled {
  readonly program: Program;
  readonly params: readonly Param[];
  readonly flows: readonly CompiledFlow[];
  /** By file and place. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The files of a project after parsing, with their names resolved: what is known before an environment is. */
export interface ParsedProject {
  readonly program: Program;
  readonly params: readonly Param[];
  /** Places where values of params stand, by file. */
  readonly uses: ResolvedParams['uses'];
  /** Of the parser, of params, and of names that stand twice. */
  readonly diagnostics: readonly Diagnostic[];
}

/** `read` takes the place of the parser for those who remember files that did not change. */
export function parseProject(
  sources: readonly SourceText[],
  values?: ParamValues,
  read: (source: SourceText) => Parsed = parse,
): ParsedProject {
  const diagnostics: Diagnostic[] = [];
  const files = sources.map((source): ParsedFile => {
    const { tree, diagnostics: found } = read(source);
    diagnostics.push(...found);
    return { source, tree };
  });
  const { files: resolved, params, uses, diagnostics: ofParams } = resolveParams(files, values);
  const { program, diagnostics: unbound } = bind(resolved);
  return { program, params, uses, diagnostics: [...diagnostics, ...ofParams, ...unbound] };
}

/** Compiles the files of a project. Total: what is wrong is in the diagnostics, what could be understood is in the rest. */
export function compile(sources: readonly SourceText[], options: CompileOptions = {}): Compiled {
  return compileParsed(parseProject(sources, options.params), options);
}

/** Lowers a flow and runs the rules over it. */
export const workOnFlow: WorkOnFlow = (flow, source, program, { environment, lint, ask, choice }) => {
  const lowered = lowerFlow(flow, source, program, environment);
  return { lowered, findings: lint ? lintGraph(lowered.graph, { program, ask, choice }) : [] };
};

/** A flow as it was lowered; graph and references are read when somebody asks, since they may be made late. */
export function compiledFlow(declaration: Flow, source: SourceText, lowered: Lowered): CompiledFlow {
  const { name, display } = declaration;
  return {
    name: name.text,
    display: display?.value ?? name.text,
    type: typeOf(declaration),
    get graph() {
      return lowered.graph;
    },
    declaration,
    source,
    get references() {
      return lowered.references;
    },
    emitted: (earlier) => emit(lowered.graph, { exact: true, earlier }),
  };
}

/** The same in two steps, for those who must know the names before they can say what they stand for. */
export function compileParsed(parsed: ParsedProject, options: Omit<CompileOptions, 'params'> = {}): Compiled {
  const { program, uses, diagnostics: found } = parsed;
  const { environment = localEnvironment, work = workOnFlow, lint = true, rules } = options;
  const diagnostics: Diagnostic[] = [...found, ...checkEntities(program)];
  const findings = lintProgram(program, rules && program.files.map(({ source }) => rules(source)));
  const flows: CompiledFlow[] = [];
  const take = options.take ?? ((flow: CompiledFlow) => flows.push(flow));
  for (const { source, tree } of program.files) {
    if (options.only?.(source) === false) continue;
    for (const declaration of tree.declarations) {
      if (declaration.kind !== 'flow') continue;
      const { lowered, findings: ofFlow } = work(declaration, source, program, {
        environment,
        lint,
        choice: rules?.(source),
      });
      diagnostics.push(...lowered.diagnostics);
      findings.push(...ofFlow);
      const flow = compiledFlow(declaration, source, lowered);
      if (!isGuessed(uses.get(source), declaration.span)) take(flow, diagnostics);
    }
  }
  const all = withoutConsequences(program.files, diagnostics, findings, ofBlocks);
  const judged = lint ? program.files.filter(({ source }) => options.only?.(source) !== false) : [];
  const told = [...settle(judged, all, rules)].sort(byPlace);
  return {
    program,
    params: parsed.params,
    flows,
    diagnostics: withParamsMeant(withoutGuesses(uses, told), parsed.params),
  };
}

/** Checks a flow that is JSON already: whether it can be read, and what the rules say of it. */
export function checkJson(source: SourceText, choice: RuleChoice = RECOMMENDED): readonly Diagnostic[] {
  const { graph, diagnostics, contract } = readFlow(source, { places: true });
  if (graph === undefined) return diagnostics;
  const findings = atLevels(lintGraph(graph, { choice, contract: contract?.settings }), () => choice);
  // Reading and the rules may say the same of a flow: that it is too long, that a block is none that there is.
  const has = (found: readonly Diagnostic[], said: string) => found.some(({ code }) => code === said);
  const told = has(findings, 'service/size') ? diagnostics.filter(({ code }) => code !== 'json/too-long') : diagnostics;
  const isOld = has(diagnostics, 'json/unknown-module');
  return [...told, ...findings.filter(({ code }) => !isOld || code !== 'service/unknown-action')].sort(byPlace);
}
