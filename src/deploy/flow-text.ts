/**
 * Both versions of a flow as text, so that a line differs only where the flow does: steps have the names that the source
 * gives them, and a step that both versions have has one name in both, whatever is said in it.
 */
import { wordOfFlowType } from '../catalogue/flow-types.ts';
import { sayDocument } from '../constructs/head.ts';
import { keyName } from '../constructs/json-values.ts';
import { structure } from '../constructs/structure/index.ts';
import type { RaisedBlock } from '../constructs/types.ts';
import type { FlowGraph } from '../graph/flow-graph.ts';
import {
  isTargetWord,
  type Block,
  type Body,
  type Entry,
  type If,
  type Item,
  type Jump,
  type Name,
} from '../syntax/ast.ts';
import { body, name, word } from '../syntax/make.ts';
import { printFile } from '../syntax/print.ts';
import { NOWHERE } from '../text/text.ts';

/** A version, with its blocks as the language says them. */
export interface RaisedVersion {
  readonly graph: FlowGraph;
  readonly blocks: readonly RaisedBlock[];
}

export function textsOf(before: RaisedVersion, after: RaisedVersion, identifier: string): readonly [string, string] {
  const left = arranged(before);
  const right = arranged(after);
  const wanted = new Map([...right.stepNames].map(([id, given]) => [id, sourceName(after.graph, id) ?? given]));
  const shared = distinct(wanted, right.stepNames);
  const old = new Map([...left.stepNames].map(([id, given]) => [id, shared.get(id) ?? given]));
  const renamedLeft = distinct(old, left.stepNames, new Set(shared.values()));
  return [
    printed(before.graph, identifier, renamed(left.items, namesBy(left.stepNames, renamedLeft))),
    printed(after.graph, identifier, renamed(right.items, namesBy(right.stepNames, shared))),
  ];
}

function arranged({ graph, blocks }: RaisedVersion) {
  return structure({ blocks, start: graph.start, notes: graph.notes });
}

/** The step that the source has around a block, if the block is the first in it. */
function sourceName({ actions }: FlowGraph, id: string): string | undefined {
  const scope = actions.find((action) => action.id === id)?.hint?.scope;
  const first = scope === undefined ? undefined : actions.find(({ hint }) => hint?.scope === scope);
  return first?.id === id ? scope : undefined;
}

/** No name twice: what is left over keeps the name that it was given, or gets a number. */
function distinct(
  wanted: ReadonlyMap<string, string>,
  given: ReadonlyMap<string, string>,
  taken: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, string> {
  const used = new Set<string>();
  const all = new Map<string, string>();
  const isFree = (said: string, id: string) => !used.has(said) && (!taken.has(said) || wanted.get(id) === said);
  for (const [id, said] of wanted) {
    let unique = [said, given.get(id) ?? said].find((one) => isFree(one, id));
    for (let n = 2; unique === undefined; n++) unique = isFree(`${said}${n}`, id) ? `${said}${n}` : undefined;
    used.add(unique);
    all.set(id, unique);
  }
  return all;
}

function namesBy(given: ReadonlyMap<string, string>, wanted: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...given].map(([id, said]) => [said, wanted.get(id) ?? said]));
}

function printed(graph: FlowGraph, identifier: string, items: readonly Item[]): string {
  const document = sayDocument(graph);
  const flow = {
    kind: 'flow' as const,
    type: graph.type === undefined ? undefined : word(wordOfFlowType(graph.type)),
    name: name(identifier),
    display: undefined,
    doc: undefined,
    body: body([...(document === undefined ? [] : [document]), ...items]),
    span: NOWHERE,
  };
  return printFile({ kind: 'file', declarations: [flow], comments: [], span: NOWHERE });
}

// ------------------------------------------------------------------------------------------------------------ renaming

type Names = ReadonlyMap<string, string>;

function renamed(items: readonly Item[], names: Names): Item[] {
  return items.map((item) => renamedItem(item, names));
}

function renamedItem(item: Item, names: Names): Item {
  switch (item.kind) {
    case 'statement': {
      const { label, block } = item;
      return { ...item, label: label && called(label, names), block: block && renamedBlock(block, names) };
    }
    case 'if':
      return renamedIf(item, names);
    case 'repeat':
      return { ...item, label: item.label && called(item.label, names), body: renamedBody(item.body, names) };
    case 'step':
      return { ...item, name: called(item.name, names), body: renamedBody(item.body, names) };
    case 'jump':
      return renamedJump(item, names);
    case 'branch':
      return { ...item, target: renamedTarget(item.target, names) };
  }
}

function renamedIf(item: If, names: Names): If {
  const { label, then, otherwise } = item;
  return {
    ...item,
    label: label && called(label, names),
    then: renamedTarget(then, names),
    otherwise:
      otherwise === undefined
        ? undefined
        : otherwise.kind === 'if'
          ? renamedIf(otherwise, names)
          : renamedTarget(otherwise, names),
  };
}

function renamedTarget(target: Jump | Body, names: Names): Jump | Body {
  return target.kind === 'body' ? renamedBody(target, names) : renamedJump(target, names);
}

function renamedBody(given: Body, names: Names): Body {
  return { ...given, items: renamed(given.items, names) };
}

function renamedBlock(given: Block, names: Names): Block {
  const entries = given.entries.map((entry): Entry =>
    entry.kind === 'branch' ? { ...entry, target: renamedTarget(entry.target, names) } : entry,
  );
  return { ...given, entries };
}

function renamedJump(given: Jump, names: Names): Jump {
  // `-> disconnect` is a word of the language, and no step.
  if (isTargetWord(given.target)) return given;
  return { ...given, target: called(given.target, names) };
}

function called(given: Name, names: Names): Name {
  const said = names.get(given.text);
  if (said === undefined || said === given.text) return given;
  const bare = keyName(said);
  return isTargetWord(bare) ? name(said, true) : bare;
}
