/** Modules whose callers are bound to an alias. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readInventory } from '../../src/connect/inventory.ts';
import type { Connection } from '../../src/connect/types.ts';
import { historyOf, runsBackTo } from '../../src/deploy/publish/history.ts';
import { publish } from '../../src/deploy/publish/publish.ts';
import { planRollback } from '../../src/deploy/publish/rollback.ts';
import { codes, planOf, publishText, site, todo, type Site } from './project.ts';
import { stateOf } from './state.ts';

const project = (greeting: string, front = 'Welcome') => `
inbound flow Front { on error -> disconnect
  play "${front}."
  invoke module Greet
  disconnect }
module Greet { on error -> return
  play "${greeting}."
  return }
`;

const LIVE = { alias: 'live' };

let place: Site;
beforeEach(async () => {
  place = await site();
});
afterEach(() => place.close());

async function versions(): Promise<readonly string[]> {
  const state = await stateOf(place.connection);
  return state.filter((line) => line.startsWith('module Greet: '));
}

describe('aliases of modules', () => {
  it('lead to a version of what is published, which callers are bound to', async () => {
    expect(codes(await publishText(place, project('Hello'), LIVE))).toEqual([]);
    expect(await versions()).toEqual(['module Greet: 1 versions, live 1']);
    expect((await stateOf(place.connection)).find((line) => line.startsWith('flow Front'))).toMatch(
      /flow-module\/<module Greet>:live"/,
    );
    expect(codes(await publishText(place, project('Good morning'), LIVE))).toEqual([]);
    expect(await versions()).toEqual(['module Greet: 2 versions, live 2']);
    // Another flow changes: the module does not.
    expect(codes(await publishText(place, project('Good morning', 'Hi'), LIVE))).toEqual([]);
    expect(await versions()).toEqual(['module Greet: 2 versions, live 2']);
    expect(todo(await planOf(place, project('Good morning', 'Hi'), LIVE))).toEqual([]);
  });

  it('are made for modules that were live before the environment had one', async () => {
    await publishText(place, project('Hello'));
    expect(await versions()).toEqual(['module Greet: 0 versions, ']);
    const planned = await planOf(place, project('Hello'), LIVE);
    expect(todo(planned)).toEqual(['update flow Front']);
    const change = planned.plan.changes.find(({ name }) => name === 'Front');
    expect(change?.blocks.map(({ what }) => what)).toEqual(['Greet_live instead of Greet']);
    expect(codes(await publishText(place, project('Hello'), LIVE))).toEqual([]);
    expect(await versions()).toEqual(['module Greet: 1 versions, live 1']);
  });

  it('lead back when a release is taken back', async () => {
    await publishText(place, project('Hello'), LIVE);
    await publishText(place, project('Good morning'), LIVE);
    const { root, connection } = place;
    const runs = runsBackTo(historyOf(root, 'local'), undefined) ?? [];
    const inventory = await readInventory(connection);
    const { plan, restores } = await planRollback({ environment: 'local', connection, inventory, runs });
    expect(codes(await publish(plan, { root, connection, inventory, by: 'tester', restores, ...LIVE }))).toEqual([]);
    expect(await versions()).toEqual(['module Greet: 2 versions, live 1']);
    expect(todo(await planOf(place, project('Hello'), LIVE))).toEqual([]);
  });

  it.each([
    'CreateContactFlowModule',
    'UpdateContactFlowModuleContent',
    'CreateContactFlowModuleVersion',
    'UpdateContactFlowModuleAlias',
    'CreateContactFlowModuleAlias',
    'UpdateContactFlowContent',
  ])('end where they should, though the run is cut short at %s', async (last) => {
    const { connection, root } = place;
    if (last.startsWith('Update')) await publishText(place, project('Good day'), LIVE);
    const cut: Connection['call'] = async (operation, input) => {
      if (operation !== last) return connection.call(operation, input);
      await connection.call(operation, input);
      return new Promise<never>(() => cutShort());
    };
    let cutShort = (): void => undefined;
    const isCut = new Promise<void>((settle) => (cutShort = settle));
    void publishText({ root, connection: { ...connection, call: cut } }, project('Hello', 'Hi'), LIVE);
    await isCut;
    expect(codes(await publishText(place, project('Hello', 'Hi'), LIVE))).toEqual([]);
    expect(await versions()).toEqual([
      last.startsWith('Update') ? 'module Greet: 2 versions, live 2' : 'module Greet: 1 versions, live 1',
    ]);
    expect(todo(await planOf(place, project('Hello', 'Hi'), LIVE))).toEqual([]);
  });
});
