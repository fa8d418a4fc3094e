/** Working queues, and who serves them. */
import { lookUp, type Named, type Program } from '../../check/program.ts';
import { clausesOf, itemsOf, textOf, valueOf } from '../../check/read.ts';
import { carry } from '../../graph/dataflow.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import type { LintContext } from '../context.ts';

/** The queues of the project that a block may find: the one that it names itself, else the working queues set before. */
export function queuesOf(context: LintContext, action: FlowAction): readonly Named[] {
  if (action.parameters.QueueId !== undefined) {
    const own = context.named('queue', action, 'QueueId');
    return own === undefined ? [] : [own];
  }
  const found = context.shared(workingQueuesOf)(context.wiring().numbers.get(action.id) ?? -1);
  return [
    ...new Set(found.map((set) => context.named('queue', set, 'QueueId')).filter((named) => named !== undefined)),
  ];
}

/** By action: the blocks that may have set the working queue last. */
function workingQueuesOf(context: LintContext): (action: number) => readonly FlowAction[] {
  const { numbers } = context.wiring();
  const sets = context.ofType('UpdateContactTargetQueue');
  const facts = new Map(sets.map((set, i) => [numbers.get(set.id), i]));
  const all = [...sets.keys()];
  const working = carry(
    context.wiring(),
    context.reach(),
    sets.length,
    [],
    ({ from }) => {
      const set = facts.get(from);
      return set === undefined ? undefined : { gain: [set], lose: all };
    },
    'some',
  );
  return (action) => sets.filter((_, i) => working.at(action, i));
}

type Served = ReadonlyMap<Named, ReadonlySet<string>>;

const served = new WeakMap<Program, Served | 'unknown'>();

/**
 * The channels on which the project's routing profiles serve a queue; undefined where nobody knows, since it has none of
 * its own or speaks of others.
 */
export function channelsServed(program: Program, queue: Named): ReadonlySet<string> | undefined {
  let known = served.get(program);
  if (known === undefined) served.set(program, (known = servedBy(program)));
  return known === 'unknown' ? undefined : (known.get(queue) ?? NONE);
}

const NONE: ReadonlySet<string> = new Set();

function servedBy(program: Program): Served | 'unknown' {
  const profiles = [...(program.names.get('routing_profile')?.values() ?? [])];
  if (profiles.length === 0 || profiles.some(({ existing }) => existing)) return 'unknown';
  const found = new Map<Named, Set<string>>();
  for (const { declaration } of profiles) {
    for (const clause of declaration.kind === 'entity' ? clausesOf(declaration.block, 'serves') : []) {
      const queue = lookUp(program, 'queue', textOf(clause.words[1]) ?? '');
      if (queue === undefined) continue;
      const channels = found.get(queue) ?? new Set();
      for (const item of itemsOf(valueOf(clause.block, 'channels'))) channels.add(textOf(item) ?? '');
      found.set(queue, channels);
    }
  }
  return found;
}
