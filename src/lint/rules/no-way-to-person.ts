import type { FlowAction } from '../../graph/flow-graph.ts';
import { rule } from '../rule.ts';
import { disconnect, flow, menu, play, setQueue, transferToQueue } from '../sample.ts';

export default rule<{ block: string }>({
  code: 'lint/no-way-to-person',
  severity: 'hint',
  strict: true,
  summary: 'A flow asks its callers something, and has no way to a person.',
  docs: `
A menu from which no path leads to a queue, an agent, a callback, another flow or another number leaves a caller whose
matter it does not know without help. Pure self-service is meant so; everywhere else a key for “something else” is missing.

Source: https://www.softwareadvice.com/voip/industryview/ivr-design-tips-report-2014/
`,
  bad: () => ({
    type: 'CONTACT_FLOW',
    content: flow([
      menu('ask', 'For the opening hours, press 1.', { '1': 'hours' }, 'bye'),
      play('hours', 'We are open from nine to five.', 'bye'),
      disconnect(),
    ]),
  }),
  good: () => ({
    type: 'CONTACT_FLOW',
    content: flow([
      menu('ask', 'For the opening hours, press 1.', { '1': 'hours' }, 'queue'),
      play('hours', 'We are open from nine to five.', 'queue'),
      setQueue('queue', 'transfer', 'bye'),
      transferToQueue('transfer', 'bye'),
      disconnect(),
    ]),
  }),
  message: (p) => `From ${p.block} no path leads to a person.`,
  help: () => 'Lead one of its branches to a queue.',
  check(context, report) {
    if (context.flowType !== 'CONTACT_FLOW') return;
    const menu = context.actions.find((action) => asks(action) && context.reached(action));
    if (menu === undefined || context.actions.some(({ type }) => PERSON.has(type) || context.card(type) === undefined))
      return;
    report(context.place(menu), { block: context.name(menu) });
  },
});

/** A menu without branches for keys records a message, or waits. */
function asks({ type, conditions }: FlowAction): boolean {
  return type === 'ConnectParticipantWithLexBot' || (type === 'GetParticipantInput' && conditions.length > 0);
}

/** Lead to a person, or may. */
const PERSON: ReadonlySet<string> = new Set([
  'ConnectParticipantWithAgenticCX',
  'CreateCallbackContact',
  'CreateTask',
  'EndFlowModuleExecution',
  'InvokeFlowModule',
  'TransferContactToAgent',
  'TransferContactToQueue',
  'TransferParticipantToThirdParty',
  'TransferToFlow',
]);
