import { botIntents, viewActions } from '../../check/types.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import type { LintContext } from '../context.ts';
import { insteadOf } from '../facts/instead.ts';
import { block, disconnect, flow } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{
  block: string;
  answer: string;
  name: string;
  known: readonly string[];
  meant: string | undefined;
}>({
  code: 'lint/unknown-answer',
  severity: 'warning',
  summary: 'A bot’s intent or a view’s action is handled that its declaration does not have.',
  docs: `
The branch is never taken: the contact goes by the default branch instead. The intents of a bot and the actions of a view
are known where the project declares them (\`existing bot Reception "Reception:live" { intents: ["BookTable"] }\`).

Source: https://docs.aws.amazon.com/connect/latest/adminguide/show-view-block.html
`,
  bad: () => ({
    project: DECLARED,
    names: { bot: { 'LexV2Bot.AliasArn': 'Reception:live' } },
    content: flow([bot('BookTabel'), disconnect()]),
  }),
  good: () => ({
    project: DECLARED,
    names: { bot: { 'LexV2Bot.AliasArn': 'Reception:live' } },
    content: flow([bot('BookTable'), disconnect()]),
  }),
  message: (p) => `${p.block} has a branch for "${p.answer}", and \`${p.name}\` never answers that.`,
  help: (p) =>
    p.meant === undefined ? `It answers ${p.known.map((one) => `"${one}"`).join(', ')}.` : `Did you mean "${p.meant}"?`,
  check(context, report) {
    for (const type of ['ConnectParticipantWithLexBot', 'ShowView']) {
      for (const action of context.ofType(type)) {
        const answers = answersOf(context, action);
        if (answers === undefined) continue;
        action.conditions.forEach(({ operands }, i) => {
          const answer = operands[0];
          if (typeof answer !== 'string' || answers.known.includes(answer)) return;
          const { name, known } = answers;
          const meant = nearest(answer, known);
          const place = context.branchPlace(action, `condition:${i}`);
          const fixes = meant === undefined ? {} : insteadOf(JSON.stringify(answer), JSON.stringify(meant), place);
          report(place, { block: context.name(action), answer, name, known, meant }, fixes);
        });
      }
    }
  },
});

function answersOf(
  context: LintContext,
  action: FlowAction,
): { readonly name: string; readonly known: readonly string[] } | undefined {
  const named =
    action.type === 'ShowView'
      ? context.named('view', action, 'ViewResource.Id')
      : context.named('bot', action, 'LexV2Bot.AliasArn');
  if (named === undefined) return undefined;
  const known = action.type === 'ShowView' ? viewActions(named) : botIntents(named);
  return known === undefined ? undefined : { name: named.name, known };
}

const ALIAS = 'arn:aws:lex:us-west-2:000000000000:bot-alias/BOTBOTBOT1/ALIASALIAS';

const DECLARED = 'existing bot Reception "Reception:live" { intents: ["BookTable"] }';

function bot(intent: string) {
  return block(
    'bot',
    'ConnectParticipantWithLexBot',
    { Text: 'How can I help?', LexV2Bot: { AliasArn: ALIAS } },
    { next: 'bye', equals: { [intent]: 'bye' }, errors: { NoMatchingCondition: 'bye', NoMatchingError: 'bye' } },
  );
}
