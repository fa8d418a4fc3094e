import { actions } from '../../catalogue/index.ts';
import { undescribedTypes } from '../../catalogue/undescribed.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import { insteadOf } from '../facts/instead.ts';
import { block, disconnect, flow, play } from '../sample.ts';
import { rule } from '../rule.ts';
import { INVENTED } from './known-names.ts';

export default rule<{ type: string; meant: string | undefined }>({
  code: 'service/unknown-action',
  severity: 'warning',
  summary: 'The action type is in no page and no export that flowc knows.',
  docs: `
Connect gains blocks faster than any list of them, so an unknown type need not be wrong: it goes through the compiler
untouched. When the service does not know it either, it answers *Invalid Action type* for the whole flow.

Source: https://docs.aws.amazon.com/connect/latest/devguide/flow-language.html
`,
  bad: () => ({
    content: flow([block('hello', 'MesageParticipant', { Text: 'Hello' }, { next: 'bye' }), disconnect()]),
  }),
  good: () => ({ content: flow([play('hello', 'Hello', 'bye'), disconnect()]) }),
  message: (p) => `flowc does not know the action type ${p.type}.`,
  help: (p) =>
    p.meant === undefined
      ? 'Check its spelling against a console export; if it is new, flowc passes it on as it is.'
      : `Did you mean ${p.meant}?`,
  check(context, report) {
    for (const action of context.strangers) {
      const { type } = action;
      if (type === '' || undescribedTypes.has(type) || INVENTED.has(type)) continue;
      const meant = nearest(type, actions.keys());
      const place = context.place(action);
      report(place, { type, meant }, action.hint === undefined ? {} : insteadOf(type, meant, place));
    }
  },
});
