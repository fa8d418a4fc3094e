import type { Program } from '../../check/program.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import type { Channel, LintContext } from '../context.ts';
import { channelsOf } from '../facts/channels.ts';
import { isDialled } from '../facts/project.ts';
import { channelsServed, queuesOf } from '../facts/queues.ts';
import { rule } from '../rule.ts';
import { compare, disconnect, flow, setQueue, transferToQueue } from '../sample.ts';

export default rule<{ block: string; queue: string; channel: Channel; served: readonly string[] }>({
  code: 'lint/queue-channel',
  severity: 'warning',
  summary: 'Contacts are put into a queue that no routing profile serves on their channel.',
  docs: `
A routing profile serves a queue on channels that it lists. A chat in a queue that agents serve for calls only waits until the
customer gives up, and no error tells anybody. It is looked at where all routing profiles are the project’s own, for channels
that are certain: calls, where a number of the project leads to the flow, and what a comparison with \`$.Channel\` lets through
alone. Callbacks are calls. A queue that nobody serves at all is the matter of \`check/queue-not-served\`.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/routing-profiles.html
`,
  bad: () => ({ project: projectWith('[voice]'), names: NAMES, content: content() }),
  good: () => ({ project: projectWith('[voice, chat]'), names: NAMES, content: content() }),
  message: (p) =>
    `${p.block} puts a ${WORDS[p.channel]} into \`${p.queue}\`, which agents serve for ${p.served.join(' and ')} only.`,
  help: (p) => `Add ${p.channel} to the channels on which a routing profile serves the queue, or take another queue.`,
  check(context, report) {
    const { program } = context;
    if (program === undefined) return;
    for (const type of ['TransferContactToQueue', 'CreateCallbackContact']) {
      for (const action of context.ofType(type)) {
        for (const channel of certainChannels(context, program, action)) {
          const unserved = queuesOf(context, action).flatMap((queue) => {
            const served = queue.existing ? undefined : channelsServed(program, queue);
            return served === undefined || served.size === 0 || served.has(channel) ? [] : [{ queue, served }];
          });
          for (const { queue, served } of unserved) {
            const place = { source: queue.source, span: queue.span };
            const params = { block: context.name(action), queue: queue.name, channel, served: [...served] };
            const related = [{ place, message: 'The queue is declared here.' }];
            report(context.place(action), params, { related });
          }
        }
      }
    }
  },
});

function certainChannels(context: LintContext, program: Program, action: FlowAction): readonly Channel[] {
  if (!context.reached(action)) return [];
  if (action.type === 'CreateCallbackContact') return ['voice'];
  const channels = context.shared(channelsOf)(context.wiring().numbers.get(action.id) ?? -1);
  if (channels.length === 1) return channels;
  return channels.includes('voice') && isDialled(program, context.graph.name) ? ['voice'] : [];
}

const WORDS: Readonly<Record<Channel, string>> = { voice: 'call', chat: 'chat', task: 'task', email: 'e-mail' };

const NAMES = { queue: { QueueId: 'Support' } };

function content() {
  return flow([
    compare('channel', '$.Channel', { CHAT: 'queue' }, 'bye'),
    setQueue('queue', 'transfer', 'bye'),
    transferToQueue('transfer', 'bye'),
    disconnect(),
  ]);
}

function projectWith(channels: string): string {
  return `existing hours Office
queue Support { hours: Office }
routing_profile Basic {
  concurrency: { voice: 1, chat: 2 }
  serves Support { channels: ${channels}, priority: 1, delay: 0s }
  default_outbound_queue: Support
}`;
}
