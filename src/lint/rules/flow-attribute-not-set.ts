import { attributeSet, happenedOf } from '../facts/known.ts';
import { readsOf } from '../facts/reads.ts';
import { block, compare, disconnect, flow } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; path: string; ever: boolean }>({
  code: 'lint/flow-attribute-not-set',
  severity: 'warning',
  summary: 'A flow attribute is read where this flow has not set it.',
  docs: `
Flow attributes live in one flow only: they are not brought along from another, not passed to modules or Lambda functions,
and gone when the flow transfers. One that is read before it is set is an empty text, always.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/set-contact-attributes.html
`,
  bad: () => ({ content: flow([compare('round', '$.FlowAttributes.round', { '1': 'bye' }, 'bye'), disconnect()]) }),
  good: () => ({
    content: flow([
      block(
        'first',
        'UpdateFlowAttributes',
        { FlowAttributes: { round: { Value: '1' } } },
        { next: 'round', errors: { NoMatchingError: 'round' } },
      ),
      compare('round', '$.FlowAttributes.round', { '1': 'bye' }, 'bye'),
      disconnect(),
    ]),
  }),
  message: (p) =>
    p.ever
      ? `${p.block} reads \`${p.path}\` before it is set.`
      : `${p.block} reads \`${p.path}\`, which this flow never sets.`,
  help: () => 'Set it before (`set flow_attributes`), or use a contact attribute if it comes from elsewhere.',
  check(context, report) {
    for (const { action, number, path, parameter, root, key } of context.shared(readsOf)) {
      if (root?.root !== 'FlowAttributes' || key === undefined || !context.reached(action)) continue;
      const fact = attributeSet('FlowAttributes', key);
      const happened = context.shared(happenedOf);
      if (happened.sometimes(number, fact)) continue;
      report(context.pathPlace(action, parameter, path.text), {
        block: context.name(action),
        path: path.text,
        ever: happened.ever(fact),
      });
    }
  },
});
