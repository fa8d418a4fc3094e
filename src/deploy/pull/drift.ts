/** What an instance has that source does not say: the plan, seen from the other side. */
import type { Program } from '../../check/program.ts';
import type { Listed } from '../../connect/types.ts';
import type { KnownNames } from '../../constructs/naming.ts';
import type { CanonicalKind } from '../../entities/types.ts';
import type { SourceText } from '../../text/text.ts';
import type { EnvironmentSettings } from '../../workspace/environments.ts';
import { flowChanges, unifiedDiff } from '../flow-changes.ts';
import { keyOf, type Lookup } from '../lookup.ts';
import type { Planned } from '../plan-project.ts';
import { propertyChanges, typeChange } from '../properties.ts';
import { sayHidden } from '../render/words.ts';
import { sourceNames } from '../source-names.ts';
import type { Change, FlowContent, LiveResource, Plan, Resource } from '../types.ts';
import { changedFlowTexts } from './adopt/project.ts';
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
  readonly sources: readonly SourceText[];
  readonly program: Program;
  readonly settings: EnvironmentSettings;
  /** Kinds of things that are told though source does not know them; none where an environment is shared. */
  readonly strangers: ReadonlySet<CanonicalKind>;
}

/** Flows that come with every instance: nobody made them, so nobody needs to take them in. */
const BUILT_IN = /^(?:Default|Sample) /;

export async function driftOf(planned: Planned, options: DriftOptions): Promise<Drift> {
  const { program, strangers } = options;
  const { plan, lookup, desired } = planned;
  const changes: Change[] = [];
  let known: KnownNames | undefined;
  let texts: ReturnType<typeof changedFlowTexts> | undefined;
  for (const change of plan.changes) {
    const { action, kind, name, before: live, after: said } = change;
    if (action === 'create') changes.push({ ...QUIET, kind, name, action: 'archive', after: said });
    else if (action === 'update' && live !== undefined && said !== undefined) {
      const properties = [...typeChange(said, live), ...propertyChanges(kind, said.settings, live.settings)];
      const flows = change.blocks.length === 0 ? SAME : await contentDrift(live, said);
      changes.push({ kind, name, action: 'update', after: live, properties, ...flows });
    }
  }
  for (const thing of strangersIn(lookup, desired, strangers)) changes.push(asNew(thing));
  const { environment, instance, fingerprint, hashes, unread } = plan;
  const compared = plan.changes.filter(({ action }) => action !== 'create').length;
  return { environment, instance, fingerprint, hashes, unread, changes, compared };

  /** What differs block by block, and what taking it in would change in the file. */
  async function contentDrift(live: LiveResource, said: Resource): Promise<Pick<Change, 'blocks' | 'diff'>> {
    if (live.flow === undefined || said.flow === undefined) return SAME;
    known ??= sourceNames(program, lookup);
    texts ??= changedFlowTexts({ ...options, planned });
    const { type, content, compiled } = said.flow;
    // By the document, in which blocks have the names that people know them by.
    const before: FlowContent = { type, content };
    const context = { instanceArn: plan.instance.arn, known, identifier: compiled?.name ?? said.name };
    const { blocks, diff } = await flowChanges(before, live.flow, context);
    const text = texts.get(keyOf(said));
    return { blocks, diff: text === undefined ? diff : await unifiedDiff(text.before, text.after) };
  }
}

const SAME: Pick<Change, 'blocks' | 'diff'> = { blocks: [], diff: '' };

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
export function saySummary(drift: Drift): string {
  const { changes, compared, environment } = drift;
  const count = (action: Change['action']) => changes.filter((change) => change.action === action).length;
  const parts = [
    [count('update'), 'changed'],
    [count('create'), 'new'],
    [count('archive'), 'not there'],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  const looked = compared === 1 ? '1 thing' : `${compared} things`;
  const hidden = sayHidden(drift);
  if (said.length > 0) return `Drift in \`${environment}\`: ${said.join(', ')} (${looked} compared${hidden}).`;
  if (hidden !== '') return `No drift in what could be read of \`${environment}\`: ${looked} compared${hidden}.`;
  return `No drift: \`${environment}\` is as the source says (${looked} compared).`;
}
