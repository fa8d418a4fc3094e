/** `Search…` operations: criteria over members, filters over tags. */
import { isObject, type Json, type JsonObject } from '../../../../text/json.ts';
import type { StoredEntity } from '../../types.ts';
import { object, objects, text } from './members.ts';
import { page } from './page.ts';
import { invalidParameter } from './refusals.ts';

export interface Searchable {
  /** Names of fields, as `FieldName` spells them, and the member of the stored thing that each stands for. */
  readonly fields: Readonly<Record<string, string>>;
  /** Conditions of the kind's own (`QueueTypeCondition`) and the members that they compare. */
  readonly conditions?: Readonly<Record<string, string>>;
  /** Fields of `DateCondition`. */
  readonly dates?: Readonly<Record<string, string>>;
}

/** Answers a search: what matches, in pages under `member`, each as `show` shows it. */
export function search(
  input: JsonObject,
  member: string,
  things: readonly StoredEntity[],
  searchable: Searchable,
  show: (entity: StoredEntity) => JsonObject,
): JsonObject {
  const criteria = object(input, 'SearchCriteria') ?? {};
  const filter = object(input, 'SearchFilter') ?? {};
  const found = things.filter((thing) => matches(criteria, thing, searchable) && passes(filter, thing));
  return { ...page(input, member, found.map(show)), ApproximateTotalCount: found.length };
}

function matches(criteria: JsonObject, thing: StoredEntity, searchable: Searchable): boolean {
  const or = objects(criteria, 'OrConditions');
  if (or.length > 0 && !or.some((part) => matches(part, thing, searchable))) return false;
  if (!objects(criteria, 'AndConditions').every((part) => matches(part, thing, searchable))) return false;
  const condition = object(criteria, 'StringCondition');
  if (condition !== undefined && !matchesText(condition, thing, searchable.fields)) return false;
  const date = object(criteria, 'DateCondition');
  if (date !== undefined && !matchesDate(date, thing, searchable.dates ?? {})) return false;
  if (criteria['ListCondition'] !== undefined) throw invalidParameter('Invalid parameter: ListCondition is not served');
  if (!inGroup(criteria, thing)) return false;
  return Object.entries(searchable.conditions ?? {}).every(
    ([name, member]) => criteria[name] === undefined || criteria[name] === thing[member],
  );
}

function matchesText(condition: JsonObject, thing: JsonObject, fields: Readonly<Record<string, string>>): boolean {
  const member = memberOf(condition, fields);
  const wanted = text(condition, 'Value').toLowerCase();
  return valuesAt(thing, member).some((value) => {
    const had = value.toLowerCase();
    switch (condition['ComparisonType']) {
      case 'STARTS_WITH':
        return had.startsWith(wanted);
      case 'CONTAINS':
        return had.includes(wanted);
      default:
        return had === wanted;
    }
  });
}

function matchesDate(condition: JsonObject, thing: JsonObject, fields: Readonly<Record<string, string>>): boolean {
  const had = text(thing, memberOf(condition, fields));
  const wanted = text(condition, 'Value');
  switch (condition['ComparisonType']) {
    case 'GREATER_THAN':
      return had > wanted;
    case 'GREATER_THAN_OR_EQUAL_TO':
      return had >= wanted;
    case 'LESS_THAN':
      return had < wanted;
    case 'LESS_THAN_OR_EQUAL_TO':
      return had <= wanted;
    default:
      return had === wanted;
  }
}

/** The member that a condition's `FieldName` stands for; fields that cannot be searched are refused. */
function memberOf(condition: JsonObject, fields: Readonly<Record<string, string>>): string {
  const field = text(condition, 'FieldName');
  const member = Object.entries(fields).find(([name]) => name.toLowerCase() === field.toLowerCase())?.[1];
  if (member === undefined) throw invalidParameter(`Invalid parameter: FieldName ${field}`);
  return member;
}

/** Texts under `Member` or `Member.Inner`; of lists, those of each element. */
function valuesAt(thing: JsonObject, member: string): readonly string[] {
  let values: readonly Json[] = [thing];
  for (const part of member.split('.')) {
    values = values.flatMap((value) => {
      const inner = isObject(value) ? (value[part] ?? []) : [];
      return Array.isArray(inner) ? (inner as readonly Json[]) : [inner as Json];
    });
  }
  return values.filter((value) => typeof value === 'string');
}

/** The two shapes that filters have: lists of conditions, or structures that hold such lists. */
function passes(filter: JsonObject, thing: JsonObject): boolean {
  const tags = object(thing, 'Tags') ?? {};
  return ['TagFilter', 'AttributeFilter', 'UserAttributeFilter', 'FlowAttributeFilter'].every((name) => {
    const part = object(filter, name);
    return part === undefined || passesConditions(part, thing, tags);
  });
}

function passesConditions(filter: JsonObject, thing: JsonObject, tags: JsonObject): boolean {
  const or = filter['OrConditions'];
  const any = Array.isArray(or) ? (or as readonly Json[]) : [];
  if (any.length > 0 && !any.some((part) => passesAll(part, thing, tags))) return false;
  return (
    passesAll(filter['AndConditions'] ?? [], thing, tags) &&
    passesAll(filter['AndCondition'] ?? {}, thing, tags) &&
    passesAll(filter, thing, tags)
  );
}

function passesAll(part: Json, thing: JsonObject, tags: JsonObject): boolean {
  if (Array.isArray(part))
    return (part as readonly Json[]).filter(isObject).every((condition) => hasTag(condition, tags));
  if (!isObject(part)) return true;
  const one = object(part, 'TagCondition');
  return (
    (one === undefined || hasTag(one, tags)) &&
    objects(part, 'TagConditions').every((condition) => hasTag(condition, tags)) &&
    inGroup(part, thing)
  );
}

/** Groups below the one that is said are not looked into. */
function inGroup(part: JsonObject, thing: JsonObject): boolean {
  const group = object(part, 'HierarchyGroupCondition');
  return group === undefined || group['Value'] === thing['HierarchyGroupId'];
}

function hasTag(condition: JsonObject, tags: JsonObject): boolean {
  const { TagKey: key, TagValue: value } = condition;
  if (typeof key !== 'string') return value === undefined || Object.values(tags).includes(value);
  return tags[key] !== undefined && (value === undefined || tags[key] === value);
}
