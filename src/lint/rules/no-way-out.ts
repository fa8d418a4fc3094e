import { reachBack, type Wire } from '../../graph/dataflow-wiring.ts';
import { disconnect, flow, menu, play } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string }>({
  code: 'lint/no-way-out',
  severity: 'warning',
  summary: 'From a block on, the flow goes in a circle that no branch leaves.',
  docs: `
A caller who gets there stays until they hang up, and a chat or task stays for good. Customer queue and hold flows are
meant to go round until an agent comes, and are left alone. The error branch of a prompt is no way out.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/bp-contact-flows.html
`,
  bad: () => ({ type: 'CONTACT_FLOW', content: flow([menu('ask', 'For sales, press 1.', { '1': 'ask' }, 'ask')]) }),
  good: () => ({
    type: 'CONTACT_FLOW',
    content: flow([
      menu('ask', 'For sales, press 1.', { '1': 'sales' }, 'bye'),
      play('sales', 'One moment.', 'bye'),
      disconnect(),
    ]),
  }),
  message: (p) => `From ${p.block} on no path ends: the flow goes in a circle.`,
  help: () => 'Let one of its branches end the flow or transfer the contact, after some attempts.',
  check(context, report) {
    const { flowType } = context;
    if (!context.circular()) return;
    if (
      flowType === 'CUSTOMER_QUEUE' ||
      flowType === 'CUSTOMER_HOLD' ||
      flowType === 'AGENT_HOLD' ||
      flowType === 'CAMPAIGN'
    )
      return;
    if (flowType === undefined && context.has('MessageParticipantIteratively')) return;
    const wiring = context.wiring();
    // A prompt hardly ever fails, and not because somebody hears it for the tenth time.
    const isTaken = (wire: Wire): boolean =>
      wire.kind !== 'error' || context.actions[wire.from]?.type !== 'MessageParticipant';
    const ends = context.actions.flatMap((action, i) =>
      !(wiring.out[i] as readonly Wire[]).some(isTaken) || LEAVES.has(action.type) ? [i] : [],
    );
    const ending = reachBack(wiring, ends, isTaken);
    // The first block without a way out is enough: everything behind it has none either.
    const first = context.reach().order.find((i) => ending[i] !== true);
    const action = first === undefined ? undefined : context.actions[first];
    if (action !== undefined) report(context.place(action), { block: context.name(action) });
  },
});

/** Control does not come back from these when they succeed. */
const LEAVES: ReadonlySet<string> = new Set([
  'DequeueContactAndTransferToQueue',
  'TransferContactToQueue',
  'TransferParticipantToThirdParty',
  'TransferToFlow',
]);
