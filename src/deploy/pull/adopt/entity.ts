/** The live settings of a thing, taken into its declaration: only what changed is written anew. */
import { DAYS, daysOf, readOpening, sayMinutes, type Day } from '../../../check/opening.ts';
import { itemsOf, saidBy, textOf } from '../../../check/read.ts';
import { entityModel } from '../../../entities/index.ts';
import type { CanonicalKind, ClauseModel, Property, ValueType } from '../../../entities/types.ts';
import type { Block, Clause, Entity, Entry, Value } from '../../../syntax/ast.ts';
import { printName } from '../../../syntax/print-leaves.ts';
import { name } from '../../../syntax/make.ts';
import { isObject, sameJson, type Json, type JsonObject } from '../../../text/json.ts';
import type { SourceText, TextEdit } from '../../../text/text.ts';
import { indentAt } from '../../../diagnostics/remedy.ts';
import { docFor, sayClause, sayProperty, sayValue, sayWeek, type Called } from '../declare.ts';
import { addEntries, removal, replaceValue } from './change.ts';
import { docEdit } from './doc.ts';
import { keyOf, sayEntry } from './say.ts';

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
  if (!sameJson(said['description'], live['description'])) editDescription(editing, entity, live['description']);
  const properties = model.properties.filter(({ key }) => key !== 'description');
  editBlock(editing, braces(editing, entity), entity.block, { properties, clauses: model.clauses }, said, live);
  if (model.days === true) editWeek(editing, braces(editing, entity), entity.block, said['week'], live['week']);
  if (model.target !== undefined) editTarget(editing, entity, model.target, live[model.target.key]);
  return editing.edits;
}

type Add = (texts: readonly string[]) => void;

/** Adds entries to a declaration, which gets braces where it has none. */
function braces({ source, edits }: Editing, entity: Entity): Add {
  return (texts) => {
    if (entity.block !== undefined) {
      const { entries } = entity.block;
      edits.push(addEntries(source, entity.block, entries[entries.length - 1], texts));
      return;
    }
    const words = [entity.name, ...entity.operands];
    const end = words[words.length - 1]?.span.end ?? entity.span.end;
    edits.push({ span: { start: end, end }, newText: ` { ${texts.join(', ')} }` });
  };
}

function inBlock({ source, edits }: Editing, block: Block): Add {
  return (texts) => edits.push(addEntries(source, block, block.entries[block.entries.length - 1], texts));
}

// ------------------------------------------------------------------------------------------------------------- entries

interface Shape {
  readonly properties: readonly Property[];
  readonly clauses: readonly ClauseModel[];
}

function editBlock(
  editing: Editing,
  add: Add,
  block: Block | undefined,
  { properties, clauses }: Shape,
  said: JsonObject,
  live: JsonObject,
): void {
  const added: string[] = [];
  for (const property of properties) {
    const wanted = live[property.key];
    if (sameJson(said[property.key], wanted)) continue;
    const entry = entryOf(block, property.key);
    const value = entry === undefined ? undefined : saidBy(entry)?.value;
    if (wanted === undefined) {
      if (entry !== undefined) editing.edits.push(...removal(editing.source, entry.span));
    } else if (entry === undefined || value === undefined) {
      const made = sayProperty(property, wanted, editing.called);
      if (made !== undefined && made.kind !== 'branch') added.push(sayEntry(made, indentOf(editing, block)));
    } else editValue(editing, property.type, value, wanted);
  }
  for (const model of clauses) added.push(...editClauses(editing, model, block, said[model.word], live[model.word]));
  if (added.length > 0) add(added);
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
    const said = groupOf(value, type.properties, called, live);
    editBlock(editing, inBlock(editing, value), value, { properties: type.properties, clauses: [] }, said, live);
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
  for (const entry of block.entries) {
    const said = saidBy(entry);
    if (said === undefined) continue;
    keys.add(said.key);
    const wanted = Object.hasOwn(live, said.key) ? live[said.key] : undefined;
    if (wanted === undefined) editing.edits.push(...removal(editing.source, entry.span));
    else editValue(editing, of, said.value, wanted);
  }
  const added = Object.entries(live).flatMap(([key, item]) => {
    const value = keys.has(key) ? undefined : sayValue(of, item, editing.called);
    if (value === undefined) return [];
    return [`${printName(name(key), 'key')}: ${value.kind === 'text' ? JSON.stringify(value.value) : ''}`];
  });
  if (added.length > 0) inBlock(editing, block)(added);
}

/** Elements that went are taken out, those that came are put last; the others stay where they are. */
function editList({ source, edits }: Editing, list: Value & { kind: 'list' }, wanted: readonly Value[]): void {
  const has = new Set(wanted.map(keyOf));
  const had = new Set(list.items.map(keyOf));
  const came = wanted.filter((item) => !had.has(keyOf(item)));
  const went = list.items.filter((item) => !has.has(keyOf(item)));
  const last = list.items[list.items.length - 1];
  if (went.length === list.items.length || last === undefined) {
    edits.push(replaceValue(source, list, { ...list, items: wanted, span: { start: 0, end: 0 } }));
    return;
  }
  const isKept = !went.includes(last);
  for (const item of went) if (item !== last) edits.push(...removal(source, item.span));
  const said = came.map((item) => sayListItem(item));
  if (!isKept) {
    const [first, ...rest] = said;
    if (first === undefined) edits.push(...removal(source, last.span));
    else edits.push({ span: last.span, newText: [first, ...rest].join(', ') });
  } else if (said.length > 0) {
    const isOpen = source.text.slice(list.span.start, last.span.start).includes('\n');
    const gap = isOpen ? `\n${indentAt(source.text, last.span.start)}` : ', ';
    edits.push({ span: { start: last.span.end, end: last.span.end }, newText: said.map((one) => gap + one).join('') });
  }
}

function sayListItem(item: Value): string {
  return item.kind === 'text' ? JSON.stringify(item.value) : (textOf(item) ?? '');
}

// ------------------------------------------------------------------------------------------------------------- clauses

/** `serves …`, `override …`: each by what stands behind the word. Texts of those to add. */
function editClauses(
  editing: Editing,
  model: ClauseModel,
  block: Block | undefined,
  said: Json | undefined,
  live: Json | undefined,
): string[] {
  if (sameJson(said ?? [], live ?? [])) return [];
  const { source, called, edits } = editing;
  const operandOf = (settings: JsonObject): string => {
    const clause = sayClause(model, settings, called);
    return textOf(clause.kind === 'clause' ? clause.words[1] : undefined) ?? '';
  };
  const written = groupBy(clausesIn(block, model.word), (clause) => textOf(clause.words[1]) ?? '');
  const before = groupBy(objectsIn(said), operandOf);
  const after = groupBy(objectsIn(live), operandOf);
  const added: string[] = [];
  for (const key of new Set([...written.keys(), ...after.keys()])) {
    const clauses = written.get(key) ?? [];
    const had = before.get(key) ?? [];
    const has = after.get(key) ?? [];
    if (sameJson(had, has) && clauses.length > 0) continue;
    const [clause] = clauses;
    const [one] = has;
    const [was] = had;
    if (clauses.length === 1 && has.length === 1 && clause?.block !== undefined && one !== undefined) {
      const shape = { properties: model.properties, clauses: [] };
      editBlock(editing, inBlock(editing, clause.block), clause.block, shape, was ?? {}, one);
      if (model.days === true) {
        editWeek(editing, inBlock(editing, clause.block), clause.block, was?.['week'], one['week']);
      }
      continue;
    }
    for (const each of clauses) edits.push(...removal(source, each.span));
    for (const each of has) {
      const made = sayClause(model, each, called);
      if (made.kind === 'clause') added.push(sayEntry(made, indentOf(editing, block)));
    }
  }
  return added;
}

function clausesIn(block: Block | undefined, first: string): Clause[] {
  return (block?.entries ?? []).filter(
    (entry): entry is Clause => entry.kind === 'clause' && textOf(entry.words[0]) === first,
  );
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
function editWeek(
  editing: Editing,
  add: Add,
  block: Block | undefined,
  said: Json | undefined,
  live: Json | undefined,
): void {
  if (sameJson(said ?? {}, live ?? {})) return;
  const week = isObject(live) ? live : {};
  const hoursOf = (day: Day): Json => week[day] ?? [];
  const covered = new Set<Day>();
  for (const entry of block?.entries ?? []) {
    const one = saidBy(entry);
    const days = one === undefined ? undefined : daysOf(one.key);
    if (one === undefined || days === undefined) continue;
    for (const day of days) covered.add(day);
    const isKept = days.every((day) => sameJson(hoursOf(day), openingOf(one.value)));
    if (isKept) continue;
    const anew = sayWeek(Object.fromEntries(days.map((day) => [day, hoursOf(day)])));
    const lines = anew.map((each) => (each.kind === 'branch' ? '' : sayEntry(each, '')));
    const isOpen = editing.source.text.slice(block?.span.start ?? 0, entry.span.start).includes('\n');
    const gap = isOpen ? `\n${indentAt(editing.source.text, entry.span.start)}` : ', ';
    editing.edits.push({ span: entry.span, newText: lines.join(gap) });
  }
  const missing = DAYS.filter((day) => !covered.has(day) && !sameJson(hoursOf(day), []));
  const added = sayWeek(Object.fromEntries(missing.map((day) => [day, hoursOf(day)])));
  if (added.length > 0) add(added.map((each) => (each.kind === 'branch' ? '' : sayEntry(each, ''))));
}

function openingOf(value: Value): Json {
  return itemsOf(value).length === 0
    ? []
    : readOpening(value).ranges.map(({ from, to }) => ({ from: sayMinutes(from), to: sayMinutes(to) }));
}

// ------------------------------------------------------------------------------------------------ description, target

function editDescription(editing: Editing, entity: Entity, live: Json | undefined): void {
  const { source, edits } = editing;
  const entry = entryOf(entity.block, 'description');
  const value = entry === undefined ? undefined : saidBy(entry)?.value;
  if (entry !== undefined && value !== undefined) {
    if (typeof live !== 'string') edits.push(...removal(source, entry.span));
    else edits.push({ span: value.span, newText: JSON.stringify(live) });
    return;
  }
  const doc = docFor(live);
  if (typeof live === 'string' && doc === undefined) braces(editing, entity)([`description: ${JSON.stringify(live)}`]);
  else edits.push(docEdit(source, entity.span.start, doc));
}

function editTarget(
  { source, called, edits }: Editing,
  entity: Entity,
  property: Property,
  live: Json | undefined,
): void {
  const kind = property.type.is === 'ref' ? property.type.kind : 'flow';
  const wanted = typeof live === 'string' ? printName(name(called(kind, live)), 'target') : undefined;
  const { target } = entity;
  if (target === undefined) {
    if (wanted !== undefined)
      edits.push({ span: { start: entity.span.end, end: entity.span.end }, newText: ` -> ${wanted}` });
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
