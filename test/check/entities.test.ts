import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bind } from '../../src/check/bind.ts';
import { projectData } from '../../src/check/data.ts';
import { entityDiagnostic } from '../../src/check/diagnostics.ts';
import { checkEntities } from '../../src/check/entities.ts';
import { localEnvironment } from '../../src/check/environment.ts';
import { allNames } from '../../src/check/names.ts';
import { canDialOut } from '../../src/check/project.ts';
import { entityWords } from '../../src/entities/index.ts';
import { parse } from '../../src/syntax/parse.ts';
import { applyEdits, positionAt } from '../../src/text/text.ts';
import { CASES } from './cases.ts';
import { namedIn, problemsOf, programOf, told } from './project.ts';

/** What a problem looks like without colours and excerpts: enough to see message, help and place at a glance. */
function rendered(text: string): string {
  return problemsOf(text)
    .map(({ code, severity, message, help, place, related, fixes }) => {
      const { line, column } = positionAt(place.source, place.span.start);
      const marked = place.source.text.slice(place.span.start, place.span.end);
      return [
        `${severity} ${code} ${String(line)}:${String(column)} «${marked}»`,
        `  ${message}`,
        ...(help === undefined ? [] : [`  help: ${help}`]),
        ...(related ?? []).map((one) => `  see: ${one.message}`),
        ...(fixes ?? []).map((fix) => `  fix: ${fix.title}${fix.safe ? ' (safe)' : ''}`),
      ].join('\n');
    })
    .join('\n');
}

describe('what is said of declarations', () => {
  it('stays as it was agreed', async () => {
    const all = CASES.map(([title, text]) => `## ${title}\n\n${text.trim()}\n\n${rendered(text) || '(nothing)'}\n`);
    await expect(all.join('\n')).toMatchFileSnapshot('golden.txt');
  });

  it('is shown for every code of the table', () => {
    const shown = new Set(CASES.flatMap(([, text]) => problemsOf(text).map((one) => one.code)));
    const codes = Object.keys(entityDiagnostic.table).map((name) => `check/${name}`);
    expect(codes.filter((code) => !shown.has(code))).toEqual([]);
  });

  it('has safe fixes that fix', () => {
    for (const [title, text] of CASES) {
      const before = problemsOf(text);
      const edits = before.flatMap((one) => (one.fixes ?? []).filter((fix) => fix.safe).flatMap((fix) => fix.edits));
      if (edits.length === 0) continue;
      const after = problemsOf(applyEdits(text, edits));
      expect(after.length, title).toBeLessThan(before.length);
    }
  });
});

describe('limits', () => {
  const queue = (properties: string) => told(`existing hours H\nqueue Q { hours: H, ${properties} }`);
  it.each([
    ['max_contacts: 0', []],
    ['max_contacts: -1', ['check/property-range -1']],
    ['max_contacts: 1.5', ['check/property-kind 1.5']],
    [`description: "${'あ'.repeat(250)}"`, []],
    [`description: "${'あ'.repeat(251)}"`, [`check/property-range "${'あ'.repeat(251)}"`]],
    [`description: "${'😀'.repeat(250)}"`, []],
    ['description: ""', ['check/property-range ""']],
  ])('%s', (properties, problems) => {
    expect(queue(properties)).toEqual(problems);
  });

  it('holds names to what Connect takes', () => {
    expect(told(`existing queue Q "${'x'.repeat(200)}"`)).toHaveLength(1);
    expect(told('security_profile 管理者 { permissions: [] }')).toEqual(['check/wrong-characters 管理者']);
    expect(told('security_profile 管理者 "Managers" { permissions: [] }')).toEqual([]);
    expect(told('existing security_profile 管理者')).toEqual([]);
  });

  it('counts what an instance holds', () => {
    const many = (kind: string, n: number) =>
      Array.from({ length: n }, (_, i) => `existing ${kind} X${String(i)}`).join('\n');
    expect(told(many('queue', 100))).toEqual([]);
    expect(told(many('queue', 101))).toEqual(['check/over-quota X100']);
    expect(told(many('agent_status', 51))).toEqual(['check/over-limit X50']);
  });

  it('counts queue-channel pairs', () => {
    const serves = Array.from(
      { length: 26 },
      (_, i) => `serves Q${String(i)} { channels: [voice, chat], priority: 1, delay: 0s }`,
    );
    const queues = serves.map((_, i) => `existing queue Q${String(i)}`);
    const profile = `routing_profile P { concurrency: { voice: 1, chat: 1 }, default_outbound_queue: Q0\n${serves.join('\n')}\n}`;
    expect(told([...queues, profile].join('\n'))).toEqual(['check/over-quota P']);
  });

  it('counts overrides', () => {
    const dates = (n: number) => Array.from({ length: n }, (_, i) => `20${String(30 + i)}-01-01`).join(', ');
    const hours = (n: number) => told(`hours H { timezone: "Asia/Tokyo", mon: 09:00-10:00, closed: [${dates(n)}] }`);
    expect(hours(50)).toEqual([]);
    expect(hours(51)).toEqual(['check/over-limit H']);
  });
});

describe('the project as a whole', () => {
  const PROFILE = 'routing_profile P { concurrency: { voice: 1 }, default_outbound_queue: Q }';
  const QUEUE = 'existing hours H\nqueue Q { hours: H }';

  it('is silent about queues where profiles are kept elsewhere', () => {
    expect(told(QUEUE)).toEqual([]);
    expect(told(QUEUE, PROFILE)).toEqual(['check/queue-not-served Q']);
    expect(told(QUEUE, PROFILE, 'existing routing_profile Other')).toEqual([]);
    expect(told('existing queue Q', PROFILE)).toEqual([]);
  });

  it('is silent about profiles where users are kept elsewhere', () => {
    const other =
      'existing security_profile S\nexisting routing_profile O\nuser u { routing_profile: O, security_profiles: [S], phone: soft }';
    expect(told('existing queue Q', PROFILE, other)).toEqual(['check/profile-without-user P']);
    expect(told('existing queue Q', PROFILE, other, 'existing user sato')).toEqual([]);
  });

  it('leaves existing numbers alone', () => {
    expect(told('existing number N "+81501234XXXX"')).toEqual([]);
    expect(told('number N "+81501234XXXX"')).toEqual(['check/number-without-flow N']);
  });

  it('compares hours with the number that the queue calls from', () => {
    const project = (zone: string, number: string) =>
      told(`existing number N "${number}"
hours H { timezone: "${zone}", mon: 09:00-10:00 }
queue Q { hours: H, caller_id: { number: N } }`);
    expect(project('Asia/Tokyo', '+81501234XXXX')).toEqual([]);
    expect(project('America/New_York', '+81501234XXXX')).toEqual(['check/foreign-hours H']);
    expect(project('UTC', '+81501234XXXX')).toEqual(['check/foreign-hours H']);
    expect(project('America/Los_Angeles', '+1206555XXXX')).toEqual([]);
    expect(project('Asia/Tokyo', '+8001234XXXX')).toEqual([]);
    expect(project('Europe/Londen', '+44163296XXXX')).toEqual(['check/unknown-time-zone "Europe/Londen"']);
  });

  it('knows whether a queue can call back', () => {
    const { program } = programOf(`existing number N "+81501234XXXX"
existing queue E
queue A { hours: H, caller_id: { number: N } }
queue B { hours: H, caller_id: { name: "x" } }
queue C { hours: H }
existing hours H`);
    const queue = (name: string) => namedIn(program, 'queue', name);
    expect(['E', 'A', 'B', 'C'].map((name) => canDialOut(queue(name)))).toEqual([undefined, true, false, false]);
  });
});

describe('nothing throws', () => {
  const CALL_CENTRE = readFileSync('test/entities/fixtures/call-centre.flow', 'utf8');

  it('at declarations of every kind with anything in them', () => {
    const bodies = [
      '',
      '{ }',
      '{ x }',
      '{ x: 1 }',
      '{ x { y { z } } }',
      '{ on a -> b }',
      '{ serves }',
      '{ mon: }',
      '-> X',
      '= 5',
    ];
    const inner = [
      'override',
      'serves X Y',
      'hours X',
      'tags [ ]',
      'input: [ ]',
      'phone: desk desk',
      'closed: []',
      'values: [$.a]',
    ];
    for (const kind of entityWords()) {
      for (const body of [...bodies, ...inner.map((entry) => `{ ${entry} }`)]) {
        const text = `${kind} X ${body}\nexisting ${kind} Y ${body}`;
        expect(() => whatever(text), text).not.toThrow();
      }
    }
  });

  it('at a call centre with pieces missing', () => {
    // A fixed sequence, so that a failure can be repeated.
    let state = 1;
    const next = (below: number) => (state = (Math.imul(state, 48271) >>> 0) % 0x7fffffff) % below;
    for (let i = 0; i < 150; i++) {
      const from = next(CALL_CENTRE.length);
      const text = CALL_CENTRE.slice(0, from) + CALL_CENTRE.slice(from + 1 + next(30));
      expect(() => whatever(text), `cut at ${String(from)}`).not.toThrow();
    }
  });
});

/** Everything that reads a program, whether or not the text parses. */
function whatever(text: string): void {
  const source = { path: 'a.flow', text };
  const { program } = bind([{ source, tree: parse(source).tree }]);
  checkEntities(program);
  projectData(program);
  for (const named of allNames(program)) localEnvironment.bind(named);
}
