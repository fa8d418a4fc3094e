/** All that an instance holds, with names in the place of ids: what two instances are compared by. */
import { readInventory } from '../../src/connect/inventory.ts';
import type { Connection, Listed } from '../../src/connect/types.ts';
import { KIND_ORDER } from '../../src/deploy/kinds/index.ts';
import { readThings } from '../../src/deploy/live.ts';
import { lookupOf } from '../../src/deploy/lookup.ts';

export async function stateOf(connection: Connection): Promise<readonly string[]> {
  const inventory = await readInventory(connection);
  const nameOfId = new Map(inventory.things.map(({ id, kind, name }) => [id, `<${kind} ${name}>`]));
  const named = (text: string): string =>
    text.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => nameOfId.get(id) ?? id);
  const things = inventory.things.filter(({ kind }) => KIND_ORDER.includes(kind));
  const { resources, unread } = await readThings(connection, lookupOf(inventory), things);
  if (unread.length > 0) throw new Error(JSON.stringify(unread));
  const lines = resources.map(({ kind, name, settings, flow, listed }) => {
    const state = [listed.state, listed.status].filter((word) => word !== undefined).join(' ');
    return named(`${kind} ${name} ${state} ${JSON.stringify(settings)} ${flow?.type ?? ''} ${flow?.content ?? ''}`);
  });
  const modules = await Promise.all(
    things.filter(({ kind }) => kind === 'module').map((one) => versions(connection, one)),
  );
  return [...lines, ...modules].sort();
}

async function versions(connection: Connection, { id, name }: Listed): Promise<string> {
  const input = { ContactFlowModuleId: id };
  const [made, aliases] = await Promise.all([
    connection.call('ListContactFlowModuleVersions', input),
    connection.call('ListContactFlowModuleAliases', input),
  ]);
  const list = aliases['ContactFlowModuleAliasSummaryList'] as {
    readonly AliasName: string;
    readonly Version: number;
  }[];
  const count = (made['ContactFlowModuleVersionSummaryList'] as unknown[]).length;
  return `module ${name}: ${count} versions, ${list.map((alias) => `${alias.AliasName} ${alias.Version}`).join(' ')}`;
}
