/** Pulling from a local instance in tests. */
import { readInventory } from '../../src/connect/inventory.ts';
import { resolveTarget } from '../../src/connect/credentials.ts';
import { openConnection } from '../../src/connect/open.ts';
import type { Connection } from '../../src/connect/types.ts';
import { pullProject, type Pulled, type PullInput } from '../../src/deploy/pull/project.ts';
import type { CanonicalKind } from '../../src/entities/types.ts';
import { isObject } from '../../src/text/json.ts';
import { nothingSaid } from '../../src/workspace/environments.ts';
import type { TestInstance } from '../deploy/instance.ts';

export async function pull(
  { connection }: Pick<TestInstance, 'connection'>,
  options: Pick<PullInput, 'drafts' | 'without'> = {},
): Promise<Pulled> {
  const inventory = await readInventory(connection);
  const pulled = await pullProject({ connection, inventory, settings: nothingSaid('test'), ...options });
  if (pulled === undefined) throw new Error('nothing was pulled');
  return pulled;
}

export function textIn({ files }: Pulled, path: string): string | undefined {
  return files.find((file) => file.path === path)?.text;
}

export async function idIn(connection: Connection, kind: CanonicalKind, name: string): Promise<string> {
  const { things } = await readInventory(connection, [kind]);
  const found = things.find((thing) => thing.name === name);
  if (found === undefined) throw new Error(`there is no ${kind} "${name}"`);
  return found.id;
}

/** Edits a flow as the designer does: its document is read, changed and published. */
export async function changeFlow(
  { connection }: Pick<TestInstance, 'connection'>,
  name: string,
  change: (content: string) => string,
): Promise<void> {
  const ContactFlowId = await idIn(connection, 'flow', name);
  const { ContactFlow } = await connection.call('DescribeContactFlow', { ContactFlowId });
  const before = isObject(ContactFlow) ? String(ContactFlow['Content']) : '';
  const Content = change(before);
  if (Content === before) throw new Error(`nothing changed in "${name}": ${before}`);
  await connection.call('UpdateContactFlowContent', { ContactFlowId, Content });
}

/** Another connection to the same instance, which does not wait before it tries again. */
export function impatient({ local }: Pick<TestInstance, 'local'>): Promise<Connection> {
  const { endpoint, instance } = local;
  const target = resolveTarget({ endpoint, region: instance.region, instance: instance.arn }, {}, {});
  return openConnection(target, { instance, clock: { now: () => performance.now(), sleep: () => Promise.resolve() } });
}
