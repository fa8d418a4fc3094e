import { attributeOf, attributeValues, textsOf, typeAt } from '../../check/types.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import { insteadOf } from '../facts/instead.ts';
import { lambdaAnswersOf } from '../facts/answers.ts';
import { textAt } from '../facts/at-path.ts';
import { wholePath } from '../../graph/paths.ts';
import { rootOf } from '../facts/reads.ts';
import { hasToken } from '../facts/values.ts';
import type { LintContext } from '../context.ts';
import { compare, disconnect, flow } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ path: string; value: string; values: readonly string[]; meant: string | undefined }>({
  code: 'lint/impossible-value',
  severity: 'warning',
  scope: 'block',
  summary: 'A comparison asks for a value that its left side never has.',
  docs: `
Comparisons are exact, capitals included: \`$.Channel\` is \`VOICE\` and never \`Voice\`. A comparison that can never be true
is not an error anywhere; the contact just takes the default branch. Known are the values of Connect's own attributes, and
those that the project declares, of attributes (\`attribute tier { values: ["gold", "basic"] }\`) and of what Lambda functions
return (\`lambda Lookup { returns { tier: "gold" | "basic" } }\`).

Source: https://docs.aws.amazon.com/connect/latest/adminguide/check-contact-attributes.html
`,
  bad: () => ({ content: flow([compare('channel', '$.Channel', { Voice: 'bye' }, 'bye'), disconnect()]) }),
  good: () => ({ content: flow([compare('channel', '$.Channel', { VOICE: 'bye' }, 'bye'), disconnect()]) }),
  message: (p) => `\`${p.path}\` is never "${p.value}".`,
  help: (p) =>
    p.meant === undefined
      ? `It is one of ${p.values.map((value) => `"${value}"`).join(', ')}.`
      : `Did you mean "${p.meant}"?`,
  check(context, report) {
    for (const action of context.ofType('Compare')) {
      const left = textAt(action.parameters, 'ComparisonValue');
      const values = left === undefined ? undefined : valuesOf(context, action, left);
      if (left === undefined || values === undefined) continue;
      action.conditions.forEach(({ operator, operands }, i) => {
        const value = operands[0];
        if (
          operator !== 'Equals' ||
          typeof value !== 'string' ||
          values.includes(value) ||
          hasToken(value) ||
          value.trim() === ''
        )
          return;
        const meant = nearest(value, values);
        const place = context.branchPlace(action, `condition:${i}`);
        const fixes = meant === undefined ? {} : insteadOf(JSON.stringify(value), JSON.stringify(meant), place);
        report(place, { path: left, value, values, meant }, fixes);
      });
    }
  },
});

function valuesOf(context: LintContext, action: FlowAction, left: string): readonly string[] | undefined {
  const path = wholePath(left);
  if (path === undefined) return undefined;
  const root = rootOf(path.segments);
  if (root?.values !== undefined) return root.values;
  if (root?.root === 'External') return returnedTexts(context, action, path.segments.slice(1));
  const key = path.segments[1];
  if (root?.root !== 'Attributes' || key === undefined || path.segments.length !== 2 || context.program === undefined)
    return undefined;
  const named = attributeOf(context.program, key);
  return named === undefined ? undefined : attributeValues(named);
}

/** What the functions that may have answered say that they return there; undefined where one may return any text. */
function returnedTexts(
  context: LintContext,
  action: FlowAction,
  keys: readonly string[],
): readonly string[] | undefined {
  const answers = context.shared(lambdaAnswersOf)(context.wiring().numbers.get(action.id) ?? -1);
  const texts: string[] = [];
  for (const { type } of answers) {
    const found = typeAt(type, keys);
    const known = found === 'none' ? undefined : textsOf(found);
    if (known === undefined) return undefined;
    texts.push(...known);
  }
  return texts.length === 0 ? undefined : texts;
}
