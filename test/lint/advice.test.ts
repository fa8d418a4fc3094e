import { describe, expect, it } from 'vitest';
import { attributeRoots } from '../../src/catalogue/attributes.ts';
import { compile } from '../../src/compiler.ts';
import { lintGraph } from '../../src/lint/index.ts';
import {
  block,
  compare,
  disconnect,
  flow,
  lambda,
  menu,
  play,
  SAMPLE_ID,
  setAttributes,
  setQueue,
  transferToQueue,
} from '../../src/lint/sample.ts';
import type { JsonObject } from '../../src/text/json.ts';
import { codesOf } from './codes-of.ts';
import { found } from './found.ts';
import { graphOf } from './graph-of.ts';

const module = (id: string, next: string): JsonObject =>
  block(id, 'InvokeFlowModule', { FlowModuleId: SAMPLE_ID }, { next, errors: { NoMatchingError: next } });
const loop = (id: string, again: string, done: string): JsonObject =>
  block(id, 'Loop', { LoopCount: '3' }, { next: done, equals: { ContinueLooping: again, DoneLooping: done } });

describe('a working queue', () => {
  it('may come from a module, or along with the contact', () => {
    const transfer = transferToQueue('to', 'bye');
    expect(codesOf([module('m', 'to'), transfer, disconnect()], 'CONTACT_FLOW')).toEqual([]);
    expect(codesOf([transfer, disconnect()], 'QUEUE_TRANSFER')).toEqual([]);
    expect(codesOf([transfer, disconnect()])).toEqual([]);
    expect(codesOf([transfer, disconnect()], 'CONTACT_FLOW')).toEqual(['lint/no-queue']);
  });

  it('has been left by a chat that waits for its customer to return', () => {
    const wait = (operand: string) =>
      block(
        'wait',
        'Wait',
        { TimeLimitSeconds: '900', ...(operand === 'CustomerReturned' ? { Events: [operand] } : {}) },
        { next: 'bye', equals: { [operand]: 'to' }, errors: { NoMatchingError: 'bye' } },
      );
    const told = (operand: string) =>
      codesOf([wait(operand), transferToQueue('to', 'bye'), disconnect()], 'CONTACT_FLOW').filter(
        (code) => code === 'lint/no-queue',
      );
    expect(told('CustomerReturned')).toEqual([]);
    expect(told('WaitCompleted')).toEqual(['lint/no-queue']);
  });

  it('comes along from another flow of the project, and a second one after it', () => {
    const told = (first: string) =>
      found(
        `existing queue Support
inbound flow Reception {
  on error -> disconnect

  ${first}
}
inbound flow ToSupport {
  on error -> disconnect

  again: transfer to queue {
    on at_capacity -> disconnect
    on error {
      repeat 1 {
        set queue Support
        -> again
      }
    }
  }
  disconnect
}
`,
        'lint/no-queue',
      );
    expect(told('transfer to flow ToSupport')).toEqual([]);
    expect(told('set disconnect ToSupport\n  disconnect')).toEqual([]);
    expect(told('disconnect')).toEqual(['lint/no-queue again: transfer to queue {']);
  });

  it('that is lacking is told of the first block of each way that needs one', () => {
    const told = (steps: string) =>
      found(
        `existing queue Support\ninbound flow T {\n  on error, closed, at_capacity, default -> bye\n  set logging on\n${steps}\n  step connect {\n    check staffing > 0\n    transfer to queue\n  }\n  step bye {\n    play "Goodbye."\n    disconnect\n  }\n}\n`,
        'lint/no-queue',
      );
    expect(told('  -> connect')).toEqual(['lint/no-queue check staffing > 0']);
    expect(told('  check hours\n  -> connect')).toEqual(['lint/no-queue check hours']);
    expect(told('  if $.Channel == "CHAT" { check hours }\n  -> connect')).toEqual([
      'lint/no-queue if $.Channel == "CHAT" { check hours }',
      'lint/no-queue check staffing > 0',
    ]);
    expect(told('  set queue Support\n  -> connect')).toEqual([]);
  });

  it('is needed by checks without one of their own', () => {
    const check = (parameters: JsonObject) =>
      codesOf(
        [
          block(
            'c',
            'CheckMetricData',
            { MetricType: 'NumberOfAgentsStaffed', ...parameters },
            {
              next: 'bye',
              conditions: [['NumberGreaterThan', '0', 'bye']],
              errors: { NoMatchingError: 'bye', NoMatchingCondition: 'bye' },
            },
          ),
          disconnect(),
        ],
        'CONTACT_FLOW',
      );
    expect(check({})).toEqual(['lint/no-queue']);
    expect(check({ QueueId: SAMPLE_ID })).toEqual([]);
  });

  it('is set on every path when each path sets one', () => {
    expect(
      codesOf(
        [
          compare('which', '$.Attributes.topic', { sales: 'a' }, 'b'),
          setQueue('a', 'to', 'bye'),
          setQueue('b', 'to', 'bye'),
          transferToQueue('to', 'bye'),
          disconnect(),
        ],
        'CONTACT_FLOW',
      ),
    ).toEqual([]);
  });
});

describe('circles', () => {
  it('are bounded by a Loop', () => {
    expect(codesOf([loop('l', 'set', 'bye'), setAttributes('set', { a: 'b' }, 'l'), disconnect()])).toEqual([]);
  });

  it('of a Loop’s other branch are not', () => {
    expect(codesOf([loop('l', 'bye', 'set'), setAttributes('set', { a: 'b' }, 'l'), disconnect()])).toEqual([
      'lint/silent-cycle',
    ]);
  });

  it('that a block makes alone when it fails have no pause, whatever the block is', () => {
    const told = (head: string) =>
      found(`inbound flow A {\n  ${head}\n  greet: play "Hello."\n  disconnect\n}\n`, 'lint/silent-cycle');
    expect(told('on error -> greet')).toEqual(['lint/silent-cycle greet: play "Hello."']);
    expect(told('on error -> next')).toEqual([]);
    expect(codesOf([lambda('ask', 'bye', 'ask'), disconnect()])).toEqual(['lint/silent-cycle']);
    expect(codesOf([menu('ask', 'For sales, press 1.', { '1': 'bye' }, 'ask'), disconnect()])).not.toContain(
      'lint/silent-cycle',
    );
    expect(codesOf([lambda('ask', 'sorry', 'sorry'), play('sorry', 'Sorry.', 'ask'), disconnect()])).not.toContain(
      'lint/silent-cycle',
    );
  });

  it('may ask a Lambda function again and again', () => {
    expect(
      codesOf([
        lambda('ask', 'ready', 'bye'),
        compare('ready', '$.External.ready', { yes: 'bye' }, 'ask'),
        disconnect(),
      ]),
    ).toEqual([]);
  });

  it('without a way out are a queue flow’s own affair', () => {
    const music = block(
      'music',
      'MessageParticipantIteratively',
      { Messages: [{ Text: 'Please hold.' }], InterruptFrequencySeconds: '30' },
      { equals: { MessagesInterrupted: 'say' } },
    );
    expect(codesOf([music, play('say', 'You are next.', 'music')], 'CUSTOMER_QUEUE')).toEqual([]);
    expect(codesOf([play('a', 'Hello', 'b'), play('b', 'Hello', 'a')], 'CONTACT_FLOW')).toEqual(['lint/no-way-out']);
  });

  it('are not left by a prompt that fails, but by anything else that does', () => {
    const again = { next: 'again', errors: { NoMatchingError: 'bye' } };
    const circle = (type: string, parameters: JsonObject) =>
      codesOf([block('again', type, parameters, again), disconnect()], 'CONTACT_FLOW');
    expect(circle('MessageParticipant', { Text: 'Hello' })).toEqual(['lint/no-way-out']);
    expect(
      circle('InvokeLambdaFunction', { LambdaFunctionARN: '$.Attributes.f', InvocationTimeLimitSeconds: '3' }),
    ).toEqual([]);
  });

  it('of one block are told as that', () => {
    const source = 'inbound flow A {\n  a: set attributes { x: "1", on error -> a }\n  disconnect\n}\n';
    const { diagnostics } = compile([{ path: 'a.flow', text: source }]);
    expect(diagnostics.map(({ message }) => message)).toEqual(['"a" leads to itself without any pause.']);
  });

  it('that nothing leads to are told with what is behind them', () => {
    const lost = (...texts: readonly string[]) =>
      compile([
        {
          path: 'a.flow',
          text: `inbound flow A {\n  disconnect\n  step lost {\n${texts.map((text) => `    play "${text}" { on error -> next }\n`).join('')}    disconnect\n  }\n}\n`,
        },
      ])
        .diagnostics.filter(({ code }) => code === 'lint/unreachable-block')
        .map(({ message }) => message);
    expect([lost(), lost('One.'), lost('One.', 'Two.')].flat()).toMatchInlineSnapshot(`
      [
        "Nothing leads to \`disconnect\`.",
        "Nothing leads to \`play\` and the block behind it.",
        "Nothing leads to \`play\` and the 2 blocks behind it.",
      ]
    `);
  });

  it('that nothing leads to are reported once', () => {
    expect(codesOf([disconnect(), play('a', 'Hello', 'b'), play('b', 'Hello', 'a')])).toEqual([
      'lint/unreachable-block',
    ]);
  });
});

describe('what is read', () => {
  it('may be brought from the flow before', () => {
    expect(codesOf([play('say', 'Hello $.External.name', 'bye'), disconnect()], 'CONTACT_FLOW')).toEqual([]);
    const turn = [compare('see', '$.External.next', { yes: 'ask' }, 'bye'), lambda('ask', 'see', 'bye'), disconnect()];
    expect(codesOf(turn)).toEqual([]);
  });

  it('is not there before the bot has run', () => {
    expect(codesOf([play('say', 'You want $.Lex.IntentName', 'bye'), disconnect()])).toEqual([
      'lint/read-before-filled',
    ]);
  });

  it('is told once where there is no such path', () => {
    expect(codesOf([play('say', 'You said $.Lex.Heard', 'bye'), disconnect()])).toEqual(['lint/unknown-namespace']);
  });

  it('is filled by what keeps it: not by a menu', () => {
    const source = `inbound flow A {
      on error -> disconnect
      if $.Attributes.known == "yes" -> say
      ask "Your number, please." { max_digits: 4 }
      say: play "You said $.StoredCustomerInput ."
      disconnect
    }`;
    const { diagnostics } = compile([{ path: 'a.flow', text: source }]);
    expect(diagnostics.map(({ code, help }) => `${code} ${help ?? ''}`)).toEqual([
      'lint/read-before-filled Lead every path through a block that fills it (`ask`), or read it only where one has run.',
    ]);
  });

  it('is not brought along by a call that begins here', () => {
    const told = (head: string, read = '$.External.name', other = '') =>
      found(
        `${head}lambda L { returns { name: text } }\ninbound flow A {\n  on error -> disconnect\n  set logging on\n  play "Hello ${read} there."\n  disconnect\n}\n${other}`,
        'lint/read-before-filled',
      );
    const number = 'number N "+81501234XXXX" -> A\n';
    expect(told('')).toEqual([]);
    expect(told(number)).toEqual(['lint/read-before-filled play "Hello $.External.name there."']);
    expect(told(number, '$.StoredCustomerInput')).toHaveLength(1);
    // The instance may know the customer; and another flow may have asked the function before it leads here.
    expect(told(number, '$.Customer.FirstName')).toEqual([]);
    const back = 'inbound flow B {\n  set logging on\n  transfer to flow A { on error -> disconnect }\n}\n';
    expect(told(number, undefined, back)).toEqual([]);
  });

  it('is not brought into a module', () => {
    const say = [play('say', 'Hello $.External.name', 'back'), block('back', 'EndFlowModuleExecution')];
    const inModule = (actions: readonly JsonObject[]) =>
      codesOf(actions, 'MODULE').filter((code) => code !== 'service/settings!');
    expect(inModule(say)).toEqual(['lint/namespace-not-here']);
    expect(inModule([lambda('ask', 'say', 'back'), ...say])).toEqual([]);
  });

  it('may have keys of the instance’s own', () => {
    expect(codesOf([compare('see', "$.SegmentAttributes['mine:Tier']", { a: 'bye' }, 'bye'), disconnect()])).toEqual(
      [],
    );
    expect(codesOf([compare('see', '$.Queue.Nam', { a: 'bye' }, 'bye'), disconnect()])).toEqual([
      'lint/unknown-namespace',
    ]);
  });

  it('may be an attribute of another flow, but hardly a misspelt one of this', () => {
    const read = (key: string) =>
      codesOf([
        setAttributes('set', { option1: 'a', customerTier: 'b' }, 'see'),
        compare('see', `$.Attributes.${key}`, { a: 'bye' }, 'bye'),
        disconnect(),
      ]);
    expect(read('language')).toEqual([]);
    expect(read('option2')).toEqual([]);
    expect(read('customerTier')).toEqual([]);
    expect(read('customer_tier')).toEqual(['lint/attribute-never-set']);
    expect(read('custommerTier')).toEqual(['lint/attribute-never-set']);
    const text = `inbound flow A {
  set attributes { customerTier: "b", on error -> next }
  play "Hello $.Attributes.customertier ." { on error -> next }
  play "Bye $.Attributes.customertier ." { on error -> next }
  disconnect\n}\n`;
    expect(found(text, 'lint/attribute-never-set')).toHaveLength(1);
  });

  it('may be an attribute that another flow sets, but hardly one that is misspelt between them', () => {
    const code = 'lint/attribute-never-set';
    const told = (read: string, other: string) =>
      found(`inbound flow A { match $.Attributes.${read} { on "x", default -> disconnect } }\n${other}`, code);
    const sets = (block: string) => `inbound flow B { ${block}\n  disconnect }`;
    const tier = sets('set attributes { customerTier: "x", on error -> next }');
    expect(told('customerTier', tier)).toEqual([]);
    expect(told('language', tier)).toEqual([]);
    expect(told('custommerTier', tier)).toHaveLength(1);
    expect(told('custommerTier', `attribute custommerTier\n${tier}`)).toEqual([]);
    const nested = sets('if $.Channel == "VOICE" {\n set attributes { customerTier: "x", on error -> next }\n }');
    expect(told('custommerTier', nested)).toHaveLength(1);
    expect(
      told(
        'custommerTier',
        sets('action UpdateContactAttributes { Attributes: { customerTier: "x" }, on error NoMatchingError -> next }'),
      ),
    ).toHaveLength(1);
    // Set nearly so here, and just so elsewhere.
    const here = `inbound flow A { set attributes { customertier: "x", on error -> next }\n play "$.Attributes.customerTier"\n disconnect }\n`;
    expect(found(here, code)).toHaveLength(1);
    expect(found(`${here}${tier}`, code)).toEqual([]);
  });

  it('in braces is told of what is said, and of nothing else', () => {
    const prompt = (parameters: JsonObject) =>
      codesOf([
        block('say', 'MessageParticipant', parameters, { next: 'bye', errors: { NoMatchingError: 'bye' } }),
        disconnect(),
      ]);
    expect(prompt({ Text: 'Hello {$.Customer.FirstName}' })).toContain('lint/path-in-braces');
    expect(prompt({ PromptId: '{$.Customer.FirstName}' })).not.toContain('lint/path-in-braces');
  });

  it('is filled by every block that the catalogue says so of', () => {
    const missed: string[] = [];
    for (const { root, keys, setBy = [] } of attributeRoots) {
      if (root === 'FlowAttributes') continue;
      const path = `$.${root}${keys === undefined ? '' : `.${keys === 'any' ? 'it' : keys[0]}`}`;
      for (const type of setBy) {
        // The parameters that the answer depends on.
        const parameters = { StoreInput: 'True', MediaStreamingState: 'Enabled' };
        const filling = block('fills', type, parameters, { next: 'reads', errors: { NoMatchingError: 'reads' } });
        const codes = codesOf([filling, setAttributes('reads', { it: path }, 'bye'), disconnect()]);
        if (codes.includes('lint/read-before-filled')) missed.push(`${type} ${path}`);
      }
    }
    expect(missed).toEqual([]);
  });

  it('without its beginning is told where it would be a path, and in no other text', () => {
    const told = (value: string) =>
      codesOf([setAttributes('it', { it: value }, 'bye'), disconnect()]).includes('lint/text-for-path');
    for (const path of ['Attributes.tier', 'CustomerEndpoint.Address', 'External.name', 'Lex.SessionAttributes.a'])
      expect([path, told(path)]).toEqual([path, true]);
    for (const text of ['Attributes', 'Channel', 'Company.Name', 'Queue.Nam', 'Attributes. tier', '$.Attributes.tier'])
      expect([text, told(text)]).toEqual([text, false]);
  });

  it('in a comparison may be an attribute that some paths set', () => {
    const flow = (last: JsonObject) => [
      compare('which', '$.Channel', { VOICE: 'set' }, last.Identifier as string),
      setAttributes('set', { w: '1' }, last.Identifier as string),
      last,
      disconnect(),
    ];
    expect(codesOf(flow(compare('see', '$.Attributes.w', { '1': 'bye' }, 'bye')))).toEqual([]);
    expect(codesOf(flow(play('say', 'It is $.Attributes.w', 'bye')))).toEqual(['lint/attribute-set-on-some-paths']);
  });

  it('in a text with a price is no path', () => {
    expect(codesOf([play('say', 'It costs $.50, or $5 a month.', 'bye'), disconnect()])).toEqual([]);
  });
});

describe('menus', () => {
  it('may leave the last option to the default branch', () => {
    const otherwise = block(
      'ask',
      'GetParticipantInput',
      { Text: 'For sales, press 1. Otherwise, press 2.', StoreInput: 'False', InputTimeLimitSeconds: '5' },
      {
        next: 'other',
        equals: { '1': 'bye' },
        errors: { InputTimeLimitExceeded: 'bye', NoMatchingCondition: 'other', NoMatchingError: 'bye' },
      },
    );
    expect(codesOf([otherwise, play('other', 'One moment.', 'bye'), disconnect()])).toEqual([]);
  });

  it('may repeat themselves by the default branch', () => {
    expect(
      codesOf([
        loop('l', 'ask', 'bye'),
        menu('ask', 'For sales, press 1. To repeat, press star.', { '1': 'bye' }, 'l'),
        disconnect(),
      ]),
    ).toEqual([]);
  });

  it('whose text is filled in later are not held to be complete', () => {
    expect(
      codesOf([menu('ask', 'Press 1 for sales. $.Attributes.more', { '1': 'bye', '2': 'bye' }, 'bye'), disconnect()]),
    ).toEqual([]);
    expect(
      codesOf([menu('ask', '営業は1を押してください。$.Attributes.more', { '2': 'bye' }, 'bye'), disconnect()]),
    ).toEqual(['lint/spoken-key-not-handled']);
  });

  it('may name a key in a language that is not understood', () => {
    expect(
      codesOf([
        menu('ask', 'For English, press 1. Para español, oprima el 2.', { '1': 'bye', '2': 'bye' }, 'bye'),
        disconnect(),
      ]),
    ).toEqual([]);
  });
});

describe('voices', () => {
  const voice = (name: string, next: string): JsonObject =>
    block(
      'v',
      'UpdateContactTextToSpeechVoice',
      { TextToSpeechVoice: name },
      { next, errors: { NoMatchingError: next } },
    );
  const ask = menu('ask', 'はいは1を押してください。', { '1': 'bye' }, 'bye');

  it('that speak Japanese read Japanese', () => {
    expect(codesOf([voice('Kazuha', 'ask'), ask, disconnect()], 'CONTACT_FLOW')).toEqual([]);
    expect(codesOf([voice('Joanna', 'ask'), ask, disconnect()], 'CONTACT_FLOW')).toEqual(['lint/text-script']);
  });

  it('of nobody are Joanna in an inbound call, and unknown elsewhere', () => {
    expect(codesOf([ask, disconnect()], 'CONTACT_FLOW')).toEqual(['lint/text-script']);
    expect(codesOf([ask, disconnect()])).toEqual([]);
    expect(codesOf([play('say', 'こんにちは', 'bye'), disconnect()], 'CONTACT_FLOW')).toEqual([]);
    expect(codesOf([module('m', 'ask'), ask, disconnect()], 'CONTACT_FLOW')).toEqual([]);
  });

  it('that are chosen at run time are not judged', () => {
    expect(codesOf([voice('$.Attributes.voice', 'ask'), ask, disconnect()], 'CONTACT_FLOW')).toEqual([]);
  });

  it('may read Chinese characters when they are Japanese', () => {
    const closed = play('closed', '営業時間外', 'bye');
    expect(codesOf([voice('Kazuha', 'closed'), closed, disconnect()])).toEqual([]);
    expect(codesOf([voice('Zhiyu', 'closed'), closed, disconnect()])).toEqual([]);
    expect(codesOf([voice('Joanna', 'closed'), closed, disconnect()])).toEqual(['lint/text-script']);
  });
});

describe('two attributes that differ in capitals', () => {
  const one = setAttributes('one', { customerId: '1' }, 'two');
  const told = (...actions: readonly JsonObject[]) =>
    lintGraph(graphOf(flow([...actions, disconnect()]), undefined))
      .filter(({ code }) => code === 'lint/attribute-names-alike')
      .map(({ message }) => message);

  it('are told once', () => {
    const two = setAttributes('two', { CustomerID: '2' }, 'three');
    expect(told(one, two, setAttributes('three', { CustomerID: '3' }, 'bye'))).toEqual([
      'The flow sets `CustomerID` and `customerId`: they are two attributes.',
    ]);
  });

  it('are meant where one block sets both', () => {
    expect(told(setAttributes('one', { customerId: '1', CustomerID: '1' }, 'bye'))).toEqual([]);
  });
});

describe('logging', () => {
  const log = (id: string, state: string, next: string): JsonObject =>
    block(id, 'UpdateFlowLoggingBehavior', { FlowLoggingBehavior: state }, { next });
  const ask = (text: string): JsonObject =>
    block(
      'ask',
      'GetParticipantInput',
      {
        Text: text,
        StoreInput: 'True',
        InputTimeLimitSeconds: '9',
        InputValidation: { CustomValidation: { MaximumLength: '16' } },
      },
      { next: 'bye', errors: { NoMatchingError: 'bye' } },
    );

  it('is for inputs that are nobody’s secret', () => {
    expect(codesOf([log('on', 'Enabled', 'ask'), ask('Please key in your order number.'), disconnect()])).toEqual([]);
    expect(codesOf([log('on', 'Enabled', 'ask'), ask('Please key in your PIN.'), disconnect()])).toEqual([
      'lint/logging-sensitive-input',
    ]);
    expect(
      codesOf([
        log('on', 'Enabled', 'off'),
        log('off', 'Disabled', 'ask'),
        ask('暗証番号を入力してください。'),
        disconnect(),
      ]),
    ).toEqual([]);
  });
});
