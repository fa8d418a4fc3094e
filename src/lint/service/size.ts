import { limits } from '../../catalogue/quotas.ts';
import { eachText } from '../facts/texts.ts';
import { disconnect, flow, play } from '../sample.ts';
import { rule } from '../rule.ts';

/** What an action costs besides its texts: keys, quotes, identifiers. A low estimate, so that a refusal is certain. */
const ACTION_SHELL = 60;

export default rule<{ what: 'actions' | 'characters'; count: number; limit: number }>({
  code: 'service/size',
  severity: 'error',
  summary: 'The flow has more blocks or more text than Connect stores.',
  docs: `
A flow, and every module for itself, has at most 250 actions and 256,000 characters of content. Neither can be raised.
The characters are counted here without layout, so a flow just below the limit may still be too long.

Source: https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateContactFlow.html
`,
  bad: () => ({
    content: flow([
      ...Array.from({ length: limits.actionsPerFlow }, (_, i) =>
        play(`say ${i}`, 'Hello', i === limits.actionsPerFlow - 1 ? 'bye' : `say ${i + 1}`),
      ),
      disconnect(),
    ]),
  }),
  good: () => ({ content: flow([play('hello', 'Hello', 'bye'), disconnect()]) }),
  message: (p) =>
    p.what === 'actions'
      ? `The flow has ${p.count} blocks, and Connect takes ${p.limit}.`
      : `The flow has at least ${p.count} characters, and Connect takes ${p.limit}.`,
  help: () => 'Move a part of it into a module or into a flow of its own.',
  check(context, report) {
    const { actions } = context;
    if (actions.length > limits.actionsPerFlow)
      report(context.flowPlace(), { what: 'actions', count: actions.length, limit: limits.actionsPerFlow });
    let characters = actions.length * ACTION_SHELL;
    for (const action of actions) {
      characters += action.id.length + action.type.length;
      eachText(action.parameters, (text) => (characters += text.length));
    }
    if (characters > limits.contentCharacters)
      report(context.flowPlace(), { what: 'characters', count: characters, limit: limits.contentCharacters });
  },
});
