/** Settings that changed in the console, taken into declarations: what did not change stays to the letter. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entityData } from '../../src/check/data.ts';
import { allNames } from '../../src/check/names.ts';
import { codecFor, KIND_ORDER } from '../../src/deploy/kinds/index.ts';
import { adoptContract } from '../../src/deploy/pull/adopt/contract.ts';
import { entityEdits } from '../../src/deploy/pull/adopt/entity.ts';
import { declare } from '../../src/deploy/pull/declare.ts';
import { entityModels } from '../../src/entities/index.ts';
import type { CanonicalKind } from '../../src/entities/types.ts';
import { parse } from '../../src/syntax/parse.ts';
import { printFile } from '../../src/syntax/print.ts';
import type { JsonObject } from '../../src/text/json.ts';
import { applyEdits, NOWHERE } from '../../src/text/text.ts';
import { programOf } from '../check/project.ts';
import { settingsOfKind } from './settings.ts';
import { runs } from '../runs.ts';

/** As plan and drift compare them. */
function complete(kind: CanonicalKind, settings: JsonObject): JsonObject {
  return codecFor(kind)?.complete(settings, 'it') ?? settings;
}

function settingsOf(text: string): JsonObject {
  const [named] = [...allNames(programOf(text).program)];
  if (named === undefined) throw new Error(`nothing is declared in ${text}`);
  const { display: _, existing: __, pin: ___, ...settings } = entityData(named);
  return settings as JsonObject;
}

function textOf(kind: CanonicalKind, settings: JsonObject): string {
  const entity = declare({ kind, name: '+81501234XXXX', identifier: 'it', settings }, (_kind, name) => name);
  return printFile({ kind: 'file', declarations: [entity], comments: [], span: NOWHERE });
}

function adopt(kind: CanonicalKind, text: string, live: JsonObject): string {
  const source = { path: 'it.flow', text };
  const [entity] = parse(source).tree.declarations;
  if (entity?.kind !== 'entity') throw new Error(`no declaration in ${text}`);
  const said = complete(kind, settingsOf(text));
  return applyEdits(
    text,
    entityEdits(source, entity, { kind, said, live }, (_kind, name) => name),
  );
}

const kinds = KIND_ORDER.filter((kind) => kind !== 'flow' && kind !== 'module').map((kind) => entityModels[kind]);

describe('live settings', () => {
  it.each(kinds)('of a $kind are reached from any others, nearly always by edits', (model) => {
    let reached = 0;
    let all = 0;
    fc.assert(
      fc.property(settingsOfKind(model), settingsOfKind(model), (before, after) => {
        const live = complete(model.kind, after);
        const text = adopt(model.kind, textOf(model.kind, before), live);
        expect(parse({ path: 'it.flow', text }).diagnostics, text).toEqual([]);
        all++;
        if (JSON.stringify(sorted(complete(model.kind, settingsOf(text)))) === JSON.stringify(sorted(live))) reached++;
      }),
      { numRuns: runs(80), seed: 7 },
    );
    expect(reached / all).toBeGreaterThan(0.9);
  });

  it('change a line, and leave comments and the others alone', () => {
    const text = `/// The desk.
queue Desk "Front desk" {
  hours: Office // the same for all
  caller_id: { name: "Clinic", number: Main }
  // Not more than can sit.
  max_contacts: 5
  tags { team: "desk", cost: "1" }
}
`;
    const said = {
      hours: 'Office',
      caller_id: { name: 'Clinic', number: 'Main' },
      max_contacts: 5,
      tags: { team: 'desk', cost: '1' },
    };
    const live = complete('queue', {
      ...said,
      description: 'The front desk.',
      caller_id: { name: 'Riverside', number: 'Main' },
      max_contacts: 6,
      tags: { team: 'desk', owner: 'ann' },
    });
    expect(adopt('queue', text, live)).toBe(`/// The front desk.
queue Desk "Front desk" {
  hours: Office // the same for all
  caller_id: { name: "Riverside", number: Main }
  // Not more than can sit.
  max_contacts: 6
  tags { team: "desk", owner: "ann" }
}
`);
  });

  it('take away what is gone', () => {
    const text = 'queue Desk {\n  hours: Office\n  max_contacts: 5 // five\n}\n';
    expect(adopt('queue', text, complete('queue', { hours: 'Office' }))).toBe('queue Desk {\n  hours: Office\n}\n');
    const profile = `routing_profile Staff {
  concurrency: { voice: 1 }
  serves Desk { channels: [voice], priority: 1, delay: 0s } // first
  serves Other { channels: [voice], priority: 2, delay: 0s }
  default_outbound_queue: Desk
}
`;
    const serves = [
      { queue: 'Other', channels: ['voice'], priority: 2, delay: 0 },
      { queue: 'New', channels: ['voice'], priority: 3, delay: 5 },
    ];
    const live = complete('routing_profile', { concurrency: { voice: 1 }, default_outbound_queue: 'Desk', serves });
    expect(adopt('routing_profile', profile, live)).toBe(`routing_profile Staff {
  concurrency: { voice: 1 }
  serves Other { channels: [voice], priority: 2, delay: 0s }
  default_outbound_queue: Desk
  serves New { channels: [voice], priority: 3, delay: 5s }
}
`);
  });
});

/** Keys in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe('a live contract', () => {
  const name = { name: { is: 'text' } };
  const score = { score: { is: 'number' } };
  const said = { input: name, returns: score, branches: ['known', 'unknown'] };
  const head = ['input { name: text } // who', 'returns { score: number }', 'branches ["known", "unknown"]'];
  const module = (...lines: readonly string[]) =>
    ['module Greet { // by name', ...lines, '// The greeting.', 'play "Hello."', 'return "known"'].join('\n  ') + '\n}';
  const [input = '', returns = '', branches = ''] = head;

  it.each([
    ['as it was', head, said, said, head],
    [
      'with a field more',
      head,
      said,
      { ...said, input: { ...name, age: { is: 'number' } } },
      ['input { name: text, age: number } // who', returns, branches],
    ],
    [
      'with another branch',
      head,
      said,
      { ...said, branches: ['known', 'other'] },
      [input, returns, 'branches ["known", "other"]'],
    ],
    ['without a part', head, said, { input: name, branches: said.branches }, [input, branches]],
    ['with the branches that `return` names', head, said, { ...said, branches: ['known'] }, [input, returns]],
    ['with a part more', [input], { input: name, branches: ['known'] }, said, [returns, branches, input]],
    ['where nothing was said', [], { branches: ['known'] }, said, ['input { name: text }', returns, branches]],
  ])('%s', (_, before, had, live, after) => {
    expect(adoptContract(module(...before), had, live)).toBe(module(...after));
  });

  it('takes a line of its own', () => {
    const said = { branches: ['known'] };
    const adopted = adoptContract('module Greet { return "known" }', said, { branches: ['known', 'other'] });
    expect(adopted).toBe('module Greet {\n  branches ["known", "other"]\n return "known" }');
  });
});
