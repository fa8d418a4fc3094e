import type { Extras } from '../../diagnostics/diagnostic.ts';
import type { LintContext } from '../context.ts';
import { ahead, edited } from '../facts/statements.ts';
import { rule } from '../rule.ts';
import { block, disconnect, flow, play } from '../sample.ts';

export default rule<Record<string, never>>({
  code: 'lint/no-logging',
  severity: 'hint',
  strict: true,
  summary: 'A flow never says whether it is logged.',
  docs: `
Flow logs are the only trace of why a caller took an error branch, and they are written only where a flow switches them on,
besides the switch of the instance. Two thirds of the public flows never do. Off is an answer too, where data are keyed in.
A flow that calls modules may leave it to them.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/about-contact-flow-logs.html
`,
  bad: () => ({ type: 'CONTACT_FLOW', content: flow([play('hello', 'Good morning.', 'bye'), disconnect()]) }),
  good: () => ({
    type: 'CONTACT_FLOW',
    content: flow([
      block('logging', 'UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' }, { next: 'hello' }),
      play('hello', 'Good morning.', 'bye'),
      disconnect(),
    ]),
  }),
  message: () => 'This flow never switches logging on or off.',
  help: () => 'Begin it with `set logging on`.',
  check(context, report) {
    if (context.flowType !== 'CONTACT_FLOW' || context.transferredTo() === true) return;
    if (SAY.some(context.has) || context.actions.length < 2) return;
    report(context.flowPlace(), {}, switchedOn(context));
  },
});

/** Switch it, or may. */
const SAY = ['InvokeFlowModule', 'UpdateFlowLoggingBehavior'];

/** At the head of the flow; not safe, since what is logged from now on may be nobody's business. */
function switchedOn(context: LintContext): Extras {
  const place = context.flowPlace();
  const file = context.program?.files.find(({ source }) => source === place.source);
  const flow = file?.tree.declarations.find(
    ({ kind, name }) => kind === 'flow' && name.span.start === place.span.start,
  );
  const first = flow?.kind === 'flow' ? flow.body.items.find(({ kind }) => kind !== 'branch') : undefined;
  return first === undefined || first.kind === 'step'
    ? {}
    : edited('Switch logging on', [ahead(first, place, 'set logging on')]);
}
