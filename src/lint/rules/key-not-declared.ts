import { inputOf, typeAt, type Type } from '../../check/types.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import { DYNAMIC } from '../../graph/paths.ts';
import { isObject } from '../../text/json.ts';
import type { LintContext } from '../context.ts';
import { botAnswersOf, viewAnswersOf } from '../facts/answers.ts';
import { insteadOf } from '../facts/instead.ts';
import { readsOf } from '../facts/reads.ts';
import { block, disconnect, flow, play } from '../sample.ts';
import { rule, type Report } from '../rule.ts';

interface Unknown {
  readonly what: string;
  readonly clause: string;
  readonly name: string;
  readonly meant: string | undefined;
}

export default rule<Unknown>({
  code: 'lint/key-not-declared',
  severity: 'warning',
  summary: 'A function or a view is given a key, or a slot or a result is read, that the declaration does not have.',
  docs: `
What a Lambda function and a view take (\`input { phone: text }\`), which slots a bot fills (\`slots { City: text }\`) and what
a view comes back with (\`returns { orderId: text }\`) is said where they are declared. A function that is given \`phnoe\` finds
no phone number, and a slot that the bot does not have is an empty text; no error tells anybody.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/connect-attrib-list.html
`,
  bad: () => ({
    project: DECLARED,
    names: NAMES,
    content: flow([bot(), play('say', 'To $.Lex.Slots.Ctiy', 'bye'), disconnect()]),
  }),
  good: () => ({
    project: DECLARED,
    names: NAMES,
    content: flow([bot(), play('say', 'To $.Lex.Slots.City', 'bye'), disconnect()]),
  }),
  message: (p) => p.what,
  help: (p) =>
    p.meant === undefined
      ? `Add it to \`${p.clause}\` where \`${p.name}\` is declared, or use a key that is there.`
      : `Did you mean \`${p.meant}\`?`,
  check(context, report) {
    if (context.program === undefined) return;
    reportGiven(context, report);
    reportRead(context, report);
  },
});

/** Keys that a function or a view is given. */
function reportGiven(context: LintContext, report: Report<Unknown>): void {
  for (const { kind, type, id, given } of TAKERS) {
    for (const action of context.ofType(type)) {
      const named = context.named(kind, action, id);
      const keys = fieldsOf(named && inputOf(named));
      const values = action.parameters[given];
      if (named === undefined || keys === undefined || !isObject(values)) continue;
      for (const key of Object.keys(values)) {
        // A key that is chosen at run time may be any of them.
        if (keys.includes(key) || key.includes('$')) continue;
        const place = context.parameterPlace(action, `${given}.${key}`);
        const meant = nearest(key, keys);
        const what = `\`${named.name}\` takes no \`${key}\`.`;
        report(place, { what, clause: 'input', name: named.name, meant }, insteadOf(key, meant, place));
      }
    }
  }
}

/** Slots and results that are read. */
function reportRead(context: LintContext, report: Report<Unknown>): void {
  for (const { prefix, answersOf, clause, word } of ANSWERS) {
    const reads = context
      .shared(readsOf)
      .filter(({ path: { segments } }) => segments[0] === prefix[0] && segments[1] === prefix[1]);
    if (reads.length === 0) continue;
    const answersAt = context.shared(answersOf);
    for (const { action, number, path, parameter } of reads) {
      const [key, ...deeper] = path.segments.slice(prefix.length);
      if (key === undefined || key === DYNAMIC) continue;
      const answers = answersAt(number);
      // One that has the key, or does not say what it has, is enough to be silent.
      if (answers.some(({ type }) => type === undefined || typeAt(type, [key, ...deeper]) !== 'none')) continue;
      const [answer] = answers;
      if (answer?.named === undefined) continue;
      const near = nearest(key, fieldsOf(answer.type) ?? []);
      const root = `$.${prefix.join('.')}`;
      const place = context.pathPlace(action, parameter, path.text);
      const what = `\`${path.text}\` is never there: \`${answer.named.name}\` has no ${word} \`${key}\`.`;
      const meant = near && `${root}.${near}`;
      report(place, { what, clause, name: answer.named.name, meant }, insteadOf(`${root}.${key}`, meant, place));
    }
  }
}

/** What is given keys: the parameter that says what it is, and the one that holds them. */
const TAKERS = [
  { kind: 'lambda', type: 'InvokeLambdaFunction', id: 'LambdaFunctionARN', given: 'LambdaInvocationAttributes' },
  { kind: 'view', type: 'ShowView', id: 'ViewResource.Id', given: 'ViewData' },
] as const;

/** Where what comes back is read, and the clause of the declaration that says its keys. */
const ANSWERS = [
  { prefix: ['Lex', 'Slots'], answersOf: botAnswersOf, clause: 'slots', word: 'slot' },
  { prefix: ['Views', 'ViewResultData'], answersOf: viewAnswersOf, clause: 'returns', word: 'result' },
] as const;

function fieldsOf(type: Type | undefined): readonly string[] | undefined {
  return type?.is === 'object' && type.fields !== undefined ? Object.keys(type.fields) : undefined;
}

const DECLARED = 'existing bot Reception "Reception:live" { slots { City: text } }';
const NAMES = { bot: { 'LexV2Bot.AliasArn': 'Reception:live' } };
const ALIAS = 'arn:aws:lex:us-west-2:000000000000:bot-alias/BOTBOTBOT1/ALIASALIAS';

function bot() {
  return block(
    'bot',
    'ConnectParticipantWithLexBot',
    { Text: 'Which city?', LexV2Bot: { AliasArn: ALIAS } },
    { next: 'say', errors: { NoMatchingCondition: 'say', NoMatchingError: 'bye' } },
  );
}
