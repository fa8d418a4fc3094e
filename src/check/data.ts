/**
 * Declarations as plain JSON: names stay names, durations are seconds, days are listed one by one. Plan, publish and other
 * tools read this; schemas/entities.schema.json describes it. What could not be understood is left out.
 */
import { entityModel } from '../entities/index.ts';
import type { ClauseModel, Property, ValueType } from '../entities/types.ts';
import type { Block, Entity, Value } from '../syntax/ast.ts';
import type { Json, JsonObject } from '../text/json.ts';
import { allNames } from './names.ts';
import { DAYS, daysOf, readDates, readOpening, sayMinutes } from './opening.ts';
import type { Named, Program } from './program.ts';
import { clausesOf, itemsOf, saidIn, secondsOf, textOf, valueOf } from './read.ts';
import { inputOf, moduleBranches, readType, returnsOf } from './types.ts';

type Entries = [string, Json][];

/** Every declaration of a project: kind → name → what it says. */
export function projectData(program: Program): JsonObject {
  const kinds = new Map<string, Entries>();
  for (const named of allNames(program)) {
    const entries = kinds.get(named.kind) ?? [];
    entries.push([named.name, entityData(named)]);
    kinds.set(named.kind, entries);
  }
  return Object.fromEntries([...kinds].map(([kind, entries]) => [kind, Object.fromEntries(entries)]));
}

/** One declaration. Of a flow only what its head says; its body is the graph's to tell. */
export function entityData(named: Named): JsonObject {
  const { declaration } = named;
  const entries: Entries = [
    ['display', named.display],
    ['existing', named.existing],
  ];
  if (named.pin !== undefined) entries.push(['pin', named.pin]);
  if (declaration.kind === 'flow') entries.push(...flowData(named));
  else {
    const model = entityModel(named.kind);
    if (model.target !== undefined && declaration.target !== undefined) {
      entries.push([model.target.key, declaration.target.text.normalize('NFC')]);
    }
    entries.push(...blockData(declaration.block, model.properties, model.clauses, model.days ?? false));
  }
  const description = describedBy(named, declaration.kind === 'entity' ? declaration : undefined);
  if (description !== undefined && !entries.some(([key]) => key === 'description')) {
    entries.push(['description', description]);
  }
  return Object.fromEntries(entries);
}

/** What the console shows as the description: the property, else the `///` comment. */
function describedBy(named: Named, entity: Entity | undefined): string | undefined {
  const said = entity === undefined ? undefined : valueOf(entity.block, 'description');
  return said?.kind === 'text' ? said.value : named.declaration.doc;
}

function flowData(named: Named): Entries {
  const entries: Entries = [];
  if (named.kind !== 'module') {
    const type = named.declaration.kind === 'flow' ? named.declaration.type?.text : undefined;
    return type === undefined ? [] : [['type', type]];
  }
  for (const [key, type] of [
    ['input', inputOf(named)],
    ['returns', returnsOf(named)],
  ] as const) {
    if (type?.is === 'object' && type.fields !== undefined) entries.push([key, type.fields as unknown as JsonObject]);
  }
  entries.push(['branches', moduleBranches(named) ?? []]);
  return entries;
}

function blockData(
  block: Block | undefined,
  properties: readonly Property[],
  clauses: readonly ClauseModel[],
  days: boolean,
): Entries {
  const entries: Entries = [];
  for (const { key, type } of properties) {
    const value = valueOf(block, key);
    const data = value === undefined ? undefined : valueData(type, value);
    if (data !== undefined) entries.push([key, data]);
  }
  if (days) entries.push(...weekData(block));
  for (const clause of clauses) {
    const said = clausesOf(block, clause.word);
    if (said.length === 0) continue;
    const all = said.map((one): JsonObject => {
      const operand = one.words[1];
      const named =
        clause.operand !== undefined && operand !== undefined ? valueData(clause.operand.type, operand) : undefined;
      const head: Entries = named === undefined || clause.operand === undefined ? [] : [[clause.operand.name, named]];
      return Object.fromEntries([...head, ...blockData(one.block, clause.properties, [], clause.days ?? false)]);
    });
    entries.push([clause.word, all]);
  }
  return entries;
}

/** `week`: the ranges of every day that is said; days that are not said are closed. */
function weekData(block: Block | undefined): Entries {
  const week = new Map<string, Json>();
  for (const { key, value } of saidIn(block)) {
    for (const day of daysOf(key) ?? []) week.set(day, openingData(value));
  }
  if (week.size === 0) return [];
  const inOrder = DAYS.filter((day) => week.has(day)).map((day): [string, Json] => [day, week.get(day) ?? []]);
  return [['week', Object.fromEntries(inOrder)]];
}

function openingData(value: Value): Json {
  return readOpening(value).ranges.map(({ from, to }) => ({ from: sayMinutes(from), to: sayMinutes(to) }));
}

function valueData(type: ValueType, value: Value): Json | undefined {
  switch (type.is) {
    case 'text':
    case 'time_zone':
      return value.kind === 'text' ? value.value : undefined;
    case 'number': {
      const number = value.kind === 'number' ? Number(value.text) : Number.NaN;
      return Number.isInteger(number) ? number : undefined;
    }
    case 'duration':
      return secondsOf(value);
    case 'flag':
      return value.kind === 'word' ? value.text === 'on' : undefined;
    case 'word':
      return wordData(type, value);
    case 'phone':
    case 'language':
      return textOf(value);
    case 'ref':
      return textOf(value)?.normalize('NFC');
    case 'list':
      return itemsOf(value)
        .map((item) => valueData(type.of, item))
        .filter((item) => item !== undefined);
    case 'group':
      return value.kind === 'block' ? Object.fromEntries(blockData(value, type.properties, [], false)) : undefined;
    case 'map':
      return value.kind === 'block' ? mapData(type.of, value) : undefined;
    case 'opening':
      return openingData(value);
    case 'dates':
      return readDates(value).ranges.map(({ from, to }) => ({ from, to }));
    case 'type': {
      const read = readType(value);
      return 'type' in read ? (read.type as unknown as JsonObject) : undefined;
    }
    case 'either':
      return value.kind === 'number' ? Number(value.text) : textOf(value);
  }
}

function wordData(type: ValueType & { is: 'word' }, value: Value): Json | undefined {
  if (value.kind !== 'phrase') return textOf(value);
  const word = textOf(value.words[0]);
  const [, argument] = value.words;
  const then = word === undefined ? undefined : type.then?.[word];
  const data = then === undefined || argument === undefined ? undefined : valueData(then, argument);
  return word === undefined || data === undefined ? undefined : Object.fromEntries([[word, data]]);
}

function mapData(of: ValueType, block: Block): JsonObject {
  const entries: Entries = [];
  for (const { key, value } of saidIn(block)) {
    const data = valueData(of, value);
    if (data !== undefined) entries.push([key, data]);
  }
  return Object.fromEntries(entries);
}
