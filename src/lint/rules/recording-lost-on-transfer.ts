import { carry, type Change } from '../../graph/dataflow.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import { recordsAgent } from '../facts/recording.ts';
import { rule } from '../rule.ts';
import { block, disconnect, flow } from '../sample.ts';

export default rule<{ block: string }>({
  code: 'lint/recording-lost-on-transfer',
  severity: 'hint',
  summary: 'A call that is to be recorded leaves for a number outside, where nothing is recorded.',
  docs: `
Recording begins when an agent joins the call and ends when the last one leaves. A call that the flow transfers to a number
outside of Connect meets no agent, so what was set before has no effect, though people may have been told that the call is
recorded.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/about-recording-behavior.html
`,
  bad: () => ({
    type: 'CONTACT_FLOW',
    content: flow([record('outside'), outside(), disconnect()]),
  }),
  good: () => ({
    type: 'CONTACT_FLOW',
    content: flow([outside(), disconnect()]),
  }),
  message: (p) => `What ${p.block} transfers to a number outside is not recorded, though recording is set.`,
  help: () => 'Transfer to a queue, or leave recording to the flows that lead to agents.',
  check(context, report) {
    const transfers = context.ofType('TransferParticipantToThirdParty');
    if (transfers.length === 0 || context.flowType !== 'CONTACT_FLOW' || context.has('InvokeFlowModule')) return;
    const { numbers } = context.wiring();
    const set = carry(context.wiring(), context.reach(), 1, [], ({ from }) => change(context.actions[from]), 'every');
    for (const action of transfers) {
      if (set.at(numbers.get(action.id) ?? -1, 0)) report(context.place(action), { block: context.name(action) });
    }
  },
});

/** Only the recording of agent and customer is meant: what a flow itself says may well be recorded. */
function change(action: FlowAction | undefined): Change | undefined {
  const recorded = action === undefined ? undefined : recordsAgent(action);
  if (recorded === undefined) return undefined;
  return recorded ? { gain: [0] } : { lose: [0] };
}

function record(next: string) {
  return block(
    'record',
    'UpdateContactRecordingBehavior',
    { RecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'] } },
    { next },
  );
}

function outside() {
  return block(
    'outside',
    'TransferParticipantToThirdParty',
    {
      ThirdPartyPhoneNumber: '$.Attributes.branch',
      ThirdPartyConnectionTimeLimitSeconds: '30',
      ContinueFlowExecution: 'True',
    },
    { next: 'bye', errors: { CallFailed: 'bye', ConnectionTimeLimitExceeded: 'bye', NoMatchingError: 'bye' } },
  );
}
