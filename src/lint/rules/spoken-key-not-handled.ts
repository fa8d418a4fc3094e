import { reachFrom, type Wire } from '../../graph/dataflow-wiring.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import type { LintContext } from '../context.ts';
import { spokenMenusOf } from '../facts/menus.ts';
import { disconnect, flow, menu } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; key: string; handled: readonly string[] }>({
  code: 'lint/spoken-key-not-handled',
  severity: 'warning',
  summary: 'A menu tells the caller to press a key that it has no branch for.',
  docs: `
The caller does what the prompt says and is told that the input was wrong. Understood are English (*press 1*, *press one*,
*press star*), Spanish, Portuguese, French, German and Italian (*oprima el dos*, *appuyez sur la touche 1*), also mixed in
one text, and Japanese (1を、１番を、「1」を、シャープを), in plain text and in SSML. A key that is said to repeat the menu
may be left to the default branch where that leads back to the menu, and the last option where that branch has a target of
its own, or the text calls it all the rest (*otherwise*, その他).

Source: https://docs.aws.amazon.com/connect/latest/adminguide/get-customer-input.html
`,
  bad: () => ({
    content: flow([
      menu('ask', '製品サポートは1を、配送状況は2を押してください。', { '1': 'bye' }, 'bye'),
      disconnect(),
    ]),
  }),
  good: () => ({
    content: flow([
      menu('ask', '製品サポートは1を、配送状況は2を押してください。', { '1': 'bye', '2': 'bye' }, 'bye'),
      disconnect(),
    ]),
  }),
  message: (p) => `${p.block} tells the caller to press ${p.key}, and there is no branch for ${p.key}.`,
  help: (p) => `Add a branch for ${p.key}, or correct the text; there are branches for ${p.handled.join(', ')}.`,
  check(context, report) {
    for (const { speech, spoken, words, handled } of context.shared(spokenMenusOf)) {
      if (handled.size === 0) continue;
      const missing = spoken.filter((key) => !handled.has(key));
      if (missing.length === 0) continue;
      if (missing.length === 1 && defaultAnswers(context, speech.action)) continue;
      if (missing.length === 1 && missing[0] === spoken.at(-1) && OTHERWISE.test(words)) continue;
      for (const key of missing) {
        report(context.parameterPlace(speech.action, speech.parameter), {
          block: context.name(speech.action),
          key,
          handled: [...handled.keys()],
        });
      }
    }
  },
});

/**
 * True when the default branch may be meant for the one key that has none: it leads elsewhere than a timeout ("otherwise,
 * press 3"), or back to the menu by way of prompts and loops only.
 */
function defaultAnswers(context: LintContext, action: FlowAction): boolean {
  const wiring = context.wiring();
  const target = action.errors.find(({ type }) => type === 'NoMatchingCondition')?.target;
  if (target !== action.errors.find(({ type }) => type === 'InputTimeLimitExceeded')?.target) return true;
  const start = target === undefined ? undefined : wiring.numbers.get(target);
  const number = wiring.numbers.get(action.id);
  if (start === undefined || number === undefined) return false;
  const follow = (wire: Wire): boolean => wire.from !== number && PASSED.has(context.actions[wire.from]?.type ?? '');
  return reachFrom(wiring, start, follow).reached[number] === true;
}

/** Words for whatever was not named: keys that nobody handles are just that. */
const OTHERWISE = /\b(?:otherwise|(?:all|any) other|(?:any|some|every)thing else)\b|その他|それ以外/i;

const PASSED: ReadonlySet<string> = new Set(['MessageParticipant', 'Loop', 'UpdateContactAttributes', 'Compare']);
