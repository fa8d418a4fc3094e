/** Flows adopted without an instance: projects compiled for no environment, their documents edited as in the console. */
import { localEnvironment } from '../../src/check/environment.ts';
import { allNames } from '../../src/check/names.ts';
import { lookUp } from '../../src/check/program.ts';
import { compile, type Compiled, type CompiledFlow } from '../../src/compiler.ts';
import type { KnownNames } from '../../src/constructs/naming.ts';
import { decompile } from '../../src/decompiler.ts';
import { adoptFlow, type AdoptedFlow } from '../../src/deploy/pull/adopt/flow.ts';
import { understandFlow, type Surroundings } from '../../src/deploy/pull/adopt/working.ts';
import { decode } from '../../src/flowjson/decode.ts';
import { readFlow } from '../../src/flowjson/read.ts';
import { compare, type Difference } from '../../src/graph/compare.ts';
import type { FlowGraph } from '../../src/graph/flow-graph.ts';
import type { JsonObject } from '../../src/text/json.ts';
import { corpusFiles, type CorpusFile } from '../corpus/corpus.ts';
import { editInConsole, randomFrom, type EditKind, KINDS } from './console-edits.ts';

export interface Adopting {
  readonly compiled: Compiled;
  readonly surroundings: Surroundings;
  readonly known: KnownNames;
}

export function adopting(sources: readonly { readonly path: string; readonly text: string }[]): Adopting {
  const compiled = compile(sources);
  const { program } = compiled;
  const names = new Map<string, string>();
  for (const named of allNames(program)) {
    const value = named.pin ?? localEnvironment.bind(named);
    if (value !== undefined && named.kind !== 'attribute') names.set(`${named.kind}\n${value}`, named.name);
  }
  const known: KnownNames = {
    nameOf: (kind, value) => names.get(`${kind === 'lex_bot' ? 'bot' : kind}\n${value}`),
    valueOf: (kind, name) => {
      const named = lookUp(program, kind, name);
      return named === undefined ? undefined : (named.pin ?? localEnvironment.bind(named));
    },
  };
  return { compiled, known, surroundings: { program, environment: localEnvironment, instanceArn: '' } };
}

/** The project that importing one file gives. */
export function imported(file: CorpusFile): Adopting | undefined {
  const source = { path: file.path, text: decode(file.bytes()).text ?? '' };
  const { graph } = readFlow(source);
  if (graph === undefined) return undefined;
  const typed = { ...graph, type: graph.type ?? ('CONTACT_FLOW' as const) };
  return adopting(decompile([{ source, graph: typed }], { project: false }).files);
}

export function goodCorpus(): readonly CorpusFile[] {
  return corpusFiles().filter(({ quality }) => quality === 'A');
}

export interface Edited {
  readonly live: FlowGraph;
  readonly adopted: AdoptedFlow;
  /** What still differs. */
  readonly difference: Difference | undefined;
  readonly before: string;
}

/** Some edits in the console, the first of a certain kind, and what adopting makes of them. */
export function editAndAdopt(
  { surroundings, known }: Adopting,
  flow: CompiledFlow,
  kind: EditKind,
  { seed, edits }: { seed: number; edits: number },
): Edited | undefined {
  const random = randomFrom(seed);
  let document: JsonObject | undefined = flow.emitted().document;
  for (let i = 0; i < edits && document !== undefined; i++) {
    const next = editInConsole(document, i === 0 ? kind : (KINDS[random(KINDS.length)] ?? kind), random);
    if (next === undefined && i === 0) return undefined;
    document = next ?? document;
  }
  const { graph } = readFlow({ path: 'live.json', text: JSON.stringify(document) });
  if (graph === undefined) return undefined;
  const live = { ...graph, type: flow.graph.type };
  const { declaration, source } = flow;
  const before = source.text.slice(declaration.span.start, declaration.span.end);
  const adopted = adoptFlow(source, declaration, live, surroundings, known);
  const understood = adopted.entities.length > 0 ? undefined : understandFlow(adopted.text, surroundings);
  const difference = understood === undefined ? undefined : compare(understood.graph, live);
  return { live, adopted, difference, before };
}
