import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kindsNeeded } from '../../src/deploy/desired.ts';
import { policyOf } from '../../src/deploy/iam.ts';
import { askedBy, planFileText, readPlanFile, restorePlan, verify, type PlanFile } from '../../src/deploy/plan-file.ts';
import { planJson } from '../../src/deploy/render/json.ts';
import { planMarkdown, planMarker } from '../../src/deploy/render/markdown.ts';
import { planText } from '../../src/deploy/render/text.ts';
import { readLive } from '../../src/deploy/live.ts';
import type { Planned } from '../../src/deploy/plan-project.ts';
import type { Change, Plan } from '../../src/deploy/types.ts';
import { parseProject } from '../../src/compiler.ts';
import { CENTRE } from './centre.ts';
import { actionsOf, carryOut, planOf, testInstance, type TestInstance } from './instance.ts';

let instance: TestInstance;
let planned: Planned;

const EDITED = CENTRE.replace('Thank you for calling.', 'Good day.')
  .replace('max_contacts: 50', 'max_contacts: 60')
  .replace('quick_connects: [ToLeads]', 'quick_connects: []')
  .replace('agent_status Lunch "Out for lunch" { order: 9 }', 'agent_status Tea "Tea" { }');

beforeAll(async () => {
  instance = await testInstance({ numbers: ['+815012345678'] });
  await carryOut(instance, await planOf(instance, CENTRE));
  planned = await planOf(instance, EDITED);
});
afterAll(() => instance.close());

describe('a plan for the terminal', () => {
  it('says each change under its sign, and how many there are', () => {
    const text = planText(planned.plan, { colour: false }).replace(/^Environment .*$/m, 'Environment …');
    expect(text).toMatchInlineSnapshot(`
      "Environment …

        + agent_status "Tea"
            + state: "enabled"

        ~ queue "Product support"
            ~ max_contacts: 50 → 60
            - quick_connects: ["To the leads"]

        ~ inbound flow "Main inbound"
            ~ "play Thank you for calling." says "Good day." instead of "Thank you for calling."

              @@ -2,7 +2,7 @@
                 on error -> disconnect

                 set logging on
              -  play "Thank you for calling."
              +  play "Good day."
                 invoke module Greet
                 set queue Support
                 transfer to queue { on at_capacity -> disconnect }

      Plan for \`test\`: 1 to create, 2 to update, 9 unchanged."
    `);
  });

  it('says that there is nothing to do', async () => {
    const { plan } = await planOf(instance, CENTRE);
    expect(planText(plan, { colour: false })).toContain(
      'Nothing to change: `test` is as the source says (12 things compared).',
    );
  });

  it('is coloured where it may be, and shows no control characters of names', () => {
    const hostile: Plan = { ...planned.plan, changes: [change({ name: 'a\u001b[31mb' })] };
    expect(planText(hostile, { colour: true })).toContain('\u001b[32m');
    expect(planText(hostile, { colour: false })).not.toContain('\u001b');
  });
});

const change = (more: Partial<Change>): Change => ({
  kind: 'queue',
  name: 'Q',
  action: 'create',
  properties: [],
  blocks: [],
  diff: '',
  ...more,
});

describe('a plan for a pull request', () => {
  it('is found by its first line, has all changes, and the diff in a fence', () => {
    const text = planMarkdown(planned.plan);
    expect(text.startsWith(`${planMarker(planned.plan)}\n`)).toBe(true);
    expect(text).toContain('**1 to create, 2 to update, 9 unchanged**');
    expect(text).toContain('<details><summary>+ agent_status <b>Tea</b></summary>\n\n- `+` state: "enabled"\n');
    expect(text).toContain('- `~` max\\_contacts: 50 → 60\n- `-` quick\\_connects: \\["To the leads"\\]\n');
    expect(text).toContain('<details><summary>~ inbound flow <b>Main inbound</b></summary>');
    expect(text).toMatch(/```diff\n@@ .*\n[^`]*- {2}play "Thank you for calling\."\n\+ {2}play "Good day\."/);
  });

  it('lets nothing in a flow end the fence, close a tag or call somebody', () => {
    const text = planMarkdown({
      ...planned.plan,
      changes: [
        change({
          name: '</summary><b>@team</b>',
          action: 'update',
          properties: [{ path: 'description', before: 'a', after: '*b* <i> @all' }],
          diff: '@@ -1 +1 @@\n-```\n+````\n',
        }),
      ],
    });
    expect(text).toContain('&lt;/summary&gt;');
    expect(text).toContain('`````diff');
    expect(text).toContain('\\*b\\* &lt;i&gt; @\u200ball');
  });

  it('fits into a comment, however large the plan is', () => {
    const changes = Array.from({ length: 300 }, (_, i) =>
      change({ name: `Flow ${i}`, action: 'update', blocks: [], diff: '+x'.repeat(i === 0 ? 70_000 : 300) }),
    );
    const text = planMarkdown({ ...planned.plan, changes });
    expect(text.length).toBeLessThan(65_536);
    expect(text).toContain('Flow 0<');
    expect(planMarkdown({ ...planned.plan, changes: [...changes, ...changes, ...changes, ...changes] })).toMatch(
      /… and \d+ more; `flowc plan` shows all\./,
    );
  });
});

const schema = JSON.parse(readFileSync('schemas/plan.schema.json', 'utf8')) as object;
const valid = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);

describe('a plan for programs', () => {
  it('is as its schema says', () => {
    expect(valid(planJson(planned.plan)), JSON.stringify(valid.errors)).toBe(true);
    expect(valid(JSON.parse(planFileText(planned.plan, planned.desired.places))), JSON.stringify(valid.errors)).toBe(
      true,
    );
  });

  it('can be written into a file, and carried out from it', async () => {
    const other = await testInstance({ numbers: ['+815012345678'] });
    try {
      const plan = await planOf(other, CENTRE);
      const file = readPlanFile(planFileText(plan.plan)) as PlanFile;
      expect(verify(file, (await readLive(other.connection, plan.lookup, askedBy(file))).resources)).toEqual([]);
      const restored = restorePlan(file, plan.plan.instance, plan.live);
      expect(restored.changes.map(({ action, name }) => `${action} ${name}`)).toEqual(
        plan.plan.changes.map(({ action, name }) => `${action} ${name}`),
      );
      await carryOut(other, { ...plan, plan: restored });
      expect(actionsOf(await planOf(other, CENTRE))).toEqual([]);
      // It has been carried out: its ground is another now.
      const now = await planOf(other, CENTRE);
      const live = await readLive(other.connection, now.lookup, askedBy(file));
      expect(verify(file, live.resources)).toHaveLength(12);
    } finally {
      await other.close();
    }
  });

  it('is refused when the instance moved meanwhile, with what moved', async () => {
    const file = readPlanFile(planFileText(planned.plan)) as PlanFile;
    const { lookup } = planned;
    expect(verify(file, (await readLive(instance.connection, lookup, askedBy(file))).resources)).toEqual([]);
    const QueueId = lookup.idOf('queue', 'Team leads');
    await instance.connection.call('UpdateQueueMaxContacts', { QueueId, MaxContacts: 3 });
    expect(verify(file, (await readLive(instance.connection, lookup, askedBy(file))).resources)).toEqual([
      'queue/Team leads',
    ]);
    await instance.connection.call('UpdateQueueMaxContacts', { QueueId });
  });

  it.each([
    ['no JSON', '{'],
    ['another format', '{"format": "terraform"}'],
    ['only printed', JSON.stringify({ format: 'flowc-plan-1' })],
    ['without its changes', JSON.stringify({ format: 'flowc-plan-1', work: { hashes: {} } })],
    ['nothing', ''],
    ['null', 'null'],
  ])('says why a file is none: %s', (_what, text) => {
    expect(typeof readPlanFile(text)).toBe('string');
  });

  it.each([
    ['without a name', { name: undefined }],
    ['of a kind that there is not', { kind: 'teapot' }],
    ['that would do what no plan does', { action: 'destroy' }],
    ['whose action is no word', { action: 5 }],
    ['that is no change', null],
  ])('is none with a change %s', (_what, wrong) => {
    const text = planFileText(planned.plan);
    expect(typeof readPlanFile(text)).toBe('object');
    const file = JSON.parse(text) as { changes: object[] };
    const changes = [wrong === null ? null : { ...file.changes[0], ...wrong }, ...file.changes.slice(1)];
    expect(typeof readPlanFile(JSON.stringify({ ...file, changes }))).toBe('string');
  });
});

describe('the permissions of a plan', () => {
  it('are those of versions and aliases too, and of deleting, where the environment wants that', () => {
    const { program } = parseProject([{ path: 'main.flow', text: EDITED }]);
    const actions = (options: Parameters<typeof policyOf>[3]) =>
      policyOf(planned.plan, planned.lookup, kindsNeeded(program), options).Statement.flatMap(({ Action }) => Action);
    expect(actions({})).not.toContain('connect:DeleteContactFlow');
    expect(actions({ prune: true })).toContain('connect:DeleteContactFlow');
    // The module is as it was: its versions are looked at and none is made.
    expect(planned.plan.changes.filter(({ kind }) => kind === 'module').map(({ action }) => action)).toEqual(['none']);
    const ofAliases = actions({ alias: 'live' }).filter((action) => /Module(?:Alias|Version)/.test(action));
    expect(ofAliases.length).toBeGreaterThan(0);
    expect(ofAliases.filter((action) => !/:(?:Describe|List)/.test(action))).toEqual([]);
  });

  it('are those of its operations, on its things', () => {
    const { program } = parseProject([{ path: 'main.flow', text: EDITED }]);
    const { Statement } = policyOf(planned.plan, planned.lookup, kindsNeeded(program));
    const all = Statement.flatMap(({ Action, Resource }) => Action.map((action) => [action, Resource] as const));
    const on = (action: string) => all.filter(([name]) => name === action).flatMap(([, resources]) => resources);
    const { arn } = planned.plan.instance;
    expect(
      all
        .map(([action]) => action)
        .filter((action) => /:(?:Create|Update|Tag|Associate|Disa)/.test(action))
        .sort(),
    ).toEqual([
      'connect:CreateAgentStatus',
      'connect:DisassociateQueueQuickConnects',
      'connect:UpdateContactFlowContent',
      'connect:UpdateQueueMaxContacts',
    ]);
    expect(on('connect:CreateAgentStatus')).toEqual([arn, `${arn}/agent-state/*`]);
    expect(on('connect:UpdateContactFlowContent')).toEqual([
      arn,
      `${arn}/contact-flow/${planned.lookup.idOf('flow', 'Main inbound')}`,
    ]);
    expect(on('connect:DisassociateQueueQuickConnects')).toContain(
      `${arn}/transfer-destination/${planned.lookup.idOf('quick_connect', 'To the leads')}`,
    );
    expect(on('connect:DescribeQueue')).not.toContain(`${arn}/queue/*`);
    expect(on('connect:ListQueues')).toContain(`${arn}/queue/*`);
    expect(on('connect:BatchGetFlowAssociation').some((resource) => resource.includes('phone-number/'))).toBe(true);
    expect(all.every(([, resources]) => !resources.includes('*'))).toBe(true);
  });

  it('for a new project are what was called', async () => {
    const other = await testInstance({ numbers: ['+815012345678'] });
    try {
      const plan = await planOf(other, CENTRE);
      const { program } = parseProject([{ path: 'main.flow', text: CENTRE }]);
      const policy = policyOf(plan.plan, plan.lookup, kindsNeeded(program));
      const allowed = new Set(policy.Statement.flatMap(({ Action }) => Action));
      await carryOut(other, plan);
      const called = new Set(other.local.seen.map(({ operation }) => `connect:${operation}`));
      expect([...called].filter((action) => !allowed.has(action))).toEqual([]);
      expect(JSON.stringify(policy).length).toBeLessThan(6144);
    } finally {
      await other.close();
    }
  });
});
