/** What is offered where, narrowed by what is known there. */
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compiler.ts';
import type { Inventory, Listed } from '../../src/connect/types.ts';
import * as ide from '../../src/ide/index.ts';
import { filled, SNIPPETS } from '../../src/ide/completion/snippets.ts';
import type { Completion } from '../../src/ide/types.ts';

const thing = (kind: Listed['kind'], name: string, more: Partial<Listed> = {}): Listed => ({
  ...{ kind, name, id: name, arn: `arn:aws:connect:us-west-2:000000000000:instance/i/${kind}/${name}` },
  ...more,
});
const inventory: Inventory = {
  instance: { id: 'i', arn: 'arn', alias: 'x', partition: 'aws', region: 'us-west-2', account: '000000000000' },
  things: [
    thing('queue', 'Sales'),
    thing('queue', 'Vertrieb Süd'),
    thing('prompt', 'Welcome.wav'),
    thing('flow', 'Hold music', { type: 'CUSTOMER_HOLD' }),
    thing('flow', 'Reception', { type: 'CONTACT_FLOW' }),
    thing('flow', 'Gone', { type: 'CUSTOMER_HOLD', state: 'ARCHIVED' }),
  ],
  from: 'snapshot',
};

const REST = `/// For those who buy.
existing queue Leads "Sales"
existing lambda Tiers { input { phone: text, brand: text }, returns { tier: "gold" | "basic", person: { name: text } } }
existing lambda Other { returns { colour: text } }
existing bot Booking "Booking:live" { intents: ["Book", "Cancel"], slots { Day: text } }
existing view Form { actions: ["Submit", "Back"], returns { answer: text } }
existing module Audit { branches: ["fine", "odd"], input { reason: text }, returns { score: number } }
existing flow Hold { type: customer_hold }
attribute topic { values: ["sales", "support"] }
param Greeting text = "Hello."
param Patience duration = 8s
inbound flow Elsewhere {
  set attributes { elsewhere: "x" }
  disconnect
}
`;

function items(marked: string, more = REST): readonly Completion[] {
  const offset = marked.indexOf('|');
  const session = ide.createSession({ inventory });
  session.set('a.flow', marked.replace('|', ''));
  session.set('b.flow', more);
  return ide.completionsAt(session.analyse(), 'a.flow', offset);
}

const flow = (body: string, type = 'inbound flow') => `${type} A {\n${body}\n}\n`;
const labels = (marked: string) => items(marked).map(({ label }) => label);
const rank = (all: readonly Completion[], label: string) => all.find((one) => one.label === label)?.rank ?? 99;

describe('verbs', () => {
  test.each<[string, string, string[], string[]]>([
    ['on all channels', flow('  |\n  disconnect'), ['play', 'menu', 'hold customer'], []],
    [
      'in the branch of chats',
      flow('  if $.Channel == "CHAT" { | }\n  disconnect'),
      ['play'],
      ['menu', 'hold customer'],
    ],
    ['in the other branch', flow('  if $.Channel == "CHAT" { disconnect } else { | }\n  disconnect'), ['menu'], []],
    [
      'in a case',
      flow('  match $.Channel {\n    on "CHAT" {\n      |\n    }\n    on default -> next\n  }\n  disconnect'),
      ['play'],
      ['menu', 'menu with keys'],
    ],
    ['where calls have left', flow('  if $.Channel != "CHAT" { disconnect }\n  |\n  disconnect'), ['play'], ['menu']],
    [
      'in a step that chats come to',
      flow('  if $.Channel == "CHAT" -> chats\n  disconnect\n  step chats {\n    |\n    disconnect\n  }'),
      ['play'],
      ['menu'],
    ],
    [
      'in a flow for calls alone',
      flow('  |\n  end', 'customer_hold flow'),
      ['loop_prompts'],
      ['transfer to queue', 'menu', 'play'],
    ],
    ['in a module', flow('  |\n  return', 'module'), ['return', 'play'], []],
    ['in no module', flow('  |\n  disconnect'), ['disconnect'], ['return']],
    [
      'of hooks, where one may be set',
      flow('  set |\n  end', 'customer_queue flow'),
      ['hold customer'],
      ['customer_queue'],
    ],
  ])('%s', (_, marked, wanted, unwanted) => {
    const found = labels(marked);
    expect(found).toEqual(expect.arrayContaining(wanted));
    for (const label of unwanted) expect(found).not.toContain(label);
  });

  test('of a prompt on chat are plain texts', () => {
    expect(labels(flow('  if $.Channel == "CHAT" { play | }\n  disconnect'))).toEqual(['"…"', 'param Greeting']);
    expect(labels(flow('  play |\n  disconnect'))).toEqual(expect.arrayContaining(['"…"', 'ssml "…"', 'prompt']));
  });
});

describe('names', () => {
  test('of the source stand before those of the snapshot, and none twice', () => {
    const found = items(flow('  set queue |\n  disconnect'));
    expect(found.map(({ label }) => label)).toEqual(['Leads', 'Vertrieb Süd', 'of agent']);
    expect(rank(found, 'Leads')).toBeLessThan(rank(found, 'Vertrieb Süd'));
    expect(found.map(({ edit }) => edit.newText)).toEqual(['Leads', '"Vertrieb Süd"', 'of agent ']);
    expect(found[0]?.documentation?.()).toContain('For those who buy.');
    expect(found[1]?.documentation?.()).toContain('arn:aws:connect');
  });

  test('of flows are of the type that is wanted, as far as it is known', () => {
    expect(labels(flow('  set hold customer |\n  disconnect'))).toEqual(['Hold', 'Hold music']);
    expect(labels('existing flow |')).toEqual(['Hold music', 'Reception']);
    expect(labels('existing |')).toEqual(expect.arrayContaining(['queue', 'flow', 'module']));
  });

  test('of prompts', () => {
    expect(labels(flow('  play prompt |\n  disconnect'))).toEqual(['Welcome.wav']);
    expect(labels(flow('  loop_prompts { play prompt | }', 'customer_queue flow'))).toEqual(['Welcome.wav']);
  });

  test('of params, where they suit', () => {
    expect(labels(flow('  play param |\n  disconnect'))).toEqual(['Greeting', 'Patience']);
    expect(labels(flow('  ask "?" { timeout: | }\n  disconnect'))).toContain('param Patience');
    expect(labels(flow('  ask "?" { timeout: | }\n  disconnect'))).not.toContain('param Greeting');
    expect(labels('param Name |')).toContain('duration');
  });
});

describe('paths', () => {
  const paths = (body: string, type?: string) => items(flow(body, type));
  test('of a function’s answer, by its declared type, are those of the function that ran last', () => {
    const found = paths(
      '  invoke lambda Other { on error -> next }\n  invoke lambda Tiers { on error -> next }\n  play "$.|"\n  disconnect',
    );
    expect(found.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['$.External.tier', '$.External.person', '$.External.person.name']),
    );
    expect(found.map(({ label }) => label)).not.toContain('$.External.colour');
    expect(found.find(({ label }) => label === '$.External.tier')?.detail).toBe('"gold" | "basic", from Tiers');
    const before = paths('  play "$.|"\n  invoke lambda Tiers { on error -> next }\n  disconnect');
    expect(before.map(({ label }) => label)).not.toContain('$.External.tier');
  });

  test('of modules, bots and views that ran', () => {
    const found = paths(
      '  invoke module Audit { on default, error -> next }\n  bot Booking "?" { on default, error -> next }\n  show view Form { on error, timeout, default -> next }\n  play "$.|"\n  disconnect',
    ).map(({ label }) => label);
    expect(found).toEqual(
      expect.arrayContaining(['$.Modules.ResultData.score', '$.Lex.Slots.Day', '$.Views.ViewResultData.answer']),
    );
  });

  test('of attributes: set on some path before, declared, set elsewhere', () => {
    const found = paths(
      '  if $.Channel == "CHAT" { set attributes { tier: "x", on error -> next } }\n  play "$.|"\n  set attributes { later: "x", on error -> next }\n  disconnect',
    );
    expect(rank(found, '$.Attributes.tier')).toBeLessThan(rank(found, '$.Attributes.topic'));
    expect(rank(found, '$.Attributes.topic')).toBeLessThan(rank(found, '$.Channel'));
    expect(rank(found, '$.Attributes.elsewhere')).toBeLessThan(99);
    expect(rank(found, '$.Attributes.later')).toBe(rank(found, '$.Attributes.topic'));
  });

  test('that nothing has filled come last; those of other kinds of flows not at all', () => {
    const found = paths('  play "$.|"\n  disconnect');
    expect(rank(found, '$.StoredCustomerInput')).toBeGreaterThan(rank(found, '$.CustomerEndpoint.Address'));
    const asked = paths('  ask "?" { on error -> next }\n  play "$.|"\n  disconnect');
    expect(rank(asked, '$.StoredCustomerInput')).toBe(rank(asked, '$.CustomerEndpoint.Address'));
    expect(rank(found, '$.Agent.UserName')).toBe(99);
    expect(rank(paths('  play "$.|"\n  end', 'agent_whisper flow'), '$.Agent.UserName')).toBeLessThan(99);
    expect(found.map(({ label }) => label)).toContain("$.SegmentAttributes['connect:Subtype']");
  });

  test('of what a module is given', () => {
    const module = 'module M {\n  input { phone: text }\n  play "$.|"\n  return\n}\n';
    expect(labels(module)).toContain('$.Modules.Input.phone');
  });

  test('in loops', () => {
    const found = paths('  repeat over $.Attributes.list as item {\n    play "$.|"\n  }\n  disconnect');
    expect(found.map(({ label }) => label)).toContain('$.Loop.item.Element');
  });
});

test('what stands behind inner braces is said already, and what stands behind the own ones is not', () => {
  const menu = (behind: string) =>
    labels(flow(`  menu "x" {\n    |\n    on 1 { play "y" }\n    ${behind}\n  }\n  menu "z" { timeout: 5s }`));
  expect(menu('')).toContain('timeout');
  expect(menu('timeout: 5s')).not.toContain('timeout');
});

describe('values', () => {
  test.each<[string, string, string[]]>([
    ['of a condition', '  if $.Channel == | { disconnect }', ['"VOICE"', '"CHAT"', '"TASK"', '"EMAIL"']],
    ['of a declared attribute', '  if $.Attributes.topic == |', ['"sales"', '"support"']],
    ['of an answer', '  invoke lambda Tiers { on error -> next }\n  if $.External.tier == |', ['"gold"', '"basic"']],
  ])('%s', (_, body, expected) => {
    expect(labels(flow(`${body}\n  disconnect`))).toEqual(expected);
  });

  test.each(['$.Attributes.topic.part', '$.Attributes', '$.Queue.topic'])('of %s are not known', (path) => {
    expect(labels(flow(`  if ${path} == |\n  disconnect`))).toEqual([]);
  });

  test('operators and paths of a condition', () => {
    expect(labels(flow('  if $.Channel |\n  disconnect'))).toEqual(
      expect.arrayContaining(['==', 'starts_with', 'exists']),
    );
    expect(labels(flow('  if |\n  disconnect'))).toEqual(expect.arrayContaining(['$.Channel', 'not']));
    expect(labels(flow('  match |\n  disconnect'))).toContain('$.Attributes.topic');
  });

  test('parameters of a function that are not given yet', () => {
    expect(
      labels(flow('  invoke lambda Tiers {\n    with { phone: "1", | }\n    on error -> next\n  }\n  disconnect')),
    ).toEqual(['brand']);
    expect(labels(flow('  invoke module Audit {\n    with { | }\n  }\n  disconnect'))).toEqual(['reason']);
  });
});

describe('branches', () => {
  test.each<[string, string, string[], string[]]>([
    [
      'of a match',
      '  match $.Attributes.topic {\n    on "sales" -> next\n    on |\n  }',
      ['"support"', 'default'],
      ['"sales"'],
    ],
    [
      'of a match with a default',
      '  match $.Channel {\n    on default -> next\n    |\n  }',
      ['on "CHAT"'],
      ['on default'],
    ],
    [
      'of a menu',
      '  menu "?" {\n    on 1 -> next\n    on 2, timeout -> next\n    on |\n  }',
      ['3', '#', 'error'],
      ['1', '2', 'timeout'],
    ],
    ['of a module', '  invoke module Audit {\n    on "fine" -> next\n    on |\n  }', ['"odd"', 'error'], ['"fine"']],
    ['of a bot', '  bot Booking "?" {\n    on "Book" -> next\n    on |\n  }', ['"Cancel"', 'default'], ['"Book"']],
    ['of a view', '  show view Form {\n    on |\n  }', ['"Submit"', '"Back"'], []],
    ['in the same line', '  menu "?" {\n    on timeout, |\n  }', ['error', '1'], ['timeout']],
  ])('%s', (_, body, wanted, unwanted) => {
    const found = labels(flow(`${body}\n  disconnect`));
    expect(found).toEqual(expect.arrayContaining(wanted));
    for (const label of unwanted) expect(found).not.toContain(label);
  });
});

describe('voices', () => {
  test('for the language that is set beside', () => {
    const body = '  set voice |\n  set contact { language: ja-JP, on error -> next }\n  disconnect';
    const found = labels(flow(body));
    expect(found).toContain('Kazuha');
    expect(found).not.toContain('Joanna');
  });
  test('for the language that was set before', () => {
    const found = items(flow('  set contact { language: en-GB, on error -> next }\n  set voice |\n  disconnect'));
    expect(rank(found, 'Amy')).toBeLessThan(rank(found, 'Joanna'));
    expect(rank(found, 'Kazuha')).toBe(99);
  });
  test('for the texts, where nothing is set', () => {
    const found = items(flow('  set voice |\n  play "いらっしゃいませ"\n  disconnect'));
    expect(rank(found, 'Kazuha')).toBeLessThan(rank(found, 'Joanna'));
  });
  test('with the engines that they have; languages by voice', () => {
    expect(labels(flow('  set voice Takumi |\n  disconnect'))).toEqual(['standard', 'neural']);
    const found = items(flow('  set voice Kazuha { on error -> next }\n  set contact { language: | }\n  disconnect'));
    expect(rank(found, 'ja-JP')).toBeLessThan(rank(found, 'en-US'));
  });
});

test('time zones say whose they are', () => {
  const zone = items('hours H {\n  timezone: |\n}\n').find(({ label }) => label === 'Asia/Tokyo');
  expect(zone?.detail).toBe('JP');
  expect(zone?.edit.newText).toBe('"Asia/Tokyo"');
});

test('keys of a declaration that are there are not offered, before or behind', () => {
  const found = labels('queue Q {\n  hours: H\n  |\n  max_contacts: 5\n}\n');
  expect(found).toContain('caller_id');
  expect(found).not.toContain('hours');
  expect(found).not.toContain('max_contacts');
});

describe('snippets', () => {
  const DECLARED = 'existing hours Office\nexisting queue Support\nexisting lambda Lookup\n';
  const inLoop = (text: string) =>
    text.includes('-> break') && !text.startsWith('repeat') ? `repeat 2 {\n${text}\n}` : text;
  test.each(SNIPPETS.map(({ label, text }) => [label, text]))('%s is a right piece of a flow', (label, text) => {
    const body = inLoop(
      filled(text).replace(/\{\s*\}/g, label === 'step' ? '{ disconnect }' : '{ play "x" { on error -> next } }'),
    );
    const source = `${DECLARED}inbound flow A {\n${body}\ndisconnect\n}\n`;
    const found = compile([{ path: 'a.flow', text: source }]).diagnostics;
    expect(
      found.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`),
    ).toEqual([]);
  });
});

test('there is documentation beside each item', () => {
  const places = [
    '|',
    'existing |',
    'existing queue |',
    'param X |',
    'queue Q {\n  |\n}\n',
    'hours H {\n  mon-fri: |\n}\n',
    'hours H {\n  timezone: |\n}\n',
    ...[
      '  |',
      '  set |',
      '  set queue |',
      '  set voice |',
      '  set logging |',
      '  on |',
      '  play |',
      '  play "$.|"',
      '  if |',
    ].map((body) => flow(body)),
    ...[
      '  if $.Channel |',
      '  if $.Channel == |',
      '  match $.Channel {\n on |\n}',
      '  ask "x" { | }',
      '  -> |',
      '  set attributes { | }',
    ].map((body) => flow(body)),
    ...[
      '  menu "x" { on | }',
      '  set contact { language: | }',
      '  invoke lambda Tiers { with { | } }',
      '  set voice Kazuha |',
    ].map((body) => flow(body)),
  ];
  for (const place of places) {
    const found = items(place);
    expect(found.length, place).toBeGreaterThan(0);
    for (const { label, documentation } of found) {
      expect(documentation?.().length ?? 0, `${label} in ${place}`).toBeGreaterThan(0);
    }
  }
});
