import { spokenMenusOf } from '../facts/menus.ts';
import { rule } from '../rule.ts';
import { disconnect, flow, menu } from '../sample.ts';

export default rule<{ block: string; count: number; most: number }, 'keys'>({
  code: 'lint/many-keys',
  severity: 'hint',
  scope: 'block',
  strict: true,
  summary: 'A menu offers more keys than a caller keeps in mind.',
  docs: `
A menu cannot be looked at again: who hears the seventh choice has forgotten the second, and presses zero or hangs up.
Telephone menus of up to five choices work; more are better in two steps.

Source: https://support.avaya.com/elmodocs2/ir/r2_0/IR_R2_0_Doc_CD/CD/html/15577.htm
`,
  options: { keys: { default: 5, min: 2, max: 12, about: 'The most keys that a menu may speak of.' } },
  bad: () => ({ content: flow([menu('ask', sayKeys(7), keysTo(7), 'bye'), disconnect()]) }),
  good: () => ({ content: flow([menu('ask', sayKeys(3), keysTo(3), 'bye'), disconnect()]) }),
  message: (p) => `${p.block} offers ${p.count} keys; callers keep about ${p.most} in mind.`,
  help: () => 'Ask in two steps, or drop what few callers choose.',
  check(context, report, numbers) {
    for (const { speech, spoken } of context.shared(spokenMenusOf)) {
      if (spoken.length <= numbers.keys || !context.reached(speech.action)) continue;
      const params = { block: context.name(speech.action), count: spoken.length, most: numbers.keys };
      report(context.parameterPlace(speech.action, speech.parameter), params);
    }
  },
});

const KEYS = ['1', '2', '3', '4', '5', '6', '7'];

function sayKeys(count: number): string {
  return KEYS.slice(0, count)
    .map((key) => `For topic ${key}, press ${key}.`)
    .join(' ');
}

function keysTo(count: number): Readonly<Record<string, string>> {
  return Object.fromEntries(KEYS.slice(0, count).map((key) => [key, 'bye']));
}
