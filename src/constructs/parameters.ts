/** The parameters of an action ⇄ the operands and entries of a statement, as a form says. */
import type { Codec, EntrySlot, Form, Operand, Slot } from '../catalogue/types.ts';
import type { Block, Clause, Entry, Param, Value } from '../syntax/ast.ts';
import { block, clause, name, param, word } from '../syntax/make.ts';
import { isObject, sameJson, type Json, type JsonObject } from '../text/json.ts';
import type { Place, SourceText, Span } from '../text/text.ts';
import { say, understand, type Namer, type Resolver } from './codecs.ts';
import { foldOf } from './folded.ts';
import { atPath } from './json-values.ts';
import { lacksColon } from './missing-colon.ts';
import { repeatedIn, repeatedKeys } from './repeated-keys.ts';
import { spelledTime } from './spelled-time.ts';
import {
  beginsSpeech,
  isPlayClause,
  saySpeech,
  saySpeeches,
  SPEECH_KEYS,
  speechLength,
  understandSpeech,
  surplusOf,
  understandSpeeches,
} from './speech.ts';

// ---------------------------------------------------------------------------------------------- parameters → text

export interface SaidParameters {
  readonly operands: readonly Value[];
  readonly entries: readonly (Param | Clause)[];
}

/** Operands and entries that say the parameters; undefined when the form has no place for one of them. */
export function sayParameters(parameters: JsonObject, form: Form, namer: Namer): SaidParameters | undefined {
  const taken = new Set<string>();
  for (const [path, value] of Object.entries(form.fixed ?? {})) {
    if (!sameJson(atPath(parameters, path), value)) return undefined;
    taken.add(path);
  }
  const operands: Value[] = [];
  for (const operand of form.operands ?? []) {
    if (isImplied(operand, parameters)) {
      const value = atPath(parameters, operand.path);
      if (value === undefined) operands.push(word('absent'));
      taken.add(operand.path);
      if (value === undefined || sameJson(value, operand.implied)) continue;
    }
    const said = sayOperand(parameters, operand, namer);
    if (said === undefined) {
      if (operand.optional === true && atPath(parameters, operand.path) === undefined) continue;
      if (operand.as === 'speech' && operand.optional === true && !SPEECH_KEYS.some((key) => key in parameters))
        continue;
      return undefined;
    }
    for (const key of operand.as === 'speech' ? SPEECH_KEYS : [operand.path]) taken.add(key);
    operands.push(...said);
  }
  const entries: (Param | Clause)[] = [];
  for (const slot of form.entries ?? []) {
    const value = atPath(parameters, slot.path);
    if (value !== undefined) taken.add(slot.path);
    if (isImplied(slot, parameters)) {
      if (value === undefined) entries.push(param(name(slot.key), word('absent')));
      if (sameJson(value, slot.implied)) continue;
    }
    if (value === undefined) continue;
    const said = sayEntry(slot, value, namer);
    if (said === undefined) return undefined;
    entries.push(...said);
  }
  if (form.rest !== undefined) {
    const value = atPath(parameters, form.rest.path);
    const said = value === undefined ? undefined : say(value, form.rest.as, namer, form.rest.path);
    if (said?.kind !== 'block') return undefined;
    taken.add(form.rest.path);
    entries.push(...said.entries.filter((entry) => entry.kind !== 'branch'));
  }
  return isAllTaken(parameters, taken) ? { operands, entries } : undefined;
}

function sayOperand(parameters: JsonObject, operand: Operand, namer: Namer): readonly Value[] | undefined {
  if (operand.as === 'speech') return saySpeech(parameters, namer, operand.path);
  const value = atPath(parameters, operand.path);
  if (value === undefined) return undefined;
  const said = say(value, operand.as, namer, operand.path);
  // A block behind the words would read as the statement's own braces.
  return said === undefined || said.kind === 'block' ? undefined : [said];
}

function sayEntry(slot: EntrySlot, value: Json, namer: Namer): readonly (Param | Clause)[] | undefined {
  if (slot.as === 'speeches') return saySpeeches(value, namer, slot.path);
  const said = say(value, slot.as, namer, slot.path);
  if (said === undefined) return undefined;
  if (slot.braces === true && said.kind === 'block') return [clause([word(slot.key)], said)];
  return [param(name(slot.key), said)];
}

/** True when not writing the slot stands for its implied value: within an object, where that holds something besides. */
function isImplied(slot: Slot, parameters: JsonObject): boolean {
  const { implied, impliedWithin, impliedUnlessLike } = slot;
  if (implied === undefined || impliedWithin === undefined) return implied !== undefined;
  const within = atPath(parameters, impliedWithin);
  if (isObject(within)) return Object.keys(within).some((key) => `${impliedWithin}.${key}` !== slot.path);
  if (impliedUnlessLike === undefined || typeof within !== 'string') return within !== undefined;
  return !new RegExp(`^(?:${impliedUnlessLike})$`).test(within);
}

/** Whether some slot has taken every leaf of `Parameters`: what is left would be lost. */
function isAllTaken(value: Json, taken: ReadonlySet<string>, path = ''): boolean {
  if (taken.has(path)) return true;
  if (!isObject(value)) return false;
  const keys = Object.keys(value);
  // An empty object that no slot took would be lost; the root alone may be empty.
  if (keys.length === 0) return path === '';
  return keys.every(
    (key) => !key.includes('.') && isAllTaken(value[key] as Json, taken, path === '' ? key : `${path}.${key}`),
  );
}

// ---------------------------------------------------------------------------------------------- text → parameters

export type ParameterProblem =
  | {
      readonly kind: 'unknown-key';
      readonly key: string;
      readonly value: Value | undefined;
      readonly span: Span;
      /** The value is the operand that the statement lacks. */
      readonly isOperand?: boolean;
    }
  /** `play: "…"` where prompts stand as clauses. */
  | { readonly kind: 'spoken-key'; readonly span: Span; readonly value: Value }
  | { readonly kind: 'duplicate-key'; readonly key: string; readonly span: Span }
  | { readonly kind: 'missing-colon'; readonly entry: Clause }
  /** Behind what a clause of the phrase says. */
  | { readonly kind: 'surplus'; readonly phrase: string; readonly span: Span }
  /** `instead`: what stands in its place, and is none. */
  | { readonly kind: 'missing-operand'; readonly operand: Operand; readonly instead: readonly Value[] };

/** What understanding parameters tells besides what they are. */
export interface Told {
  readonly source: SourceText;
  /** Takes where each parameter was said, by path. */
  readonly places: Map<string, Place>;
  readonly problem: (problem: ParameterProblem) => void;
}

export interface UnderstoodParameters {
  readonly parameters: JsonObject;
  /** Operands behind those of the form: the comparison of a check, or what is too much. */
  readonly rest: readonly Value[];
}

/**
 * The parameters that operands and entries say. `words` are those behind the verb phrase. Problems are reported and the
 * rest is understood all the same.
 */
export function understandParameters(
  words: readonly Value[],
  braces: Block | undefined,
  form: Form,
  resolver: Resolver,
  told: Told,
): UnderstoodParameters {
  const build: Building = { root: {}, told };
  for (const path in form.fixed) setAt(build, path, form.fixed[path] as Json);
  const rest = understandOperands(words, form, resolver, build);
  const entries = braces?.entries ?? NO_ENTRIES;
  checkKeys(entries, form, told);
  const slots = form.entries ?? NO_SLOTS;
  for (const slot of slots) {
    if (slot.as === 'speeches') {
      const messages = understandSpeeches(entries, resolver);
      if (messages !== undefined) setAt(build, slot.path, messages, braces?.span);
      entries.filter(isPlayClause).forEach((clause, i) => {
        const surplus = surplusOf(clause);
        if (surplus !== undefined) told.problem({ kind: 'surplus', phrase: 'play', span: surplus.span });
        const said = clause.words[speechLength(clause.words, 1)];
        for (const key in messages?.[i] as JsonObject | undefined) {
          if (said !== undefined) place(build, `${slot.path}.${i}.${key}`, said.span);
        }
      });
      continue;
    }
    const value = valueFor(slot.key, entries, form);
    if (value === undefined || isAbsent(value)) continue;
    const understood = understand(value, slot.as, resolver);
    if (understood !== undefined) setAt(build, slot.path, understood, value.span);
    if (value.kind === 'block') locate(build, slot.path, value.entries);
    reportRepeated(repeatedIn(value), told);
  }
  for (const slot of slots) {
    if (isImplied(slot, build.root) && valueFor(slot.key, entries, form) === undefined)
      setAt(build, slot.path, slot.implied as Json);
  }
  if (form.rest !== undefined) {
    setAt(build, form.rest.path, understandRest(entries, form, form.rest.as, resolver), braces?.span);
    const own = restOf(entries, form);
    locate(build, form.rest.path, own);
    reportRepeated(repeatedKeys(own), told);
  }
  return { parameters: build.root, rest };
}

const NO_ENTRIES: readonly Entry[] = [];
const NO_SLOTS: readonly EntrySlot[] = [];

function understandOperands(
  words: readonly Value[],
  form: Form,
  resolver: Resolver,
  build: Building,
): readonly Value[] {
  let at = 0;
  if (form.operands === undefined) return words;
  for (const operand of form.operands) {
    const value = words[at];
    if (value !== undefined && operand.implied !== undefined && isAbsent(value)) {
      at++;
      continue;
    }
    if (operand.as === 'speech') {
      if (!beginsSpeech(value)) {
        if (operand.optional !== true)
          build.told.problem({ kind: 'missing-operand', operand, instead: words.slice(at) });
        continue;
      }
      const taken = words.slice(at, at + speechLength(words, at));
      const speech = understandSpeech(taken, resolver);
      const last = taken[taken.length - 1];
      for (const key in speech) setAt(build, key, speech[key] as Json, last?.span);
      at += taken.length;
      continue;
    }
    if (value === undefined || value.kind === 'sign' || (operand.optional === true && !mayBe(value, operand.as))) {
      if (operand.optional !== true) build.told.problem({ kind: 'missing-operand', operand, instead: [] });
      else if (isImplied(operand, build.root)) setAt(build, operand.path, operand.implied as Json);
      continue;
    }
    const spelled = operand.as === 'duration' ? spelledTime(value, words[at + 1]) : undefined;
    const json = understand(spelled ?? value, operand.as, resolver);
    if (json !== undefined) setAt(build, operand.path, json, value.span);
    at += spelled === undefined ? 1 : 2;
  }
  return words.slice(at);
}

/** Whether a value is one for this optional operand at all, or for the one behind it. */
function mayBe(value: Value, codec: Codec): boolean {
  if (typeof codec === 'object' && 'enum' in codec) {
    return value.kind === 'word' ? Object.hasOwn(codec.enum, value.text) : value.kind !== 'number';
  }
  if (typeof codec === 'object' && 'ref' in codec)
    return value.kind === 'word' || value.kind === 'text' || value.kind === 'path';
  return true;
}

function isAbsent(value: Value): boolean {
  return value.kind === 'word' && value.text === 'absent';
}

/** Reports keys that the form does not have, and those that stand twice: the first one counts. */
function checkKeys(entries: readonly Entry[], form: Form, { problem }: Told): void {
  for (const entry of entries) {
    if (entry.kind === 'branch' || isSpoken(entry, form)) continue;
    const key = keyOf(entry);
    const value = valueOf(entry);
    if (entry.kind === 'param' && speechesKey(form) === key) {
      problem({ kind: 'spoken-key', span: entry.span, value: entry.value });
    } else if (entry.kind === 'clause' && value === undefined && mayLackColon(entry, key, form)) {
      problem({ kind: 'missing-colon', entry });
    } else if (key === undefined || value === undefined || !hasSlot(form, key)) {
      const span = entry.kind === 'param' ? entry.key.span : entry.span;
      if (form.rest === undefined || entry.kind === 'clause')
        problem({ kind: 'unknown-key', key: key ?? '', value, span });
    } else if (!isOfRest(entry, form) && valueFor(key, entries, form) !== value) {
      problem({ kind: 'duplicate-key', key, span: entry.span });
    }
  }
}

function reportRepeated(repeated: readonly Param[], { problem }: Told): void {
  for (const { key, span } of repeated) problem({ kind: 'duplicate-key', key: key.text, span });
}

/** The word of the clauses that the form takes prompts in. */
function speechesKey(form: Form): string | undefined {
  return form.entries?.find((slot) => slot.as === 'speeches')?.key;
}

/** A key that the form has, or any key with a value where keys are the user's own. */
function mayLackColon(entry: Clause, key: string | undefined, form: Form): boolean {
  if (key !== undefined && (hasSlot(form, key) || foldOf(form.phrase)?.key === key)) return true;
  return form.rest !== undefined && lacksColon(entry);
}

/** What the first entry with this key says. Forms have few slots and statements few entries, so no map is worth making. */
function valueFor(key: string, entries: readonly Entry[], form: Form): Value | undefined {
  for (const entry of entries) {
    if (entry.kind === 'branch' || keyOf(entry) !== key || isOfRest(entry, form) || isSpoken(entry, form)) continue;
    const value = valueOf(entry);
    if (value !== undefined) return value;
  }
  return undefined;
}

function hasSlot(form: Form, key: string): boolean {
  for (const slot of form.entries ?? NO_SLOTS) if (slot.key === key) return true;
  return false;
}

/** A `play …` clause where the form takes those. */
function isSpoken(entry: Param | Clause, form: Form): boolean {
  return isPlayClause(entry) && (form.entries ?? NO_SLOTS).some((slot) => slot.as === 'speeches');
}

/** Where all params are the user's own, what the form itself has stands in clauses. */
function isOfRest(entry: Param | Clause, form: Form): boolean {
  return form.rest !== undefined && entry.kind === 'param';
}

function keyOf(entry: Param | Clause): string | undefined {
  if (entry.kind === 'param') return entry.key.text;
  const first = entry.words[0];
  return first?.kind === 'word' ? first.text : undefined;
}

/** `with { … }` has the block as its value. */
function valueOf(entry: Param | Clause): Value | undefined {
  if (entry.kind === 'param') return entry.value;
  return entry.words.length === 1 ? entry.block : undefined;
}

function understandRest(entries: readonly Entry[], form: Form, codec: Codec, resolver: Resolver): JsonObject {
  const understood = understand(block(restOf(entries, form)), codec, resolver);
  return isObject(understood) ? understood : {};
}

function restOf(entries: readonly Entry[], form: Form): readonly Param[] {
  const reserved = new Set((form.entries ?? []).map((slot) => slot.key));
  return entries.filter((entry): entry is Param => entry.kind === 'param' && !reserved.has(entry.key.text));
}

/** Nested objects that are built from dotted paths. */
interface Building {
  readonly root: Record<string, Json>;
  readonly told: Told;
}

/** Places of the entries of a map: findings name the key they are about. */
function locate(build: Building, path: string, entries: readonly Entry[]): void {
  for (const entry of entries) {
    if (entry.kind === 'param') place(build, `${path}.${entry.key.text}`, entry.span);
  }
}

function place({ told }: Building, path: string, span: Span): void {
  told.places.set(path, { source: told.source, span });
}

function setAt(build: Building, path: string, value: Json, span?: Span): void {
  if (span !== undefined) place(build, path, span);
  let at = build.root;
  let start = 0;
  for (let dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', start)) {
    const segment = path.slice(start, dot);
    const next = at[segment];
    const object: Record<string, Json> = isObject(next) ? (next as Record<string, Json>) : {};
    at[segment] = object;
    at = object;
    start = dot + 1;
  }
  const last = start === 0 ? path : path.slice(start);
  at[last] = isObject(value) && isObject(at[last]) ? { ...at[last], ...value } : value;
}
