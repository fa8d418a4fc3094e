import { carry, type Change } from '../../graph/dataflow.ts';
import { reachBack, reachFrom, wireKey, type Wire } from '../../graph/dataflow-wiring.ts';
import type { Related } from '../../diagnostics/diagnostic.ts';
import type { LintContext } from '../context.ts';
import { keepsCallsOff } from '../facts/channels.ts';
import { RECORDING_TYPES, recordsAgent } from '../facts/recording.ts';
import { rule } from '../rule.ts';
import { block, compare, disconnect, flow, setQueue, transferToQueue } from '../sample.ts';

export default rule<{ block: string; by: string }>({
  code: 'lint/recording-on-some-paths',
  severity: 'warning',
  summary: 'Recording is switched on for some of the calls that come to an agent, and not for the others.',
  docs: `
A block switches recording on, on one of the ways to a transfer; on another way to the same transfer no block says anything
about it. Calls that take that way are not recorded, and nothing shows it until somebody looks for one of them. In a
published solution two of sixteen calls were lost so. Set recording where all ways have met, or say on each way whether it
is on or off.

Ways that only chats, tasks or e-mails can take do not count, and where a module is called, or an event flow is set that may
set recording itself, nothing is said.

Source: https://github.com/amazon-connect/voicemail-express-amazon-connect/issues/68,
https://docs.aws.amazon.com/connect/latest/adminguide/set-recording-analytics-processing-behavior.html
`,
  bad: () => ({
    type: 'CONTACT_FLOW',
    content: flow([
      compare('tier', '$.Attributes.tier', { gold: 'record' }, 'queue'),
      record(),
      setQueue('queue', 'transfer', 'bye'),
      transferToQueue('transfer', 'bye'),
      disconnect(),
    ]),
  }),
  good: () => ({
    type: 'CONTACT_FLOW',
    content: flow([
      compare('tier', '$.Channel', { VOICE: 'record' }, 'queue'),
      record(),
      setQueue('queue', 'transfer', 'bye'),
      transferToQueue('transfer', 'bye'),
      disconnect(),
    ]),
  }),
  message: (p) => `Of the calls that come to ${p.block}, those by way of ${p.by} are recorded, and others are not.`,
  help: () => 'Set recording where all ways have met, or on each of them.',
  check(context, report) {
    if (!RECORDING_TYPES.some(context.has) || !context.has('TransferContactToQueue')) return;
    if (MAY_SET.some(context.has) || context.transferredTo() === true) return;
    const recorders = RECORDING_TYPES.flatMap((type) => context.ofType(type)).filter(recordsAgent);
    const transfers = context.ofType('TransferContactToQueue').filter(context.reached);
    if (recorders.length === 0 || transfers.length === 0) return;
    const known = carry(context.wiring(), context.reach(), 2, [UNSAID], (wire) => change(context, wire), 'some');
    const { numbers } = context.wiring();
    for (const transfer of transfers) {
      const number = numbers.get(transfer.id) ?? -1;
      if (!known.at(number, UNSAID) || !known.at(number, SAID)) continue;
      const by = recorders.find(context.reached);
      if (by === undefined) continue;
      const around = wayAround(context, number);
      const related = [
        { place: context.place(by), message: 'Recording is switched on here.' },
        ...(around === undefined ? [] : [around]),
      ];
      report(context.place(transfer), { block: context.name(transfer), by: context.name(by) }, { related });
    }
  },
});

const UNSAID = 0;
const SAID = 1;

/** A call about which nothing was said goes on so, unless only other channels take the wire. */
function change(context: LintContext, wire: Wire): Change | undefined {
  const action = context.actions[wire.from];
  if (action !== undefined && recordsAgent(action) !== undefined) return { lose: [UNSAID], gain: [SAID] };
  return action !== undefined && keepsCallsOff(action, wire) ? { lose: [UNSAID, SAID] } : undefined;
}

/** The first branch after which a call comes to the transfer and to no block any more that says whether it is recorded. */
function wayAround(context: LintContext, transfer: number): Related | undefined {
  const wiring = context.wiring();
  const isUnsaid = (wire: Wire): boolean => change(context, wire) === undefined;
  const recorders = context.actions.flatMap((action, i) => (recordsAgent(action) === undefined ? [] : [i]));
  const unsaid = reachFrom(wiring, wiring.start, isUnsaid);
  const toTransfer = reachBack(wiring, [transfer], isUnsaid);
  const toRecorder = reachBack(wiring, recorders);
  const turn = unsaid.order
    .filter((number) => toRecorder[number] === true)
    .flatMap((number) => wiring.out[number] ?? [])
    .find((wire) => isUnsaid(wire) && toTransfer[wire.to] === true && toRecorder[wire.to] !== true);
  const action = context.actions[turn?.from ?? -1];
  if (turn === undefined || action === undefined) return undefined;
  const message = turn.kind === 'error' ? 'A call for which this fails goes around it.' : 'This way leads around it.';
  return { place: context.branchPlace(action, wireKey(action, turn)), message };
}

/** May set recording where this flow does not see it. */
const MAY_SET = ['InvokeFlowModule', 'UpdateContactEventHooks'];

function record() {
  return block(
    'record',
    'UpdateContactRecordingBehavior',
    { RecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'] } },
    { next: 'queue' },
  );
}
