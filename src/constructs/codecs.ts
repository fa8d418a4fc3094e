/**
 * Codecs: how one JSON value is written, both directions. Every codec takes any JSON string, because a quoted text stands
 * for itself; what it cannot take (a number where Connect writes strings) it answers with undefined, and the decompiler
 * then says the whole action as `action Type { … }`.
 */
import type { Codec } from '../catalogue/types.ts';
import { aKind } from '../check/diagnostics.ts';
import { secondsOf } from '../check/read.ts';
import type { EntityKind } from '../entities/types.ts';
import type { Entry, Value } from '../syntax/ast.ts';
import { block, list, literal, numeral, param, path, text, word } from '../syntax/make.ts';
import { isPath } from '../text/json-path.ts';
import { isObject, type Json, type JsonObject } from '../text/json.ts';
import { ANY_JSON, keyName, readJson, sayJson, sayText } from './json-values.ts';
import { isIdentifier } from '../syntax/bare.ts';

/** What raising needs: a name for an id or ARN. Declares an `existing` entity when there is none. */
export interface Namer {
  readonly refer: (kind: EntityKind, value: string, path: string) => string;
  /** What the console calls the thing that the parameter at this path speaks of. */
  readonly called?: (path: string) => string | undefined;
  /** Told which value of the tree speaks of what, so that declarations can follow the reading order. */
  readonly mention?: (value: Value, kind: EntityKind, name: string) => void;
}

/** What lowering needs: the id or ARN that a name stands for; undefined (and reported) when nothing has the name. */
export interface Resolver {
  readonly resolve: (kind: EntityKind, name: Value) => string | undefined;
  /** The value is none that the codec takes; `words` are those that it might have been. */
  readonly wrong: (value: Value, wanted: string, words?: readonly string[]) => undefined;
  /** Behind the word something is missing. */
  readonly lacks: (word: Value, wanted: string) => undefined;
}

// ------------------------------------------------------------------------------------------------ JSON → value

/** The value that says `json`; undefined when this codec cannot. `at` is the parameter path, for names. */
export function say(json: Json, codec: Codec, namer: Namer, at: string): Value | undefined {
  if (typeof codec === 'object') {
    if ('ref' in codec) return typeof json === 'string' ? sayReference(json, codec.ref, namer, at) : undefined;
    if ('enum' in codec) return typeof json === 'string' ? sayEnum(json, codec.enum) : undefined;
    if ('flag' in codec) {
      if (typeof json !== 'string') return undefined;
      return json === codec.flag[0] ? word('on') : json === codec.flag[1] ? word('off') : sayText(json);
    }
    if (!Array.isArray(json)) return undefined;
    if (json.length === 0 && codec.empty !== undefined) return word(codec.empty);
    const items = json.map((item) => say(item as Json, codec.list, namer, at));
    if (items.includes(undefined)) return undefined;
    const [only] = items;
    return codec.lone === true && items.length === 1 && only !== undefined && canStandAlone(only, codec.empty)
      ? only
      : list(items as Value[]);
  }
  switch (codec) {
    case 'json':
      return sayJson(json);
    case 'texts':
      return sayTexts(json, (item) => (typeof item === 'string' ? sayText(item) : undefined));
    case 'values':
      return sayTexts(json, (item) =>
        isObject(item) && Object.keys(item).length === 1 && typeof item['Value'] === 'string'
          ? sayText(item['Value'])
          : undefined,
      );
    case 'phone_format':
      return sayPhoneFormat(json);
    case 'streams':
      return sayStreams(json);
    case 'profile_query':
      return sayProfileQuery(json);
    case 'speech':
    case 'speeches':
      return undefined; // span several parameters, or clauses: see speech.ts
    default:
      return typeof json === 'string' ? sayScalar(json, codec) : undefined;
  }
}

/** A list of one may lose its brackets unless it would read as the word for the empty list, or as a removal. */
function canStandAlone(value: Value, empty: string | undefined): boolean {
  return value.kind !== 'list' && !(value.kind === 'word' && (value.text === empty || value.text === 'absent'));
}

function sayScalar(json: string, codec: Codec): Value {
  switch (codec) {
    case 'number':
      return /^(0|-?[1-9]\d*)$/.test(json) ? numeral(json) : sayText(json);
    case 'signed':
      return /^(0|[1-9]\d*)$/.test(json)
        ? numeral(`+${json}`)
        : /^-[1-9]\d*$/.test(json)
          ? numeral(json)
          : sayText(json);
    case 'duration':
      return /^(0|[1-9]\d{0,8})$/.test(json) ? literal('duration', sayDuration(Number(json))) : sayText(json);
    case 'duration_minutes':
      return /^(0|[1-9]\d{0,7})$/.test(json) ? literal('duration', sayDuration(Number(json) * 60)) : sayText(json);
    case 'duration_ms':
      return /^[1-9]\d{0,11}$/.test(json) ? literal('duration', sayMilliseconds(Number(json))) : sayText(json);
    case 'signed_duration': {
      const sign = json.startsWith('-') ? '-' : '+';
      const digits = json.replace(/^-/, '');
      return /^(0|[1-9]\d{0,8})$/.test(digits) && json !== '-0'
        ? literal('duration', sign + sayDuration(Number(digits)))
        : sayText(json);
    }
    case 'language':
      return /^[a-z]{2,3}(-[A-Za-z0-9]+)+$/.test(json) ? word(json) : sayText(json);
    default:
      return sayText(json);
  }
}

/** Seconds in the largest unit that divides: 90 → `90s`, 120 → `2m`, 7200 → `2h`, 86400 → `1d`. */
export function sayDuration(seconds: number): string {
  if (seconds > 0 && seconds % 86400 === 0) return `${seconds / 86400}d`;
  if (seconds > 0 && seconds % 3600 === 0) return `${seconds / 3600}h`;
  if (seconds > 0 && seconds % 60 === 0) return `${seconds / 60}m`;
  return `${seconds}s`;
}

function sayMilliseconds(milliseconds: number): string {
  return milliseconds % 1000 === 0 ? sayDuration(milliseconds / 1000) : `${milliseconds}ms`;
}

function sayReference(json: string, kind: EntityKind, namer: Namer, at: string): Value {
  if (isPath(json)) return path(json);
  // A text that is no name of anything (empty, or with a path inside) stays itself. Exports may leave the id of a thing
  // empty, and have its name only.
  if (/\$\.(?!\{)/.test(json) || (json === '' && namer.called?.(at) === undefined)) return text(json);
  const name = namer.refer(kind, json, at);
  const said = isIdentifier(name) ? word(name) : text(name);
  namer.mention?.(said, kind, name);
  return said;
}

function sayEnum(json: string, words: Readonly<Record<string, string>>): Value {
  for (const [source, wire] of Object.entries(words)) if (wire === json) return word(source);
  return sayText(json);
}

function sayTexts(json: Json, item: (value: Json) => Value | undefined): Value | undefined {
  if (!isObject(json)) return undefined;
  const entries: Entry[] = [];
  for (const [key, value] of Object.entries(json)) {
    const said = item(value);
    if (said === undefined) return undefined;
    entries.push(param(keyName(key), said));
  }
  return block(entries);
}

function sayPhoneFormat(json: Json): Value | undefined {
  if (!isObject(json)) return undefined;
  const { NumberFormat: format, CountryCode: country } = json;
  const size = Object.keys(json).length;
  if (format === 'E164' && size === 1) return word('E164');
  if (format === 'Local' && size === 2 && typeof country === 'string') {
    return /^[A-Z]{2}$/.test(country) ? word(country) : sayText(country);
  }
  return undefined;
}

const DIRECTIONS: Readonly<Record<string, string>> = { from: 'From', to: 'To' };

function sayStreams(json: Json): Value | undefined {
  if (!Array.isArray(json) || json.length !== 1) return undefined;
  const participant = json[0] as Json;
  if (!isObject(participant) || Object.keys(participant).length !== 2) return undefined;
  const directions = participant['MediaDirections'];
  if (participant['ParticipantType'] !== 'Customer' || !Array.isArray(directions)) return undefined;
  const items = directions.map((d) => (typeof d === 'string' ? sayEnum(d, DIRECTIONS) : undefined));
  return items.includes(undefined) ? undefined : list(items as Value[]);
}

/** Search keys of Customer Profiles begin with an underscore (`_phone`); one of them alone is the query by identifier. */
const SEARCH_KEY = /^_[A-Za-z0-9]+$/;

function sayProfileQuery(json: Json): Value | undefined {
  if (!isObject(json)) return undefined;
  const { IdentifierName: key, IdentifierValue: value } = json;
  const byIdentifier = Object.keys(json).length === 2 && typeof key === 'string' && typeof value === 'string';
  if (byIdentifier && SEARCH_KEY.test(key)) return block([param(keyName(key), sayText(value))]);
  // A plain map that would read as a query by identifier cannot be said this way.
  return Object.keys(json).length === 1 && SEARCH_KEY.test(Object.keys(json)[0] ?? '') ? undefined : sayJson(json);
}

// ------------------------------------------------------------------------------------------------ value → JSON

/** The JSON that a value says; undefined (after `wrong` or a failed `resolve` has reported it) when it says none. */
export function understand(value: Value, codec: Codec, resolver: Resolver): Json | undefined {
  if (typeof codec === 'object') {
    if ('ref' in codec) {
      if (value.kind === 'path') return value.text;
      if (value.kind === 'text' || value.kind === 'word') return resolver.resolve(codec.ref, value);
      return resolver.wrong(value, `the name of ${aKind(codec.ref)}, or a \`$.\` path`);
    }
    if ('enum' in codec) {
      const wire = value.kind === 'word' ? own(codec.enum, value.text) : undefined;
      return wire ?? asText(value) ?? resolver.wrong(value, oneOf(Object.keys(codec.enum)), Object.keys(codec.enum));
    }
    if ('flag' in codec) {
      if (value.kind === 'word' && value.text === 'on') return codec.flag[0];
      if (value.kind === 'word' && value.text === 'off') return codec.flag[1];
      return asText(value) ?? resolver.wrong(value, '`on` or `off`', ['on', 'off']);
    }
    if (value.kind === 'list') return understandAll(value.items, codec.list, resolver);
    if (value.kind === 'word' && value.text === codec.empty) return [];
    // One value where a list is due reads as a list of one: `analytics: realtime`.
    const single = understand(value, codec.list, resolver);
    return single === undefined ? undefined : [single];
  }
  switch (codec) {
    case 'json': {
      const json = readJson(value);
      return json === undefined ? resolver.wrong(value, ANY_JSON) : json;
    }
    case 'texts':
      return understandMap(value, resolver, (item) => item);
    case 'values':
      return understandMap(value, resolver, (item) => ({ Value: item }));
    case 'phone_format':
      if (value.kind === 'word' && value.text === 'E164') return { NumberFormat: 'E164' };
      if (value.kind === 'word' || value.kind === 'text' || value.kind === 'path') {
        return { NumberFormat: 'Local', CountryCode: value.kind === 'text' ? value.value : value.text };
      }
      return resolver.wrong(value, '`E164` or the two letters of a country, like `JP`');
    case 'profile_query':
      return understandProfileQuery(value, resolver);
    case 'streams': {
      const directions = understand(value, { list: { enum: DIRECTIONS } }, resolver);
      return directions === undefined ? undefined : [{ ParticipantType: 'Customer', MediaDirections: directions }];
    }
    case 'speech':
    case 'speeches':
      return resolver.wrong(value, 'a prompt');
    default:
      return understandScalar(value, codec, resolver);
  }
}

function understandScalar(value: Value, codec: Codec, resolver: Resolver): string | undefined {
  const plain = asText(value);
  if (plain !== undefined) return plain;
  switch (codec) {
    case 'number':
      return value.kind === 'number' ? value.text.replace(/^\+/, '') : resolver.wrong(value, 'a number');
    case 'signed':
      return value.kind === 'number' ? value.text.replace(/^\+/, '') : resolver.wrong(value, 'a number with its sign');
    case 'duration':
      return scaled(durationOf(value), 1) ?? resolver.wrong(value, 'a time like `5s`, `10m` or `2h`');
    case 'signed_duration':
      return scaled(durationOf(value), 1) ?? resolver.wrong(value, 'a time like `+60s` or `-10m`');
    case 'duration_minutes':
      return scaled(durationOf(value), 60) ?? resolver.wrong(value, 'a time in whole minutes, like `3m`');
    case 'duration_ms':
      return scaled(durationOf(value), 0.001) ?? resolver.wrong(value, 'a time like `5m`');
    case 'language':
      return value.kind === 'word' ? value.text : resolver.wrong(value, 'a language like `ja-JP`');
    case 'phone':
      return value.kind === 'literal' && value.type === 'phone'
        ? value.text
        : resolver.wrong(value, 'a number like "+81501234XXXX"');
    default:
      return resolver.wrong(value, 'a text in quotes, or a `$.` path');
  }
}

function understandAll(items: readonly Value[], codec: Codec, resolver: Resolver): Json | undefined {
  const found = items.map((item) => understand(item, codec, resolver));
  return found.includes(undefined) ? undefined : (found as Json[]);
}

function understandProfileQuery(value: Value, resolver: Resolver): Json | undefined {
  const json = readJson(value);
  if (!isObject(json)) return resolver.wrong(value, '`{ _phone: $.CustomerEndpoint.Address }`');
  const [key] = Object.keys(json);
  const item = key === undefined ? undefined : json[key];
  const byIdentifier =
    Object.keys(json).length === 1 && key !== undefined && SEARCH_KEY.test(key) && typeof item === 'string';
  return byIdentifier ? { IdentifierName: key, IdentifierValue: item } : json;
}

function understandMap(value: Value, resolver: Resolver, wrap: (item: string) => Json): JsonObject | undefined {
  if (value.kind !== 'block') return resolver.wrong(value, '`{ key: "value" }`');
  const pairs: [string, Json][] = [];
  let isWrong = false;
  for (const entry of value.entries) {
    const item = entry.kind === 'param' ? mapText(entry.value) : undefined;
    if (entry.kind === 'param' && item !== undefined) pairs.push([entry.key.text, wrap(item)]);
    else {
      resolver.wrong(entry.kind === 'param' ? entry.value : value, 'a text in quotes, or a `$.` path');
      isWrong = true;
    }
  }
  return isWrong ? undefined : Object.fromEntries(pairs);
}

/** Values of users' maps are texts; a bare number or `on`/`off` there is the text as written. Other words are names. */
function mapText(value: Value): string | undefined {
  const isPlain =
    value.kind === 'number' || value.kind === 'literal' || (value.kind === 'word' && SWITCH.has(value.text));
  return asText(value) ?? (isPlain ? value.text : undefined);
}

const SWITCH: ReadonlySet<string> = new Set(['on', 'off']);

function asText(value: Value): string | undefined {
  return value.kind === 'text' ? value.value : value.kind === 'path' ? value.text : undefined;
}

/** Seconds of a duration literal, with its sign; a bare 0 is 0. */
function durationOf(value: Value): number | undefined {
  return value.kind === 'number' && Number(value.text) === 0 ? 0 : secondsOf(value);
}

function scaled(seconds: number | undefined, unit: number): string | undefined {
  if (seconds === undefined) return undefined;
  const amount = Math.round((seconds / unit) * 1000) / 1000;
  return Number.isInteger(amount) ? String(amount) : undefined;
}

function own(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

const MOST_SHOWN = 12;

/** A choice in a sentence, cut short. */
export function oneOf(words: readonly string[]): string {
  if (words.length === 1) return `\`${words[0] ?? ''}\``;
  const shown = words.slice(0, MOST_SHOWN).map((w) => `\`${w}\``);
  return `one of ${shown.join(', ')}${words.length > MOST_SHOWN ? ', …' : ''}`;
}
