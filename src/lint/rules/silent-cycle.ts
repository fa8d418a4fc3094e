import { rings, type Wire } from '../../graph/dataflow-wiring.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import { compare, disconnect, flow, play, setAttributes } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; others: number; failing: boolean }>({
  code: 'lint/silent-cycle',
  severity: 'warning',
  summary: 'Blocks go round in a circle in which nothing is said, asked, waited for or counted.',
  docs: `
Such a circle runs as fast as Connect can, until the contact is cut off. A circle is fine when something in it takes time
(a prompt, an input, a Wait, a Lambda function, a view) or counts (*Loop*, which has its own way out). A block whose error
branch leads back to it is such a circle, too: where it fails once, it mostly fails again, and nobody hears anything. In text
that is what a default does that names the label of the block (\`on error -> greet\` above \`greet: play "Hello."\`).

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
    p.failing
      ? `When ${p.block} fails, it is tried again, and again, without any pause.`
      : p.others === 0
        ? `${p.block} leads to itself without any pause.`
        : `${p.block} and ${p.others} other block${p.others === 1 ? '' : 's'} go round in a circle without any pause.`,
  help: (p) => (p.failing ? 'Lead its error branch elsewhere.' : 'Put a Wait, a prompt or a Loop into the circle.'),
  check(context, report) {
    if (!context.circular()) return;
    const slow = context.actions.map(
      (action) => TAKES_TIME.has(action.type) || context.card(action.type) === undefined,
    );
    const follow = (wire: Wire): boolean =>
      isRetry(context.actions[wire.from], wire, context.wiring().out[wire.from] ?? []) ||
      (slow[wire.from] !== true && slow[wire.to] !== true && !isCounted(context.actions[wire.from], wire));
    for (const ring of rings(context.wiring(), follow)) {
      const first = context.actions[ring[0] ?? -1];
      if (first === undefined || !context.reached(first)) continue;
      const failing = ring.length === 1 && slow[ring[0] ?? -1] === true;
      const place = failing ? context.branchPlace(first, 'NoMatchingError') : context.place(first);
      report(place, { block: context.name(first), others: ring.length - 1, failing });
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

/** What fails takes no time. A block that comes back to itself by other branches, too, is meant to. */
function isRetry(action: FlowAction | undefined, wire: Wire, out: readonly Wire[]): boolean {
  const fails = ({ kind, at }: Wire): boolean => kind === 'error' && action?.errors[at]?.type === 'NoMatchingError';
  return wire.from === wire.to && out.every((other) => other.to !== wire.from || fails(other));
}

/** A Loop goes on as often as it says and then leaves by its other branch. */
function isCounted(action: FlowAction | undefined, wire: Wire): boolean {
  return (
    action?.type === 'Loop' &&
    wire.kind === 'condition' &&
    action.conditions[wire.at]?.operands[0] === 'ContinueLooping'
  );
}
