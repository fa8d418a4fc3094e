import { KEYS } from '../facts/key-words.ts';
import { spokenMenusOf } from '../facts/menus.ts';
import { disconnect, flow, menu } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; key: string }>({
  code: 'lint/handled-key-not-spoken',
  severity: 'hint',
  summary: 'A menu has a branch for a key that its text does not name.',
  docs: `
Now and then on purpose (a key for staff), mostly an option that was forgotten in the prompt, or a typing error in it. \`0\`,
which people press for an operator, \`*\` and \`#\` are left alone.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/get-customer-input.html
`,
  bad: () => ({
    content: flow([
      menu('ask', 'For sales, press 1. For support, press 3.', { '1': 'bye', '2': 'bye', '3': 'bye' }, 'bye'),
      disconnect(),
    ]),
  }),
  good: () => ({
    content: flow([
      menu(
        'ask',
        'For sales, press 1. For billing, press 2. For support, press 3.',
        { '1': 'bye', '2': 'bye', '3': 'bye' },
        'bye',
      ),
      disconnect(),
    ]),
  }),
  message: (p) => `${p.block} has a branch for ${p.key}, and its text does not speak of ${p.key}.`,
  help: () => 'Say the option in the text, or remove the branch.',
  check(context, report) {
    for (const { speech, spoken, words, complete, handled } of context.shared(spokenMenusOf)) {
      if (!complete) continue;
      for (const [key, i] of handled) {
        if (spoken.includes(key) || SECRET.has(key) || mentions(words, key)) continue;
        report(context.branchPlace(speech.action, `condition:${i}`), { block: context.name(speech.action), key });
      }
    }
  },
});

/** Keys that menus have without saying so. */
const SECRET: ReadonlySet<string> = new Set(['*', '#', '0']);

/** The key occurs in the text somehow, as a digit or as a word, perhaps in a language that is not understood here. */
function mentions(words: string, key: string): boolean {
  const said = words.normalize('NFKC').toLowerCase();
  if (said.includes(key) || (KEYS[key] ?? []).some((word) => said.includes(word))) return true;
  return [...said.matchAll(RANGE)].some(([, from = '', to = '']) => from < key && key < to);
}

/** "Press 1 to 4", "del 1 al 5", "1から5": the keys between are meant too. */
const RANGE = /(?<!\d)(\d)(?:番)?\s*(?:to|through|thru|al?|à|até|bis|[-–—~〜]|から)\s*(\d)(?!\d)/g;
