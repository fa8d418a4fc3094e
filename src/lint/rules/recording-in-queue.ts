import { reachFrom } from '../../graph/dataflow-wiring.ts';
import { RECORDING_TYPES, recordsAgent } from '../facts/recording.ts';
import { block, flow } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string }>({
  code: 'lint/recording-in-queue',
  severity: 'hint',
  summary: 'Recording is set in a queue flow behind something that takes time.',
  docs: `
While a customer waits, an agent may answer at any moment, and the queue flow ends there. What stands behind music or a
Wait may never run, so some calls are recorded and some are not. Set recording before the contact is queued, or in a
whisper flow, which always runs before the two are joined.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/set-recording-analytics-processing-behavior.html
`,
  bad: () => ({ type: 'CUSTOMER_QUEUE', content: flow([music('record'), record('music')]) }),
  good: () => ({ type: 'CUSTOMER_QUEUE', content: flow([record('music'), music('music')]) }),
  message: (p) => `${p.block} may never run: an agent can answer before.`,
  help: () => 'Set recording before the contact is queued, or in a whisper flow.',
  check(context, report) {
    if (context.flowType !== 'CUSTOMER_QUEUE') return;
    const blocks = RECORDING_TYPES.flatMap((type) => context.ofType(type));
    if (blocks.length === 0) return;
    const wiring = context.wiring();
    const { reached } = reachFrom(wiring, wiring.start, (wire) => !WAITS.has(context.actions[wire.from]?.type ?? ''));
    for (const action of blocks) {
      if (
        !context.reached(action) ||
        reached[wiring.numbers.get(action.id) ?? -1] === true ||
        recordsAgent(action) !== true
      )
        continue;
      report(context.place(action), { block: context.name(action) });
    }
  },
});

const WAITS: ReadonlySet<string> = new Set([
  'GetParticipantInput',
  'MessageParticipant',
  'MessageParticipantIteratively',
  'Wait',
]);

function music(next: string) {
  return block(
    'music',
    'MessageParticipantIteratively',
    { Messages: [{ Text: 'Please hold the line.' }], InterruptFrequencySeconds: '30' },
    { equals: { MessagesInterrupted: next } },
  );
}

function record(next: string) {
  return block(
    'record',
    'UpdateContactRecordingBehavior',
    { RecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'] } },
    { next },
  );
}
