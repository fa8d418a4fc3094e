import type { Wire } from '../../graph/dataflow-wiring.ts';
import type { LintContext } from '../context.ts';
import { speaks } from '../facts/hang-up.ts';
import { speechOf, wordsOf } from '../facts/speech.ts';
import { rule } from '../rule.ts';
import { disconnect, flow, menu, play } from '../sample.ts';

export default rule<{ block: string }>({
  code: 'lint/silent-menu',
  severity: 'warning',
  summary: 'A menu waits for a key and says nothing.',
  docs: `
A blank text is accepted, and the caller hears nothing while the menu waits: nobody knows that there is something to press.
That is right behind a prompt that says what to press, and for a key that one knows of, and wrong where the text was
forgotten. Reported are menus with branches for keys to which some way leads on which nothing is said directly before.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/get-customer-input.html
`,
  bad: () => ({
    content: flow([menu('ask', ' ', { '1': 'hello' }, 'bye'), play('hello', 'Hello', 'bye'), disconnect()]),
  }),
  good: () => ({
    content: flow([
      play('say', 'For sales, press 1.', 'ask'),
      menu('ask', ' ', { '1': 'hello' }, 'bye'),
      play('hello', 'Hello', 'bye'),
      disconnect(),
    ]),
  }),
  message: (p) => `${p.block} waits for a key, and the caller hears nothing.`,
  help: () => 'Say what there is to press.',
  check(context, report) {
    if (!context.has('GetParticipantInput')) return;
    for (const speech of context.shared(speechOf)) {
      const { action, number } = speech;
      if (action.type !== 'GetParticipantInput' || action.conditions.length === 0 || !context.reached(action)) continue;
      if (wordsOf(speech)?.trim() !== '' || isToldBefore(context, number)) continue;
      report(context.parameterPlace(action, speech.parameter), { block: context.name(action) });
    }
  },
});

/** Whether every way to the menu comes from a block that people hear, perhaps past settings and decisions. */
function isToldBefore(context: LintContext, number: number): boolean {
  const { into, start } = context.wiring();
  const seen = new Set([number]);
  const open = [number];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === start) return false;
    for (const { from } of into[at] as readonly Wire[]) {
      const action = context.actions[from];
      if (action === undefined || seen.has(from) || !context.reached(action)) continue;
      seen.add(from);
      if (!speaks(action) && action.type !== 'InvokeFlowModule') open.push(from);
    }
  }
  return true;
}
