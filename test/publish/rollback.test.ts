/** A release, a second one, and back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readInventory } from '../../src/connect/inventory.ts';
import { historyOf, runsBackTo } from '../../src/deploy/publish/history.ts';
import { planRollback, type RollbackInput } from '../../src/deploy/publish/rollback.ts';
import { codes, planOf, publishText, rollBack, site, todo, type Site } from './project.ts';
import { stateOf } from './state.ts';
import { twelve } from './twelve.ts';

let place: Site;
beforeEach(async () => {
  place = await site();
});
afterEach(() => place.close());

describe('rollback', () => {
  it('restores to the letter what was live before', async () => {
    expect(codes(await publishText(place, twelve('Hello')))).toEqual([]);
    const before = await stateOf(place.connection);
    expect(codes(await publishText(place, twelve('Welcome')))).toEqual([]);
    expect(await stateOf(place.connection)).not.toEqual(before);
    const back = await rollBack(place);
    expect(codes(back)).toEqual([]);
    expect(back.left).toEqual([]);
    expect(back.foreign).toEqual([]);
    // What was in use before and is now is no change.
    expect(back.plan.changes.flatMap(({ properties }) => properties).filter(({ path }) => path === 'state')).toEqual(
      [],
    );
    expect(await stateOf(place.connection)).toEqual(before);
    expect(todo(await planOf(place, twelve('Hello')))).toEqual([]);
  });

  it('archives what the first release made, and says what it leaves', async () => {
    const before = await stateOf(place.connection);
    await publishText(place, twelve('Hello'));
    const back = await rollBack(place);
    expect(codes(back)).toEqual([]);
    expect(back.left.map((word) => word.slice(0, 30))).toMatchInlineSnapshot(`
      [
        "hours "Office hours" was creat",
        "queue "Desk" was created, and ",
        "quick_connect "Upstairs" was c",
      ]
    `);
    const after = await stateOf(place.connection);
    const added = after.filter((line) => !before.includes(line));
    expect(added.filter((line) => /^(flow|module)/.test(line) && line.includes(' ACTIVE '))).toEqual([]);
    // And the way forward again: what is archived is taken into use.
    const again = await publishText(place, twelve('Hello'));
    expect(codes(again)).toEqual([]);
    expect(todo(await planOf(place, twelve('Hello')))).toEqual([]);
  });

  it('names a setting that the service does not take back', async () => {
    const queue = (more: string) =>
      `hours H { timezone: "Asia/Tokyo", mon: 09:00-10:00 }\nqueue Q { hours: H${more} }\n`;
    await publishText(place, queue(''));
    await publishText(place, queue(', description: "Calls", max_contacts: 5'));
    const back = await rollBack(place);
    expect(codes(back)).toEqual([]);
    expect(back.left).toEqual(['queue "Q" keeps its `description` as it is now: Connect does not let go of it.']);
    expect(back.plan.changes.flatMap(({ properties }) => properties)).toEqual([
      { path: 'max_contacts', before: 5, after: undefined },
    ]);
  });

  it('enables a status that was enabled', async () => {
    await publishText(place, 'agent_status Lunch { order: 3 }\n');
    await publishText(place, 'agent_status Lunch { order: 3, state: disabled }\n');
    const back = await rollBack(place);
    expect(codes(back)).toEqual([]);
    expect(back.plan.changes.map(({ properties }) => properties)).toEqual([
      [{ path: 'state', before: 'disabled', after: 'enabled' }],
    ]);
    expect(todo(await planOf(place, 'agent_status Lunch { order: 3 }\n'))).toEqual([]);
  });

  it('does not say of what a run that was cut short left that somebody changed it', async () => {
    await publishText(place, 'agent_status Lunch { order: 9 }\n');
    await publishText(place, 'agent_status Lunch { order: 3 }\n');
    const [first, last] = historyOf(place.root, 'local').releases;
    if (first === undefined || last === undefined) throw new Error('nothing was published');
    const foreign = async (runs: RollbackInput['runs']) => {
      const inventory = await readInventory(place.connection);
      const back = await planRollback({ environment: 'local', connection: place.connection, inventory, runs });
      return back.foreign.map(({ name }) => name);
    };
    expect(await foreign([first])).toEqual(['Lunch']);
    expect(await foreign([first, last])).toEqual([]);
    expect(await foreign([{ ...first, continues: [] }])).toEqual([]);
    expect(await foreign([first, { ...first, continues: [] }])).toEqual([]);
  });

  it('does not take what is in an unreadable list for deleted', async () => {
    await publishText(place, 'inbound flow Main { disconnect }\n');
    const inventory = await readInventory(place.connection);
    const { plan, left } = await planRollback({
      environment: 'local',
      connection: place.connection,
      inventory: {
        ...inventory,
        things: inventory.things.filter(({ kind }) => kind !== 'flow'),
        unread: { flow: 'not for you' },
      },
      runs: runsBackTo(historyOf(place.root, 'local'), undefined) ?? [],
    });
    expect([plan.changes, left]).toEqual([[], []]);
    expect(plan.unread).toEqual([{ kind: 'flow', name: 'Main', reason: 'not for you' }]);
  });

  it.each([undefined, 'live'])('leads callers to what it makes anew, under the alias %s', async (alias) => {
    const centre = (name: string): string =>
      [
        `module Verify "${name}" { return }`,
        'inbound flow Main { invoke module Verify { on error -> disconnect }\n -> disconnect }\n',
      ].join('\n');
    const settings = alias === undefined ? {} : { alias };
    await publishText(place, centre('Verify caller'), settings);
    expect(codes(await publishText(place, centre('Check caller'), { ...settings, prune: true }))).toEqual([]);
    const { things } = await readInventory(place.connection, ['module']);
    const old = things.find(({ name }) => name === 'Verify caller')?.id ?? '';
    await place.connection.call('DeleteContactFlowModule', { ContactFlowModuleId: old });
    const back = await rollBack(place, undefined, settings);
    expect(codes(back)).toEqual([]);
    expect(back.left).toEqual(['module "Verify caller" was deleted since, and is made anew, with another id.']);
    expect(todo(await planOf(place, centre('Verify caller'), settings))).toEqual([]);
    // The release before knows the module by the id that is gone.
    expect(codes(await rollBack(place, undefined, settings))).toEqual([]);
  });

  it('archives a flow again that was archived before, and leaves alone one that is', async () => {
    const flow = (text: string): string =>
      `inbound flow Main {\n  play "${text}" { on error -> disconnect }\n  disconnect\n}\n`;
    await publishText(place, flow('Hello'));
    await rollBack(place);
    const before = await stateOf(place.connection);
    for (const between of [() => Promise.resolve(), archiveMain]) {
      expect(todo(await planOf(place, flow('Hello')))).toHaveLength(1);
      await publishText(place, flow('Hello'));
      await between();
      expect(codes(await rollBack(place))).toEqual([]);
      expect(await stateOf(place.connection)).toEqual(before);
    }
  });
});

async function archiveMain(): Promise<void> {
  const { things } = await readInventory(place.connection);
  const main = things.find(({ kind, name }) => kind === 'flow' && name === 'Main');
  const input = { ContactFlowId: main?.id ?? '', ContactFlowState: 'ARCHIVED' };
  await place.connection.call('UpdateContactFlowMetadata', input);
}
