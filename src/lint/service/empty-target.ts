import { edgesOf, type FlowAction } from '../../graph/flow-graph.ts';
import { isObject } from '../../text/json.ts';
import { branchName } from '../facts/words.ts';
import { disconnect, flow, play, block } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; branch: string }>({
  code: 'service/empty-target',
  severity: 'error',
  summary: 'A branch leads nowhere.',
  docs: `
A branch with an empty target is a connector that nobody has wired yet. Drafts may have them; a flow that is to be
published may not: *Invalid Action property value. Path: Actions[5].Transitions.Errors[0].NextAction*. In \`.flow\` it is
written \`-> nothing\`, which import keeps so that drafts come back unchanged.
`,
  bad: () => ({
    content: flow([
      block(
        'number',
        'UpdateContactTextToSpeechVoice',
        { TextToSpeechVoice: 'Kazuha' },
        { next: 'bye', errors: { NoMatchingError: '' } },
      ),
      disconnect(),
    ]),
  }),
  good: () => ({ content: flow([play('hello', 'Hello', 'bye'), disconnect()]) }),
  message: (p) => `${p.block}: the branch ${p.branch} leads nowhere.`,
  help: () => 'Lead it to a block; only a draft may leave it open.',
  check(context, report) {
    if (context.wiring().loose === 0) return;
    for (const action of context.actions) {
      // What cannot have branches at all is told of that.
      if (context.entry(action.type)?.terminal === true) continue;
      for (const { key, target } of edgesOf(action)) {
        if (target !== '' || isUnreadable(action, key)) continue;
        report(context.targetPlace(action, key), {
          block: context.name(action),
          branch: wordsOf(key, action.conditions, (error) => branchName(context.entry(action.type), error)),
        });
      }
    }
  },
});

/** An error without a name, or a condition that is no object: told of by `service/wrong-member`. */
function isUnreadable(action: FlowAction, key: string): boolean {
  if (!key.startsWith('condition:')) return key === '';
  const { raw } = action.conditions[Number(key.slice('condition:'.length))] ?? {};
  return raw !== undefined && !isObject(raw);
}

function wordsOf(
  key: string,
  conditions: readonly { readonly operands: readonly unknown[] }[],
  errorName: (error: string) => string,
): string {
  if (key === 'next') return '`next` (NextAction)';
  if (!key.startsWith('condition:')) return errorName(key);
  const operand = conditions[Number(key.slice('condition:'.length))]?.operands[0];
  return typeof operand === 'string' ? `"${operand}"` : 'of a condition';
}
