/** What stands after `on`: a branch word of the catalogue, a literal, a comparison. Both directions. */
import type { BranchSlot, Codec, Form } from '../catalogue/types.ts';
import { conditionEdge, errorEdge } from '../graph/entries.ts';
import type { Comparison, Pattern, Value } from '../syntax/ast.ts';
import { numeral, pattern, sign, text, word } from '../syntax/make.ts';
import { isObject, type Json } from '../text/json.ts';
import { say, understand, type Resolver } from './codecs.ts';
import { readJson, sayJson } from './json-values.ts';
import { isIdentifier } from '../syntax/bare.ts';

/** The edge that a pattern names. */
export type Edge =
  | { readonly kind: 'success' }
  | { readonly kind: 'nextAction' }
  /** `again`: the document has a second entry of this kind, and means it. */
  | { readonly kind: 'error'; readonly type: string; readonly raw?: Json; readonly again?: true }
  | {
      readonly kind: 'condition';
      readonly operator: string;
      readonly operands: readonly Json[];
      readonly raw?: Json;
      readonly again?: true;
    };

const NUMBER_OPERATORS: readonly (readonly [Comparison, string])[] = [
  ['>', 'NumberGreaterThan'],
  ['>=', 'NumberGreaterOrEqualTo'],
  ['<', 'NumberLessThan'],
  ['<=', 'NumberLessOrEqualTo'],
];

const WORD_OPERATORS: readonly (readonly [string, string])[] = [
  ['starts_with', 'TextStartsWith'],
  ['ends_with', 'TextEndsWith'],
  ['contains', 'TextContains'],
];

/** Words that may stand between a path and a text in a comparison. */
export const COMPARISON_WORDS = [...WORD_OPERATORS.map(([said]) => said), 'exists', 'operator'];

/** A comparison in words: its operator as flow language names it, and the operands. */
export function understandComparison(
  operator: Comparison | undefined,
  words: readonly Value[],
  resolver: Resolver,
  codec: Codec = 'number',
): { readonly operator: string; readonly operands: readonly Json[] } | undefined {
  if (operator !== undefined) {
    if (operator === '==') return equals(words);
    const wire = NUMBER_OPERATORS.find(([said]) => said === operator)?.[1];
    const [value, surplus] = words;
    if (wire === undefined || value === undefined || surplus !== undefined) return undefined;
    const operand = understand(value, codec, resolver);
    return operand === undefined ? undefined : { operator: wire, operands: [operand] };
  }
  const [first, ...rest] = words;
  if (first?.kind !== 'word') return equals(words);
  if (first.text === 'exists' && rest.length === 0) return { operator: 'KeyExists', operands: [] };
  if (first.text === 'operator') {
    const [named, ...operands] = rest;
    if (named?.kind !== 'word' && named?.kind !== 'text') return undefined;
    return {
      operator: named.kind === 'word' ? named.text : named.value,
      operands: operands.map((operand) => {
        const value = readJson(operand);
        // `null` is a value.
        return value === undefined ? '' : value;
      }),
    };
  }
  const wire = WORD_OPERATORS.find(([said]) => said === first.text)?.[1];
  if (wire === undefined || rest.length === 0) return undefined;
  const operands = texts(rest);
  return operands === undefined ? undefined : { operator: wire, operands };
}

function equals(
  words: readonly Value[],
): { readonly operator: string; readonly operands: readonly Json[] } | undefined {
  const operands = texts(words);
  return operands === undefined || operands.length === 0 ? undefined : { operator: 'Equals', operands };
}

function texts(words: readonly Value[]): readonly string[] | undefined {
  const said = words.map((w) =>
    w.kind === 'text'
      ? w.value
      : w.kind === 'path' || w.kind === 'number' || w.kind === 'sign' || w.kind === 'literal'
        ? w.text
        : undefined,
  );
  return said.includes(undefined) ? undefined : (said as string[]);
}

/** Operator and operands in words, as they stand behind `on` or behind the compared path. */
export function sayComparison(
  operator: string,
  operands: readonly Json[],
  codec: Codec = 'number',
): { readonly operator: Comparison | undefined; readonly words: readonly Value[] } | undefined {
  const strings = operands.every((o): o is string => typeof o === 'string');
  if (operator === 'Equals' && strings && operands.length > 0)
    return { operator: undefined, words: operands.map((o) => text(o)) };
  const number = NUMBER_OPERATORS.find(([, wire]) => wire === operator)?.[0];
  if (number !== undefined && strings && operands.length === 1) {
    const operand = operands[0] as string;
    const said = say(operand, codec, NO_NAMES, '');
    // The right side is a fixed text, so what looks like a path is quoted there.
    if (said !== undefined) return { operator: number, words: [said.kind === 'path' ? text(operand) : said] };
  }
  const inWords = WORD_OPERATORS.find(([, wire]) => wire === operator)?.[0];
  if (inWords !== undefined && strings && operands.length > 0) {
    return { operator: undefined, words: [word(inWords), ...operands.map((o) => text(o))] };
  }
  if (operator === 'KeyExists' && operands.length === 0) return { operator: undefined, words: [word('exists')] };
  const said = operands.map(sayJson);
  if (said.some((value) => value.kind === 'block' || value.kind === 'list')) return undefined;
  return {
    operator: undefined,
    words: [word('operator'), isIdentifier(operator) ? word(operator) : text(operator), ...said],
  };
}

const NO_NAMES = { refer: () => '' };

/** The edge that a pattern of this form's statement names; undefined when the form has no such branch. */
export function understandPattern(given: Pattern, form: Form | undefined, resolver: Resolver): Edge | undefined {
  const { operator, words } = given;
  const [first, second] = words;
  if (operator === undefined && first?.kind === 'word') {
    if (words.length === 1) {
      if (first.text === 'success') return { kind: 'success' };
      if (first.text === 'next_action') return { kind: 'nextAction' };
      const slot = form?.branches?.find((b) => b.word === first.text);
      if (slot !== undefined) return slotEdge(slot);
    } else if (second !== undefined) {
      const named = second.kind === 'text' ? second.value : second.kind === 'word' ? second.text : undefined;
      if (first.text === 'error' && named !== undefined && words.length === 2) return { kind: 'error', type: named };
      const raw = words.length === 2 ? rawEdge(first.text, second) : undefined;
      if (raw !== undefined) return raw;
    }
  }
  const comparison = understandComparison(operator, words, resolver, form?.caseAs);
  return comparison === undefined ? undefined : { kind: 'condition', ...comparison };
}

function slotEdge(slot: BranchSlot): Edge {
  return 'error' in slot
    ? { kind: 'error', type: slot.error }
    : { kind: 'condition', operator: 'Equals', operands: [slot.equals] };
}

/** `raw_error "{…}"`, `raw_condition "{…}"`: entries of a shape that nothing else can say, as JSON. */
function rawEdge(first: string, second: Value): Edge | undefined {
  if ((first !== 'raw_error' && first !== 'raw_condition') || second.kind !== 'text') return undefined;
  let raw: Json;
  try {
    raw = JSON.parse(second.value) as Json;
  } catch {
    return undefined;
  }
  return first === 'raw_error' ? rawError(raw) : rawCondition(raw);
}

function rawError(entry: Json): Edge {
  const { type, raw } = errorEdge(withoutTarget(entry));
  return raw === undefined ? { kind: 'error', type, again: true } : { kind: 'error', type, raw: entry };
}

function rawCondition(entry: Json): Edge {
  const { operator, operands, raw } = conditionEdge(withoutTarget(entry));
  const again = raw === undefined;
  return { kind: 'condition', operator, operands, ...(again ? { again } : { raw: entry }) };
}

/** What is quoted of an entry says its NextAction only where that is no text; elsewhere the arrow does. */
function withoutTarget(entry: Json): Json {
  return isObject(entry) && !Object.hasOwn(entry, 'NextAction') ? { ...entry, NextAction: '' } : entry;
}

/** The pattern that names an error branch. */
export function sayError(type: string, raw: Json | undefined, form: Form | undefined): Pattern {
  if (raw !== undefined) return pattern([word('raw_error'), text(JSON.stringify(raw))]);
  const slot = form?.branches?.find((b) => 'error' in b && b.error === type);
  if (slot !== undefined) return pattern([word(slot.word)]);
  return pattern([word('error'), isIdentifier(type) ? word(type) : text(type)]);
}

/** The pattern that names a condition; `again` where the block has the same one before it. */
export function sayCondition(
  edge: { readonly operator: string; readonly operands: readonly Json[]; readonly raw?: Json | undefined },
  form: Form | undefined,
  again = false,
): Pattern {
  const { operator, operands, raw } = edge;
  if (raw !== undefined) return sayRawCondition(raw);
  if (again) return sayRawCondition({ Condition: { Operator: operator, Operands: operands } });
  const [operand] = operands;
  if (operator === 'Equals' && operands.length === 1 && typeof operand === 'string') {
    const slot = form?.branches?.find((b) => 'equals' in b && b.equals === operand);
    if (slot !== undefined) return pattern([word(slot.word)]);
    if (form?.cases === 'keys' && /^[0-9*#]$/.test(operand)) {
      return pattern([/[0-9]/.test(operand) ? numeral(operand) : sign(operand)]);
    }
  }
  const said = sayComparison(operator, operands, form?.caseAs);
  if (said === undefined) return sayRawCondition({ Condition: { Operator: operator, Operands: operands } });
  return pattern(said.words, said.operator);
}

function sayRawCondition(entry: Json): Pattern {
  return pattern([word('raw_condition'), text(JSON.stringify(entry))]);
}

/** A pattern as messages say it. */
export function patternText(given: Pattern): string {
  const words = given.words.map((w) => (w.kind === 'text' ? JSON.stringify(w.value) : 'text' in w ? w.text : '…'));
  return [...(given.operator === undefined ? [] : [given.operator]), ...words].join(' ');
}
