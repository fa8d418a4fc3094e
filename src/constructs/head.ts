/**
 * Statements that stand for no block: `note "…"`, `document { … }` (top-level members of the JSON), and what a module
 * says of itself: `input { … }`, `returns { … }`, `branches [ … ]`.
 */
import { MODULE_SETTINGS } from '../catalogue/module-settings.ts';
import type { FlowGraph, FlowType } from '../graph/flow-graph.ts';
import type { Item, Statement } from '../syntax/ast.ts';
import { block, param, statement, word } from '../syntax/make.ts';
import { sameJson, type Json } from '../text/json.ts';
import { ANY_JSON, keyName, readJson, sayJson } from './json-values.ts';
import { plainText, report, type Lowering } from './lowering.ts';
import { repeatedKeys, reportRepeatedKey } from './repeated-keys.ts';

const HEAD_WORDS = new Set(['note', 'document', 'input', 'returns', 'branches']);

/** True for a statement that makes no action. */
export function isHeadStatement(item: Item): item is Statement {
  const first = item.kind === 'statement' ? item.words[0] : undefined;
  return first?.kind === 'word' && HEAD_WORDS.has(first.text);
}

/** Top-level members that a flow of this type has without saying so. */
export function documentDefaults(type: FlowType | undefined): Map<string, Json | undefined> {
  const top = new Map<string, Json | undefined>([['Version', '2019-10-30']]);
  if (type === 'MODULE') top.set('Settings', MODULE_SETTINGS);
  return top;
}

/** Takes a head statement in. `upcoming` is the id of the action that comes next; undefined behind the last. */
export function lowerHead(lowering: Lowering, item: Statement, upcoming: string | undefined): void {
  const said = plainText(item.words[0]);
  if (said === 'note') {
    const value = item.words[1];
    if (value?.kind === 'text') lowering.notes.push({ text: value.value, action: upcoming });
    else report(lowering, 'missing-operand', item.span, { phrase: 'note', what: 'a text in quotes' });
    const surplus = value?.kind === 'text' ? (item.words[2] ?? item.block) : undefined;
    if (surplus !== undefined)
      report(lowering, 'surplus-operand', surplus.span, { phrase: 'note', suggestion: undefined });
    return;
  }
  if (said === 'document') {
    const surplus = item.words[1];
    if (surplus !== undefined)
      report(lowering, 'surplus-operand', surplus.span, { phrase: 'document', suggestion: undefined });
    const entries = item.block?.entries ?? [];
    for (const { key, span } of repeatedKeys(entries)) reportRepeatedKey(lowering, key.text, span);
    for (const entry of entries) {
      if (entry.kind !== 'param') {
        const key = entry.kind === 'clause' ? (plainText(entry.words[0]) ?? '') : 'on';
        const params = { phrase: 'document', key, known: [], suggestion: undefined };
        report(lowering, 'unknown-parameter', entry.span, params);
        continue;
      }
      const absent = entry.value.kind === 'word' && entry.value.text === 'absent';
      const json = absent ? undefined : readJson(entry.value);
      if (json === undefined && !absent) lowering.resolver.wrong(entry.value, ANY_JSON);
      lowering.top.set(entry.key.text, json);
      lowering.topPlaces.set(entry.key.text, { source: lowering.source, span: entry.value.span });
    }
    return;
  }
  if (lowering.flowType !== 'MODULE' || lowering.flow.body.items.indexOf(item) < 0) {
    report(lowering, 'not-here', item.span, { words: said ?? '', where: 'here: only a module says it, at its head' });
  }
}

/** The `document { … }` that says what differs from the defaults; undefined when nothing does. */
export function sayDocument(graph: FlowGraph): Statement | undefined {
  const defaults = documentDefaults(graph.type);
  const entries = [];
  for (const [key, value] of Object.entries(graph.top)) {
    if (!sameJson(defaults.get(key), value)) entries.push(param(keyName(key), sayJson(value)));
  }
  for (const key of defaults.keys()) {
    if (!Object.hasOwn(graph.top, key)) entries.push(param(keyName(key), word('absent')));
  }
  return entries.length === 0 ? undefined : statement([word('document')], block(entries));
}
