import { presenceOperators } from '../../catalogue/common.ts';
import type { ConditionEdge, FlowAction, FlowType } from '../../graph/flow-graph.ts';
import { mayHaveMore, type Card } from '../facts/card.ts';
import { isObject } from '../../text/json.ts';
import { answerMeant } from '../facts/answer-meant.ts';
import { hasToken } from '../facts/values.ts';
import { compare, disconnect, flow } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; what: string; help: string }>({
  code: 'service/invalid-condition',
  severity: 'error',
  summary: 'A condition has an operator or an operand that Connect does not take.',
  docs: `
A condition is one operator and one fixed text: the service takes no \`And\`, \`Or\` or \`Not\`, no list of operands, no path
as operand (a warning, as flows with one have been seen; it is compared to the letter), and no empty operand (*Invalid branch. Path: 2.Evaluate*). Number operators want a number. Blocks with answers
of their own (*Check hours of operation*: True, False; *Loop*: ContinueLooping, DoneLooping) know no other word, a menu
wants one key, and *Check staffing* only the question whether there are more than 0. Journey flows (\`campaign\`) also
compare with \`Exists\`, which has no operand.

Known from live calls to the service.
`,
  bad: () => ({ content: flow([compare('tier', '$.Attributes.tier', { '': 'bye' }, 'bye'), disconnect()]) }),
  good: () => ({ content: flow([compare('tier', '$.Attributes.tier', { gold: 'bye' }, 'bye'), disconnect()]) }),
  message: (p) => `${p.block}: ${p.what}.`,
  help: (p) => p.help,
  check(context, report) {
    for (const { action, card } of context.blocks) {
      if (action.conditions.length === 0 || !card.entry.conditions.supported) continue;
      action.conditions.forEach((condition, i) => {
        // Told of by `service/wrong-member`.
        if (condition.raw !== undefined && !isObject(condition.raw)) return;
        const found = problem(action, condition, card, context.flowType);
        if (found === undefined) return;
        report(
          context.branchPlace(action, `condition:${i}`),
          { block: context.name(action), what: found.what, help: found.help },
          found.weak === true ? { severity: 'warning' } : {},
        );
      });
    }
  },
});

interface Problem {
  readonly what: string;
  readonly help: string;
  readonly weak?: boolean;
}

/** `exists` of the source is the operator of all other flows. */
const IN_JOURNEYS: Problem = {
  what: 'the page of journey flows has the operator Exists, and not KeyExists',
  help: 'Write `operator Exists` for `exists`.',
  weak: true,
};

const MENU_KEYS = /^[0-9*#]$/;

function problem(
  action: FlowAction,
  condition: ConditionEdge,
  card: Card,
  flowType: FlowType | undefined,
): Problem | undefined {
  const { operator, operands } = condition;
  if (operator === '') {
    return { what: 'a condition has no operator', help: 'Write `Operator` and `Operands` into its `Condition`.' };
  }
  const { inJourneys = [] } = card.entry.conditions;
  const mayBeJourney = flowType === undefined || flowType === 'CAMPAIGN';
  const isOfJourneys = mayBeJourney && inJourneys.some((one) => one === operator);
  if (card.operators.size > 0 && !card.operators.has(operator) && !isOfJourneys) {
    return { what: `it knows no condition ${operator}`, help: `Use ${[...card.operators].join(', ')}.` };
  }
  // `KeyExists` is in no page; whether it wants an operand nobody has seen.
  if (presenceOperators.has(operator) && operands.length === 0) {
    return flowType === 'CAMPAIGN' && !isOfJourneys ? IN_JOURNEYS : undefined;
  }
  if (operands.length !== 1) {
    return {
      what: `a condition has ${operands.length} operands instead of one`,
      help: 'Write one condition for each value.',
    };
  }
  const operand = typeof operands[0] === 'number' ? String(operands[0]) : operands[0];
  const meant = card.answers && answerMeant(operand, card.answers);
  if (typeof operand !== 'string')
    return { what: 'an operand is no text', help: meant ? `Write "${meant}".` : 'Write the value in quotes.' };
  if (operand === '')
    return { what: 'a condition compares with an empty text', help: 'Compare with a text, or use the default branch.' };
  if (hasToken(operand)) return undefined;
  if (operand.startsWith('$.')) {
    return {
      what: `it compares with ${operand}, and the right side of a condition is a fixed text`,
      help: 'Compare two attributes in a Lambda function.',
      weak: true,
    };
  }
  if (operator.startsWith('Number') || action.type === 'CheckMetricData') {
    const asked = staffing(action, operator, operand);
    if (asked !== undefined) return asked;
    if (operand.trim() === '' || Number.isNaN(Number(operand))) {
      return {
        what: `"${operand}" is no number, and ${operator} is never true then`,
        help: 'Compare with a number.',
        weak: true,
      };
    }
    return undefined;
  }
  if (action.type === 'GetParticipantInput' && !MENU_KEYS.test(operand)) {
    return { what: `"${operand}" is no key of a telephone`, help: 'A menu takes one of 0 to 9, * and #.' };
  }
  if (operator === 'Equals' && card.answers?.includes(operand) === false) {
    return {
      what: `it never answers "${operand}"`,
      help: meant ? `Write "${meant}".` : `Its answers are ${card.answers.join(', ')}.`,
      weak: meant === undefined && mayHaveMore(card.entry, 'conditions'),
    };
  }
  return undefined;
}

/** Agent metrics are asked one question only: more than 0. */
function staffing(action: FlowAction, operator: string, operand: string): Problem | undefined {
  if (action.type !== 'CheckMetricData') return undefined;
  const metric = action.parameters.MetricType;
  if (typeof metric !== 'string' || !metric.startsWith('NumberOfAgents')) return undefined;
  if (operator === 'NumberGreaterThan' && operand === '0') return undefined;
  return {
    what: 'agents can only be asked for with more than 0',
    help: 'Write `> 0`; for a count use `get metrics` and compare.',
  };
}
