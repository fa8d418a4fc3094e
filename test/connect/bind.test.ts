import { describe, expect, it } from 'vitest';
import { localShortId } from '../../src/check/local-id.ts';
import { lookUp } from '../../src/check/program.ts';
import { parseProject } from '../../src/compiler.ts';
import { bindNames, kindsIn } from '../../src/connect/bind.ts';
import type { Inventory, Listed } from '../../src/connect/types.ts';
import { pendingArn, pendingIn } from '../../src/deploy/pending.ts';
import type { EntityKind } from '../../src/entities/types.ts';
import { compileFor } from '../../src/workspace/compile-for.ts';
import { nothingSaid } from '../../src/workspace/environments.ts';

const INSTANCE = {
  id: '11111111-2222-4333-8444-555555555555',
  arn: 'arn:aws:connect:eu-central-1:000000000000:instance/11111111-2222-4333-8444-555555555555',
  alias: undefined,
  partition: 'aws',
  region: 'eu-central-1',
  account: '000000000000',
};
const BASE = INSTANCE.arn;

const thing = (kind: Listed['kind'], name: string, path: string, more: Partial<Listed> = {}): Listed => ({
  kind,
  name,
  id: path.slice(path.lastIndexOf('/') + 1),
  arn: path.startsWith('arn:') ? path : `${BASE}/${path}`,
  ...more,
});

function inventory(...things: readonly Listed[]): Inventory {
  return { instance: INSTANCE, things, from: 'instance' };
}

function bound(text: string, things: Inventory, settings = nothingSaid('prod')) {
  const { program } = parseProject([{ path: 'a.flow', text }]);
  const { environment, diagnostics, pending } = bindNames(program, things, settings);
  const of = (kind: EntityKind, name: string) => {
    const named = lookUp(program, kind, name);
    return named && environment.bind(named);
  };
  return { of, told: diagnostics.map(({ code, message, help }) => `${code}: ${message} ${help}`), pending };
}

describe('a name', () => {
  it('is bound by kind and name', () => {
    const { of, told } = bound(
      'existing queue Leads "Team leads"\nexisting hours Leads',
      inventory(thing('queue', 'Team leads', 'queue/q'), thing('hours', 'Leads', 'operating-hours/h')),
    );
    expect(told).toEqual([]);
    expect([of('queue', 'Leads'), of('hours', 'Leads')]).toEqual([`${BASE}/queue/q`, `${BASE}/operating-hours/h`]);
  });

  it('may be composed of other code points', () => {
    const { of } = bound(
      `existing queue "が"`.normalize('NFD'),
      inventory(thing('queue', 'が'.normalize('NFC'), 'queue/q')),
    );
    expect(of('queue', 'が')).toBe(`${BASE}/queue/q`);
  });

  it('that is pinned stays pinned', () => {
    expect(bound('existing queue Q = "arn:x"', inventory()).of('queue', 'Q')).toBe('arn:x');
  });

  it('with another case is another name', () => {
    const { told } = bound('existing queue leads', inventory(thing('queue', 'Leads', 'queue/q')));
    expect(told).toEqual(['project/unbound: The environment `prod` has no queue “leads”. There is “Leads”.']);
  });

  it('that nothing answers to is told with those that are near', () => {
    const queues = ['Sales DE', 'Sales FR', 'Sales US', 'Sales UK', 'Support'].map((name, i) =>
      thing('queue', name, `queue/${i}`),
    );
    const [said] = bound('existing queue Sales', inventory(...queues)).told;
    expect(said).toMatch(/There are “Sales DE”, “Sales FR”, “Sales US”\.$/);
    expect(bound('existing queue Nothing_like_it', inventory(...queues)).told[0]).toMatch(
      /None of its 5 queues has a name like it\.$/,
    );
    expect(bound('existing queue Sales', inventory()).told[0]).toMatch(/It has no queues at all\.$/);
  });

  it('of what publishing makes gets an id that stands for the real one', () => {
    const { of, told, pending } = bound(
      'queue Support { hours: H }\nhours H { timezone: "Asia/Tokyo", mon: closed }',
      inventory(),
    );
    expect(told).toEqual([]);
    expect(of('queue', 'Support')).toBe(pendingArn('queue', 'Support', INSTANCE));
    expect(pending.map(({ name }) => name).sort()).toEqual(['H', 'Support']);
  });
});

describe('a number', () => {
  const numbers = inventory(
    ...['+15555550101', '+15555550199', '+15555551234'].map((name, i) =>
      thing('number', name, `arn:aws:connect:eu-central-1:000000000000:phone-number/${i}`),
    ),
  );

  it('may hide digits where only one fits', () => {
    expect(bound('number Main "+1555555X234" -> F', numbers).of('number', 'Main')).toMatch(/phone-number\/2$/);
    expect(bound('number Main "+15555551234" -> F', numbers).told).toEqual([]);
  });

  it('that may be several is ambiguous', () => {
    const [said] = bound('number Main "+15555550XXX" -> F', numbers).told;
    expect(said).toMatch(/^project\/ambiguous: .*\+15555550101, \+15555550199\. Write more of its digits\.$/);
  });

  it('is never claimed', () => {
    expect(bound('number Main "+15555559999" -> F', numbers).told[0]).toMatch(/^project\/unbound/);
  });

  it('fits as a whole', () => {
    expect(
      bound('number Main "+1555555123X" -> F', inventory(thing('number', '+155555512345', 'x/1'))).told[0],
    ).toMatch(/unbound/);
  });
});

describe('flows and modules', () => {
  it('that are archived cannot be referred to, unless the project looks after them', () => {
    const archived = inventory(thing('flow', 'Old', 'contact-flow/f', { state: 'ARCHIVED', type: 'CONTACT_FLOW' }));
    expect(bound('existing flow Old', archived).told[0]).toMatch(/^project\/archived/);
    expect(bound('inbound flow Old { disconnect }', archived).of('flow', 'Old')).toBe(`${BASE}/contact-flow/f`);
  });

  it('of one name are told apart by which is archived', () => {
    const two = inventory(
      thing('flow', 'Main', 'contact-flow/old', { state: 'ARCHIVED' }),
      thing('flow', 'Main', 'contact-flow/new', { state: 'ACTIVE' }),
    );
    expect(bound('existing flow Main', two).of('flow', 'Main')).toBe(`${BASE}/contact-flow/new`);
  });

  it('have the type that is said', () => {
    const whisper = inventory(thing('flow', 'W', 'contact-flow/f', { type: 'AGENT_WHISPER', state: 'ACTIVE' }));
    expect(bound('existing flow W { type: agent_whisper }', whisper).told).toEqual([]);
    expect(bound('existing flow W { type: inbound }', whisper).told[0]).toMatch(/^project\/other-flow-type/);
  });

  it('modules are called by alias', () => {
    const things = inventory(thing('module', 'M', 'flow-module/m', { state: 'ACTIVE' }));
    expect(bound('existing module M', things).of('module', 'M')).toBe(`${BASE}/flow-module/m:$LATEST`);
    const live = { ...nothingSaid('prod'), modules: { alias: 'live' } };
    expect(bound('existing module M', things, live).of('module', 'M')).toBe(`${BASE}/flow-module/m:live`);
    expect(pendingIn(bound('module N { return }', things).of('module', 'N') ?? '')).toHaveLength(1);
  });
});

describe('other kinds', () => {
  it('views have the version that is said', () => {
    const things = inventory(
      thing('view', 'Orders', 'view/v:$LATEST'),
      thing('view', 'Form', 'arn:aws:connect:eu-central-1:aws:view/form:1'),
    );
    const { of } = bound('view Orders { version: 3 }\nview Form', things);
    expect([of('view', 'Orders'), of('view', 'Form')]).toEqual([
      `${BASE}/view/v:3`,
      'arn:aws:connect:eu-central-1:aws:view/form:1',
    ]);
  });

  it('bots whose names nobody could say are known by ids made from them', () => {
    const ids = ['bot', 'alias'].map((part) => localShortId(`bot/Reception:live/${part}`));
    const arn = `arn:aws:lex:eu-central-1:000000000000:bot-alias/${ids.join('/')}`;
    const things = inventory(thing('bot', ids.join(':'), arn, { id: arn }));
    expect(bound('bot B "Reception:live"', things).of('bot', 'B')).toBe(arn);
    expect(bound('bot B "Reception:test"', things).told[0]).toMatch(/^project\/unbound/);
  });

  it('that cannot be listed have to be pinned', () => {
    expect(bound('existing case_template T', inventory()).told[0]).toMatch(/^project\/not-listed/);
    expect(bound('existing case_template T = "t"', inventory()).of('case_template', 'T')).toBe('t');
  });

  it('whose list may not be read are told with what the service says', () => {
    const denied: Inventory = { ...inventory(), unread: { view: 'Not allowed.' } };
    expect(bound('view V', denied).told).toEqual([
      'project/unread-list: The view “V” cannot be found in the environment `prod`: its list may not be read. The service says: Not allowed.',
    ]);
  });

  it('attributes are their own names', () => {
    expect(bound('attribute tier { values: ["a"] }', inventory()).of('attribute', 'tier')).toBe('tier');
  });
});

describe('compiling for an environment', () => {
  const FLOW = `existing queue Leads
inbound flow Main {
  on error -> disconnect
  set queue Leads
  transfer to queue { on at_capacity -> disconnect }
}`;
  const parsed = parseProject([{ path: 'a.flow', text: FLOW }]);
  const settings = nothingSaid('prod');

  it('says what is missing once, at its declaration, and hands nothing on', () => {
    const taken: string[] = [];
    const { diagnostics, unbound } = compileFor(
      parsed,
      { inventory: inventory(), settings },
      { take: ({ name }) => taken.push(name) },
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['project/unbound']);
    expect([unbound.length, taken]).toEqual([1, []]);
  });

  it('writes the ids of the instance, the same every time', () => {
    const things = inventory(thing('queue', 'Leads', 'queue/q'));
    const json = () => compileFor(parsed, { inventory: things, settings }).flows.map((flow) => flow.emitted().json);
    expect(json()[0]).toContain(`${BASE}/queue/q`);
    expect(json()).toEqual(json());
  });

  it('knows which lists it needs', () => {
    expect(kindsIn(parsed.program)).toEqual(['flow', 'queue']);
  });
});
