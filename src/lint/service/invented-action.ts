import { insteadOf } from '../facts/instead.ts';
import { block, disconnect, flow, play } from '../sample.ts';
import { rule } from '../rule.ts';
import { INVENTED } from './known-names.ts';

export default rule<{ type: string; right: string }>({
  code: 'service/invented-action',
  severity: 'error',
  summary: 'The action type is a name that looks right and does not exist.',
  docs: `
The names of blocks in flow logs and in the designer are not the names of flow language: what the designer calls
*Play prompt*, and a flow log \`PlayPrompt\`, is \`MessageParticipant\` in a flow's content. Flows that were written by a
language model are full of such names. \`CreateContactFlow\` answers *Invalid Action type*, for the whole flow.

Known from live calls to the service, and from public flows that do not import.
Source: https://docs.aws.amazon.com/connect/latest/devguide/flow-language.html
`,
  bad: () => ({ content: flow([block('hello', 'PlayPrompt', { Text: 'Hello' }, { next: 'bye' }), disconnect()]) }),
  good: () => ({ content: flow([play('hello', 'Hello', 'bye'), disconnect()]) }),
  message: (p) => `There is no action type ${p.type} in flow language.`,
  help: (p) =>
    p.right !== ''
      ? `Write ${p.right}.`
      : 'Leave the block out: a flow begins at its StartAction, and needs no block to begin with.',
  check(context, report) {
    for (const action of context.strangers) {
      const right = INVENTED.get(action.type);
      if (right === undefined) continue;
      const place = context.place(action);
      const isSaid = action.hint !== undefined && right !== '';
      report(place, { type: action.type, right }, isSaid ? insteadOf(action.type, right, place) : {});
    }
  },
});
