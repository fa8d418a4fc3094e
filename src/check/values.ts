/** One value against its type in the entity model. */
import { wordOfFlowType } from '../catalogue/flow-types.ts';
import type { Diagnostic, Extras } from '../diagnostics/diagnostic.ts';
import { removeEntry } from '../diagnostics/remedy.ts';
import { nearest } from '../diagnostics/suggest.ts';
import type { Property, RefType, ValueType } from '../entities/types.ts';
import type { Value } from '../syntax/ast.ts';
import type { SourceText, Span } from '../text/text.ts';
import { describe } from './describe.ts';
import { entityDiagnostic } from './diagnostics.ts';
import { flowTypeOfNamed } from './flow-types.ts';
import { isPhoneNumber, tidyPhoneNumber, timeZones } from './markets.ts';
import { resolve, type Reference } from './names.ts';
import { overlap, readDates, readOpening, type Wrong } from './opening.ts';
import { lookUp, type Named, type Program } from './program.ts';
import { secondsOf, textOf } from './read.ts';
import { readType, TYPE_WORDS } from './types.ts';

/** What checking a program collects. */
export interface Checking {
  readonly program: Program;
  readonly diagnostics: Diagnostic[];
  readonly references: Reference[];
}

/** Where a value stands. */
export interface At {
  readonly source: SourceText;
  readonly key: string;
  /** The Connect shape that limits come from. */
  readonly limits: string | undefined;
  /** Keys of the braces around. */
  readonly beside: readonly string[];
  /** Checks the entries of braces; entities.ts passes itself in. */
  readonly group: (properties: readonly Property[], value: Value & { kind: 'block' }, at: At) => void;
}

type Table = (typeof entityDiagnostic)['table'];

/** Adds a diagnostic at a place of `source`. */
export function report<C extends keyof Table & string>(
  checking: Checking,
  source: SourceText,
  span: Span,
  code: C,
  params: Parameters<Table[C]['message']>[0],
  extras?: Extras,
): void {
  checking.diagnostics.push(entityDiagnostic(code, { source, span }, params as never, extras));
}

/** The fix that goes with "did you mean". A guess may be wrong, so it is for people to take, unless it is `safe`. */
export function insteadOf(span: Span, suggestion: string | undefined, safe = false): Extras {
  if (suggestion === undefined) return {};
  return { fixes: [{ title: `Change to \`${suggestion}\``, safe, edits: [{ span, newText: suggestion }] }] };
}

export function checkValue(checking: Checking, type: ValueType, value: Value, at: At): void {
  switch (type.is) {
    case 'text':
      checkText(checking, type, value, at);
      break;
    case 'number': {
      const number = value.kind === 'number' && /^[+-]?\d+$/.test(value.text) ? Number(value.text) : undefined;
      if (number === undefined) wanted(checking, type, value, at);
      else checkRange(checking, number, type, String(number), '', value, at);
      break;
    }
    case 'duration': {
      const seconds = secondsOf(value);
      if (seconds === undefined || !Number.isInteger(seconds)) wanted(checking, type, value, at);
      else checkRange(checking, seconds, type, textOf(value) ?? '', 's', value, at);
      break;
    }
    case 'flag':
      if (value.kind !== 'word' || (value.text !== 'on' && value.text !== 'off')) wanted(checking, type, value, at);
      break;
    case 'word':
      checkWord(checking, type, value, at);
      break;
    case 'ref':
      checkReference(checking, type, value, at);
      break;
    case 'list':
      checkList(checking, type, value, at);
      break;
    case 'group':
      if (value.kind === 'block') at.group(type.properties, value, at);
      else wanted(checking, type, value, at);
      break;
    case 'map':
      checkMap(checking, type, value, at);
      break;
    case 'phone': {
      const text = quoted(value) ?? (value.kind === 'literal' && value.type === 'phone' ? value.text : undefined);
      if (text === undefined) wanted(checking, type, value, at);
      else checkPhone(checking, text, value.span, at.source);
      break;
    }
    case 'time_zone':
      checkTimeZone(checking, type, value, at);
      break;
    case 'opening':
      checkOpening(checking, value, at);
      break;
    case 'dates':
      reportWrong(checking, readDates(value).wrong, type, at);
      break;
    case 'language':
      if (value.kind !== 'word' || !/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-\d{3})?$/.test(value.text)) {
        wanted(checking, type, value, at);
      }
      break;
    case 'type':
      checkType(checking, value, at);
      break;
    case 'either': {
      const fitting = type.of.find((one) => fitsForm(one, value));
      if (fitting === undefined) wanted(checking, type, value, at);
      else checkValue(checking, fitting, value, at);
      break;
    }
  }
}

function quoted(value: Value): string | undefined {
  return value.kind === 'text' ? value.value : undefined;
}

function fitsForm(type: ValueType, value: Value): boolean {
  if (type.is === 'number') return value.kind === 'number';
  if (type.is === 'text') return value.kind === 'text';
  return value.kind === 'word';
}

function wanted(checking: Checking, type: ValueType, value: Value, at: At): void {
  const { words, example } = describe(type, at.key);
  const suggestion = meant(checking, type, value);
  const params = { key: at.key, wanted: words, example, suggestion };
  report(checking, at.source, value.span, 'property-kind', params, insteadOf(value.span, suggestion));
}

/** The same with what is missing: quotes, a unit, or the braces around the name of what one of their keys wants. */
function meant(checking: Checking, type: ValueType, value: Value): string | undefined {
  if (type.is === 'duration') return value.kind === 'number' && /^\d+$/.test(value.text) ? `${value.text}s` : undefined;
  if (value.kind !== 'word') return undefined;
  if (type.is === 'text') return JSON.stringify(value.text);
  if (type.is !== 'group') return undefined;
  const wants = ({ type: inner }: Property) =>
    inner.is === 'ref' && lookUp(checking.program, inner.kind, value.text) !== undefined;
  const key = type.properties.find(wants)?.key;
  return key === undefined ? undefined : `{ ${key}: ${value.text} }`;
}

function checkText(checking: Checking, type: ValueType & { is: 'text' }, value: Value, at: At): void {
  const text = quoted(value);
  if (text === undefined) wanted(checking, type, value, at);
  else if (type.form !== undefined && type.pattern !== undefined && !new RegExp(type.pattern, 'u').test(text)) {
    const params = { key: at.key, wanted: type.form, example: undefined };
    report(checking, at.source, value.span, 'property-kind', params);
  } else checkLength(checking, text, type, value.span, at);
}

/** Length and characters of a text; lengths count characters, not bytes. */
export function checkLength(
  checking: Checking,
  text: string,
  limits: { readonly minLength?: number; readonly maxLength?: number; readonly pattern?: string },
  span: Span,
  at: Pick<At, 'source' | 'key' | 'limits'>,
): void {
  const length = [...text].length;
  const { minLength = 0, maxLength = Infinity, pattern } = limits;
  if (length < minLength || length > maxLength) {
    const range =
      maxLength === Infinity ? 'at least one character' : `${String(minLength)} to ${String(maxLength)} characters`;
    const said = length === 0 ? 'empty' : `${String(length)} characters long`;
    report(checking, at.source, span, 'property-range', { key: at.key, value: said, range, source: at.limits });
  } else if (pattern !== undefined && !new RegExp(pattern, 'u').test(text)) {
    report(checking, at.source, span, 'wrong-characters', { what: at.key, value: text, source: at.limits });
  }
}

function checkRange(
  checking: Checking,
  number: number,
  limits: { readonly min?: number; readonly max?: number },
  said: string,
  unit: string,
  value: Value,
  at: At,
): void {
  const { min = -Infinity, max = Infinity } = limits;
  if (number >= min && number <= max) return;
  const range =
    max === Infinity
      ? `at least ${String(min)}${unit}`
      : min === max
        ? `only ${String(min)}${unit}`
        : `${String(min)}${unit} to ${String(max)}${unit}`;
  report(checking, at.source, value.span, 'property-range', { key: at.key, value: said, range, source: at.limits });
}

function checkWord(checking: Checking, type: ValueType & { is: 'word' }, value: Value, at: At): void {
  const [first, ...rest] = value.kind === 'phrase' ? value.words : [value];
  if (first?.kind !== 'word') {
    wanted(checking, type, value, at);
    return;
  }
  if (!type.words.includes(first.text)) {
    const suggestion = nearest(first.text, type.words);
    const params = { key: at.key, word: first.text, known: type.words, suggestion };
    report(checking, at.source, first.span, 'property-word', params, insteadOf(first.span, suggestion));
    return;
  }
  const then = type.then?.[first.text];
  const [argument] = rest;
  if (then === undefined || argument === undefined || rest.length > 1) {
    if (then !== undefined || rest.length > 0) {
      const words = then === undefined ? `\`${first.text}\` alone` : describe(then, first.text).words;
      report(checking, at.source, value.span, 'property-kind', {
        key: then === undefined ? at.key : first.text,
        wanted: words,
        example: then === undefined ? undefined : `${at.key}: ${first.text} "+81501234XXXX"`,
      });
    }
    return;
  }
  checkValue(checking, then, argument, { ...at, key: first.text });
}

/** Reports what is wrong with a name, and remembers who speaks of whom. The thing it names, if there is one. */
function checkReference(checking: Checking, type: RefType, value: Value, at: At): Named | undefined {
  if (value.kind !== 'word' && value.kind !== 'text') {
    wanted(checking, type, value, at);
    return undefined;
  }
  const name = value.kind === 'word' ? value.text : value.value;
  return checkName(checking, type, name, value.span, at);
}

/** The same for a name that stands as such (behind `->`). */
export function checkName(
  checking: Checking,
  type: RefType,
  name: string,
  span: Span,
  at: Pick<At, 'source' | 'key' | 'beside'>,
): Named | undefined {
  const resolution = resolve(checking.program, type.kind, name);
  if (resolution.found === undefined) {
    const { other, suggestion } = resolution;
    if (other === undefined) {
      const params = { kind: type.kind, name, suggestion };
      report(checking, at.source, span, 'undeclared-name', params, insteadOf(span, suggestion));
    } else {
      report(checking, at.source, span, 'other-kind', { name, wanted: type.kind, found: other.kind, suggestion });
    }
    return undefined;
  }
  const named = resolution.found;
  checking.references.push({ named, place: { source: at.source, span } });
  const byKey = Object.entries(type.flowTypesBeside ?? {}).find(([key]) => at.beside.includes(key));
  const flowTypes = type.flowTypes ?? byKey?.[1];
  const flowType = flowTypeOfNamed(named);
  if (flowTypes !== undefined && flowType !== undefined && !flowTypes.includes(flowType)) {
    report(
      checking,
      at.source,
      span,
      'other-flow-type',
      { key: at.key, name, wanted: flowTypes.map(wordOfFlowType), found: wordOfFlowType(flowType) },
      { related: [{ place: { source: named.source, span: named.span }, message: 'It is declared here.' }] },
    );
  }
  return named;
}

function checkList(checking: Checking, type: ValueType & { is: 'list' }, value: Value, at: At): void {
  if (value.kind !== 'list') {
    wanted(checking, type, value, at);
    return;
  }
  const { min = 0, max = Infinity } = type;
  if (value.items.length < min || value.items.length > max) {
    const range = max === Infinity ? `at least ${String(min)}` : `${String(min)} to ${String(max)} of them`;
    const said = `a list of ${String(value.items.length)}`;
    report(checking, at.source, value.span, 'property-range', { key: at.key, value: said, range, source: at.limits });
  }
  const seen = new Set<string>();
  for (const item of value.items) {
    const text = textOf(item);
    if (text !== undefined && seen.has(text)) {
      const fixes = removeEntry(at.source, item.span, 'Remove the second');
      report(checking, at.source, item.span, 'listed-twice', { key: at.key, value: text }, fixes);
    } else {
      checkValue(checking, type.of, item, at);
    }
    if (text !== undefined) seen.add(text);
  }
}

function checkMap(checking: Checking, type: ValueType & { is: 'map' }, value: Value, at: At): void {
  if (value.kind !== 'block') {
    wanted(checking, type, value, at);
    return;
  }
  const properties: Property[] = [];
  for (const entry of value.entries) {
    const word = entry.kind === 'param' ? entry.key.text : entry.kind === 'clause' ? textOf(entry.words[0]) : undefined;
    if (word !== undefined) properties.push({ key: word, type: type.of, doc: '' });
  }
  at.group(properties, value, at);
  const surplus = type.max === undefined ? undefined : value.entries[type.max];
  if (type.max !== undefined && surplus !== undefined) {
    report(checking, at.source, surplus.span, 'over-limit', {
      what: `Keys of \`${at.key}\``,
      count: value.entries.length,
      max: type.max,
      source: at.limits ?? at.key,
    });
  }
}

export function checkPhone(checking: Checking, text: string, span: Span, source: SourceText): void {
  if (isPhoneNumber(text)) return;
  const tidy = tidyPhoneNumber(text);
  const suggestion = tidy === undefined ? undefined : `"${tidy}"`;
  const params = { value: text, suggestion };
  report(checking, source, span, 'not-a-phone-number', params, insteadOf(span, suggestion, true));
}

function checkTimeZone(checking: Checking, type: ValueType, value: Value, at: At): void {
  const zone = quoted(value);
  if (zone === undefined) wanted(checking, type, value, at);
  else if (!timeZones().has(zone)) {
    const suggestion = nearest(zone, timeZones());
    const instead = suggestion === undefined ? undefined : `"${suggestion}"`;
    const params = { zone, suggestion: instead };
    report(checking, at.source, value.span, 'unknown-time-zone', params, insteadOf(value.span, instead));
  }
}

function checkOpening(checking: Checking, value: Value, at: At): void {
  const { ranges, wrong } = readOpening(value);
  reportWrong(checking, wrong, { is: 'opening' }, at);
  const both = overlap(ranges, (earlier, later) => later.from < earlier.to);
  if (both !== undefined) {
    const [first, second] = both.map((range) => textOf(range.at) ?? '');
    report(checking, at.source, both[1].at.span, 'hours-overlap', { first: first ?? '', second: second ?? '' });
  }
}

function reportWrong(checking: Checking, wrong: readonly Wrong[], type: ValueType, at: At): void {
  for (const { value, why } of wrong) {
    const said = textOf(value) ?? '';
    if (why === 'kind') wanted(checking, type, value, at);
    else if (why === 'time') report(checking, at.source, value.span, 'not-a-time', { value: said });
    else if (why === 'date') report(checking, at.source, value.span, 'not-a-date', { value: said });
    else {
      const code = type.is === 'opening' ? 'hours-reversed' : 'dates-reversed';
      report(checking, at.source, value.span, code, { value: said });
    }
  }
}

function checkType(checking: Checking, value: Value, at: At): void {
  const read = readType(value);
  if (!('wrong' in read)) return;
  const said = textOf(read.wrong) ?? '…';
  const suggestion = COMMON_TYPES[said.toLowerCase()] ?? nearest(said, TYPE_WORDS);
  const params = { said, suggestion, known: TYPE_WORDS };
  report(checking, at.source, read.wrong.span, 'wrong-type', params, insteadOf(read.wrong.span, suggestion));
}

/** What other languages call them. */
const COMMON_TYPES: Readonly<Record<string, string>> = Object.assign(Object.create(null) as Record<string, string>, {
  string: 'text',
  str: 'text',
  int: 'integer',
  float: 'number',
  bool: 'boolean',
  array: 'list',
  map: 'object',
});
