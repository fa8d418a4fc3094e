import type { ConditionEdge } from '../../graph/flow-graph.ts';
import { sameJson } from '../../text/json.ts';
import { branchName } from '../facts/words.ts';
import { block, compare, disconnect, flow } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; what: string }>({
  code: 'lint/shadowed-condition',
  severity: 'warning',
  summary: 'A condition or an error branch stands twice in one block, so the second is never taken.',
  docs: `
Conditions are asked in their order and the first that is true wins; one that is the same as an earlier one never is. Where
both lead to the same place nothing is said.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/check-contact-attributes.html
`,
  bad: () => ({
    content: flow([
      block(
        'tier',
        'Compare',
        { ComparisonValue: '$.Attributes.tier' },
        {
          next: 'bye',
          conditions: [
            ['Equals', 'gold', 'bye'],
            ['Equals', 'gold', 'tier'],
          ],
          errors: { NoMatchingCondition: 'bye' },
        },
      ),
      disconnect(),
    ]),
  }),
  good: () => ({
    content: flow([compare('tier', '$.Attributes.tier', { gold: 'bye', silver: 'bye' }, 'bye'), disconnect()]),
  }),
  message: (p) => `${p.block} has ${p.what} twice; the second is never taken.`,
  help: () => 'Remove one of them, or let it ask for something else.',
  check(context, report) {
    for (const action of context.actions) {
      if (action.conditions.length > 1) {
        action.conditions.forEach((condition, i) => {
          const first = action.conditions.find((other) => isSame(other, condition));
          if (first === undefined || first.target === condition.target) return;
          const { operator, operands } = condition;
          report(context.branchPlace(action, `condition:${i}`), {
            block: context.name(action),
            what: `the condition ${operator} ${operands.map((operand) => JSON.stringify(operand)).join(', ')}`,
          });
        });
      }
      for (let i = 1; i < action.errors.length; i++) {
        const error = action.errors[i];
        const first = action.errors.findIndex(({ type }) => type === error?.type);
        if (error === undefined || first === i || action.errors[first]?.target === error.target) continue;
        report(context.branchPlace(action, error.type), {
          block: context.name(action),
          what: `the branch ${branchName(context.entry(action.type), error.type)}`,
        });
      }
    }
  },
});

function isSame(a: ConditionEdge, b: ConditionEdge): boolean {
  // Without an operator nobody knows what a condition asks.
  return (
    a.operator !== '' &&
    a.operator === b.operator &&
    a.operands[0] === b.operands[0] &&
    sameJson(a.operands, b.operands)
  );
}
