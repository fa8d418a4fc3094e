import { edgesOf, type FlowAction } from '../../graph/flow-graph.ts';
import { sameJson } from '../../text/json.ts';
import { rule } from '../rule.ts';
import { compare, disconnect, flow, play } from '../sample.ts';

export default rule<{ block: string; other: string }>({
  code: 'lint/identical-blocks',
  severity: 'hint',
  strict: true,
  summary: 'Two blocks do the same and go on in the same ways.',
  docs: `
Copies grow apart: somebody corrects the text of one and not of the other, and callers hear two versions. One block that
both ways lead to (in \`.flow\`: a \`step\`) does the same. Blocks that end a call are too small to matter.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/bp-contact-flows.html
`,
  bad: () => ({
    content: flow([
      compare('tier', '$.Attributes.tier', { gold: 'one' }, 'two'),
      play('one', TEXT, 'bye'),
      play('two', TEXT, 'bye'),
      disconnect(),
    ]),
  }),
  good: () => ({
    content: flow([
      compare('tier', '$.Attributes.tier', { gold: 'one' }, 'two'),
      play('one', 'Welcome back.', 'two'),
      play('two', TEXT, 'bye'),
      disconnect(),
    ]),
  }),
  message: (p) => `${p.block} does what ${p.other} does, and goes on in the same ways.`,
  help: () => 'Lead both ways to one of them.',
  check(context, report) {
    const seen = new Map<string, FlowAction[]>();
    for (const action of context.actions) {
      if (!COPIED.has(action.type) || !context.reached(action)) continue;
      const key = [action.type, ...edgesOf(action).map(({ key, target }) => `${key}\n${target}`)].join('\n');
      const others = seen.get(key);
      const other = others?.find(
        (one) => sameJson(one.parameters, action.parameters) && sameJson(answers(one), answers(action)),
      );
      if (others === undefined) seen.set(key, [action]);
      else others.push(action);
      if (other !== undefined) {
        report(context.place(action), { block: context.name(action), other: context.name(other) });
      }
    }
  },
});

const answers = ({ conditions }: FlowAction) => conditions.map(({ operator, operands }) => [operator, ...operands]);

/** What people hear, and what costs something to change twice. */
const COPIED: ReadonlySet<string> = new Set([
  'GetParticipantInput',
  'InvokeLambdaFunction',
  'MessageParticipant',
  'UpdateContactAttributes',
]);

const TEXT = 'Thank you for calling.';
