/** Rules about queues that need the project, and about recording on the way to them. */
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler.ts';
import { found } from './found.ts';

const PROJECT = (channels: string, more = '') => `number Main "+81501234XXXX" -> Reception
existing hours Office
queue Support { hours: Office, caller_id: { number: Main } }
routing_profile Agents {
  concurrency: { voice: 1, chat: 2 }
  serves Support { channels: [${channels}], priority: 1, delay: 0s }
  default_outbound_queue: Support
}
${more}`;
const FLOW = (body: string) =>
  `inbound flow Reception {\n  on error, at_capacity, invalid_number, not_dialable -> disconnect\n\n  set queue Support\n${body}}\n`;
const TRANSFER = '  transfer to queue\n';
const CALLBACK =
  '  set callback_number $.CustomerEndpoint.Address\n  transfer to callback_queue { attempts: 1, retry_after: 10m }\n  disconnect\n';

describe('a queue that is served', () => {
  const told = (channels: string, body: string, more?: string) =>
    found(PROJECT(channels, more) + FLOW(body), 'lint/queue-channel');

  it('must be served for calls where a number leads to the flow', () => {
    expect(told('chat', TRANSFER)).toEqual(['lint/queue-channel transfer to queue']);
    expect(told('voice', TRANSFER)).toEqual([]);
    expect(told('chat, voice', TRANSFER)).toEqual([]);
  });

  it('must be served for what a comparison lets through', () => {
    const chats = `  if $.Channel == "CHAT" {\n  ${TRANSFER}  }\n  disconnect\n`;
    expect(told('voice', chats)).toHaveLength(1);
    expect(told('chat', chats)).toEqual([]);
  });

  it('must be served for calls where somebody is called back', () => {
    expect(told('chat', CALLBACK)).toHaveLength(1);
    expect(told('voice', CALLBACK)).toEqual([]);
  });

  it('is not judged where nobody knows who serves it', () => {
    expect(told('chat', TRANSFER, 'existing routing_profile Others\n')).toEqual([]);
    const unserved = PROJECT('chat')
      .replace('serves Support', 'serves Other')
      .replace('existing hours', 'existing queue Other\nexisting hours');
    expect(found(unserved + FLOW(TRANSFER), 'lint/queue-channel')).toEqual([]);
    expect(found(unserved + FLOW(TRANSFER), 'check/queue-not-served')).toHaveLength(1);
  });
});

describe('recording', () => {
  const HEAD = 'existing queue Support\nexisting module Greet\nexisting flow Whisper { type: agent_whisper }\n';
  const told = (body: string) => found(HEAD + FLOW(body + TRANSFER), 'lint/recording-on-some-paths');
  const RECORD = 'set recording { voice: [agent, customer] }';
  const SOME = `  if $.Attributes.tier == "gold" { ${RECORD} }\n`;

  it('on some of the ways to a queue is told at the transfer', () => {
    expect(told(SOME)).toEqual(['lint/recording-on-some-paths transfer to queue']);
  });

  it('is told with the first way that leads around it', () => {
    const around = (body: string) => {
      const text = HEAD + FLOW(body + TRANSFER);
      const one = compile([{ path: 't.flow', text }]).diagnostics.find(({ code }) => code.endsWith('on-some-paths'));
      const [, way] = one?.related ?? [];
      return `${way?.message ?? ''} ${text.slice(way?.place.span.start, way?.place.span.end)}`;
    };
    expect(around(SOME)).toBe('This way leads around it. $.Attributes.tier == "gold"');
    const onError = `  set voice Joanna { on error -> queue }\n  ${RECORD}\n  queue: set queue Support\n`;
    expect(around(onError)).toBe('A call for which this fails goes around it. error');
  });

  it('on all of them, on or off, is right', () => {
    expect(told(`  ${RECORD}\n`)).toEqual([]);
    expect(told(`  if $.Attributes.tier == "gold" { ${RECORD} } else { set recording { voice: off } }\n`)).toEqual([]);
    expect(told('')).toEqual([]);
  });

  it('of calls alone is right', () => {
    expect(told(`  if $.Channel == "VOICE" { ${RECORD} }\n`)).toEqual([]);
    expect(told(`  match $.Channel {\n    on "CHAT" -> next\n    on default { ${RECORD} }\n  }\n`)).toEqual([]);
    expect(told(`  if $.Channel == "CHAT" { ${RECORD} }\n`)).toHaveLength(1);
  });

  it('that others may set is not judged', () => {
    expect(told(`${SOME}  invoke module Greet\n`)).toEqual([]);
    expect(told(`${SOME}  set whisper agent Whisper\n`)).toEqual([]);
  });
});

describe('a callback', () => {
  const HEAD = 'existing queue Support\n';
  const told = (refused: string) =>
    found(
      `${HEAD}${FLOW(`  set callback_number $.StoredCustomerInput { on invalid_number, not_dialable ${refused} }\n  transfer to callback_queue { attempts: 1, retry_after: 10m }\n  disconnect\n`)}`,
      'lint/callback-number-refused',
    );

  it('to a number that cannot be called is told, silent settings on the way included', () => {
    expect(told('-> next')).toHaveLength(1);
    expect(told('{ set attributes { number: "wrong" } }')).toHaveLength(1);
  });

  it('to another number that the caller has heard of is right', () => {
    expect(told('{ play "We will call the number that you are calling from." }')).toEqual([]);
    expect(told('-> disconnect')).toEqual([]);
  });
});

describe('an ARN in a statement', () => {
  const ARN = 'arn:aws:lambda:us-west-2:000000000000:function:Find';
  const told = (body: string, head = '') =>
    found(`${head}inbound flow Main {\n  on error -> disconnect\n${body}  disconnect\n}\n`, 'lint/literal-arn');

  it('is told where a name could stand', () => {
    expect(told(`  invoke lambda "${ARN}" { timeout: 4s }\n`)).toHaveLength(1);
    expect(told('  invoke lambda Find { timeout: 4s }\n', 'existing lambda Find\n')).toEqual([]);
    expect(told('  invoke lambda Find { timeout: 4s }\n', `existing lambda Find "find" = "${ARN}"\n`)).toEqual([]);
  });

  it('is none where it is chosen elsewhere', () => {
    expect(told('  invoke lambda $.Attributes.find { timeout: 4s }\n')).toEqual([]);
    expect(told('  invoke lambda "${FindArn}" { timeout: 4s }\n')).toEqual([]);
    expect(told(`  invoke lambda "${ARN.replace('us-west-2', '$.AwsRegion')}" { timeout: 4s }\n`)).toEqual([]);
    expect(told(`  set attributes { find: "${ARN}" }\n`)).toEqual([]);
  });
});
