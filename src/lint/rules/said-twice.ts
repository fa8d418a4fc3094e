import { speechOf } from '../facts/speech.ts';
import { edited, statementOf, without } from '../facts/statements.ts';
import { rule } from '../rule.ts';
import { disconnect, flow, menu, play } from '../sample.ts';

export default rule<{ block: string; before: string }>({
  code: 'lint/said-twice',
  severity: 'hint',
  summary: 'The same text is said twice in a row.',
  docs: `
One block says a text, and the block right behind it says the same one. A caller takes it for a fault, and so it is: a
block was copied, or a menu got the text of the prompt before it.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/get-customer-input.html
`,
  bad: () => ({ content: flow([play('hello', TEXT, 'ask'), menu('ask', TEXT, { '1': 'bye' }, 'bye'), disconnect()]) }),
  good: () => ({
    content: flow([play('hello', 'Good morning.', 'ask'), menu('ask', TEXT, { '1': 'bye' }, 'bye'), disconnect()]),
  }),
  message: (p) => `${p.block} says what ${p.before} has just said.`,
  help: () => 'Remove one of the two.',
  check(context, report) {
    const speeches = context.shared(speechOf).filter(({ kind, action }) => kind !== 'Media' && action.type !== LOOPED);
    const said = new Map(speeches.map((speech) => [speech.number, speech]));
    const { numbers } = context.wiring();
    for (const speech of said.values()) {
      if (speech.action.type !== 'MessageParticipant' || !context.reached(speech.action)) continue;
      const next = said.get(numbers.get(speech.action.next ?? '') ?? -1);
      if (next === undefined || next === speech || next.kind !== speech.kind || next.value !== speech.value) continue;
      const params = { block: context.name(next.action), before: context.name(speech.action) };
      const written = statementOf(context, speech.action);
      const edits = written === undefined ? [] : [without(written, context.place(speech.action))];
      report(context.parameterPlace(next.action, next.parameter), params, edited('Remove the first', edits));
    }
  },
});

const LOOPED = 'MessageParticipantIteratively';
const TEXT = 'For sales, press 1.';
