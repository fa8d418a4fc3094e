import { textAt } from '../facts/at-path.ts';
import { rule } from '../rule.ts';
import { block, disconnect, flow } from '../sample.ts';

export default rule<{ block: string; does: string }>({
  code: 'lint/hard-coded-number',
  severity: 'hint',
  scope: 'block',
  strict: true,
  summary: 'A telephone number stands in the flow itself.',
  docs: `
A number that a flow dials is another one in each environment: a test that calls the real branch office is a bad surprise.
So is a caller ID, which must be a number of the instance. Both also change without the flow. Keep it in a contact attribute, in the answer of a function, or in \`.flow\` in a \`param\`
that each environment fills in.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/migrate-contact-flows.html
`,
  bad: () => ({ content: flow([outside('+81501234XXXX'.replace('XXXX', '5678')), disconnect()]) }),
  good: () => ({ content: flow([outside('$.Attributes.branch'), disconnect()]) }),
  message: (p) => `${p.block} ${p.does} a number that stands in the flow.`,
  help: () => 'Keep it in an attribute, or in a `param` of the project.',
  check(context, report) {
    for (const [type, path, does] of NUMBERS) {
      for (const action of context.ofType(type)) {
        if (!/^\+\d{6,15}$/.test(textAt(action.parameters, path) ?? '') || !context.reached(action)) continue;
        // One of the project's numbers, by name.
        if (action.display?.[path] !== undefined) continue;
        report(context.parameterPlace(action, path), { block: context.name(action), does });
      }
    }
  },
});

const NUMBERS = [
  ['TransferParticipantToThirdParty', 'ThirdPartyPhoneNumber', 'dials'],
  ['UpdateContactCallbackNumber', 'CallbackNumber', 'dials'],
  ['TransferParticipantToThirdParty', 'CallerId.Number', 'calls from'],
  ['CompleteOutboundCall', 'CallerId.Number', 'calls from'],
  ['CreateCallbackContact', 'CallerId', 'calls from'],
] as const;

function outside(ThirdPartyPhoneNumber: string) {
  return block(
    'outside',
    'TransferParticipantToThirdParty',
    { ThirdPartyPhoneNumber, ThirdPartyConnectionTimeLimitSeconds: '30', ContinueFlowExecution: 'True' },
    { next: 'bye', errors: { CallFailed: 'bye', ConnectionTimeLimitExceeded: 'bye', NoMatchingError: 'bye' } },
  );
}
