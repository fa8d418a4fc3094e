/** A project of one text, and an empty local instance that it is published to. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseProject } from '../../src/compiler.ts';
import { readInventory } from '../../src/connect/inventory.ts';
import { startLocal, type Local, type LocalOptions } from '../../src/connect/local/start.ts';
import { openConnection } from '../../src/connect/open.ts';
import { resolveTarget } from '../../src/connect/credentials.ts';
import type { Connection } from '../../src/connect/types.ts';
import { kindsNeeded } from '../../src/deploy/desired.ts';
import { planProject, type Planned } from '../../src/deploy/plan-project.ts';
import { historyOf, runsBackTo } from '../../src/deploy/publish/history.ts';
import { publish, type Published, type PublishOptions } from '../../src/deploy/publish/publish.ts';
import { planRollback, type Rollback } from '../../src/deploy/publish/rollback.ts';
import { compileFor } from '../../src/workspace/compile-for.ts';
import { nothingSaid } from '../../src/workspace/environments.ts';

export interface Site {
  readonly root: string;
  readonly local: Awaited<ReturnType<typeof startLocal>>;
  readonly connection: Connection;
  readonly close: () => Promise<void>;
}

export async function site(options: Partial<LocalOptions> = {}): Promise<Site> {
  const root = mkdtempSync(join(tmpdir(), 'flowc-publish-'));
  const local = await startLocal({ folder: join(root, 'instance'), ...options });
  const connection = await connect(local);
  return {
    root,
    local,
    connection,
    close: async () => {
      connection.close();
      await local.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

export function connect({ endpoint, instance }: Local): Promise<Connection> {
  const target = resolveTarget({ endpoint, region: instance.region, instance: instance.arn }, {}, {});
  return openConnection(target, { instance });
}

export interface Settings {
  readonly alias?: string;
  readonly prune?: boolean;
}

/** Compiles, binds and plans. Throws where the source is wrong. */
export async function planOf(
  { connection }: Pick<Site, 'connection'>,
  text: string,
  { alias, prune }: Settings = {},
): Promise<Planned & { readonly inventory: Awaited<ReturnType<typeof readInventory>> }> {
  const settings = { ...nothingSaid('local'), modules: alias === undefined ? {} : { alias } };
  const parsed = parseProject([{ path: 'main.flow', text }]);
  const inventory = await readInventory(connection, kindsNeeded(parsed.program));
  const { program, flows, diagnostics } = compileFor(parsed, { inventory, settings });
  const wrong = diagnostics.filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) throw new Error(wrong.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  const planned = await planProject({
    connection,
    inventory,
    program,
    flows,
    environment: 'local',
    ...(prune === undefined ? {} : { prune }),
  });
  return { ...planned, inventory };
}

export async function publishText(
  place: Pick<Site, 'connection' | 'root'>,
  text: string,
  settings: Settings & Partial<PublishOptions> = {},
): Promise<Published & { readonly planned: Planned }> {
  const planned = await planOf(place, text, settings);
  const { inventory, plan } = planned;
  const { root, connection } = place;
  const published = await publish(plan, { root, connection, inventory, by: 'tester', ...settings });
  return { ...published, planned };
}

/** Takes back the last release, or those back to the one that is named. */
export async function rollBack(
  { root, connection }: Pick<Site, 'connection' | 'root'>,
  id?: string,
  { alias }: Settings = {},
): Promise<Published & Rollback> {
  const runs = runsBackTo(historyOf(root, 'local'), id);
  if (runs === undefined) throw new Error('nothing to take back');
  const inventory = await readInventory(connection);
  const back = await planRollback({ environment: 'local', connection, inventory, runs });
  const { plan, restores } = back;
  const published = await publish(plan, { root, connection, inventory, by: 'tester', restores, alias });
  return { ...back, ...published };
}

/** What is to be done, in short. */
export function todo({ plan }: Planned): readonly string[] {
  return plan.changes
    .filter(({ action }) => action !== 'none')
    .map(({ action, kind, name }) => `${action} ${kind} ${name}`);
}

/** Everything that went wrong, in short. */
export function codes({ diagnostics, differences }: Pick<Published, 'diagnostics' | 'differences'>): readonly string[] {
  const told = diagnostics.map(({ code, message }) => `${code}: ${message}`);
  return [...told, ...differences.map(({ kind, name, what }) => `${kind} ${name}: ${what}`)];
}
