import { insteadOf } from '../facts/instead.ts';
import { rule } from '../rule.ts';
import { compare, disconnect, flow, play } from '../sample.ts';

export default rule<{ value: string; block: string }>({
  code: 'lint/padded-value',
  severity: 'warning',
  scope: 'block',
  summary: 'A comparison, or a branch for an answer, wants a blank at the beginning or the end of a value.',
  docs: `
Comparisons take values to the letter, blanks included: \`"gold "\` is not \`"gold"\`, and so do branches for intents of a bot
and actions of a view. A blank at an end cannot be seen in the console and comes from copying; the branch is then never
taken, without any error.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/check-contact-attributes.html
`,
  bad: () => ({ content: flow([match('gold '), ...rest()]) }),
  good: () => ({ content: flow([match('gold'), ...rest()]) }),
  message: (p) => `${p.block} compares with ${JSON.stringify(p.value)}, which has a blank at an end that nobody sees.`,
  help: (p) => `Write ${JSON.stringify(p.value.trim())}.`,
  check(context, report) {
    for (const action of DECIDES.flatMap((type) => context.ofType(type))) {
      action.conditions.forEach(({ operator, operands }, i) => {
        const value = operands[0];
        if (typeof value !== 'string' || value === value.trim() || value.trim() === '' || !EXACT.has(operator)) return;
        const place = context.branchPlace(action, `condition:${i}`);
        const fixes = insteadOf(JSON.stringify(value), JSON.stringify(value.trim()), place);
        report(place, { value, block: context.name(action) }, fixes);
      });
    }
  },
});

/** Compare what they find with values of the author's own. */
const DECIDES = ['Compare', 'ConnectParticipantWithLexBot', 'ShowView'];

/** A blank may be meant where a part of the text is looked for. */
const EXACT: ReadonlySet<string> = new Set(['Equals']);

function match(tier: string) {
  return compare('tier', '$.Attributes.tier', { [tier]: 'welcome' }, 'bye');
}

function rest() {
  return [play('welcome', 'Welcome back.', 'bye'), disconnect()];
}
