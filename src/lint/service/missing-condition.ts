import { answerMeant } from '../facts/answer-meant.ts';
import { holds } from '../facts/guard.ts';
import { isMisshapen } from '../facts/misshapen.ts';
import { block, disconnect, flow } from '../sample.ts';
import { rule } from '../rule.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import type { ActionEntry } from '../../catalogue/types.ts';

export default rule<{ block: string; operand: string; metric: boolean }>({
  code: 'service/missing-condition',
  severity: 'error',
  summary: 'A block lacks a condition that Connect requires.',
  docs: `
*Check hours of operation* must say where True and where False lead, *Loop* both ContinueLooping and DoneLooping, *Wait*
its end and every event it waits for, and *Check contact attributes* and *Check staffing* need at least one condition.

Known from live calls to the service.
`,
  bad: () => ({
    content: flow([
      block(
        'hours',
        'CheckHoursOfOperation',
        {},
        { next: 'bye', equals: { True: 'bye' }, errors: { NoMatchingError: 'bye' } },
      ),
      disconnect(),
    ]),
  }),
  good: () => ({
    content: flow([
      block(
        'hours',
        'CheckHoursOfOperation',
        {},
        { next: 'bye', equals: { True: 'bye', False: 'bye' }, errors: { NoMatchingError: 'bye' } },
      ),
      disconnect(),
    ]),
  }),
  message: (p) =>
    p.operand === '' ? `${p.block} has no condition.` : `${p.block} does not say where ${p.operand} leads.`,
  help: (p) => {
    if (p.operand !== '') return `Add a condition for ${p.operand}.`;
    return p.metric ? 'Add a comparison, such as `> 0`.' : 'Add at least one.';
  },
  check(context, report) {
    for (const { action, card } of context.blocks) {
      if (!card.entry.conditions.supported || isMisshapen(action, 'Conditions')) continue;
      for (const operand of requiredOperands(action, card.entry)) {
        report(context.place(action), {
          block: context.name(action),
          operand,
          metric: action.type === 'CheckMetricData',
        });
      }
    }
  },
});

/** '' stands for "any condition". One that is there in other letters is told by `service/invalid-condition`. */
function requiredOperands(action: FlowAction, entry: ActionEntry): readonly string[] {
  if (ANY_CONDITION.has(action.type)) return action.conditions.length === 0 ? [''] : [];
  return (entry.conditions.demanded ?? [])
    .filter(({ guard }) => guard === undefined || holds(guard, action.parameters) === 'yes')
    .map(({ operand }) => operand)
    .filter(
      (operand) => !action.conditions.some(({ operands: [said] }) => said === operand || answerMeant(said, [operand])),
    );
}

/** Blocks that decide by conditions of the author's own. */
const ANY_CONDITION: ReadonlySet<string> = new Set(['Compare', 'CheckMetricData', 'DistributeByPercentage']);
