import type { ActionEntry } from '../../catalogue/types.ts';
import { wordOfFlowType } from '../../catalogue/flow-types.ts';
import type { FlowType } from '../../graph/flow-graph.ts';
import type { LintContext } from '../context.ts';
import { block, disconnect, flow, play } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; action: string; kind: string; where: readonly string[]; instead: string }>({
  code: 'service/wrong-flow-type',
  severity: 'error',
  summary: 'A block stands in a kind of flow that does not have it.',
  docs: `
Each kind of flow has its own set of blocks: a whisper cannot disconnect, only a customer queue flow can move a contact to
another queue, only an outbound whisper can place the call. The designer calls it *Unsupported block type*, and the service
refuses the flow. Where the action's page and the block's page disagree, flowc says nothing. A module may hold any block,
but one that the calling flow's kind lacks takes its error branch. A block of journey flows in another kind is a warning: no
page says what it does there.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/contact-block-definitions.html
`,
  bad: () => ({ type: 'AGENT_WHISPER', content: flow([play('hello', 'Support, line 2.', 'bye'), disconnect()]) }),
  good: () => ({
    type: 'AGENT_WHISPER',
    content: flow([play('hello', 'Support, line 2.', 'done'), block('done', 'EndFlowExecution')]),
  }),
  message: (p) => `${p.block} (${p.action}) does not belong in ${p.kind} flows.`,
  help: (p) => {
    const where = p.where.length === 0 ? 'It belongs in modules only.' : `It is for ${p.where.join(', ')} flows.`;
    return `${where}${p.instead}`;
  },
  check(context, report) {
    const { flowType } = context;
    if (flowType === undefined || flowType === 'CAMPAIGN') return;
    for (const { action, card } of context.blocks) {
      const { entry } = card;
      if (isAllowed(entry, flowType)) continue;
      report(
        context.place(action),
        {
          block: context.name(action),
          action: entry.block.en,
          kind: wordOfFlowType(flowType),
          where: (entry.flowTypesAllowed ?? entry.flowTypesBlockPage ?? []).map(wordOfFlowType),
          instead: insteadOf(entry, flowType, context.entry),
        },
        SEEN.get(action.type) === flowType || isOfJourneys(entry) ? { severity: 'warning' } : {},
      );
    }
  },
});

/**
 * Seen in published exports although pages and live calls say otherwise. In an inbound flow *End flow* hangs up.
 */
const SEEN: ReadonlyMap<string, FlowType> = new Map([['EndFlowExecution', 'CONTACT_FLOW']]);

const ENDS: ReadonlyMap<string, string> = new Map([
  ['EndFlowExecution', 'end'],
  ['DisconnectParticipant', 'disconnect'],
]);

/** What to write in this kind of flow, where something else does the same; empty where nothing does. */
function insteadOf({ type }: ActionEntry, here: FlowType, entryOf: LintContext['entry']): string {
  if (ENDS.has(type)) return endOf(here, entryOf);
  const other = type === 'DequeueContactAndTransferToQueue' ? entryOf('TransferContactToQueue') : undefined;
  return other !== undefined && isAllowed(other, here)
    ? ' Here `set queue Name` says which, and `transfer to queue` behind it stands alone.'
    : '';
}

/** What to write for an end that the kind of flow does not have. */
function endOf(type: FlowType, entryOf: LintContext['entry']): string {
  for (const [action, word] of ENDS) {
    const entry = entryOf(action);
    if (entry !== undefined && isAllowed(entry, type)) return ` Here paths end with \`${word}\`.`;
  }
  return ' Here `loop_prompts` plays until the contact is taken back: leave the branch out.';
}

function isOfJourneys({ flowTypesAllowed, flowTypesBlockPage }: ActionEntry): boolean {
  return flowTypesAllowed === null && flowTypesBlockPage?.[0] === 'CAMPAIGN';
}

/** Allowed where one of the two pages says so, or nobody says anything. */
function isAllowed(entry: ActionEntry, type: FlowType): boolean {
  if (type === 'MODULE') return true;
  if (entry.type === 'EndFlowModuleExecution') return false;
  if (isOfJourneys(entry)) return false;
  const { flowTypesAllowed, flowTypesBlockPage } = entry;
  if (flowTypesAllowed === null) return true;
  return flowTypesAllowed.includes(type) || (flowTypesBlockPage !== null && flowTypesBlockPage.includes(type));
}
