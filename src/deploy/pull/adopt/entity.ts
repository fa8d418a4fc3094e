/** The live settings of a thing, taken into its declaration: only what changed is written anew. */
import { DAYS, daysOf, readOpening, sayMinutes, type Day } from '../../../check/opening.ts';
import { clausesOf, saidBy, textOf } from '../../../check/read.ts';
import { entityModel } from '../../../entities/index.ts';
import type { CanonicalKind, ClauseModel, Property, ValueType } from '../../../entities/types.ts';
import type { Block, Entity, Entry, Value } from '../../../syntax/ast.ts';
import { keyName } from '../../../constructs/json-values.ts';
import { printName } from '../../../syntax/print-leaves.ts';
import { name as asName, param } from '../../../syntax/make.ts';
import { isObject, sameJson, type Json, type JsonObject } from '../../../text/json.ts';
import type { SourceText, TextEdit } from '../../../text/text.ts';
import { indentAt } from '../../../diagnostics/remedy.ts';
import { docFor, sayClause, sayProperty, sayValue, sayWeek, type Called } from '../declare.ts';
import { replaceValue } from './change.ts';
import { docEdit } from './doc.ts';
import { memberEdits } from './members.ts';
import { keyOf, sayEntry, sayValueText } from './say.ts';

export interface EntityChange {
  readonly kind: CanonicalKind;
  /** What source says and what is live, both as `Resource.settings`. */
  readonly said: JsonObject;
  readonly live: JsonObject;
}

interface Editing {
  readonly source: SourceText;
  readonly called: Called;
  readonly edits: TextEdit[];
}

/** The edits that make a declaration say what is live. They may not be enough: it is to be looked at again. */
export function entityEdits(source: SourceText, entity: Entity, change: EntityChange, called: Called): TextEdit[] {
  const model = entityModel(change.kind);
  const editing: Editing = { source, called, edits: [] };
  const { said, live } = change;
  const braces = bracesOf(entity.block);
  const properties = model.properties.filter(({ key }) => key !== 'description');
  editBlock(editing, braces, { properties, clauses: model.clauses }, said, live);
  if (model.days === true) editWeek(editing, braces, said['week'], live['week']);
  if (!sameJson(said['description'], live['description'])) {
    editDescription(editing, entity, braces, live['description']);
  }
  finishEntity(editing, entity, braces);
  if (model.target !== undefined) editTarget(editing, entity, model.target, live[model.target.key]);
  return editing.edits;
}

/** What goes out of some braces, and what comes in. */
interface Braces {
  readonly block: Block | undefined;
  readonly gone: Set<Entry>;
  readonly added: string[];
}

function bracesOf(block: Block | undefined): Braces {
  return { block, gone: new Set(), added: [] };
}

function finishBlock({ source, edits }: Editing, { block, gone, added }: Braces): void {
  if (block !== undefined) edits.push(...memberEdits(source, block.span, block.entries, gone, added));
}

function finishEntity(editing: Editing, entity: Entity, braces: Braces): void {
  const { block, added } = braces;
  if (block !== undefined) finishBlock(editing, braces);
  else if (added.length > 0) {
    const words = [entity.name, ...entity.operands];
    const end = words[words.length - 1]?.span.end ?? entity.span.end;
    editing.edits.push({ span: { start: end, end }, newText: ` { ${added.join(', ')} }` });
  }
}

// ------------------------------------------------------------------------------------------------------------- entries

interface Shape {
  readonly properties: readonly Property[];
  readonly clauses: readonly ClauseModel[];
}

function editBlock(
  editing: Editing,
  braces: Braces,
  { properties, clauses }: Shape,
  said: JsonObject,
  live: JsonObject,
): void {
  const { block, gone, added } = braces;
  for (const property of properties) {
    const wanted = live[property.key];
    if (sameJson(said[property.key], wanted)) continue;
    const entry = entryOf(block, property.key);
    const value = entry === undefined ? undefined : saidBy(entry)?.value;
    if (wanted === undefined) {
      if (entry !== undefined) gone.add(entry);
    } else if (entry === undefined || value === undefined) {
      const made = sayProperty(property, wanted, editing.called);
      if (made !== undefined && made.kind !== 'branch') added.push(sayEntry(made, indentOf(editing, block)));
    } else editValue(editing, property.type, value, wanted);
  }
  for (const model of clauses) editClauses(editing, model, braces, said[model.word], live[model.word]);
}

function entryOf(block: Block | undefined, key: string): Entry | undefined {
  return block?.entries.find((entry) => saidBy(entry)?.key === key);
}

function indentOf({ source }: Editing, block: Block | undefined): string {
  const [first] = block?.entries ?? [];
  return first === undefined ? '' : indentAt(source.text, first.span.start);
}

function editValue(editing: Editing, type: ValueType, value: Value, live: Json): void {
  const { source, called, edits } = editing;
  if (type.is === 'group' && value.kind === 'block' && isObject(live)) {
    const braces = bracesOf(value);
    const said = groupOf(value, type.properties, called, live);
    editBlock(editing, braces, { properties: type.properties, clauses: [] }, said, live);
    finishBlock(editing, braces);
    return;
  }
  if (type.is === 'map' && value.kind === 'block' && isObject(live)) {
    editMap(editing, type.of, value, live);
    return;
  }
  const wanted = sayValue(type, live, called);
  if (wanted === undefined || keyOf(wanted) === keyOf(value)) return;
  const isSet = type.is === 'list' || type.is === 'dates';
  if (isSet && value.kind === 'list' && wanted.kind === 'list') editList(editing, value, wanted.items);
  else edits.push(replaceValue(source, value, wanted));
}

/** What the braces say of each key: the live value where they say the same, so that it counts as no change. */
function groupOf(block: Block, properties: readonly Property[], called: Called, live: JsonObject): JsonObject {
  const entries = properties.flatMap(({ key, type }): [string, Json][] => {
    const entry = entryOf(block, key);
    const value = entry === undefined ? undefined : saidBy(entry)?.value;
    if (value === undefined) return [];
    const wanted = live[key];
    const same = wanted === undefined ? undefined : sayValue(type, wanted, called);
    const isSame = same !== undefined && keyOf(same) === keyOf(value);
    return [[key, isSame && wanted !== undefined ? wanted : CHANGED]];
  });
  return Object.fromEntries(entries);
}

/** Stands for a value that is another than the live one. */
const CHANGED: Json = { changed: true };

function editMap(editing: Editing, of: ValueType, block: Block, live: JsonObject): void {
  const keys = new Set<string>();
  const braces = bracesOf(block);
  for (const entry of block.entries) {
    const said = saidBy(entry);
    if (said === undefined) continue;
    keys.add(said.key);
    const wanted = Object.hasOwn(live, said.key) ? live[said.key] : undefined;
    if (wanted === undefined) braces.gone.add(entry);
    else editValue(editing, of, said.value, wanted);
  }
  for (const [key, item] of Object.entries(live)) {
    const value = keys.has(key) ? undefined : sayValue(of, item, editing.called);
    if (value !== undefined) braces.added.push(sayEntry(param(keyName(key), value), indentOf(editing, block)));
  }
  finishBlock(editing, braces);
}

/** Elements that went are taken out, those that came are put last; the others stay where they are. */
function editList({ source, edits }: Editing, list: Value & { kind: 'list' }, wanted: readonly Value[]): void {
  const has = new Set(wanted.map(keyOf));
  const had = new Set(list.items.map(keyOf));
  const gone = new Set(list.items.filter((item) => !has.has(keyOf(item))));
  const came = wanted.filter((item) => !had.has(keyOf(item)));
  const added = came.map((item) => sayValueText(item, ''));
  edits.push(...memberEdits(source, list.span, list.items, gone, added));
}

// ------------------------------------------------------------------------------------------------------------- clauses

/** `serves …`, `override …`: each by what stands behind the word. */
function editClauses(
  editing: Editing,
  model: ClauseModel,
  { block, gone, added }: Braces,
  said: Json | undefined,
  live: Json | undefined,
): void {
  if (sameJson(said ?? [], live ?? [])) return;
  const { called } = editing;
  const operandOf = (settings: JsonObject): string => {
    const clause = sayClause(model, settings, called);
    return textOf(clause.kind === 'clause' ? clause.words[1] : undefined) ?? '';
  };
  const written = groupBy(clausesOf(block, model.word), (clause) => textOf(clause.words[1]) ?? '');
  const before = groupBy(objectsIn(said), operandOf);
  const after = groupBy(objectsIn(live), operandOf);
  for (const key of new Set([...written.keys(), ...after.keys()])) {
    const clauses = written.get(key) ?? [];
    const had = before.get(key) ?? [];
    const has = after.get(key) ?? [];
    if (sameJson(had, has) && clauses.length > 0) continue;
    const [clause] = clauses;
    const [one] = has;
    if (clauses.length === 1 && has.length === 1 && clause?.block !== undefined && one !== undefined) {
      const braces = bracesOf(clause.block);
      editBlock(editing, braces, { properties: model.properties, clauses: [] }, had[0] ?? {}, one);
      if (model.days === true) editWeek(editing, braces, had[0]?.['week'], one['week']);
      finishBlock(editing, braces);
      continue;
    }
    for (const each of clauses) gone.add(each);
    for (const each of has) {
      const made = sayClause(model, each, called);
      if (made.kind === 'clause') added.push(sayEntry(made, indentOf(editing, block)));
    }
  }
}

function objectsIn(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : [];
}

function groupBy<T>(items: readonly T[], keyOfItem: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOfItem(item), [...(groups.get(keyOfItem(item)) ?? []), item]);
  return groups;
}

// ---------------------------------------------------------------------------------------------------------------- days

/** Lines of days whose hours are still the same stay; the others are said anew, and days that came are added. */
function editWeek(editing: Editing, braces: Braces, said: Json | undefined, live: Json | undefined): void {
  if (sameJson(said ?? {}, live ?? {})) return;
  const { block, gone, added } = braces;
  const days = (block?.entries ?? []).flatMap((entry) => {
    const one = saidBy(entry);
    const covers = one === undefined ? undefined : daysOf(one.key);
    return one === undefined || covers === undefined ? [] : [{ entry, value: one.value, covers }];
  });
  if (!isObject(live)) {
    for (const { entry } of days) gone.add(entry);
    return;
  }
  const hoursOf = (day: Day): Json => live[day] ?? [];
  for (const { entry, value, covers } of days) {
    if (covers.every((day) => sameJson(hoursOf(day), openingOf(value)))) continue;
    const anew = sayDays(covers, hoursOf);
    const isOpen = editing.source.text.slice(block?.span.start ?? 0, entry.span.start).includes('\n');
    const gap = isOpen ? `\n${indentAt(editing.source.text, entry.span.start)}` : ', ';
    editing.edits.push({ span: entry.span, newText: anew.join(gap) });
  }
  const covered = new Set(days.flatMap(({ covers }) => covers));
  const missing = DAYS.filter((day) => !covered.has(day) && !sameJson(hoursOf(day), []));
  added.push(...sayDays(missing, hoursOf));
}

function sayDays(days: readonly Day[], hoursOf: (day: Day) => Json): string[] {
  const week = Object.fromEntries(DAYS.filter((day) => days.includes(day)).map((day) => [day, hoursOf(day)]));
  return sayWeek(week).map((each) => (each.kind === 'branch' ? '' : sayEntry(each, '')));
}

function openingOf(value: Value): Json {
  return readOpening(value).ranges.map(({ from, to }) => ({ from: sayMinutes(from), to: sayMinutes(to) }));
}

// ------------------------------------------------------------------------------------------------ description, target

function editDescription(editing: Editing, entity: Entity, braces: Braces, live: Json | undefined): void {
  const { source, edits } = editing;
  const entry = entryOf(entity.block, 'description');
  const value = entry === undefined ? undefined : saidBy(entry)?.value;
  const doc = docFor(live);
  if (entry !== undefined && value !== undefined) {
    if (typeof live === 'string') edits.push({ span: value.span, newText: JSON.stringify(live) });
    else braces.gone.add(entry);
  } else if (typeof live === 'string' && doc === undefined) {
    braces.added.push(`description: ${JSON.stringify(live)}`);
  } else edits.push(docEdit(source, entity.span.start, doc));
}

function editTarget(
  { source, called, edits }: Editing,
  entity: Entity,
  property: Property,
  live: Json | undefined,
): void {
  const kind = property.type.is === 'ref' ? property.type.kind : 'flow';
  const wanted = typeof live === 'string' ? printName(asName(called(kind, live)), 'target') : undefined;
  const { target, span } = entity;
  if (target === undefined) {
    if (wanted !== undefined) edits.push({ span: { start: span.end, end: span.end }, newText: ` -> ${wanted}` });
    return;
  }
  if (wanted === printName(target, 'target')) return;
  if (wanted !== undefined) edits.push({ span: target.span, newText: wanted });
  else {
    const arrow = source.text.lastIndexOf('->', target.span.start);
    const start = source.text.slice(0, arrow).trimEnd().length;
    edits.push({ span: { start, end: target.span.end }, newText: '' });
  }
}
