/** Which channels the contacts at each block may have: all, until a comparison with `$.Channel` parts them. */
import type { ActionEntry } from '../../catalogue/types.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import { carry, type Change } from '../../graph/dataflow.ts';
import type { Wire } from '../../graph/dataflow-wiring.ts';
import type { Channel, LintContext } from '../context.ts';

const CHANNELS: readonly Channel[] = ['voice', 'chat', 'task', 'email'];
const ALL = [...CHANNELS.keys()];

/** By action number: the channels that a contact may have there; none where control never comes. */
export type ChannelsAt = (action: number) => readonly Channel[];

export function channelsOf(context: LintContext): ChannelsAt {
  const { channel, actions } = context;
  if (channel !== undefined) return () => [channel];
  if (!context.ofType('Compare').some(comparesChannel)) return () => CHANNELS;
  const change = (wire: Wire): Change | undefined => {
    const action = actions[wire.from];
    return action !== undefined && comparesChannel(action) ? parted(action, wire) : undefined;
  };
  const known = carry(context.wiring(), context.reach(), CHANNELS.length, ALL, change, 'some');
  return (action) => CHANNELS.filter((_, i) => known.at(action, i));
}

/** Whether contacts of some channels come to a block, and of others do not. */
export function areParted(channels: readonly Channel[]): boolean {
  return channels.length > 0 && channels.length < CHANNELS.length;
}

/** Whether a block takes its error branch, or does nothing that it is for, on a channel. */
export function failsOn(entry: ActionEntry | undefined, channel: Channel): boolean {
  const works = entry?.channels[channel];
  return works === 'error_branch' || works === 'no';
}

function comparesChannel({ type, parameters }: FlowAction): boolean {
  return type === 'Compare' && parameters.ComparisonValue === '$.Channel';
}

/** Whether calls do not take the wire: the default branch of `on "VOICE"`, the branch `on "CHAT"`. */
export function keepsCallsOff(action: FlowAction, wire: Wire): boolean {
  return comparesChannel(action) && parted(action, wire)?.lose?.includes(CHANNELS.indexOf('voice')) === true;
}

/** `on "CHAT"` takes chats; what no condition takes goes by the default branch. */
function parted({ conditions }: FlowAction, wire: Wire): Change | undefined {
  if (wire.kind === 'condition') {
    const taken = indexOf(conditions[wire.at]);
    return taken < 0 ? undefined : { lose: ALL.filter((i) => i !== taken) };
  }
  return { lose: conditions.map(indexOf).filter((i) => i >= 0) };
}

function indexOf(condition: FlowAction['conditions'][number] | undefined): number {
  const value = condition?.operator === 'Equals' ? condition.operands[0] : undefined;
  return typeof value === 'string' ? CHANNELS.findIndex((channel) => channel.toUpperCase() === value) : -1;
}
