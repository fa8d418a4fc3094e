/** The judge and the compiler on every kind of place in real flows, each with something odd in it. */
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../src/text/json.ts';
import { corpusIsThere, WHY_SKIPPED } from '../corpus/corpus.ts';
import { disagreement } from './agreement.ts';
import { judge } from './documents.ts';
import { realFlows } from './real-flows.ts';

describe.skipIf(!corpusIsThere)(corpusIsThere ? 'real flows' : `real flows (${WHY_SKIPPED})`, () => {
  it('with one thing changed are refused by both or by none', () => {
    let changes = 0;
    const seen = new Set<string>();
    for (const { content, type } of realFlows()) {
      if (type === 'MODULE' || judge(content, { type }).length > 0) continue;
      for (const action of content.Actions as readonly JsonObject[]) {
        for (const changed of changesOf(action, seen)) {
          changes++;
          expect(disagreement(changed)).toBeUndefined();
        }
      }
    }
    expect(changes).toBeGreaterThan(3000);
  });
});

const ODD: readonly (Json | undefined)[] = [
  undefined,
  '',
  5,
  -1,
  true,
  null,
  'Bogus',
  {},
  [],
  '$.Attributes.x',
  ['x'],
  { x: 'y' },
];

/** Each place of each kind of action once, with something odd in it, left out, or under another name. */
function* changesOf(action: JsonObject, seen: Set<string>): Generator<JsonObject> {
  for (const path of pathsIn(action)) {
    const place = `${String(action.Type)} ${path.join('.').replace(/\b\d+\b/g, '#')}`;
    if (path[0] === 'Identifier' || seen.has(place)) continue;
    seen.add(place);
    for (const odd of ODD) {
      if (path[0] === 'Type' && typeof odd === 'string' && odd !== '') continue;
      yield changedAt(action, path, odd) as JsonObject;
    }
    yield changedAt(action, [...path.slice(0, -1), `${path.at(-1) ?? ''}X`], 'x') as JsonObject;
  }
}

function pathsIn(value: Json): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    [key],
    ...pathsIn(item as Json).map((path) => [key, ...path]),
  ]);
}

function changedAt(value: Json, [key, ...rest]: readonly string[], odd: Json | undefined): Json {
  if (key === undefined || typeof value !== 'object' || value === null) return odd ?? null;
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    if (rest.length === 0 && (odd === undefined || !/^\d+$/.test(key))) return list.filter((_, i) => String(i) !== key);
    return list.map((item, i) => (String(i) === key ? changedAt(item, rest, odd) : item));
  }
  const object = value as JsonObject;
  if (rest.length === 0 && odd === undefined) {
    return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
  }
  return { ...object, [key]: rest.length === 0 ? (odd ?? null) : changedAt(object[key] ?? null, rest, odd) };
}
