/** What the console calls a thing becomes its name in source, and goes back into the JSON. */
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler.ts';
import { decompile } from '../../src/decompiler.ts';
import { readFlow } from '../../src/flowjson/read.ts';
import type { Json } from '../../src/text/json.ts';

interface Block {
  readonly type: string;
  readonly parameters: Json;
  /** `parameters` of the block's metadata. */
  readonly about: Json;
}

/** Blocks in a row, as the designer exports them. */
function imported(...blocks: readonly Block[]) {
  const id = (i: number) => (i < blocks.length ? `block ${i}` : 'bye');
  const document = {
    Version: '2019-10-30',
    StartAction: id(0),
    Metadata: {
      ActionMetadata: Object.fromEntries(
        blocks.map(({ about }, i) => [id(i), { isFriendlyName: false, parameters: about }]),
      ),
    },
    Actions: [
      ...blocks.map(({ type, parameters }, i) => ({
        Identifier: id(i),
        Type: type,
        Parameters: parameters,
        Transitions: { NextAction: id(i + 1) },
      })),
      { Identifier: 'bye', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
    ],
  };
  const source = { path: 'Main.json', text: JSON.stringify(document) };
  const { graph } = readFlow(source);
  if (graph === undefined) throw new Error('no flow');
  const text = decompile([{ source, graph }], { project: false }).files[0]?.text ?? '';
  const [flow] = compile([{ path: 'Main.flow', text }]).flows;
  const built = readFlow({ path: 'Main.json', text: flow?.emitted().json ?? '' }).graph;
  return { text, built: (built?.actions ?? []).map(({ parameters, display }) => ({ parameters, display })) };
}

const queue = (id: string, name: string): Block => ({
  type: 'UpdateContactTargetQueue',
  parameters: { QueueId: id },
  about: { QueueId: { displayName: name } },
});

describe('a thing that an export knows by its name only', () => {
  it('has the name in source, and no id', () => {
    const { text, built } = imported(queue('', 'Billing desk'), queue('', 'Sales'), queue('', 'Billing desk'));
    expect(text).toContain('existing queue BillingDesk "Billing desk" = ""\nexisting queue Sales = ""\n');
    expect(text.match(/set queue \S+/g)).toEqual(['set queue BillingDesk', 'set queue Sales', 'set queue BillingDesk']);
    expect(built.slice(0, 2)).toEqual([
      { parameters: { QueueId: '' }, display: { QueueId: 'Billing desk' } },
      { parameters: { QueueId: '' }, display: { QueueId: 'Sales' } },
    ]);
  });

  it('stays empty where nobody says the name', () => {
    const { text } = imported({ type: 'UpdateContactTargetQueue', parameters: { QueueId: '' }, about: {} });
    expect(text).toContain('set queue ""');
    expect(text).not.toContain('existing');
  });

  it('is an error that says what to do', () => {
    const { text } = imported(queue('', 'Sales'));
    const found = compile([{ path: 'Main.flow', text: text.replace('flow', 'inbound flow') }]).diagnostics;
    expect(found.filter(({ code }) => code === 'service/empty-value').map(({ help }) => help)).toEqual([
      'Write its id or ARN; in `.flow` declare it without `= ""`, and environments find it by its name.',
    ]);
  });
});

describe('a prompt among others', () => {
  it('has its own name', () => {
    const arn = (id: number) => `arn:aws:connect:us-east-1:000000000000:instance/i/prompt/${String(id).repeat(8)}`;
    const { text, built } = imported({
      type: 'MessageParticipantIteratively',
      parameters: { Messages: [{ Text: 'Please hold.' }, { PromptId: arn(1) }, { PromptId: arn(2) }] },
      about: { Messages: [null, { PromptId: { displayName: 'Jazz.wav' } }, { PromptId: { displayName: 'Rock.wav' } }] },
    });
    expect(text).toContain(`existing prompt Jazz "Jazz.wav" = "${arn(1)}"`);
    expect(text).toContain(`existing prompt Rock "Rock.wav" = "${arn(2)}"`);
    expect(built[0]?.display).toEqual({ 'Messages[1].PromptId': 'Jazz.wav', 'Messages[2].PromptId': 'Rock.wav' });
  });
});

describe('a bot', () => {
  const bot = (alias: string, about: Json): Block => ({
    type: 'ConnectParticipantWithLexBot',
    parameters: { Text: 'Hello', LexV2Bot: { AliasArn: `arn:aws:lex:us-east-1:000000000000:bot-alias/${alias}` } },
    about: { LexV2Bot: { AliasArn: about } },
  });

  it('has the name of the bot, and not of the alias that every bot has', () => {
    const { text } = imported(
      bot('AAAAAAAAAA/BBBBBBBBBB', { displayName: 'TestBotAlias', lexV2BotName: 'Orders' }),
      bot('CCCCCCCCCC/DDDDDDDDDD', { displayName: 'TestBotAlias', lexV2BotName: '${AWS::StackName}-claims' }),
      bot('EEEEEEEEEE/FFFFFFFFFF', { displayName: '${BotAlias}', lexV2BotName: '${BotName}' }),
    );
    expect(text.match(/existing bot \S+ "[^"]*"/g)).toEqual([
      'existing bot Orders "Orders:TestBotAlias"',
      'existing bot AWSStackNameClaims "${AWS::StackName}-claims:TestBotAlias"',
      'existing bot Bot "${BotName}:${BotAlias}"',
    ]);
  });
});

describe('a placeholder', () => {
  it('is called by what it means', () => {
    const names = [
      '${SupportQueueArn}',
      '{{queues.Billing.arn}}',
      '${var.queues["sales"]}',
      "${aws_connect_queue.all['claims'].arn}",
      '${var.queues[0]}',
      '{{ queues.vip.arn }}',
      '${module.connect.queues["Front desk"].queue_id}',
      '${BillingQueue.Arn}:live',
      '${sales_queue_arn}',
      '${data.aws_connect_queue.desk[each.key].arn}',
      '${Claims.QueueArn}',
      '${Token[Returns.QueueArn.55]}',
      '${Token[TOKEN.1234]}',
      '__RETURNS_QUEUE_ARN__',
    ].map((token) => {
      const { text } = imported({ type: 'UpdateContactTargetQueue', parameters: { QueueId: token }, about: {} });
      return /existing queue (\S+)/.exec(text)?.[1];
    });
    expect(names).toEqual([
      'SupportQueue',
      'Billing',
      'sales',
      'claims',
      'Queues0',
      'vip',
      'FrontDesk',
      'BillingQueue',
      'sales_queue',
      'DeskEachKey',
      'Claims',
      'Returns',
      'Queue',
      'RETURNS_QUEUE',
    ]);
  });

  it('names a flow by what it means, too', () => {
    const named = (name: string) => {
      const document = {
        StartAction: 'bye',
        Metadata: { name, type: 'contactFlow' },
        Actions: [{ Identifier: 'bye', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} }],
      };
      const source = { path: 'Main.json', text: JSON.stringify(document) };
      const { graph } = readFlow(source);
      const text = graph === undefined ? '' : decompile([{ source, graph }], { project: false }).files[0]?.text;
      return text?.split('\n')[0];
    };
    expect(named('${var.connect.disconnect_flow_name}')).toBe(
      'inbound flow disconnect_flow_name "${var.connect.disconnect_flow_name}" {',
    );
    expect(named('${EnvName}-Main')).toBe('inbound flow EnvNameMain "${EnvName}-Main" {');
  });
});

describe('an id', () => {
  it('tells nothing, nor does one whose digits somebody made unreadable', () => {
    const named = (id: string) => {
      const value = `arn:aws:connect:us-east-1:2748635xxxxx:instance/97c94b3a-7d46-4680-b2ee-ae23086xxxxx/queue/${id}`;
      const { text } = imported({ type: 'UpdateContactTargetQueue', parameters: { QueueId: value }, about: {} });
      return /existing queue (\S+)/.exec(text)?.[1];
    };
    expect(named('582a6fea-edb9-4c59-9ca3-ea035edb4324')).toBe('Queue');
    expect(named('582a6fea-edb9-4c59-9ca3-ea035edxxxxx')).toBe('Queue');
    expect(named('XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX')).toBe('Queue');
  });
});

describe('an ARN', () => {
  const named = (type: string, parameters: Json) =>
    /existing \S+ (\S+)/.exec(imported({ type, parameters, about: {} }).text)?.[1];
  const instance = 'arn:aws:connect:us-east-1:000000000000:instance/00000000-0000-4000-8000-000000000000';
  const id = '00000000-0000-4000-8000-000000000001';

  it('has the name of the thing, not of its version', () => {
    const lambda = (tail: string) =>
      named('InvokeLambdaFunction', { LambdaFunctionARN: `arn:aws:lambda:us-east-1:000000000000:function:${tail}` });
    expect([
      lambda('find-caller'),
      lambda('find-caller:prod'),
      lambda('find-caller:3'),
      lambda('${Find}:live'),
    ]).toEqual(['FindCaller', 'FindCaller', 'FindCaller', 'Find']);
    expect(named('ShowView', { ViewResource: { Id: 'arn:aws:connect:us-east-1:aws:view/form:1' } })).toBe('form');
  });

  it('of a function says what Connect calls it', () => {
    const said = (name: string, displayName?: string) => {
      const arn = `arn:aws:lambda:us-east-1:000000000000:function:${name}`;
      const about = displayName === undefined ? {} : { LambdaFunctionARN: { displayName } };
      const { text } = imported({ type: 'InvokeLambdaFunction', parameters: { LambdaFunctionARN: arn }, about });
      return /existing (lambda .*) =/.exec(text)?.[1];
    };
    expect(said('find-caller')).toBe('lambda FindCaller "find-caller"');
    expect(said('find-caller:prod')).toBe('lambda FindCaller "find-caller:prod"');
    expect(said('find-caller:prod', 'find-caller:prod')).toBe('lambda FindCaller "find-caller:prod"');
    expect(said('find-caller', 'Who calls')).toBe('lambda WhoCalls "Who calls"');
    expect(said('findCaller')).toBe('lambda findCaller');
    expect(said('${Find}')).toBe('lambda Find');
  });

  it('may go where the name is known, and else when it is written', () => {
    const help = (queue: string) => {
      const [name = ''] = queue.split(' ');
      const text = `existing queue ${queue} = "${instance}/queue/${id}"\ninbound flow Main {\n  set queue ${name}\n  transfer to queue\n}\n`;
      const { diagnostics } = compile([{ path: 'Main.flow', text }]);
      return diagnostics.find(({ code }) => code === 'lint/pinned-arn')?.help;
    };
    const remove = 'Remove the ARN, and let each environment find it by its name';
    expect(help('Leads')).toBe(`${remove} "Leads".`);
    expect(help('Queue2 "Team leads"')).toBe(`${remove} "Team leads".`);
    expect(help('Queue2')).toBe(
      `${remove} "Queue2". If Connect calls it otherwise, write that behind \`Queue2\`, in quotes.`,
    );
  });

  it('that has only ids says what it is', () => {
    expect(named('InvokeFlowModule', { FlowModuleId: `${instance}/flow-module/${id}:live` })).toBe('Module');
    expect(named('InvokeFlowModule', { FlowModuleId: `${id}:3` })).toBe('Module');
    expect(named('TransferToFlow', { ContactFlowId: `${instance}/contact-flow/${id}:2` })).toBe('Flow');
    const AliasArn = 'arn:aws:lex:us-east-1:000000000000:bot-alias/AAAAAAAAAA/TSTALIASID';
    expect(named('ConnectParticipantWithLexBot', { Text: 'Hi', LexV2Bot: { AliasArn } })).toBe('Bot');
  });
});
