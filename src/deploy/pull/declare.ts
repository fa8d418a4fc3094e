/** Settings of a thing → its declaration: the way back of `check/data.ts`, driven by the same entity model. */
import { minutesOf, type Day, DAYS } from '../../check/opening.ts';
import { sayDuration } from '../../constructs/codecs.ts';
import { keyName } from '../../constructs/json-values.ts';
import { isIdentifier } from '../../syntax/bare.ts';
import { sayType } from '../../constructs/say-type.ts';
import { entityModel } from '../../entities/index.ts';
import type { CanonicalKind, ClauseModel, Property, ValueType } from '../../entities/types.ts';
import type { Block, Entity, Entry, Value } from '../../syntax/ast.ts';
import { block, clause, list, literal, name, numeral, param, phrase, text, word } from '../../syntax/make.ts';
import { isObject, type Json, type JsonObject } from '../../text/json.ts';
import { NOWHERE } from '../../text/text.ts';

export interface Declaring {
  readonly kind: CanonicalKind;
  /** The name in Connect. */
  readonly name: string;
  /** What the declaration is called in source. */
  readonly identifier: string;
  /** As in `Resource.settings`; `existing` things say only what describes them. */
  readonly settings: JsonObject;
  readonly existing?: boolean | undefined;
  /** What stands after `=`. */
  readonly pin?: string | undefined;
}

/** What source calls the thing of a kind that Connect calls `name`. */
export type Called = (kind: CanonicalKind, name: string) => string;

/** The declaration as the printer takes it. What the model has no word for is left out. */
export function declare(thing: Declaring, called: Called): Entity {
  const model = entityModel(thing.kind);
  const { settings } = thing;
  const doc = docFor(settings['description']);
  const properties = model.properties.filter(
    ({ key, describes }) => (doc === undefined || key !== 'description') && (!thing.existing || describes === true),
  );
  const clauses = thing.existing ? [] : model.clauses;
  const entries = sayEntries(settings, properties, clauses, model.days ?? false, called);
  const target = model.target === undefined || thing.existing ? undefined : settings[model.target.key];
  const operands = thing.name === thing.identifier && !model.operand.required ? [] : [text(thing.name)];
  return {
    kind: 'entity',
    existing: thing.existing ?? false,
    entityKind: word(model.spellings[0] ?? thing.kind),
    name: name(thing.identifier),
    operands,
    pin: thing.pin === undefined ? undefined : text(thing.pin),
    block: entries.length === 0 ? undefined : block(entries),
    target: typeof target === 'string' ? name(called(referredKind(model.target), target)) : undefined,
    doc,
    span: NOWHERE,
  };
}

function referredKind(property: Property | undefined): CanonicalKind {
  return property?.type.is === 'ref' ? property.type.kind : 'flow';
}

/** A description that a `///` comment gives back to the letter. */
export function docFor(description: Json | undefined): string | undefined {
  if (typeof description !== 'string' || description === '') return undefined;
  const isPlain = description
    .split('\n')
    .every((line) => line === line.trimEnd() && !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(line));
  return isPlain ? description : undefined;
}

/** What stands in braces, in the order of the model: properties, days, clauses. */
function sayEntries(
  settings: JsonObject,
  properties: readonly Property[],
  clauses: readonly ClauseModel[],
  days: boolean,
  called: Called,
): Entry[] {
  const entries: Entry[] = [];
  for (const property of properties) {
    const entry = sayProperty(property, settings[property.key], called);
    if (entry !== undefined) entries.push(entry);
  }
  if (days) entries.push(...sayWeek(settings['week']));
  for (const model of clauses) {
    const said = settings[model.word];
    for (const one of Array.isArray(said) ? (said as readonly Json[]) : []) {
      if (isObject(one)) entries.push(sayClause(model, one, called));
    }
  }
  return entries;
}

/** `key: value`, or `key { … }` where the model writes it so; undefined where nothing is said. */
export function sayProperty(property: Property, json: Json | undefined, called: Called): Entry | undefined {
  const value = json === undefined ? undefined : sayValue(property.type, json, called);
  if (value === undefined) return undefined;
  if (property.braces === true && value.kind === 'block') return clause([word(property.key)], value);
  return param(name(property.key), value);
}

/** `serves Support { … }`, `override "…" { … }`. */
export function sayClause(model: ClauseModel, settings: JsonObject, called: Called): Entry {
  const operand = model.operand === undefined ? undefined : settings[model.operand.name];
  const said =
    model.operand === undefined || operand === undefined ? undefined : sayValue(model.operand.type, operand, called);
  const entries = sayEntries(settings, model.properties, [], model.days ?? false, called);
  return clause([word(model.word), ...(said === undefined ? [] : [said])], block(entries));
}

/** One value of the model's types; undefined when the settings hold something else. */
export function sayValue(type: ValueType, json: Json, called: Called): Value | undefined {
  switch (type.is) {
    case 'text':
    case 'time_zone':
    case 'phone':
      return typeof json === 'string' ? text(json) : undefined;
    case 'number':
      return typeof json === 'number' ? numeral(String(json)) : undefined;
    case 'duration':
      return typeof json === 'number' ? literal('duration', sayDuration(json)) : undefined;
    case 'flag':
      return typeof json === 'boolean' ? word(json ? 'on' : 'off') : undefined;
    case 'word':
      return sayWord(type, json, called);
    case 'language':
      return typeof json === 'string' ? word(json) : undefined;
    case 'ref':
      return typeof json === 'string' ? sayName(called(type.kind, json)) : undefined;
    case 'list':
      return sayList(json, (item) => sayValue(type.of, item, called));
    case 'group':
      return isObject(json) ? block(sayEntries(json, type.properties, [], false, called)) : undefined;
    case 'map':
      return isObject(json) ? sayMap(json, type.of, called) : undefined;
    case 'opening':
      return sayOpening(json);
    case 'dates':
      return sayDates(json);
    case 'type':
      return sayType(json);
    case 'either':
      return typeof json === 'number'
        ? numeral(String(json))
        : typeof json === 'string'
          ? isIdentifier(json)
            ? word(json)
            : text(json)
          : undefined;
  }
}

function sayName(called: string): Value {
  return isIdentifier(called) ? word(called) : text(called);
}

function sayWord(type: ValueType & { is: 'word' }, json: Json, called: Called): Value | undefined {
  if (typeof json === 'string') return word(json);
  const [only] = isObject(json) ? Object.entries(json) : [];
  if (only === undefined) return undefined;
  const [first, argument] = only;
  const then = type.then?.[first];
  const said = then === undefined ? undefined : sayValue(then, argument, called);
  return said === undefined ? undefined : phrase([word(first), said]);
}

function sayList(json: Json, item: (value: Json) => Value | undefined): Value | undefined {
  if (!Array.isArray(json)) return undefined;
  return list((json as readonly Json[]).map(item).filter((value) => value !== undefined));
}

function sayMap(json: JsonObject, of: ValueType, called: Called): Block {
  const entries = Object.entries(json).flatMap(([key, item]): Entry[] => {
    const value = sayValue(of, item, called);
    return value === undefined ? [] : [param(keyName(key), value)];
  });
  return block(entries);
}

// ---------------------------------------------------------------------------------------------------- days and dates

/** Days one after the other that have the same hours are said together: `mon-fri: 09:00-18:00`. */
export function sayWeek(json: Json | undefined): Entry[] {
  if (!isObject(json)) return [];
  const said = (day: Day): Json | undefined => (Object.hasOwn(json, day) ? json[day] : undefined);
  const entries: Entry[] = [];
  for (let i = 0; i < DAYS.length;) {
    const first = DAYS[i] as Day;
    const hours = said(first);
    let end = i + 1;
    while (end < DAYS.length && JSON.stringify(said(DAYS[end] as Day)) === JSON.stringify(hours)) end++;
    const value = hours === undefined ? undefined : sayOpening(hours);
    const last = DAYS[end - 1] as Day;
    if (value !== undefined) entries.push(param(name(first === last ? first : `${first}-${last}`), value));
    i = end;
  }
  return entries;
}

/** Times from midnight to midnight; the day ends at 24:00, which Connect calls 00:00. */
function sayOpening(json: Json): Value | undefined {
  if (!Array.isArray(json)) return undefined;
  const ranges = (json as readonly Json[]).flatMap((range) => {
    const [from, to] = isObject(range) ? [range['from'], range['to']] : [];
    if (typeof from !== 'string' || typeof to !== 'string' || minutesOf(from) === undefined) return [];
    return [literal('timeRange', `${from}-${to === '00:00' ? '24:00' : to}`)];
  });
  const [only] = ranges;
  if (only === undefined) return word('closed');
  return ranges.length === 1 ? only : list(ranges);
}

function sayDates(json: Json): Value | undefined {
  if (!Array.isArray(json)) return undefined;
  const ranges = (json as readonly Json[]).flatMap((range) => {
    const [from, to] = isObject(range) ? [range['from'], range['to']] : [];
    if (typeof from !== 'string' || typeof to !== 'string') return [];
    return [from === to ? literal('date', from) : literal('dateRange', `${from}..${to}`)];
  });
  const [only] = ranges;
  return ranges.length === 1 ? only : list(ranges);
}
