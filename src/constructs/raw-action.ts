/**
 * `action TypeName { Param: value, on "Operand" -> a, on error NoMatchingError -> b, ends }`: any action at all, known or
 * not, to the letter. The next line is its NextAction; `ends` marks one that has none. Defaults do not cover it.
 */
import { entryOf } from '../catalogue/index.ts';
import { renameTo } from '../diagnostics/remedy.ts';
import { nearest } from '../diagnostics/suggest.ts';
import type { FlowAction } from '../graph/flow-graph.ts';
import type { Clause, Param, Pattern, Statement, Value } from '../syntax/ast.ts';
import { clause, name, param, text, word } from '../syntax/make.ts';
import type { Json } from '../text/json.ts';
import type { Span } from '../text/text.ts';
import { ANY_JSON, keyName, readJson, readObject, sayJson, sayObject } from './json-values.ts';
import { isIdentifier } from '../syntax/bare.ts';
import { addEdge, branchTarget } from './branches.ts';
import { draft, headSpan, NONE, plainText, report, type Lowering, type Target, type Where } from './lowering.ts';
import { lacksColon, reportMissingColon } from './missing-colon.ts';
import { patternText, understandPattern } from './patterns.ts';
import { repeatedKeys, reportRepeatedKey } from './repeated-keys.ts';

/** Clauses that a raw action may have besides its parameters; a parameter called so is quoted. */
const CLAUSES = new Set(['ends', 'extra', 'transitions']);

export function lowerRawAction(lowering: Lowering, item: Statement, where: Where, follow: Target): Target {
  const [, named] = item.words;
  const type = plainText(named) ?? '';
  const made = draft(lowering, where, {
    type,
    phrase: `action ${type}`,
    span: headSpan(item.words, item.span),
    label: item.label,
  });
  if (named?.kind !== 'word' && named?.kind !== 'text') {
    report(lowering, 'missing-operand', made.place.span, { phrase: 'action', what: 'the Type of an action' });
  }
  const surplus = item.words[2];
  if (surplus !== undefined)
    report(lowering, 'surplus-operand', surplus.span, { phrase: 'action', suggestion: undefined });
  const { resolver } = lowering;
  const parameters: [string, Json][] = [];
  let success: Target = follow;
  let ends = false;
  for (const entry of item.block?.entries ?? []) {
    if (entry.kind === 'param') {
      const value = readJson(entry.value);
      if (value === undefined) resolver.wrong(entry.value, ANY_JSON);
      else parameters.push([entry.key.text, value]);
      placesIn(entry.key.text, entry.value, (path, span) =>
        made.parameterPlaces.set(path, { source: lowering.source, span }),
      );
    } else if (entry.kind === 'clause') {
      ends = lowerClause(lowering, made, entry) || ends;
    } else {
      const target = branchTarget(lowering, entry, where, follow);
      for (const pattern of entry.patterns) {
        const edge = understandPattern(pattern, undefined, resolver);
        if (edge === undefined) {
          reportUnknownBranch(lowering, type, pattern);
        } else if (edge.kind === 'success' || edge.kind === 'nextAction') success = target;
        else addEdge(lowering, made, edge, target, pattern, entry);
      }
    }
  }
  for (const { key, span } of repeatedKeys(item.block?.entries ?? [])) reportRepeatedKey(lowering, key.text, span);
  made.parameters = Object.fromEntries(parameters);
  made.next = ends ? NONE : success;
  return made;
}

/** An error of the action, written without the word `error`, is most likely what was meant. */
function reportUnknownBranch(lowering: Lowering, type: string, pattern: Pattern): void {
  const said = patternText(pattern);
  const errors = entryOf(type)?.errors.map((error) => error.type) ?? [];
  const known = ['success', ...(errors.length > 0 ? errors : ['Type']).map((error) => `error ${error}`), '"Operand"'];
  const asked = said === 'error' ? 'NoMatchingError' : said;
  const meant = errors.includes(asked) ? asked : nearest(asked, errors);
  const suggestion = meant === undefined ? undefined : `error ${meant}`;
  const params = { phrase: `action ${type}`, word: said, known, suggestion };
  report(lowering, 'unknown-branch', pattern.span, params, renameTo(pattern.span, suggestion));
}

/** The places of a parameter and of what is inside of it, by path. */
function placesIn(path: string, value: Value, set: (path: string, span: Span) => void): void {
  set(path, value.span);
  if (value.kind !== 'block') return;
  for (const entry of value.entries) {
    if (entry.kind === 'param') placesIn(`${path}.${entry.key.text}`, entry.value, set);
  }
}

function lowerClause(lowering: Lowering, made: ReturnType<typeof draft>, entry: Clause): boolean {
  const [first] = entry.words;
  const said = entry.words.length === 1 ? plainText(first) : undefined;
  if (said === 'ends' && entry.block === undefined) return true;
  const object = entry.block === undefined ? undefined : readObject(entry.block);
  if (said === 'extra' && object !== undefined) made.extra = object;
  else if (said === 'transitions' && object !== undefined) made.transitionsExtra = object;
  else if (entry.words.length > 1 && lacksColon(entry)) reportMissingColon(lowering, entry);
  else {
    const key = said ?? '';
    report(lowering, 'unknown-parameter', entry.span, {
      phrase: 'action',
      key,
      known: [...CLAUSES],
      suggestion: undefined,
    });
  }
  return false;
}

/** Words and entries that say an action of any type. */
export function sayRawAction(action: FlowAction): {
  readonly words: Statement['words'];
  readonly entries: (Param | Clause)[];
} {
  const type = isIdentifier(action.type) ? word(action.type) : text(action.type);
  const entries: (Param | Clause)[] = Object.entries(action.parameters).map(([key, value]) =>
    param(CLAUSES.has(key) ? name(key, true) : keyName(key), sayJson(value)),
  );
  if (action.extra !== undefined) entries.push(clause([word('extra')], sayObject(action.extra)));
  if (action.transitionsExtra !== undefined)
    entries.push(clause([word('transitions')], sayObject(action.transitionsExtra)));
  return { words: [word('action'), type], entries };
}
