/** A mistake is told once: what is only said because of it is not. */
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler.ts';

function told(text: string): readonly string[] {
  return compile([{ path: 'x.flow', text }]).diagnostics.map(
    ({ code, place: { source, span } }) => `${String(source.text.slice(0, span.start).split('\n').length)} ${code}`,
  );
}

describe('a default that cannot be read', () => {
  const flow = (line: string, kind = 'inbound flow') =>
    told(
      `${kind} A {\n  set logging on\n  -> a\n  step a {\n    ${line}\n    set attributes { a: "b" }\n    -> disconnect\n  }\n}\n`,
    );

  it('is not missing in the statements that it was for', () => {
    expect(flow('on error')).toEqual(['5 syntax/missing-target']);
    expect(flow('on error, at_capacity')).toEqual(['5 syntax/missing-target']);
    expect(flow('error -> disconnect')).toEqual(['5 syntax/missing-on']);
    expect(flow('error, at_capacity -> disconnect')).toEqual(['5 syntax/jump-behind-statement']);
  });

  it('takes in the next line behind its comma, which is no statement then', () => {
    expect(flow('on error,\n    transfer_queue')).toEqual(['6 syntax/missing-target']);
  });

  it('of a module may stand below what the module takes', () => {
    const text =
      'module A {\n  input { a: text }\n  on error\n  set attributes { a: $.Modules.Input.a }\n  return\n}\n';
    expect(told(text)).toEqual(['3 syntax/missing-target']);
  });

  it('is missing where none was written', () => {
    expect(flow('play "Hello" there "you"')).toContain('6 check/unhandled-branch');
    expect(flow('note "Hello."')).toEqual(['6 check/unhandled-branch']);
  });
});

describe('a branch that is spelled otherwise', () => {
  it.each([
    'match $.Attributes.a { on "b" -> next, on deafult -> disconnect }',
    'split { on 10% -> next, on deafult -> disconnect }',
  ])('does not lack, too: %s', (statement) => {
    expect(told(`inbound flow A {\n  set logging on\n  ${statement}\n  play "Hello."\n  disconnect\n}\n`)).toEqual([
      '3 check/unknown-branch',
    ]);
  });
});

describe('a name or a head that is missing', () => {
  it('of a step is not missed again where something leads to it', () => {
    const text = 'inbound flow A {\n  set logging on\n  -> offer\n\n  step { disconnect }\n}\n';
    expect(told(text)).toEqual(['5 syntax/missing-name']);
  });

  it('leaves open whether a flow may say what it takes', () => {
    expect(told('A "a" {\n  input { phone: text }\n  -> b\n\n  step b { return }\n}\n')).toEqual([
      '1 syntax/missing-flow',
    ]);
  });

  it('in what a module takes is not missed by those that invoke it', () => {
    const caller =
      'inbound flow B {\n  set logging on\n  invoke module A { with { phone: "x" }, on error -> next }\n  disconnect\n}\n';
    expect(told(`module A {\n  input { phone: , name: text }\n  set logging on\n  return\n}\n${caller}`)).toEqual([
      '2 syntax/missing-value',
    ]);
    expect(told(`module A {\n  input { name: text }\n  set logging on\n  return\n}\n${caller}`)).toContain(
      '8 service/module-contract',
    );
  });
});

describe('a block that goes nowhere', () => {
  it('is told besides a mistake that stands elsewhere in the flow', () => {
    const text = 'inbound flow A {\n  set logging on\n  -> none\n\n  step b { plai "x", disconnect }\n}\n';
    expect(told(text)).toEqual(['2 service/missing-next', '5 check/unknown-statement']);
  });
});

describe('a sign of another language', () => {
  const flow = (line: string) => told(`inbound flow A {\n  set logging on\n  ${line}\n  disconnect\n}\n`);

  it.each([
    ['plai "Hello.";', ['3 check/unknown-statement', '3 syntax/lookalike']],
    ['play "Hello."; plai "Bye.";', ['3 syntax/lookalike', '3 check/unknown-statement']],
    ["plai 'Hello.'", ['3 check/unknown-statement', '3 syntax/wrong-quotes']],
    ['if $.Attributes.a == "x" && $.Attributes.b == "y" => nowhere', ['3 syntax/lookalike', '3 check/unknown-target']],
    ['set attributes { a: "x"; a: "y"; on error -> next }', ['3 syntax/lookalike', '3 check/duplicate-parameter']],
  ])('hides nothing that is wrong besides: %s', (line, expected) => {
    expect(flow(line)).toEqual(expected);
  });

  it('is told alone where it is all that is wrong', () => {
    expect(flow('play "Hello.";')).toEqual(['3 syntax/lookalike']);
    expect(flow('if $.Attributes.a == "x" { play "A"; }; else { play "B"; };')).toEqual(['3 syntax/lookalike']);
  });

  it('may be why something else on its line cannot be read', () => {
    expect(flow('menu "Press 1." { on => nowhere }')).toEqual(['3 syntax/lookalike']);
  });
});

describe('a way that leads nowhere', () => {
  it('may end in a statement that stands behind another on its line', () => {
    const flow = (end: string) => `inbound flow A {\n  set logging on\n  play "Goodbye." ${end}\n}\n`;
    expect(told(flow('disconnect'))).toEqual(['3 check/surplus-operand']);
    expect(told(flow(''))).toEqual(['3 check/path-without-end']);
  });

  it('out of no `repeat` is not also missing at the statements that come to it', () => {
    const flow = (jump: string) =>
      `inbound flow A {\n  set logging on\n  if $.Channel == "CHAT" { set routing { priority: 1 } }\n  repeat 3 { play "Hello." }\n  -> ${jump}\n}\n`;
    expect(told(flow('disconnect'))).toEqual([]);
    expect(told(flow('break'))).toEqual(['5 check/outside-repeat']);
    expect(told(flow('continue'))).toEqual(['5 check/outside-repeat']);
  });

  it('since no comparison says when is not also unreachable', () => {
    const flow = (check: string) =>
      `existing queue Desk\ninbound flow A {\n  on error -> bye\n  set logging on\n  check queue_size Desk ${check} { on default -> bye }\n  set routing { priority: 1 }\n  -> bye\n  step bye {\n    play "Goodbye."\n    disconnect\n  }\n}\n`;
    expect(told(flow('> 5'))).toEqual([]);
    expect(told(flow(''))).toEqual(['5 service/missing-condition']);
  });
});

describe('a statement that there is not', () => {
  it('may be what ends a path, also of those who jump to it', () => {
    const text = (other: string) =>
      `inbound flow A {\n  set logging on\n  play "Hello."\n  -> b\n  step b { meun "Press 1." }\n${other}}\n`;
    expect(told(text(''))).toEqual(['5 check/unknown-statement']);
    expect(told(text('  step c { play "Bye." }\n'))).toContain('6 check/path-without-end');
  });

  it('may be what is repeated', () => {
    const text =
      'inbound flow A {\n  set logging on\n  reepat 3 {\n    if $.Channel == "CHAT" -> continue\n    play "Hello."\n    -> break\n  }\n  disconnect\n}\n';
    expect(told(text)).toEqual(['3 syntax/body-of-statement']);
  });
});

describe('a key that is spelled otherwise', () => {
  it('does not make the branch wrong that goes with it', () => {
    const ask = 'ask "Your number?" {\n    phnoe_number: JP\n    on invalid_number, error -> disconnect\n  }';
    expect(told(`inbound flow A {\n  set logging on\n  ${ask}\n  disconnect\n}\n`)).toEqual([
      '4 check/unknown-parameter',
    ]);
  });
});

describe('a param', () => {
  it('that a statement uses which cannot be read is not unused, too', () => {
    const text =
      'param Hello text = "Hello."\ninbound flow A {\n  set logging on\n  play: param Hello\n  disconnect\n}\n';
    expect(told(text)).toEqual(['4 syntax/parameter-in-body']);
    expect(told(text.replace('play: param Hello', 'plya "Hello."'))).toEqual([
      '1 check/unused-param',
      '4 check/unknown-statement',
    ]);
  });
});

describe('a declaration with a mistake', () => {
  const project = (user: string, serves: string) =>
    told(
      `user ann {\n  ${user}\n  first_name: "A"\n  last_name: "B"\n  phone: soft\n  security_profiles: [Agent]\n}\n` +
        `existing security_profile Agent\nhours Always { timezone: "Asia/Tokyo", mon-sun: 00:00-24:00 }\nqueue Desk { hours: Always }\n` +
        `routing_profile Main {\n  concurrency: { voice: 1 }\n  default_outbound_queue: Desk\n  ${serves}\n}\n`,
    );
  const PROFILE = 'routing_profile: Main';
  const SERVES = 'serves Desk { channels: [voice], priority: 1, delay: 0s }';

  it('may be the one that is related to others', () => {
    expect(project(PROFILE, SERVES)).toEqual([]);
    expect(project('routing_profile Main', SERVES)).toEqual(['2 check/property-form']);
    expect(project('routing_profile: = Main', SERVES)).toEqual(['2 syntax/missing-value']);
    expect(project(PROFILE, SERVES.replace('[voice]', '[voice'))).toHaveLength(1);
    expect(project(PROFILE, SERVES.replace('serves', 'servse'))).toHaveLength(1);
  });

  it('of another kind is no reason', () => {
    const text = project(PROFILE, '').map((line) => line.replace(/^\d+ /, ''));
    expect(text).toEqual(['check/queue-not-served']);
    expect(project(`${PROFILE}\n  acw_timeout 30s`, '')).toContain('11 check/queue-not-served');
  });

  it('may be the number that says its flow in another way', () => {
    const flow = 'inbound flow A {\n  -> disconnect\n}\n';
    expect(told(`number Main "+81501234XXXX" { flow: A }\n${flow}`)).toEqual(['1 check/unknown-property']);
    expect(told(`number Main "+81501234XXXX"\n${flow}`)).toEqual(['1 check/number-without-flow']);
  });

  it('may be the queue that has what a callback needs', () => {
    const callback = (key: string) =>
      told(
        `number Line "+81501234XXXX" -> A\nhours Always { timezone: "Asia/Tokyo", mon-sun: 00:00-24:00 }\n` +
          `queue Desk {\n  hours: Always\n  ${key}: { name: "Desk", number: Line }\n}\nexisting routing_profile P\n` +
          'inbound flow A {\n  on error, invalid_number, not_dialable -> next\n  set logging on\n  set callback_number $.CustomerEndpoint.Address\n' +
          '  transfer to callback_queue { queue: Desk, delay: 30s, attempts: 2, retry_after: 10m }\n  disconnect\n}\n',
      ).filter((line) => !line.endsWith('callback-number-refused'));
    expect(callback('caller_id')).toEqual([]);
    expect(callback('caller_idx')).toEqual(['5 check/unknown-property']);
  });
});

describe('a brace', () => {
  const flow = (statements: string) => told(`inbound flow A {\n  set logging on\n${statements}}\n`);

  it('that is not closed takes in what follows, and that is told once', () => {
    const ask = '  ask "Number?" {\n    max_digits: 4\n    on error -> disconnect\n';
    const behind = '  set attributes { a: "b" }\n  play "Hello."\n  if $.Channel == "CHAT" -> next\n  -> disconnect\n';
    expect(flow(`${ask}${behind}}\n`)).toEqual(['6 check/statement-as-parameter']);
    expect(flow(`${ask}    max_digit: 5\n${behind}}\n`)).toEqual([
      '6 check/unknown-parameter',
      '7 check/statement-as-parameter',
    ]);
  });

  it('that a step lacks is not also why paths do not end', () => {
    const text =
      'inbound flow A {\n  on error -> bye\n  play "Hello."\n  set attributes { a: "b" }\n  disconnect\n  step bye\n}\n';
    expect(told(text)).toEqual(['6 syntax/missing-body']);
  });

  it('that is too much does not make the steps behind it unknown', () => {
    const text = '  -> bye\n  step other {\n    disconnect }\n  }\n}\n  step bye { disconnect }\n';
    expect(flow(text).filter((one) => one.includes('unknown-target'))).toEqual([]);
  });
});

describe('advice', () => {
  const flow = (where: string) =>
    told(
      `inbound flow A {\n  set logging on\n  play "TODO"\n  play "Hello."\n  -> ${where}\n  step b { -> missing }\n}\n`,
    );

  it('about a block is given while others have errors, about the flow when it has none', () => {
    expect(flow('disconnect')).toEqual(['3 lint/placeholder-text', '6 check/unknown-target']);
    const whole = told('inbound flow A {\n  set logging on\n  play "TODO"\n  disconnect\n  step b { disconnect }\n}\n');
    expect(whole).toEqual(['3 lint/placeholder-text', '5 lint/unreachable-block']);
  });

  it('about an event flow rests on the block and the flow that it names', () => {
    const text = (target: string) =>
      `existing flow Hold { type: agent_hold }\ninbound flow A {\n  set logging on\n  set hold customer Hold { on error -> next }\n  -> ${target}\n}\n`;
    expect(told(text('disconnect'))).toEqual(['4 lint/event-hook-flow']);
    expect(told(text('missing'))).toEqual(['4 lint/event-hook-flow', '5 check/unknown-target']);
  });

  it('about a block waits while that block has an error', () => {
    const text = 'inbound flow A {\n  set logging on\n  play "TODO" { lodu: yes }\n  disconnect\n}\n';
    expect(told(text)).toEqual(['3 check/unknown-parameter']);
  });
});

describe('a parameter that cannot be read', () => {
  const flow = (statement: string) => told(`inbound flow A {\n  set logging on\n  ${statement}\n  disconnect\n}\n`);

  it('is not also missing', () => {
    expect(flow('set routing priority: 1')).toEqual(['3 syntax/statements-on-one-line']);
  });

  it('is missing where none was written', () => {
    expect(flow('set routing')).toEqual(['3 service/missing-one-of']);
  });
});
