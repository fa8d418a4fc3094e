/** Ends of calls: whether a branch cuts people off without another word. */
import type { FlowAction } from '../../graph/flow-graph.ts';
import type { LintContext } from '../context.ts';
import { speechOf } from './speech.ts';

const SPEAKERS: ReadonlySet<string> = new Set([
  'ConnectParticipantWithAgenticCX',
  'ConnectParticipantWithLexBot',
  'GetParticipantInput',
  'MessageParticipant',
  'MessageParticipantIteratively',
  'ShowView',
]);

/** Whether people hear or see something of the block. */
export function speaks({ type }: FlowAction): boolean {
  return SPEAKERS.has(type);
}

/** Whether the flow is one that people hear: flows of tasks say nothing, guides of the agent workspace show views. */
export function talks(context: LintContext): boolean {
  return context.shared(isHeard);
}

function isHeard({ actions, channel, has }: LintContext): boolean {
  return actions.some(speaks) && !has('ShowView') && channel !== 'task' && channel !== 'email';
}

/** Whether some block of the flow says that calls come to it, and not chats alone. */
export function isForCalls(context: LintContext): boolean {
  return (
    CALL_BLOCKS.some(context.has) ||
    context.shared(speechOf).some(({ kind, markup }) => kind !== 'Text' || markup) ||
    context.ofType('Compare').some(({ conditions }) => conditions.some(({ operands }) => operands[0] === 'VOICE'))
  );
}

const CALL_BLOCKS = [
  'CheckVoiceId',
  'CreateCallbackContact',
  'GetParticipantInput',
  'MessageParticipantIteratively',
  'StartVoiceIdStream',
  'TransferParticipantToThirdParty',
  'UpdateContactCallbackNumber',
  'UpdateContactMediaStreamingBehavior',
  'UpdateContactTextToSpeechVoice',
];

/** Settings, which nobody hears. */
const SILENT = /^(?:Update|TagContact$|UntagContact$)/;

/** Whether a branch leads to the end of the call over nothing but settings. */
export function hangsUp(context: LintContext, target: string | undefined): boolean {
  // Guides of the agent workspace end like calls, and cut nobody off; nor does a task or an email.
  if (!talks(context)) return false;
  const { numbers } = context.wiring();
  let at = target;
  for (let steps = 0; steps < 30 && at !== undefined; steps++) {
    const action = context.actions[numbers.get(at) ?? -1];
    if (action === undefined) return false;
    if (action.type === 'DisconnectParticipant') return true;
    if (!SILENT.test(action.type)) return false;
    at = action.next;
  }
  return false;
}

/** Whether every branch of a block cuts people off: then the block is a part of the end, and no error changes it. */
export function ends(context: LintContext, action: FlowAction): boolean {
  return action.next === undefined
    ? action.conditions.length > 0 && action.conditions.every(({ target }) => hangsUp(context, target))
    : hangsUp(context, action.next);
}
