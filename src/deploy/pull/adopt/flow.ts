/** The live version of a flow, taken into its source. */
import { sayFlow } from '../../../decompiler.ts';
import {
  createNames,
  sayExisting,
  type Existing,
  type KnownNames,
  inReadingOrder,
} from '../../../constructs/naming.ts';
import type { Named, Program } from '../../../check/program.ts';
import { compare } from '../../../graph/compare.ts';
import type { FlowGraph } from '../../../graph/flow-graph.ts';
import type { Entity, Flow } from '../../../syntax/ast.ts';
import { format } from '../../../syntax/format.ts';
import { printFile } from '../../../syntax/print.ts';
import { NOWHERE, type SourceText } from '../../../text/text.ts';
import { editInPlace } from './in-place.ts';
import { changedLines, mergeLines } from './merge.ts';
import { carryComments } from './rewrite.ts';
import { alignedVersions } from '../../flow-align.ts';
import { understandFlow, withIdentifiers, type Surroundings } from './working.ts';

export interface AdoptedFlow {
  /** The declaration, from its first word to its last brace. */
  readonly text: string;
  /** `edited`: the smallest edits; `merged`: line by line; `rewritten`: said anew, comments carried over. */
  readonly how: 'same' | 'edited' | 'merged' | 'rewritten';
  /** What the text speaks of and the project does not declare yet. */
  readonly entities: readonly Entity[];
}

/**
 * The text of a flow's declaration that compiles to the live flow: what did not change stays to the letter.
 * `declaration` is a flow of `source`. Every proposal is compiled and compared before it is taken.
 */
export function adoptFlow(
  source: SourceText,
  declaration: Flow,
  instance: FlowGraph,
  surroundings: Surroundings,
  known: KnownNames,
): AdoptedFlow {
  const { start, end } = declaration.span;
  const old = source.text.slice(start, end);
  const before = understandFlow(old, surroundings);
  const live = before === undefined ? instance : asSourceSpells(instance, before.graph, surroundings.instanceArn);
  if (before !== undefined && compare(before.graph, live) === undefined)
    return { text: old, how: 'same', entities: [] };

  const graph = live;
  const names = createNames(new Set(), known);
  const said = sayFlow(graph, declaration.name.text, names);
  const existing = inReadingOrder(said.body.items, names.mentioned);
  const around = withExisting(surroundings, existing, source);
  const all = withNames(known, existing);
  const isLive = (text: string | undefined): text is string => {
    const understood = text === undefined ? undefined : understandFlow(text, around);
    return understood !== undefined && compare(understood.graph, graph) === undefined;
  };
  const tidy = (text: string): string => (isTidy(old) ? tidied(text) : text);

  const proposals = new Map<'edited' | 'merged', string>();
  const edited = editInPlace(old, graph, around, all);
  if (edited !== undefined && isLive(tidy(edited))) proposals.set('edited', tidy(edited));
  const cost = (text: string) => changedLines(old.split('\n'), text.split('\n'));
  const isSmall = [...proposals.values()].some((text) => cost(text) <= FEW_LINES);
  const merged = before === undefined || isSmall ? undefined : mergeFlow(old, before.graph, said, declaration, all);
  if (merged !== undefined && isLive(merged)) proposals.set('merged', merged);

  const entities = existing.map(sayExisting);
  const [best] = [...proposals].sort((a, b) => cost(a[1]) - cost(b[1]));
  if (best !== undefined) return { text: best[1], how: best[0], entities };

  const plain = printed({ ...headOf(declaration), body: said.body });
  const carried = tidied(carryComments(old, plain, graph, around));
  return { text: isLive(carried) ? carried : plain, how: 'rewritten', entities };
}

/** The live flow with the identifiers, spellings and notes of the source, so that only what changed differs. */
function asSourceSpells(live: FlowGraph, own: FlowGraph, instanceArn: string): FlowGraph {
  const named = withIdentifiers(own);
  const aligned = alignedVersions(live, named, instanceArn).before;
  const ids = new Set(aligned.actions.map(({ id }) => id));
  const notes = named.notes.filter(({ action }) => action === undefined || ids.has(action));
  return { ...aligned, type: live.type ?? own.type, notes };
}

/** Edits of so few lines need no rival. */
const FEW_LINES = 6;

/** Whether the text is as the formatter writes it, so that it may write it again. */
function isTidy(text: string): boolean {
  return tidied(text) === text;
}

function tidied(text: string): string {
  return format({ path: '', text }).text.trimEnd();
}

/** The head as the source has it. What the live flow is called is not the body's business. */
function headOf(declaration: Flow): Omit<Flow, 'body'> {
  const { kind, type, name, display } = declaration;
  return { kind, type, name, display, doc: undefined, span: NOWHERE };
}

function printed(flow: Flow): string {
  return printFile({ kind: 'file', declarations: [flow], comments: [], span: NOWHERE }).trimEnd();
}

/** Both versions said by the decompiler, and the change between them done to the text, where its lines are still the same. */
function mergeFlow(
  old: string,
  graph: FlowGraph,
  said: Flow,
  declaration: Flow,
  known: KnownNames,
): string | undefined {
  const base = sayFlow(graph, declaration.name.text, createNames(new Set(), known));
  const lines = (flow: Flow) => printed({ ...headOf(declaration), body: flow.body }).split('\n');
  return mergeLines(lines(base), old.split('\n'), lines(said))?.join('\n');
}

// ---------------------------------------------------------------------------------------------- names that are new here

function withNames(known: KnownNames, existing: readonly Existing[]): KnownNames {
  const byValue = new Map(existing.map((each) => [`${each.kind}\n${each.value}`, each.name]));
  const byName = new Map(existing.map((each) => [`${each.kind}\n${each.name}`, each.value]));
  return {
    nameOf: (kind, value) => known.nameOf(kind, value) ?? byValue.get(`${kind}\n${value}`),
    valueOf: (kind, name) => known.valueOf(kind, name) ?? byName.get(`${kind}\n${name}`),
  };
}

/** The project as it will be when the new names are declared. */
function withExisting(surroundings: Surroundings, existing: readonly Existing[], source: SourceText): Surroundings {
  const { program } = surroundings;
  if (existing.length === 0) return surroundings;
  const names = new Map([...program.names].map(([kind, ofKind]) => [kind, new Map(ofKind)] as const));
  for (const each of existing) {
    const kind = each.kind === 'lex_bot' ? 'bot' : each.kind;
    const named: Named = {
      kind,
      name: each.name,
      display: each.display ?? each.name,
      existing: true,
      pin: each.value,
      declaration: sayExisting(each),
      source,
      span: NOWHERE,
    };
    const ofKind = names.get(kind) ?? new Map<string, Named>();
    ofKind.set(each.name.normalize('NFC'), named);
    names.set(kind, ofKind);
  }
  const extended: Program = { files: program.files, names };
  return { ...surroundings, program: extended };
}
