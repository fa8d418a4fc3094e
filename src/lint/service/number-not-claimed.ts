import type { Program } from '../../check/program.ts';
import { textAt } from '../facts/at-path.ts';
import { block, disconnect, flow } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; number: string }>({
  code: 'service/number-not-claimed',
  severity: 'warning',
  summary: 'A call is made from a number that no declaration of the project has.',
  docs: `
A caller ID is a number that the instance has claimed; the service refuses a flow with any other when it is saved (*Failed to
convert id*). An instance may have more numbers than a project declares, so it is a warning; nothing is said of a flow by itself.

Known from live calls to the service.
`,
  bad: () => ({ project: DECLARED, content: flow([from('+12065550142'), disconnect()]) }),
  good: () => ({ project: DECLARED, content: flow([from('+12065550100'), disconnect()]) }),
  message: (p) => `${p.block} calls from ${p.number}, which is none of the numbers that the project declares.`,
  help: (p) => `Declare it, if the instance has it: \`existing number Name "${p.number}"\`.`,
  check(context, report) {
    const { program } = context;
    if (program === undefined) return;
    for (const [type, path] of CALLER_IDS) {
      for (const action of context.ofType(type)) {
        const number = textAt(action.parameters, path);
        if (number === undefined || !PHONE.test(number) || mayBeDeclared(number, program)) continue;
        report(context.parameterPlace(action, path), { block: context.name(action), number });
      }
    }
  },
});

const CALLER_IDS = [
  ['TransferParticipantToThirdParty', 'CallerId.Number'],
  ['CompleteOutboundCall', 'CallerId.Number'],
  ['CreateCallbackContact', 'CallerId'],
] as const;

const PHONE = /^\+\d{6,15}$/;

/** A declared number whose digits are not in the source (a `param` has them, or none were written) may be any. */
function mayBeDeclared(number: string, { names }: Program): boolean {
  return [...(names.get('number')?.values() ?? [])].some(({ display }) => display === number || !PHONE.test(display));
}

const DECLARED = 'existing number Office "+12065550100"';

function from(Number: string) {
  return block(
    'outside',
    'TransferParticipantToThirdParty',
    {
      ThirdPartyPhoneNumber: '$.Attributes.branch',
      ThirdPartyConnectionTimeLimitSeconds: '30',
      ContinueFlowExecution: 'True',
      CallerId: { Number },
    },
    { next: 'bye', errors: { CallFailed: 'bye', ConnectionTimeLimitExceeded: 'bye', NoMatchingError: 'bye' } },
  );
}
