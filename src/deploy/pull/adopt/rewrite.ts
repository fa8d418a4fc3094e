/**
 * A flow said anew, where its structure moved too far for edits: comments go along with the blocks that are there still,
 * and statements that say the same keep their text.
 */
import { pairUp } from '../../../graph/compare.ts';
import type { FlowGraph } from '../../../graph/flow-graph.ts';
import { Pairing } from '../../../graph/pairing.ts';
import { indentAt } from '../../../diagnostics/remedy.ts';
import type { Comment, Item } from '../../../syntax/ast.ts';
import { attachComments } from '../../../syntax/comments.ts';
import { parse } from '../../../syntax/parse.ts';
import { applyEdits, type TextEdit } from '../../../text/text.ts';
import { bodiesOf } from '../../../syntax/walk.ts';
import { keyOf } from './say.ts';
import { startWorking, understandFlow, type Surroundings } from './working.ts';
import { spotsOf } from './spots.ts';

/** `old` with its comments put into `said`, which is the live flow as the decompiler says it. */
export function carryComments(old: string, said: string, live: FlowGraph, surroundings: Surroundings): string {
  const before = itemsByLive(old, live, surroundings);
  const understood = understandFlow(said, surroundings);
  const pairs = understood === undefined ? undefined : pairUp(understood.graph, live);
  if (before === undefined || understood === undefined || !(pairs instanceof Pairing)) return said;
  const liveOf = pairs.byId();
  const { byHead } = spotsOf(understood.flow);
  const edits: TextEdit[] = [];
  const seen = new Set<Item>();
  for (const action of understood.graph.actions) {
    const item = byHead.get(action.origin?.place.span.start ?? -1)?.item;
    const kept = before.get(liveOf.get(action.id) ?? '');
    if (item === undefined || kept === undefined || seen.has(item)) continue;
    seen.add(item);
    const { start, end } = item.span;
    const indent = indentAt(said, start);
    const above = kept.above.map((comment) => `${comment.text}\n${indent}`).join('');
    const isSame = bodiesOf(item).length === 0 && keyOf(item) === keyOf(kept.item);
    if (isSame) edits.push({ span: { start, end }, newText: above + inIndent(kept.text, kept.indent, indent) });
    else if (above !== '') edits.push({ span: { start, end: start }, newText: above });
    const behind = kept.behind.map((comment) => ` ${comment.text}`).join('');
    if (behind !== '') edits.push({ span: { start: lineEnd(said, end), end: lineEnd(said, end) }, newText: behind });
  }
  return applyEdits(said, edits);
}

interface Kept {
  readonly item: Item;
  readonly text: string;
  readonly indent: string;
  readonly above: readonly Comment[];
  readonly behind: readonly Comment[];
}

function itemsByLive(text: string, live: FlowGraph, surroundings: Surroundings): ReadonlyMap<string, Kept> | undefined {
  const working = startWorking(text, live, surroundings);
  if (working === undefined) return undefined;
  const source = { path: '', text };
  const attached = attachComments(parse(source).tree, source);
  // The comments hang on the nodes of their own parse, which stand at the same places.
  const at = <V>(map: ReadonlyMap<object, V>): Map<number, V> =>
    new Map([...map].map(([node, value]) => [(node as Item).span.start, value]));
  const above = at(attached.above);
  const behind = at(attached.behind);
  const kept = new Map<string, Kept>();
  const seen = new Set<Item>();
  for (const [own, liveId] of working.liveOf) {
    const item = working.spotOf.get(own)?.item;
    if (item === undefined || seen.has(item)) continue;
    seen.add(item);
    const { start, end } = item.span;
    kept.set(liveId, {
      item,
      text: text.slice(start, end),
      indent: indentAt(text, start),
      above: above.get(start) ?? [],
      behind: behind.get(start) ?? [],
    });
  }
  return kept;
}

function inIndent(text: string, from: string, to: string): string {
  return from === to ? text : text.replaceAll(`\n${from}`, `\n${to}`);
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}
