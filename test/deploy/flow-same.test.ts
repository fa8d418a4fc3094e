/** The quick yes is never wrong, and is given for what flowc itself has written. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler.ts';
import { isCertainlySame } from '../../src/deploy/flow-same.ts';
import { emit } from '../../src/flowjson/emit.ts';
import { readDocument } from '../../src/flowjson/read-document.ts';
import { compare } from '../../src/graph/compare.ts';
import type { FlowGraph } from '../../src/graph/flow-graph.ts';
import { isObject, type Json, type JsonObject } from '../../src/text/json.ts';
import { NOWHERE } from '../../src/text/text.ts';
import { anyGraph } from '../flowjson/arbitrary.ts';
import { CENTRE } from './centre.ts';
import { runs } from '../runs.ts';

const nowhere = () => ({ source: { path: '', text: '' }, span: NOWHERE });
const documentOf = (graph: FlowGraph) => JSON.parse(JSON.stringify(emit(graph).document)) as JsonObject;

/** Every text in a document, by a function that puts another in its place. */
function textsIn(value: Json, found: ((text: string) => void)[] = []): ((text: string) => void)[] {
  if (typeof value !== 'object' || value === null) return found;
  const members = value as Record<string, Json>;
  for (const [key, member] of Object.entries(members)) {
    if (typeof member === 'string') found.push((text) => (members[key] = text));
    else textsIn(member, found);
  }
  return found;
}

/** Conditions, error branches, parameters within parameters. */
const MENU = `inbound flow Menu {
  on error -> goodbye

  menu "For support press 1." {
    on 1 { set attributes { topic: "support", tier: "gold" } }
    on 2, timeout, default -> goodbye
  }
  if $.Attributes.tier == "gold" { play "Hello." }
  repeat 3 { play "Please wait." }
  -> goodbye

  step goodbye {
    play "Goodbye."
    disconnect
  }
}`;

/** Every object in a value, the value itself too where it is one. */
function objectsIn(value: Json): JsonObject[] {
  if (typeof value !== 'object' || value === null) return [];
  return [...(isObject(value) ? [value] : []), ...Object.values(value as JsonObject).flatMap(objectsIn)];
}

describe('the quick comparison', () => {
  it('never says yes to another flow', () => {
    let same = 0;
    let other = 0;
    const change = fc.record({
      at: fc.nat(),
      text: fc.constantFrom('', 'nowhere', 'Compare', 'another', 'NoMatchingError'),
    });
    fc.assert(
      fc.property(anyGraph(), fc.option(change), (graph, changed) => {
        const document = documentOf(graph);
        if (changed !== null) {
          const texts = textsIn(document['Actions'] ?? null);
          texts[changed.at % texts.length]?.(changed.text);
        }
        const isSame = compare(graph, readDocument(document, nowhere).graph) === undefined;
        if (isSame) same++;
        else other++;
        if (isCertainlySame(graph, document)) expect(isSame).toBe(true);
      }),
      { numRuns: runs(1000) },
    );
    expect(Math.min(same, other)).toBeGreaterThan(30);
  });

  it('says yes to what was compiled, under other identifiers too', () => {
    const { flows } = compile([{ path: 'main.flow', text: CENTRE }]);
    expect(flows.length).toBeGreaterThan(3);
    for (const { graph, emitted } of flows) {
      const text = JSON.stringify(emitted().document);
      expect(isCertainlySame(graph, JSON.parse(text) as JsonObject)).toBe(true);
      const renamed = JSON.parse(text, (key, value: Json) =>
        ['Identifier', 'NextAction', 'StartAction'].includes(key) && typeof value === 'string' ? `${value}-x` : value,
      ) as JsonObject;
      expect(isCertainlySame(graph, renamed)).toBe(true);
    }
  });

  it('says no after a change of any text, and of any member more', () => {
    const { flows, diagnostics } = compile([{ path: 'main.flow', text: MENU }]);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    for (const { graph, emitted } of flows) {
      const text = JSON.stringify(emitted().document);
      const changed = (change: (document: JsonObject) => void) => {
        const document = JSON.parse(text) as JsonObject;
        change(document);
        return isCertainlySame(graph, document);
      };
      const actionsOf = (document: JsonObject) => document['Actions'] ?? null;
      const texts = textsIn(actionsOf(JSON.parse(text) as JsonObject)).length;
      expect(texts).toBeGreaterThan(1);
      for (let i = 0; i < texts; i++) {
        expect(changed((document) => textsIn(actionsOf(document))[i]?.('another'))).toBe(false);
      }
      const objects = objectsIn(actionsOf(JSON.parse(text) as JsonObject)).length;
      for (let i = 0; i < objects; i++) {
        expect(changed((document) => Object.assign(objectsIn(actionsOf(document))[i] ?? {}, { more: 1 }))).toBe(false);
      }
    }
  });

  it.each([null, 7, []])('does not fall over actions like %j', (entry) => {
    const [flow] = compile([{ path: 'main.flow', text: 'inbound flow Main { disconnect }' }]).flows;
    const document = JSON.parse(JSON.stringify(flow?.emitted().document)) as JsonObject;
    expect(isObject(document)).toBe(true);
    expect(flow !== undefined && isCertainlySame(flow.graph, { ...document, Actions: [entry] as Json })).toBe(false);
  });
});
