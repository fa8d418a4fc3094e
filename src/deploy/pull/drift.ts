/** What an instance has that source does not say: the plan, seen from the other side. */
import type { Program } from '../../check/program.ts';
import type { Listed } from '../../connect/types.ts';
import type { CanonicalKind } from '../../entities/types.ts';
import { keyOf, type Lookup } from '../lookup.ts';
import type { Planned } from '../plan-project.ts';
import { propertyChanges } from '../properties.ts';
import { sourceNames } from '../source-names.ts';
import type { Change, Plan } from '../types.ts';
import { isManaged } from './layout.ts';

/**
 * `create`: the instance has it, source does not. `update`: source says something else. `archive`: source has it, the
 * instance does not, or not any more. Before is what source says, after what is live.
 */
export interface Drift extends Plan {
  /** Things of source that were held against the instance. */
  readonly compared: number;
}

export interface DriftOptions {
  readonly program: Program;
  /** Kinds of things that are told though source does not know them; none where an environment is shared. */
  readonly strangers: ReadonlySet<CanonicalKind>;
}

/** Flows that come with every instance: nobody made them, so nobody needs to take them in. */
const BUILT_IN = /^(?:Default|Sample) /;

export async function driftOf(planned: Planned, { program, strangers }: DriftOptions): Promise<Drift> {
  const { plan, lookup, desired } = planned;
  const known = sourceNames(program, lookup);
  const changes: Change[] = [];
  for (const change of plan.changes) {
    const { action, kind, name, before: live, after: said } = change;
    if (action === 'create') changes.push({ ...QUIET, kind, name, action: 'archive', after: said });
    else if (action === 'update' && live !== undefined && said !== undefined) {
      const properties = propertyChanges(kind, said.settings, live.settings);
      const flows = { blocks: change.blocks, diff: change.diff };
      if (change.blocks.length > 0 && live.flow !== undefined && said.flow !== undefined) {
        const { flowChanges } = await import('../flow-changes.ts');
        const identifier = said.flow.compiled?.name ?? name;
        const instanceArn = plan.instance.arn;
        Object.assign(flows, await flowChanges(said.flow, live.flow, { instanceArn, known, identifier }));
      }
      changes.push({ kind, name, action: 'update', after: live, properties, ...flows });
    }
  }
  for (const thing of strangersIn(lookup, desired, strangers)) changes.push(asNew(thing));
  const { environment, instance, fingerprint, hashes, unread } = plan;
  const compared = plan.changes.filter(({ action }) => action !== 'create').length;
  return { environment, instance, fingerprint, hashes, unread, changes, compared };
}

const QUIET = { properties: [], blocks: [], diff: '' } as const;

function asNew({ kind, name, type }: Listed): Change {
  const flow = type === undefined ? {} : { flow: { type, content: '' } };
  return { ...QUIET, kind, name, action: 'create', after: { kind, name, settings: {}, ...flow } };
}

/** Things of these kinds that source neither makes nor speaks of. */
export function strangersIn(
  { inventory, listed }: Lookup,
  { resources, referred }: Planned['desired'],
  kinds: ReadonlySet<CanonicalKind>,
): readonly Listed[] {
  const mentioned = new Set([...resources, ...referred].map(({ kind, name }) => listed(kind, name)?.id));
  const keys = new Set([...resources, ...referred].map(keyOf));
  return inventory.things.filter(
    (thing) =>
      kinds.has(thing.kind) &&
      isManaged(thing.kind) &&
      thing.state !== 'ARCHIVED' &&
      !BUILT_IN.test(thing.name) &&
      !mentioned.has(thing.id) &&
      !keys.has(keyOf(thing)),
  );
}

/** How much it is, in words. */
export function saySummary({ changes, compared, environment }: Drift): string {
  const count = (action: Change['action']) => changes.filter((change) => change.action === action).length;
  const parts = [
    [count('update'), 'changed'],
    [count('create'), 'new'],
    [count('archive'), 'not there'],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  const looked = compared === 1 ? '1 thing' : `${compared} things`;
  if (said.length === 0) return `No drift: \`${environment}\` is as source says (${looked} compared).`;
  return `Drift in \`${environment}\`: ${said.join(', ')} (${looked} compared).`;
}
