import { wordOfFlowType } from '../../catalogue/flow-types.ts';
import { readsOf } from '../facts/reads.ts';
import { block, disconnect, flow, play } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ path: string; kind: string; why: string }>({
  code: 'lint/namespace-not-here',
  severity: 'warning',
  summary: 'A path is read in a kind of flow that does not have it.',
  docs: `
There is no agent yet in an inbound flow, so \`$.Agent\` is empty there; it is filled in whisper, hold and agent transfer
flows. A module sees contact attributes and its input, but not what the flow that called it has in \`$.External\`,
\`$.Lex\`, \`$.StoredCustomerInput\` and their like.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/connect-attrib-list.html
`,
  bad: () => ({
    type: 'CONTACT_FLOW',
    content: flow([play('hello', 'You will speak to $.Agent.FirstName', 'bye'), disconnect()]),
  }),
  good: () => ({
    type: 'CUSTOMER_WHISPER',
    content: flow([play('hello', 'You will speak to $.Agent.FirstName', 'done'), block('done', 'EndFlowExecution')]),
  }),
  message: (p) => `\`${p.path}\` is empty in ${p.kind}: ${p.why}.`,
  help: () => 'Read it where it exists, or keep it in a contact attribute.',
  check(context, report) {
    const { flowType } = context;
    if (flowType === undefined) return;
    for (const { action, path, parameter, root } of context.shared(readsOf)) {
      if (root === undefined) continue;
      if (flowType === 'MODULE') {
        // A module may fill it itself; then it reads its own.
        if (root.notInModules !== true || root.setBy?.some((type) => context.has(type)) === true) continue;
        if (root.root === 'FlowAttributes') continue;
        report(context.pathPlace(action, parameter, path.text), {
          path: path.text,
          kind: 'a module',
          why: 'modules do not see what their caller has there',
        });
      } else if (root.flowTypes !== undefined && !root.flowTypes.includes(flowType)) {
        report(context.pathPlace(action, parameter, path.text), {
          path: path.text,
          kind: `${wordOfFlowType(flowType)} flows`,
          why: `it is there in ${root.flowTypes.map(wordOfFlowType).join(', ')} flows`,
        });
      }
    }
  },
});
