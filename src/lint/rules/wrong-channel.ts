import { speechOf } from '../facts/speech.ts';
import { block, disconnect, flow, play, SAMPLE_ID } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; channel: string; what: string }>({
  code: 'lint/wrong-channel',
  severity: 'warning',
  summary: 'A block or a prompt does not exist on the only channel that reaches the flow.',
  docs: `
Blocks that need a line (keys, hold, a callback number) take their error branch when the contact is a chat, a task or an
e-mail, and recordings and SSML are for calls only: on chat write plain text. The rule runs where it is known which channel
reaches the flow.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/contact-block-definitions.html
`,
  bad: () => ({
    channel: 'chat',
    content: flow([block('hello', 'MessageParticipant', { PromptId: SAMPLE_ID }, { next: 'bye' }), disconnect()]),
  }),
  good: () => ({ channel: 'chat', content: flow([play('hello', 'Hello', 'bye'), disconnect()]) }),
  message: (p) => `${p.block}: ${p.what} on ${p.channel}.`,
  help: () => 'Check the channel before it (`match $.Channel`), or use what this channel has.',
  check(context, report) {
    const { channel } = context;
    if (channel === undefined) return;
    for (const action of context.actions) {
      const works = context.entry(action.type)?.channels[channel];
      if (works === 'error_branch' || works === 'no') {
        report(context.place(action), { block: context.name(action), channel, what: 'takes its error branch' });
      }
    }
    if (channel !== 'chat') return;
    for (const { action, kind, parameter } of context.shared(speechOf)) {
      if (kind === 'Text') continue;
      report(context.parameterPlace(action, parameter), {
        block: context.name(action),
        channel,
        what: 'only plain text is shown',
      });
    }
  },
});
