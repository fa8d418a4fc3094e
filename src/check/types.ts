/**
 * Types of the values that flows exchange with functions, modules, views and bots, as declarations say them: what the
 * checker of flows asks when it meets `$.External.tier` or `on "gold"`.
 */
import type { Body, Value } from '../syntax/ast.ts';
import { bodiesOf } from '../syntax/walk.ts';
import type { Named, Program } from './program.ts';
import { clausesOf, itemsOf, saidIn, textOf, valueOf, type Said } from './read.ts';

/** A type as plain data; it is its own JSON. */
export type Type =
  /** Any text, or one of `values`. */
  | { readonly is: 'text'; readonly values?: readonly string[] }
  | { readonly is: 'number' | 'integer' | 'boolean' | 'null' | 'any' }
  | { readonly is: 'list'; readonly of: Type }
  | ObjectType
  | { readonly is: 'either'; readonly of: readonly Type[] };

export interface ObjectType {
  readonly is: 'object';
  /** Absent: any keys. */
  readonly fields?: Readonly<Record<string, Type>>;
}

/** Words that say a type. */
export const TYPE_WORDS = ['text', 'number', 'integer', 'boolean', 'list', 'object', 'null', 'any'] as const;

/** The type that a value says, or the part of it that says none. */
export function readType(value: Value): { readonly type: Type } | { readonly wrong: Value } {
  switch (value.kind) {
    case 'word':
      return wordType(value.text) ?? { wrong: value };
    case 'text':
      return { type: { is: 'text', values: [value.value] } };
    case 'list': {
      const [of] = value.items;
      if (of === undefined || value.items.length > 1) return { wrong: value.items[1] ?? value };
      const inner = readType(of);
      return 'type' in inner ? { type: { is: 'list', of: inner.type } } : inner;
    }
    case 'block':
      return readFields(saidIn(value));
    case 'phrase':
      return readAlternatives(value.words);
    default:
      return { wrong: value };
  }
}

function wordType(word: string): { readonly type: Type } | undefined {
  switch (word) {
    case 'text':
    case 'number':
    case 'integer':
    case 'boolean':
    case 'null':
    case 'any':
    case 'object':
      return { type: { is: word } };
    case 'list':
      return { type: { is: 'list', of: { is: 'any' } } };
    default:
      return undefined;
  }
}

function readFields(said: readonly Said[]): { readonly type: ObjectType } | { readonly wrong: Value } {
  const fields: [string, Type][] = [];
  for (const { key, value } of said) {
    const inner = readType(value);
    if ('wrong' in inner) return inner;
    fields.push([key, inner.type]);
  }
  return { type: { is: 'object', fields: Object.fromEntries(fields) } };
}

/** `"gold" | "basic"`, `text | null`: values and types in turn with bars between. */
function readAlternatives(words: readonly Value[]): { readonly type: Type } | { readonly wrong: Value } {
  const values: string[] = [];
  const others: Type[] = [];
  for (const [i, word] of words.entries()) {
    const isBar = word.kind === 'sign' && word.text === '|';
    if (isBar !== (i % 2 === 1) || (isBar && i === words.length - 1)) return { wrong: word };
    if (isBar) continue;
    const inner = readType(word);
    if ('wrong' in inner) return inner;
    if (inner.type.is === 'text' && inner.type.values !== undefined) values.push(...inner.type.values);
    else others.push(inner.type);
  }
  const texts: Type[] = values.length > 0 ? [{ is: 'text', values }] : [];
  const all = [...texts, ...others];
  const [only] = all;
  return { type: all.length === 1 && only !== undefined ? only : { is: 'either', of: all } };
}

/** A type in the language's own words. */
export function sayType(type: Type): string {
  switch (type.is) {
    case 'text':
      return type.values === undefined ? 'text' : type.values.map((value) => JSON.stringify(value)).join(' | ');
    case 'list':
      return type.of.is === 'any' ? 'list' : `[${sayType(type.of)}]`;
    case 'object': {
      if (type.fields === undefined) return 'object';
      const fields = Object.entries(type.fields).map(([key, field]) => `${key}: ${sayType(field)}`);
      return fields.length === 0 ? '{ }' : `{ ${fields.join(', ')} }`;
    }
    case 'either':
      return type.of.map(sayType).join(' | ');
    default:
      return type.is;
  }
}

/** The type under a key: `none` when an object has no such key, undefined where anything may be. */
export function fieldOf(type: Type | undefined, key: string): Type | 'none' | undefined {
  switch (type?.is) {
    case undefined:
    case 'any':
      return undefined;
    case 'object': {
      if (type.fields === undefined) return undefined;
      return Object.hasOwn(type.fields, key) ? type.fields[key] : 'none';
    }
    case 'list':
      return /^\d+$/.test(key) ? type.of : 'none';
    case 'either': {
      const found = type.of.map((one) => fieldOf(one, key));
      if (found.includes(undefined)) return undefined;
      const types = found.filter((one): one is Type => one !== 'none' && one !== undefined);
      const [only] = types;
      return only === undefined ? 'none' : types.length === 1 ? only : { is: 'either', of: types };
    }
    default:
      return 'none';
  }
}

/** The type at the end of a path of keys. */
export function typeAt(type: Type | undefined, keys: readonly string[]): Type | 'none' | undefined {
  let at: Type | 'none' | undefined = type;
  for (const key of keys) {
    if (at === 'none' || at === undefined) return at;
    at = fieldOf(at, key);
  }
  return at;
}

/** The texts that a value of this type may be; undefined where any text may come. */
export function textsOf(type: Type | undefined): readonly string[] | undefined {
  switch (type?.is) {
    case 'text':
      return type.values;
    case 'boolean':
      return ['true', 'false'];
    case 'null':
      return [];
    case 'either': {
      const all = type.of.map(textsOf);
      return all.includes(undefined) ? undefined : all.flatMap((texts) => texts ?? []);
    }
    default:
      return undefined;
  }
}

// ---------------------------------------------------------------------------------------------- what declarations say

/** Undefined also where an entry is still being written: nobody knows what it will say. */
function blockType(value: Value | undefined): Type | undefined {
  if (value?.kind !== 'block' || saidIn(value).length < value.entries.length) return undefined;
  const read = readType(value);
  return 'type' in read ? read.type : undefined;
}

/** `key { … }` in an entity's braces, or as a statement at the head of a module. */
function describedBy(named: Named, key: string): Value | undefined {
  const { declaration } = named;
  return declaration.kind === 'entity' ? valueOf(declaration.block, key) : headOf(declaration.body, key);
}

function headOf(body: Body, word: string): Value | undefined {
  for (const item of body.items) {
    if (item.kind !== 'statement') continue;
    const [first, second] = item.words;
    if (first?.kind === 'word' && first.text === word) return item.block ?? second;
  }
  return undefined;
}

/** What a lambda, a module or a view takes; undefined when its declaration does not say. */
export function inputOf(named: Named): Type | undefined {
  return blockType(describedBy(named, 'input'));
}

/** What a lambda, a module or a view comes back with; undefined when its declaration does not say. */
export function returnsOf(named: Named): Type | undefined {
  return blockType(describedBy(named, 'returns'));
}

/** Type of `$.External` after the function ran. */
export function lambdaReturns(named: Named): Type | undefined {
  return named.kind === 'lambda' ? returnsOf(named) : undefined;
}

/**
 * The module's own result branches: as `branches` lists them, else as its `return "…"` statements name them.
 * Undefined for an existing module that does not say.
 */
export function moduleBranches(named: Named): readonly string[] | undefined {
  const { declaration } = named;
  const listed = listedBranches(named);
  return listed === undefined && named.kind === 'module' && declaration.kind === 'flow'
    ? [...returnedIn(declaration.body)]
    : listed;
}

/** The branches that a module's declaration lists; undefined where it leaves them to its returns, or to the instance. */
export function listedBranches({ kind, declaration }: Named): readonly string[] | undefined {
  if (kind !== 'module') return undefined;
  const listed =
    declaration.kind === 'flow'
      ? headOf(declaration.body, 'branches')
      : (valueOf(declaration.block, 'branches') ?? clausesOf(declaration.block, 'branches')[0]?.words[1]);
  return listed === undefined ? undefined : textsIn(listed);
}

function textsIn(value: Value): string[] {
  return itemsOf(value)
    .map(textOf)
    .filter((text) => text !== undefined);
}

function returnedIn(body: Body, found = new Set<string>()): Set<string> {
  for (const item of body.items) {
    if (item.kind === 'statement') {
      const [verb, name] = item.words;
      if (verb?.kind === 'word' && verb.text === 'return' && name?.kind === 'text') found.add(name.value);
    }
    for (const inner of bodiesOf(item)) returnedIn(inner, found);
  }
  return found;
}

function listedTexts(named: Named, key: string): readonly string[] | undefined {
  const value = describedBy(named, key);
  return value?.kind === 'list' ? textsIn(value) : undefined;
}

/** Intents that a bot may come back with; undefined when its declaration does not say. */
export function botIntents(named: Named): readonly string[] | undefined {
  return listedTexts(named, 'intents');
}

/** Type of `$.Lex.Slots`. */
export function botSlots(named: Named): Type | undefined {
  return named.kind === 'bot' ? blockType(describedBy(named, 'slots')) : undefined;
}

/** Actions that a view may come back with. */
export function viewActions(named: Named): readonly string[] | undefined {
  return listedTexts(named, 'actions');
}

/** The declaration of a contact attribute, by the key that flows write (`$.Attributes.tier`). */
export function attributeOf(program: Program, key: string): Named | undefined {
  const declared = program.names.get('attribute');
  const byName = declared?.get(key.normalize('NFC'));
  if (byName?.display === key) return byName;
  for (const named of declared?.values() ?? []) if (named.display === key) return named;
  return undefined;
}

/** Values that an attribute may have; undefined when any text will do. */
export function attributeValues(named: Named): readonly string[] | undefined {
  return listedTexts(named, 'values');
}
