import { rings, type Wire } from '../../graph/dataflow-wiring.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import { compare, disconnect, flow, play, setAttributes } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; others: number }>({
  code: 'lint/silent-cycle',
  severity: 'warning',
  summary: 'Blocks go round in a circle in which nothing is said, asked, waited for or counted.',
  docs: `
Such a circle runs as fast as Connect can, until the contact is cut off. A circle is fine when something in it takes time
(a prompt, an input, a Wait, a Lambda function, a view) or counts (*Loop*, which has its own way out).

Source: https://docs.aws.amazon.com/connect/latest/adminguide/loop.html
`,
  bad: () => ({
    content: flow([
      compare('ready', '$.Attributes.ready', { yes: 'bye' }, 'note'),
      setAttributes('note', { seen: 'yes' }, 'ready'),
      disconnect(),
    ]),
  }),
  good: () => ({
    content: flow([
      compare('ready', '$.Attributes.ready', { yes: 'bye' }, 'note'),
      play('note', 'One moment.', 'ready'),
      disconnect(),
    ]),
  }),
  message: (p) =>
    p.others === 0
      ? `${p.block} leads to itself without any pause.`
      : `${p.block} and ${p.others} other block${p.others === 1 ? '' : 's'} go round in a circle without any pause.`,
  help: () => 'Put a Wait, a prompt or a Loop into the circle.',
  check(context, report) {
    if (!context.circular()) return;
    const slow = context.actions.map(
      (action) => TAKES_TIME.has(action.type) || context.card(action.type) === undefined,
    );
    const follow = (wire: Wire): boolean =>
      slow[wire.from] !== true && slow[wire.to] !== true && !isCounted(context.actions[wire.from], wire);
    for (const ring of rings(context.wiring(), follow)) {
      const first = context.actions[ring[0] ?? -1];
      if (first === undefined || !context.reached(first)) continue;
      report(context.place(first), { block: context.name(first), others: ring.length - 1 });
    }
  },
});

const TAKES_TIME: ReadonlySet<string> = new Set([
  'AuthenticateParticipant',
  'ConnectParticipantWithAgenticCX',
  'ConnectParticipantWithLexBot',
  'DequeueContactAndTransferToQueue',
  'GetParticipantInput',
  'InvokeFlowModule',
  'InvokeLambdaFunction',
  'MessageParticipant',
  'MessageParticipantIteratively',
  'ShowView',
  'TransferContactToQueue',
  'TransferParticipantToThirdParty',
  'TransferToFlow',
  'Wait',
]);

/** A Loop goes on as often as it says and then leaves by its other branch. */
function isCounted(action: FlowAction | undefined, wire: Wire): boolean {
  return (
    action?.type === 'Loop' &&
    wire.kind === 'condition' &&
    action.conditions[wire.at]?.operands[0] === 'ContinueLooping'
  );
}
