/** In which order a plan is carried out, and that a contact never meets a part of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FlowType } from '../../src/graph/flow-graph.ts';
import { placeholders } from '../../src/deploy/publish/circles.ts';
import { isPlaceholder, placeholderOf } from '../../src/deploy/publish/placeholder.ts';
import { runTasks, type Stage, type Task } from '../../src/deploy/publish/scheduler.ts';
import { codes, planOf, publishText, site, todo, type Site } from './project.ts';

describe('placeholders', () => {
  const chosen = (refers: Record<string, readonly string[]>, mayStandIn = (key: string) => key !== 'queue') => [
    ...placeholders(new Map(Object.entries(refers)), mayStandIn),
  ];

  it('are not needed where nothing goes round', () => {
    expect(chosen({ a: ['b', 'c'], b: ['c'], c: [] })).toEqual([]);
  });
  it('one for a circle', () => {
    expect(chosen({ a: ['b'], b: ['c'], c: ['a'] })).toHaveLength(1);
    expect(chosen({ a: ['a'] })).toEqual(['a']);
  });
  it('one for each of two circles that share nothing', () => {
    expect(chosen({ a: ['b'], b: ['a'], c: ['d'], d: ['c'] })).toHaveLength(2);
  });
  it('only of what can stand in', () => {
    expect(chosen({ queue: ['a'], a: ['queue'] })).toEqual(['a']);
    expect(chosen({ queue: ['a'], a: ['queue'] }, () => false)).toEqual([]);
  });
  it('enough of them: without those that stand in, nothing goes round', () => {
    let seed = 7;
    const random = (most: number) => (seed = (seed * 48271) % 2147483647) % most;
    for (let round = 0; round < 300; round++) {
      const size = 2 + random(9);
      const keys = Array.from({ length: size }, (_, i) => `k${i}`);
      const refers = new Map(keys.map((key) => [key, keys.filter(() => random(4) === 0)]));
      const standing = placeholders(refers, () => true);
      const left = new Set(keys);
      for (let before = -1; before !== left.size;) {
        before = left.size;
        for (const key of left) {
          if ((refers.get(key) ?? []).every((to) => standing.has(to) || !left.has(to))) left.delete(key);
        }
      }
      expect([...left]).toEqual([]);
    }
  });
});

describe('tasks', () => {
  const made = (id: string, stage: Stage, needs: readonly string[], done: string[], fails = false): Task => ({
    id,
    stage,
    needs,
    requests: 1,
    run: () => {
      done.push(id);
      return fails ? Promise.reject(new Error(id)) : Promise.resolve();
    },
  });

  it('run new before live before associations, and what they need before them', async () => {
    const done: string[] = [];
    await runTasks([
      made('associate', 'association', [], done),
      made('live 2', 'live', ['live 1'], done),
      made('live 1', 'live', [], done),
      made('new 2', 'new', ['new 1', 'live 1'], done),
      made('archive', 'archive', [], done),
      made('new 1', 'new', [], done),
    ]);
    expect(done).toEqual(['new 1', 'live 1', 'new 2', 'live 2', 'associate', 'archive']);
  });

  it('leave alone what is live when something new fails, and try the rest of what is new', async () => {
    const done: string[] = [];
    const failures = await runTasks([
      made('new 1', 'new', [], done, true),
      made('new 3', 'new', ['new 2'], done),
      made('new 2', 'new', ['new 1'], done),
      made('new 4', 'new', [], done),
      made('new 5', 'new', ['new 4'], done),
      made('live', 'live', [], done),
    ]);
    expect(done).toEqual(['new 1', 'new 4', 'new 5']);
    expect(failures.map(({ task }) => task.id)).toEqual(['new 1']);
  });

  it('end, though all need each other', async () => {
    const done: string[] = [];
    await runTasks([made('a', 'new', ['b'], done), made('b', 'new', ['a'], done)]);
    expect(done).toEqual(['a', 'b']);
  });
});

describe('on an instance', () => {
  let place: Site;
  beforeAll(async () => {
    place = await site({ seed: { numbers: ['+815012345678'] } });
  });
  afterAll(() => place.close());

  const TYPES: readonly FlowType[] = [
    'CONTACT_FLOW',
    'CUSTOMER_QUEUE',
    'CUSTOMER_HOLD',
    'CUSTOMER_WHISPER',
    'AGENT_HOLD',
    'AGENT_WHISPER',
    'OUTBOUND_WHISPER',
    'AGENT_TRANSFER',
    'QUEUE_TRANSFER',
    'CAMPAIGN',
  ];
  it.each(TYPES)('a placeholder of the type %s is taken', async (type) => {
    const content = placeholderOf(type);
    expect(isPlaceholder(content)).toBe(true);
    await place.connection.call('CreateContactFlow', { Name: `Placeholder ${type}`, Type: type, Content: content });
  });
  it('a placeholder of a module is taken', async () => {
    const input = { Name: 'Placeholder', Content: placeholderOf('MODULE'), Settings: '{}' };
    await place.connection.call('CreateContactFlowModule', input);
  });

  it('a live flow changes after everything new that it leads to, and numbers lead there last', async () => {
    const base = 'inbound flow Front { on error -> disconnect\n play "Hello."\n disconnect }\n';
    expect(codes(await publishText(place, base))).toEqual([]);
    const wider = `
inbound flow Front { on error -> disconnect
  transfer to flow Ping }
inbound flow Ping { on error -> disconnect
  transfer to flow Pong }
inbound flow Pong { on error -> disconnect
  transfer to flow Ping }
inbound flow Line { on error -> disconnect
  transfer to flow Front }
number Main "+815012345678" -> Line
`;
    const asked: string[] = [];
    const { connection, root } = place;
    const names = new Map<string, string>();
    const call: typeof connection.call = async (operation, input) => {
      const answer = await connection.call(operation, input);
      if (operation === 'CreateContactFlow') names.set(String(answer['ContactFlowId']), String(input?.['Name']));
      if (!/^(List|Describe|BatchGet|Search)/.test(operation)) {
        asked.push(`${operation} ${String(input?.['Name'] ?? names.get(String(input?.['ContactFlowId'])) ?? 'Front')}`);
      }
      return answer;
    };
    expect(codes(await publishText({ root, connection: { ...connection, call } }, wider))).toEqual([]);
    const at = (what: string) => asked.findIndex((one) => one === what);
    expect(asked.filter((one) => one === 'UpdateContactFlowContent Front')).toHaveLength(1);
    expect(at('UpdateContactFlowContent Front')).toBeGreaterThan(
      Math.max(
        ...['Ping', 'Pong'].flatMap((name) => [
          at(`CreateContactFlow ${name}`),
          at(`UpdateContactFlowContent ${name}`),
        ]),
      ),
    );
    expect(asked.at(-1)).toMatch(/^AssociatePhoneNumberContactFlow Line/);
    // Of the two in the circle one stands in; nothing else is written twice.
    expect(
      asked.filter((one) => /Ping|Pong|Line/.test(one) && one.startsWith('UpdateContactFlowContent')),
    ).toHaveLength(1);
    expect(todo(await planOf(place, wider))).toEqual([]);
  });

  it('what was only saved is published, and what is archived is taken into use', async () => {
    const { connection } = place;
    const text = 'inbound flow Draft { on error -> disconnect\n play "Draft."\n disconnect }\n';
    const { ContactFlowId: id } = await connection.call('CreateContactFlow', {
      Name: 'Draft',
      Type: 'CONTACT_FLOW',
      Status: 'SAVED',
      Content: placeholderOf('CONTACT_FLOW'),
    });
    expect(codes(await publishText(place, text))).toEqual([]);
    const flow = async () => (await connection.call('DescribeContactFlow', { ContactFlowId: id ?? '' }))['ContactFlow'];
    expect(await flow()).toMatchObject({ Status: 'PUBLISHED', State: 'ACTIVE' });
    await connection.call('UpdateContactFlowMetadata', { ContactFlowId: id ?? '', ContactFlowState: 'ARCHIVED' });
    const changed = text.replace('"Draft."', '"Back again."');
    expect(codes(await publishText(place, changed))).toEqual([]);
    expect(await flow()).toMatchObject({ State: 'ACTIVE', Content: expect.stringContaining('Back again.') as string });
    expect(todo(await planOf(place, changed))).toEqual([]);
  });
});
