import { disconnect, flow, play } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ start: string | undefined; isEmpty: boolean; isJson: boolean }>({
  code: 'service/no-start',
  severity: 'error',
  summary: 'A flow has no block to start with, or StartAction names none.',
  docs: `
A flow begins at the action that \`StartAction\` names. Without one, or with a name that no action has, the service
refuses the flow; the designer saves such a flow only as a draft.

Source: https://docs.aws.amazon.com/connect/latest/devguide/flow-language.html
`,
  bad: () => ({ content: flow([play('hello', 'Hello', 'bye'), disconnect()], { StartAction: 'helo' }) }),
  good: () => ({ content: flow([play('hello', 'Hello', 'bye'), disconnect()]) }),
  message: (p) => {
    if (p.isEmpty) return 'The flow is empty: it has no block to start with.';
    return p.start === undefined || p.start === ''
      ? 'The flow does not say with which block it starts.'
      : `The flow starts with "${p.start}", and no block is called so.`;
  },
  help: (p) => {
    if (p.isJson) return 'Let `StartAction` name a block of the flow.';
    return p.isEmpty
      ? 'Say what happens, as in `play "Hello."`, and how it ends: `-> disconnect`.'
      : 'Nothing stands before its first step: write a statement there, or `-> name`.';
  },
  check(context, report) {
    if (context.wiring().start >= 0) return;
    const { origin, start } = context.graph;
    report(origin?.parameters?.get('StartAction') ?? context.flowPlace(), {
      start,
      isEmpty: context.actions.length === 0,
      isJson: context.program === undefined,
    });
  },
});
