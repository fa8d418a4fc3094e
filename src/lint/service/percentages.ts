import { wholeNumber } from '../facts/values.ts';
import { block, disconnect, flow } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; what: string }>({
  code: 'service/percentages',
  severity: 'error',
  summary: 'The thresholds of a split do not rise, or go beyond 100.',
  docs: `
*Distribute by percentage* draws a number from 1 to 100 and takes the first condition \`NumberLessThan\` that is true. So
the thresholds are running sums (3 %, 6 %, 8 % are written 4, 10, 18), they rise, and none is above 100 (or 101, which
would leave nothing for the default). A threshold that does not rise is a branch that nobody ever takes.

Source: https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-distributebypercentage.html
`,
  bad: () => ({
    content: flow([
      block(
        'split',
        'DistributeByPercentage',
        {},
        {
          next: 'bye',
          conditions: [
            ['NumberLessThan', '51', 'bye'],
            ['NumberLessThan', '31', 'bye'],
          ],
          errors: { NoMatchingCondition: 'bye' },
        },
      ),
      disconnect(),
    ]),
  }),
  good: () => ({
    content: flow([
      block(
        'split',
        'DistributeByPercentage',
        {},
        {
          next: 'bye',
          conditions: [
            ['NumberLessThan', '51', 'bye'],
            ['NumberLessThan', '81', 'bye'],
          ],
          errors: { NoMatchingCondition: 'bye' },
        },
      ),
      disconnect(),
    ]),
  }),
  message: (p) => `${p.block}: ${p.what}.`,
  help: () => 'Write each threshold as 1 plus all shares so far.',
  check(context, report) {
    for (const action of context.ofType('DistributeByPercentage')) {
      let before = 1;
      action.conditions.forEach((condition, i) => {
        const operand = condition.operands[0];
        const threshold =
          typeof operand === 'number' ? operand : typeof operand === 'string' ? wholeNumber(operand) : undefined;
        if (threshold === undefined) return;
        const place = context.branchPlace(action, `condition:${i}`);
        if (threshold > 101)
          report(place, { block: context.name(action), what: `the threshold ${threshold} is above 100` });
        else if (threshold <= before) {
          report(place, {
            block: context.name(action),
            what: `the threshold ${threshold} does not rise above ${before}`,
          });
        }
        before = Math.max(before, threshold);
      });
    }
  },
});
