/** A local instance in a folder of its own, and projects planned and carried out against it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseProject } from '../../src/compiler.ts';
import { resolveTarget } from '../../src/connect/credentials.ts';
import { readInventory } from '../../src/connect/inventory.ts';
import { startLocal, type LocalOptions, type OwnLocal, type SeedFile } from '../../src/connect/local/start.ts';
import { openConnection } from '../../src/connect/open.ts';
import type { Connection } from '../../src/connect/types.ts';
import { callsOf } from '../../src/deploy/calls.ts';
import { kindsNeeded } from '../../src/deploy/desired.ts';
import { replacePendingIn } from '../../src/deploy/pending.ts';
import { pendingId } from '../../src/deploy/pending.ts';
import { planProject, type Planned, type ProjectInput } from '../../src/deploy/plan-project.ts';
import { CALL_PHASES, type Call, type IdOf } from '../../src/deploy/kinds/index.ts';
import type { Change, Plan } from '../../src/deploy/types.ts';
import { isObject, type JsonObject } from '../../src/text/json.ts';
import { compileFor } from '../../src/workspace/compile-for.ts';
import { nothingSaid, type EnvironmentSettings } from '../../src/workspace/environments.ts';

export interface TestInstance {
  readonly local: OwnLocal;
  readonly connection: Connection;
  readonly close: () => Promise<void>;
}

export async function testInstance(seed?: SeedFile, options: Partial<LocalOptions> = {}): Promise<TestInstance> {
  const folder = mkdtempSync(join(tmpdir(), 'flowc-deploy-'));
  const local = await startLocal({ folder, ...options, ...(seed === undefined ? {} : { seed }) });
  const { endpoint, instance } = local;
  const target = resolveTarget({ endpoint, region: instance.region, instance: instance.arn }, {}, {});
  const connection = await openConnection(target, { instance });
  return {
    local,
    connection,
    close: async () => {
      connection.close();
      await local.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface PlanSettings extends Pick<ProjectInput, 'prune'> {
  readonly settings?: Partial<EnvironmentSettings>;
  /** Errors of the source are no matter here. */
  readonly lenient?: boolean;
}

/** What publishing these sources would change. */
export async function planOf(
  { connection }: Pick<TestInstance, 'connection'>,
  sources: string | readonly { readonly path: string; readonly text: string }[],
  { settings: said, lenient, prune = false }: PlanSettings = {},
): Promise<Planned> {
  const files = typeof sources === 'string' ? [{ path: 'main.flow', text: sources }] : sources;
  const parsed = parseProject(files);
  const settings = { ...nothingSaid('test'), ...said };
  const inventory = await readInventory(connection, kindsNeeded(parsed.program));
  const { program, flows, diagnostics } = compileFor(parsed, { inventory, settings });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (lenient !== true && errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return planProject({ connection, inventory, program, flows, environment: 'test', tags: settings.tags, prune });
}

/** Carries out a plan in the plainest way: call after call, ids put in as they become known. */
export async function carryOut({ connection }: Pick<TestInstance, 'connection'>, planned: Planned): Promise<string[]> {
  const real = new Map<string, string>();
  const made: string[] = [];
  for (const call of planCalls(planned.plan, planned.lookup.idOf)) {
    const input = replacePendingIn<JsonObject>(call.input, (pending) => real.get(pending));
    const answer = await connection.call(call.operation, input);
    made.push(call.operation);
    if (call.creates === undefined) continue;
    const { kind, name, answer: members } = call.creates;
    const id = answer[members.id];
    if (typeof id === 'string') real.set(pendingId(kind, name), id);
  }
  return made;
}

/** `update flow/Main`, without what stays as it is. */
export function actionsOf(planned: Planned): string[] {
  return changed(planned).map(({ action, kind, name }) => `${action} ${kind}/${name}`);
}

export function changed({ plan }: Planned): readonly Change[] {
  return plan.changes.filter(({ action }) => action !== 'none');
}

export function contentIn(answer: JsonObject): string {
  const flow = answer['ContactFlow'];
  return isObject(flow) && typeof flow['Content'] === 'string' ? flow['Content'] : '';
}

/** All calls of a plan, phase by phase, in the order of its changes. */
function planCalls(plan: Plan, idOf: IdOf): readonly (Call & { readonly change: Change })[] {
  const calls = plan.changes.flatMap((change) => callsOf(change, idOf).map((call) => ({ ...call, change })));
  return CALL_PHASES.flatMap((phase) => calls.filter((call) => call.phase === phase));
}
