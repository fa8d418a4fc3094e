import type { Channel } from '../context.ts';
import { areParted, channelsOf, failsOn } from '../facts/channels.ts';
import { speechOf } from '../facts/speech.ts';
import { block, compare, disconnect, flow, menu, play } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; channels: readonly Channel[]; what: string }>({
  code: 'lint/wrong-channel',
  severity: 'warning',
  summary: 'A block or a prompt does not exist on the only channels that reach it.',
  docs: `
Blocks that need a line (keys, hold, a callback number) take their error branch when the contact is a chat, a task or an
e-mail, and recordings and SSML are for calls only: on chat write plain text. Which channels come to a block is told from
the comparisons with \`$.Channel\` before it.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/block-support-by-channel.html
`,
  bad: () => ({
    content: flow([
      compare('channel', '$.Channel', { CHAT: 'ask' }, 'bye'),
      menu('ask', 'For sales, press 1.', { '1': 'sales' }, 'bye'),
      play('sales', 'One moment.', 'bye'),
      disconnect(),
    ]),
  }),
  good: () => ({
    content: flow([
      compare('channel', '$.Channel', { CHAT: 'hello' }, 'ask'),
      menu('ask', 'For sales, press 1.', { '1': 'hello' }, 'bye'),
      block('hello', 'MessageParticipant', { Text: 'One moment.' }, { next: 'bye' }),
      disconnect(),
    ]),
  }),
  message: (p) => `${p.block} ${p.what}: only ${p.channels.join(' and ')} comes here.`,
  help: () => 'Correct the comparison with `$.Channel` before it, or use what this channel has.',
  check(context, report) {
    const channelsAt = context.shared(channelsOf);
    const narrow = (channels: readonly Channel[]) => context.channel !== undefined || areParted(channels);
    context.actions.forEach((action, i) => {
      const channels = channelsAt(i);
      if (!narrow(channels) || !context.reached(action)) return;
      const entry = context.entry(action.type);
      if (!channels.every((channel) => failsOn(entry, channel))) return;
      report(context.place(action), { block: context.name(action), channels, what: 'takes its error branch' });
    });
    for (const { action, number, kind, parameter } of context.shared(speechOf)) {
      const channels = channelsAt(number);
      if (kind === 'Text' || !narrow(channels) || !channels.includes('chat') || channels.includes('voice')) continue;
      if (channels.every((channel) => failsOn(context.entry(action.type), channel))) continue;
      report(context.parameterPlace(action, parameter), {
        block: context.name(action),
        channels,
        what: 'shows nothing but plain text',
      });
    }
  },
});
