import { hangsUp } from '../facts/hang-up.ts';
import { speechOf, wordsOf } from '../facts/speech.ts';
import { rule } from '../rule.ts';
import { disconnect, flow, menu, play } from '../sample.ts';

export default rule<{ block: string; answer: string }>({
  code: 'lint/answer-hangs-up',
  severity: 'hint',
  strict: true,
  summary: 'A caller does what a menu says, and is cut off without a word.',
  docs: `
Somebody presses the key that the menu offers, and the line goes dead: the branch leads straight to *Disconnect*, because it
was connected there until there is something to lead to. Keys of menus that speak of ending the call are left alone.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/bp-contact-flows.html
`,
  bad: () => ({
    content: flow([menu('ask', 'For sales, press 1.', { '1': 'bye' }, 'sorry'), sorry(), disconnect()]),
  }),
  good: () => ({
    content: flow([
      menu('ask', 'For our opening hours, press 1.', { '1': 'hours' }, 'sorry'),
      play('hours', 'We are open from nine to five.', 'bye'),
      sorry(),
      disconnect(),
    ]),
  }),
  message: (p) => `Who presses ${p.answer} at ${p.block} is cut off without a word.`,
  help: () => 'Lead the key to what it offers, or say goodbye.',
  check(context, report) {
    for (const action of context.ofType('GetParticipantInput')) {
      if (action.conditions.length === 0 || !context.reached(action)) continue;
      const at = action.conditions.findIndex(({ target }) => hangsUp(context, target));
      const answer = action.conditions[at]?.operands[0];
      if (typeof answer !== 'string') continue;
      // Where everything ends the call the menu is a pause before the end.
      if (action.conditions.every(({ target }) => hangsUp(context, target)) && hangsUp(context, action.next)) continue;
      const text = context.shared(speechOf).find((speech) => speech.action === action);
      const words = text === undefined ? undefined : wordsOf(text);
      if (words === undefined || words.includes('$') || ENDS.test(words)) continue;
      report(context.targetPlace(action, `condition:${at}`), { block: context.name(action), answer });
    }
  },
});

/** The text speaks of ending the call. */
const ENDS =
  /\b(?:end|hang ?up|good ?bye|bye|exit|quit|finish|disconnect|cancel|leave)\b|終了|終わ|切|キャンセル|ending/i;

function sorry() {
  return play('sorry', 'We are sorry.', 'bye');
}
