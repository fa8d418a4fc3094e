import { eventHooks, wordOfFlowType } from '../../catalogue/flow-types.ts';
import { flowTypeOfNamed } from '../../check/flow-types.ts';
import { isObject } from '../../text/json.ts';
import { block, disconnect, flow, SAMPLE_ID } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ hook: string; what: string; help: string }>({
  code: 'lint/event-hook-flow',
  severity: 'warning',
  scope: 'block',
  summary: 'An event flow is set in a kind of flow that cannot set it, or has another type than the event wants.',
  docs: `
Each event wants a flow of its own kind: a customer queue flow while the customer waits, a whisper flow before the two are
joined, an inbound flow after a disconnect. A flow of another kind is not run. And not every kind of flow can set every
event: a whisper cannot choose the hold music.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/contact-block-definitions.html
`,
  bad: () => ({ type: 'AGENT_WHISPER', content: flow([hook('CustomerQueue'), block('bye', 'EndFlowExecution')]) }),
  good: () => ({ type: 'CONTACT_FLOW', content: flow([hook('CustomerQueue'), disconnect()]) }),
  message: (p) => `\`${p.hook}\` ${p.what}.`,
  help: (p) => p.help,
  check(context, report) {
    for (const action of context.ofType('UpdateContactEventHooks')) {
      const hooks = action.parameters.EventHooks;
      if (!isObject(hooks)) continue;
      for (const key of Object.keys(hooks)) {
        const facts = eventHooks.find((hook) => hook.key === key);
        if (facts === undefined) continue;
        const { flowType } = context;
        if (
          flowType !== undefined &&
          flowType !== 'MODULE' &&
          facts.setIn !== 'every' &&
          !facts.setIn.includes(flowType)
        ) {
          report(context.parameterPlace(action, `EventHooks.${key}`), {
            hook: facts.phrase,
            what: `does not belong in ${wordOfFlowType(flowType)} flows`,
            help: `Set it in ${facts.setIn.map(wordOfFlowType).join(', ')} flows.`,
          });
        }
        const named = context.named('flow', action, `EventHooks.${key}`);
        const found = named === undefined ? undefined : flowTypeOfNamed(named);
        if (named === undefined || found === undefined || found === facts.wants) continue;
        report(context.parameterPlace(action, `EventHooks.${key}`), {
          hook: facts.phrase,
          what: `wants \`${wordOfFlowType(facts.wants)} flow\`, and \`${named.name}\` is of type \`${wordOfFlowType(found)}\``,
          help: `Name a flow that is declared as \`${wordOfFlowType(facts.wants)} flow\`.`,
        });
      }
    }
  },
});

function hook(key: string) {
  return block(
    'hook',
    'UpdateContactEventHooks',
    { EventHooks: { [key]: SAMPLE_ID } },
    { next: 'bye', errors: { NoMatchingError: 'bye' } },
  );
}
