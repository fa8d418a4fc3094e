import { disconnect, flow, play } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ start: string | undefined }>({
  code: 'service/no-start',
  severity: 'error',
  summary: 'StartAction names no action of the flow.',
  docs: `
A flow begins at the action that \`StartAction\` names. Without one, or with a name that no action has, the service
refuses the flow; the designer saves such a flow only as a draft.

Source: https://docs.aws.amazon.com/connect/latest/devguide/flow-language.html
`,
  bad: () => ({ content: flow([play('hello', 'Hello', 'bye'), disconnect()], { StartAction: 'helo' }) }),
  good: () => ({ content: flow([play('hello', 'Hello', 'bye'), disconnect()]) }),
  message: (p) =>
    p.start === undefined || p.start === ''
      ? 'The flow does not say with which block it starts.'
      : `The flow starts with "${p.start}", and no block is called so.`,
  help: () => 'Let the flow begin with a block; in JSON, let `StartAction` name it.',
  check(context, report) {
    if (context.wiring().start >= 0) return;
    const { origin } = context.graph;
    report(origin?.parameters?.get('StartAction') ?? context.flowPlace(), { start: context.graph.start });
  },
});
