/** The parameters of one action against the catalogue. */
import type { Constraint, Parameter } from '../../../catalogue/types.ts';
import { limits } from '../../../catalogue/quotas.ts';
import { isObject, type Json, type JsonObject } from '../../../text/json.ts';
import { holds, isDynamic, valueAt } from './guards.ts';
import { referenceProblem, type Known } from './references.ts';
import type { Sheet, Spot } from './sheet.ts';
import { faultOf, isWord } from './values.ts';
import {
  action as actionPath,
  atLeastOne,
  emptyIn,
  emptyValue,
  invalidName,
  invalidType,
  invalidValue,
  missingProperty,
  oneMustBeSet,
  onlyOne,
  tell,
  tooManyTags,
  type Problems,
} from './words.ts';

export interface Subject {
  readonly index: number;
  readonly type: string;
  readonly parameters: JsonObject;
  readonly sheet: Sheet;
  readonly known: Known;
  readonly problems: Problems;
}

export function judgeParameters(subject: Subject): void {
  const { sheet, parameters, problems, index, type } = subject;
  walk(subject, parameters, sheet.parameters, 'Parameters');
  if (sheet.isFirm) {
    for (const { name, guard } of sheet.guarded) {
      if (holds(guard, parameters) === 'yes' && valueAt(parameters, name) === undefined) {
        tell(problems, missingProperty(`${actionPath(index)}.Parameters.${name}`));
      }
    }
  }
  for (const group of sheet.groups) judgeGroup(subject, group);
  if (type === 'TagContact' && isObject(parameters.Tags)) {
    if (Object.keys(parameters.Tags).length > limits.tagsPerContact) tell(problems, tooManyTags(limits.tagsPerContact));
  }
}

function walk(subject: Subject, value: JsonObject, spot: Spot, path: string): void {
  const { sheet, problems, index } = subject;
  const at = `${actionPath(index)}.${path}`;
  for (const name of spot.needed) {
    if (sheet.isFirm && !Object.hasOwn(value, name)) tell(problems, missingProperty(`${at}.${name}`));
  }
  for (const name of Object.keys(value)) {
    const item = value[name] as Json;
    const below = spot.members.get(name) ?? spot.others;
    if (below !== undefined) judgeSpot(subject, item, below, `${path}.${name}`);
    else {
      const fact = sheet.anywhere.get(name);
      if (fact !== undefined) judgeText(subject, fact, item, `${path}.${name}`);
      else if (sheet.namesAreFirm && isPublished(spot) && (spot.members.size > 0 || path === 'Parameters')) {
        tell(problems, invalidName(`${at}.${name}`));
      } else if (item === '' && (spot.members.size > 0 || path === 'Parameters')) tell(problems, emptyValue(index));
    }
  }
}

/** Of a group that is not published, exports show some members; the service may take more. */
function isPublished({ fact }: Spot): boolean {
  return fact?.mode !== 'unconfirmed';
}

function judgeSpot(subject: Subject, value: Json, spot: Spot, path: string): void {
  const { problems, index } = subject;
  const { fact, shape } = spot;
  if (fact?.refused !== undefined) {
    tell(problems, invalidName(`${actionPath(index)}.${path}`));
    return;
  }
  if (shape === 'text' && fact !== undefined) {
    judgeText(subject, fact, value, path);
    return;
  }
  if (value === '') {
    tell(problems, emptyValue(index));
    return;
  }
  if (isDynamic(value)) return;
  if (shape === 'list' ? !Array.isArray(value) : !isObject(value)) {
    const isEither = fact?.kind === 'object|list' && Array.isArray(value);
    if (!isEither) tell(problems, invalidValue(`${actionPath(index)}.${path}`));
    return;
  }
  if (fact !== undefined && shape === 'list') judgeList(subject, fact, value as readonly Json[], path);
  if (fact !== undefined && shape === 'map')
    judgeMap(subject, fact, value as JsonObject, path, spot.others !== undefined);
  if (spot.items !== undefined && Array.isArray(value)) {
    const { items } = spot;
    (value as readonly Json[]).forEach((item, i) => {
      if (isObject(item)) walk(subject, item, items, `${path}[${i}]`);
    });
  } else if (isObject(value) && (spot.members.size > 0 || spot.others !== undefined)) walk(subject, value, spot, path);
}

function judgeText(subject: Subject, fact: Parameter, value: Json, path: string): void {
  const { problems, index, type, sheet, known } = subject;
  switch (faultOf(fact, value, sheet)) {
    case 'empty':
      // Where one must be set, an empty prompt counts as none: judged with its group.
      if (!mustSpeak(sheet, fact)) tell(problems, emptyValue(index));
      return;
    case 'boolean':
      tell(problems, invalidType(type, index));
      return;
    case 'invalid':
      tell(problems, invalidValue(`${actionPath(index)}.${path}`));
      return;
    case undefined: {
      const isScalar = typeof value === 'string' || typeof value === 'number';
      const problem = isScalar ? referenceProblem(fact, String(value), known) : undefined;
      if (problem !== undefined) tell(problems, problem);
    }
  }
}

function judgeList(subject: Subject, fact: Parameter, list: readonly Json[], path: string): void {
  const { problems, index, sheet } = subject;
  const at = `${actionPath(index)}.${path}`;
  const tooFew = fact.minItems !== undefined && list.length < fact.minItems;
  const tooMany = fact.maxItems !== undefined && list.length > fact.maxItems;
  if (sheet.isFirm && (tooFew || tooMany)) tell(problems, invalidValue(at));
  for (const item of list) {
    if (item === '') tell(problems, emptyValue(index));
    else if ((!isDynamic(item) || fact.kind === 'list<object>') && !isElement(fact, item, sheet.namesAreFirm)) {
      tell(problems, invalidValue(at));
      return;
    }
  }
}

function isElement(fact: Parameter, item: Json, namesAreFirm: boolean): boolean {
  if (fact.kind === 'list<object>') return isObject(item);
  if (fact.kind === 'list<string>') return typeof item === 'string';
  if (fact.kind !== 'list<enum>') return true;
  return typeof item === 'string' && (!namesAreFirm || isWord(fact.values, item));
}

/** `isWalked`: what stands under its keys is judged by itself. */
function judgeMap(subject: Subject, fact: Parameter, map: JsonObject, path: string, isWalked: boolean): void {
  const { problems, index, type, known, sheet } = subject;
  const at = `${actionPath(index)}.${path}`;
  for (const key of Object.keys(map)) {
    const item = map[key] as Json;
    if (sheet.isFirm && fact.keys !== undefined && !fact.keys.includes(key)) {
      tell(problems, invalidName(`${at}.${key}`));
    } else if (item === '' && !isWalked) {
      tell(problems, path === 'Parameters.Attributes' ? emptyIn('Attributes') : emptyValue(index));
    } else if (fact.kind === 'map<string,string>' && typeof item !== 'string') {
      tell(problems, typeof item === 'boolean' ? invalidType(type, index) : invalidValue(`${at}.${key}`));
    } else if (fact.ref !== undefined && typeof item === 'string') {
      const problem = referenceProblem({ ...fact, kind: 'id|arn' }, item, known);
      if (problem !== undefined) tell(problems, problem);
    }
    if (ATTRIBUTES.has(fact.name) && isBadKey(key)) tell(problems, invalidName(`${at}.${key}`));
  }
}

/** Maps whose keys become names of attributes: neither `$` nor `.` may stand in one, but a whole path is replaced. */
const ATTRIBUTES: ReadonlySet<string> = new Set(['Attributes', 'FlowAttributes']);

function isBadKey(key: string): boolean {
  return /[$.]/.test(key) && !isDynamic(key);
}

/** Groups of which one, at most one or at least one may be set. */
function judgeGroup(subject: Subject, group: Constraint): void {
  const { parameters } = subject;
  const { scope } = group;
  if (scope === undefined) return judgeIn(subject, group, parameters, 'Parameters');
  const isList = scope.endsWith('[]');
  const name = isList ? scope.slice(0, -2) : scope;
  const value = valueAt(parameters, name);
  if (!isList) {
    if (isObject(value)) judgeIn(subject, group, value, `Parameters.${name}`);
  } else if (Array.isArray(value)) {
    (value as readonly Json[]).forEach((item, i) => {
      if (isObject(item)) judgeIn(subject, group, item, `Parameters.${name}[${i}]`);
    });
  }
}

function judgeIn(subject: Subject, { rule, keys = [], evidence }: Constraint, value: JsonObject, path: string): void {
  const { problems, index, type } = subject;
  const there = keys.filter((key) => Object.hasOwn(value, key) && (value[key] !== '' || !SPEECH.has(key)));
  const isOne = rule === 'exactlyOne';
  if (there.length > 1 && (isOne || rule === 'atMostOne' || rule === 'neverBoth')) {
    tell(problems, type === RECORDING ? invalidValue(`${actionPath(index)}.${path}`) : onlyOne(there));
  }
  // Beside another it is an empty value like any other.
  if (there.length > 0 && (isOne || rule === 'atLeastOne')) {
    for (const key of keys) if (SPEECH.has(key) && value[key] === '') tell(problems, emptyValue(index));
  }
  // Where only a page says so, the service is not known to ask for one.
  if (there.length > 0 || !(isOne || rule === 'atLeastOne') || evidence?.startsWith('doc') === true) return;
  if (type === RECORDING) tell(problems, invalidValue(`${actionPath(index)}.${path}`));
  else if (type === 'ConnectParticipantWithLexBot') {
    if (keys.includes('LexBot')) tell(problems, missingProperty(`${actionPath(index)}.${path}.LexBot`));
    else tell(problems, oneMustBeSet(LEX_ORDER.filter((key) => keys.includes(key))));
  } else tell(problems, atLeastOne(keys.map((key) => `${path}.${key}`)));
}

const SPEECH: ReadonlySet<string> = new Set(['PromptId', 'Text', 'SSML', 'Media']);

function mustSpeak({ groups }: Sheet, { name }: Parameter): boolean {
  return groups.some(
    ({ rule, scope, keys = [] }) =>
      (rule === 'exactlyOne' || rule === 'atLeastOne') &&
      keys.some((key) => SPEECH.has(key) && name === (scope === undefined ? key : `${scope}.${key}`)),
  );
}

/** Of it the service says no more than that its parameters are wrong (live call of 2026-09-15). */
const RECORDING = 'UpdateContactRecordingAndAnalyticsBehavior';

/** As the service lists them. */
const LEX_ORDER: readonly string[] = ['Text', 'SSML', 'PromptId', 'Media', 'LexInitializationData'];
