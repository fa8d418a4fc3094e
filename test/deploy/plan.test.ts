import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServiceError, type Connection } from '../../src/connect/types.ts';
import { saySummary } from '../../src/deploy/pull/drift.ts';
import { planMarkdown } from '../../src/deploy/render/markdown.ts';
import { planText } from '../../src/deploy/render/text.ts';
import type { Change } from '../../src/deploy/types.ts';
import { CENTRE } from './centre.ts';
import { actionsOf, carryOut, changed, planOf, testInstance, type TestInstance } from './instance.ts';

let instance: TestInstance;
beforeAll(async () => {
  instance = await testInstance({ numbers: ['+815012345678'], prompts: ['Hold.wav'], lambdas: ['lookup'] });
  await carryOut(instance, await planOf(instance, CENTRE));
});
afterAll(() => instance.close());

/** Plans the centre with something put in the place of something else. */
async function planWith(...edits: readonly (readonly [string | RegExp, string])[]): Promise<readonly Change[]> {
  let text = CENTRE;
  for (const [from, to] of edits) {
    const edited = text.replace(from, to);
    if (edited === text) throw new Error(`the centre has no ${String(from)}`);
    text = edited;
  }
  return changed(await planOf(instance, text, { lenient: true }));
}

const properties = (change: Change | undefined) =>
  change?.properties.map(({ path, before, after }) => [path, before, after]);

describe('a project of every kind', () => {
  it('is created in an order that works, and then there is nothing to do', async () => {
    const fresh = await testInstance({ numbers: ['+815012345678'] });
    try {
      const first = await planOf(fresh, CENTRE);
      expect(first.diagnostics).toEqual([]);
      expect(actionsOf(first)).toEqual([
        'create hours/Office hours',
        'create security_profile/Listeners',
        'create agent_status/Out for lunch',
        'create queue/Product support',
        'create queue/Team leads',
        'create routing_profile/Agents',
        'create quick_connect/To the leads',
        'create module/Greet',
        'create flow/Main inbound',
        'create flow/Outbound whisper',
        'create flow/Transfer to the leads',
        'update number/+815012345678',
      ]);
      await carryOut(fresh, first);
      expect(actionsOf(await planOf(fresh, CENTRE))).toEqual([]);
    } finally {
      await fresh.close();
    }
  });

  it('is no change once it is there', async () => {
    expect(await planWith()).toEqual([]);
  });

  it('is looked at as a whole by its fingerprint', async () => {
    const one = await planOf(instance, CENTRE);
    const two = await planOf(instance, CENTRE);
    expect(one.plan.fingerprint).toBe(two.plan.fingerprint);
    await instance.connection.call('UpdateAgentStatus', { AgentStatusId: await statusId(), Description: 'moved' });
    const three = await planOf(instance, CENTRE);
    expect(three.plan.fingerprint).not.toBe(one.plan.fingerprint);
    expect(changed(three).map(properties)).toEqual([[['description', 'moved', undefined]]]);
    await carryOut(instance, three);
  });
});

async function statusId(): Promise<string> {
  const { lookup } = await planOf(instance, CENTRE);
  return lookup.idOf('agent_status', 'Out for lunch');
}

describe('what changes of a thing', () => {
  it.each<[what: string, edit: readonly [string | RegExp, string], path: string, before: unknown, after: unknown]>([
    ['a number', ['max_contacts: 50', 'max_contacts: 60'], 'max_contacts', 50, 60],
    ['a number that goes', ['  max_contacts: 50\n', ''], 'max_contacts', 50, undefined],
    ['a word', ['status: disabled', 'status: enabled'], 'status', 'disabled', 'enabled'],
    ['a text in braces', ['name: "Support desk"', 'name: "Help desk"'], 'caller_id.name', 'Support desk', 'Help desk'],
    ['a tag', ['team: "support"', 'team: "care"'], 'tags.team', 'support', 'care'],
    ['a reference', [/queue: Leads, flow/, 'queue: Support, flow'], 'queue', 'Team leads', 'Product support'],
    ['a list', ['quick_connects: [ToLeads]', 'quick_connects: []'], 'quick_connects', ['To the leads'], undefined],
    [
      'hours of a day',
      ['mon-fri: [09:00-12:00, 13:00-18:00]', 'mon-thu: [09:00-12:00, 13:00-18:00]'],
      'week.fri',
      [
        { from: '09:00', to: '12:00' },
        { from: '13:00', to: '18:00' },
      ],
      undefined,
    ],
    [
      'days on which it is closed',
      ['2026-12-29..2027-01-03', '2026-12-29..2027-01-04'],
      'closed',
      [{ from: '2026-12-29', to: '2027-01-03' }],
      [{ from: '2026-12-29', to: '2027-01-04' }],
    ],
    ['a clause', ['priority: 2', 'priority: 3'], 'serves "Team leads".priority', 2, 3],
    [
      'a description',
      ['Where product questions wait', 'Where questions wait'],
      'description',
      'Where product questions wait.',
      'Where questions wait.',
    ],
  ])('%s', async (_what, edit, path, before, after) => {
    const changes = await planWith(edit);
    expect(changes.map(({ action }) => action)).toEqual(['update']);
    expect(properties(changes[0])).toEqual([[path, before, after]]);
  });

  it('is carried out by the operations that it takes, and then it is so', async () => {
    const edited = CENTRE.replace('max_contacts: 50', 'max_contacts: 60')
      .replace('status: disabled', 'status: enabled')
      .replace('name: "Support desk"', 'name: "Help desk"')
      .replace('team: "support"', 'team: "care"')
      .replace('quick_connects: [ToLeads]', 'quick_connects: []')
      .replace('priority: 2', 'priority: 3')
      .replace('2026-12-29..2027-01-03', '2026-12-30..2027-01-03')
      .replace('open: 09:00-12:00', 'open: closed')
      .replace('concurrency: { voice: 1, chat: 2 }', 'concurrency: { voice: 1, chat: 3, task: 1 }')
      .replace('"BasicAgentAccess"', '"BasicAgentAccess", "OutboundCallAccess"')
      .replace('order: 9', 'order: 8, state: disabled');
    const there = await planOf(instance, edited);
    expect((await carryOut(instance, there)).sort()).toEqual([
      'CreateHoursOfOperationOverride',
      'DeleteHoursOfOperationOverride',
      'DisassociateQueueQuickConnects',
      'TagResource',
      'UpdateAgentStatus',
      'UpdateHoursOfOperationOverride',
      'UpdateQueueMaxContacts',
      'UpdateQueueOutboundCallerConfig',
      'UpdateQueueStatus',
      'UpdateRoutingProfileConcurrency',
      'UpdateRoutingProfileQueues',
      'UpdateSecurityProfile',
    ]);
    expect(actionsOf(await planOf(instance, edited))).toEqual([]);
    await carryOut(instance, await planOf(instance, CENTRE));
    expect(actionsOf(await planOf(instance, CENTRE))).toEqual([]);
  });

  it('is nothing, where the service has no way to take it back', async () => {
    expect(await planWith([/\/\/\/ Where product questions wait\.\n/, ''])).toEqual([]);
  });

  it('leaves tags alone that source says nothing of, and adds those of the environment', async () => {
    const { lookup } = await planOf(instance, CENTRE);
    const resourceArn = lookup.listed('hours', 'Office hours')?.arn ?? '';
    await instance.connection.call('TagResource', { resourceArn, tags: { cost: '42' } });
    expect(await planWith()).toEqual([]);
    const tagged = await planOf(instance, CENTRE, { settings: { tags: { stage: 'prod' } } });
    const office = changed(tagged).find(({ kind }) => kind === 'hours');
    expect(properties(office)).toEqual([['tags.stage', undefined, 'prod']]);
    expect(office?.after?.settings['tags']).toEqual({ cost: '42', stage: 'prod' });
    await instance.connection.call('UntagResource', { resourceArn, tagKeys: ['cost'] });
  });
});

describe('what changes of a flow', () => {
  it('a prompt: the block in flow terms, and one line of the text', async () => {
    const [change] = await planWith(['Thank you for calling.', 'Good day.']);
    expect(change?.name).toBe('Main inbound');
    expect(change?.properties).toEqual([]);
    expect(change?.blocks.map(({ change: how, what }) => `${how}: ${what}`)).toEqual([
      'changed: says "Good day." instead of "Thank you for calling."',
    ]);
    expect(change?.diff.split('\n').filter((line) => /^[+-]/.test(line))).toEqual([
      '-  play "Thank you for calling."',
      '+  play "Good day."',
    ]);
  });

  it('a block that comes in: it, and the branch that leads to it', async () => {
    const [change] = await planWith(['  invoke module Greet\n', '  play "One moment."\n  invoke module Greet\n']);
    expect(change?.blocks.map(({ change: how, what }) => `${how}: ${what}`)).toEqual([
      expect.stringMatching(/^moved: then now leads to "[^"]+" instead of "[^"]+"$/),
      'added: play "One moment."',
    ]);
    expect(change?.diff).toContain('+  play "One moment."');
    expect(change?.diff.split('\n').filter((line) => /^[+-]/.test(line))).toHaveLength(1);
  });

  it('a reference, by its name in source', async () => {
    const [change] = await planWith([
      /set queue Support\n {2}transfer to queue \{ on at_capacity -> bye \}\n {2}step bye/,
      'set queue Leads\n  transfer to queue { on at_capacity -> bye }\n  step bye',
    ]);
    expect(change?.blocks.map(({ what }) => what)).toEqual(['Leads instead of Support']);
  });

  it('a branch that goes elsewhere', async () => {
    const [change] = await planWith([
      'on at_capacity -> bye }\n  step bye {\n    disconnect\n  }\n}\n\nmodule',
      'on at_capacity -> full }\n  step bye {\n    disconnect\n  }\n  step full {\n    play "Full."\n    -> bye\n  }\n}\n\nmodule',
    ]);
    expect(change?.blocks).toEqual([
      expect.objectContaining({
        change: 'moved',
        what: expect.stringMatching(/^on at_capacity now leads to .+ instead of "[^"]+"$/),
      }),
      expect.objectContaining({ change: 'added', type: 'MessageParticipant', what: 'play "Full."' }),
    ]);
  });

  it('its description alone', async () => {
    const [change] = await planWith(['/// Runs when a customer calls.', '/// Answers calls.']);
    expect(properties(change)).toEqual([['description', 'Runs when a customer calls.', 'Answers calls.']]);
    expect(change?.blocks).toEqual([]);
    expect(change?.diff).toBe('');
  });

  it('nothing, where only names of blocks, notes and their order in the source change', async () => {
    expect(
      await planWith(
        [
          '  play "Thank you for calling."\n',
          '  note "Said to everybody."\n  welcome: play "Thank you for calling."\n',
        ],
        ['outbound_whisper flow Whisper', '// a comment\noutbound_whisper flow Whisper'],
      ),
    ).toEqual([]);
  });

  it('the contract of a module', async () => {
    const [change] = await planWith(['module Greet {', 'module Greet {\n  input { name: text }']);
    expect(properties(change)).toEqual([['input.name', undefined, { is: 'text' }]]);
  });
});

describe('what is not source’s', () => {
  it('is archived when asked for, and never what the service brings or source speaks of', async () => {
    const { call } = instance.connection;
    const Content = JSON.stringify({
      Version: '2019-10-30',
      StartAction: 'a',
      Actions: [{ Identifier: 'a', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} }],
    });
    for (const Name of ['Left over', 'Spoken of']) {
      await call('CreateContactFlow', { Name, Type: 'CONTACT_FLOW', Content });
    }
    const source = `${CENTRE}\nexisting flow Other "Spoken of"\n`;
    expect(actionsOf(await planOf(instance, source))).toEqual([]);
    const pruned = await planOf(instance, source, { prune: true });
    expect(actionsOf(pruned)).toEqual(['archive flow/Left over']);
    const tagged = await planOf(instance, source, { prune: true, settings: { tags: { owner: 'us' } } });
    expect(actionsOf(tagged).filter((action) => action.startsWith('archive'))).toEqual([]);
    await carryOut(instance, pruned);
    expect(actionsOf(await planOf(instance, source, { prune: true }))).toEqual([]);
    // What is archived is found again under its name.
    const back = await planOf(instance, `inbound flow Left "Left over" {\n  disconnect\n}\n`);
    expect(changed(back).map(properties)).toEqual([[['state', 'archived', 'active']]]);
  });

  it('cannot be another type of flow, nor a user without a password', async () => {
    const managed = await testInstance({ identity: 'CONNECT_MANAGED' });
    const { diagnostics, plan } = await planOf(
      managed,
      `inbound flow Hold "Default customer hold" {\n  disconnect\n}
user new_one { routing_profile: Basic, security_profiles: [Agent], phone: soft }
existing routing_profile Basic "Basic Routing Profile"
existing security_profile Agent
`,
    );
    await managed.close();
    const type = { path: 'type', before: 'customer_hold', after: 'inbound' };
    expect(plan.changes.find(({ kind }) => kind === 'flow')?.properties).toContainEqual(type);
    expect(diagnostics.map(({ code }) => code)).toEqual(['deploy/other-type', 'deploy/user-needs-password']);
  });

  it('cannot be a new user without a name, and names that are live may stay out of source', async () => {
    const user = (
      names: string,
    ): string => `user noname { ${names} routing_profile: Basic, security_profiles: [Agent], phone: soft }
existing routing_profile Basic "Basic Routing Profile"
existing security_profile Agent
`;
    const { diagnostics } = await planOf(instance, user('first_name: "花子",'));
    expect(diagnostics.map(({ code, help }) => [code, help])).toEqual([
      ['deploy/user-needs-name', 'Add `last_name: "…"`.'],
    ]);
    await carryOut(instance, await planOf(instance, user('first_name: "花子", last_name: "佐藤",')));
    expect(actionsOf(await planOf(instance, user('')))).toEqual([]);
    const [married] = changed(await planOf(instance, user('last_name: "鈴木",')));
    expect(married && properties(married)).toEqual([['last_name', '佐藤', '鈴木']]);
    await carryOut(instance, await planOf(instance, user('last_name: "鈴木",')));
    expect(actionsOf(await planOf(instance, user('first_name: "花子", last_name: "鈴木",')))).toEqual([]);
  });

  it('may be unreadable, which stops nothing else', async () => {
    const { plan } = await planOf({ connection: refusing('DescribeQueue') }, CENTRE);
    expect(plan.unread.map(({ kind, name, reason }) => `${kind}/${name}: ${reason}`)).toEqual([
      'queue/Product support: not for you',
      'queue/Team leads: not for you',
    ]);
    expect(plan.changes.every(({ action }) => action === 'none')).toBe(true);
    expect(plan.changes.some(({ kind }) => kind === 'queue')).toBe(false);
  });

  it('may be in a list that is unreadable, and is not taken for missing', async () => {
    const { plan } = await planOf({ connection: refusing('ListContactFlows') }, 'inbound flow Night { disconnect }\n');
    expect(plan.unread).toEqual([{ kind: 'flow', name: 'Night', reason: 'not for you' }]);
    expect(plan.changes).toEqual([]);
    const nothing = 'Nothing to change in what could be read';
    expect(planText(plan, { colour: false }).split('\n').slice(-3)).toEqual([
      '  ? flow "Night" could not be read: not for you',
      '',
      `${nothing} of \`test\`: 0 things compared, 1 could not be read.`,
    ]);
    expect(planMarkdown(plan)).toContain(`${nothing} (0 compared, 1 could not be read).`);
    expect(saySummary({ ...plan, compared: 0 })).toBe(
      'No drift in what could be read of `test`: 0 things compared, 1 could not be read.',
    );
  });

  /** The same connection, but one operation is not allowed. */
  function refusing(refused: string): Connection {
    const facts = { code: 'AccessDeniedException', status: 403, problems: [], requestId: undefined };
    return {
      ...instance.connection,
      call: (operation, input) =>
        operation === refused
          ? Promise.reject(new ServiceError('not for you', { operation, ...facts }))
          : instance.connection.call(operation, input),
    };
  }
});
