import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler.ts';
import { settingOfType, type ParamSetting } from '../../src/check/param-values.ts';
import { NOWHERE } from '../../src/text/text.ts';
import { format } from '../../src/syntax/format.ts';
import { entityData } from '../../src/check/data.ts';
import { lookUp } from '../../src/check/program.ts';
import { safeEdits } from '../../src/cli/fix.ts';

const flow = (statements: string) => `inbound flow Main {
  on error -> disconnect
${statements}
  disconnect
}
`;

function compiled(text: string, settings: Readonly<Record<string, ParamSetting>> = {}) {
  const { flows, diagnostics, program, params } = compile([{ path: 'a.flow', text }], {
    params: { environment: 'prod', settings },
  });
  const documents = flows.map((one) => one.emitted().document as { Actions: { Parameters: unknown }[] });
  const told = diagnostics
    .filter(({ severity }) => severity !== 'hint')
    .map(({ code, place: { source, span } }) => `${code} ${source.text.slice(span.start, span.end)}`);
  return { text: JSON.stringify(documents), told, program, params, diagnostics };
}

describe('a param', () => {
  it('stands for the value of the environment, else for its default', () => {
    const text = `param Greeting text = "Hello."\n${flow('  play param Greeting')}`;
    expect(compiled(text).text).toContain('"Hello."');
    const { text: document, told } = compiled(text, { Greeting: 'Welcome.' });
    expect([document.includes('Welcome.'), document.includes('Hello.'), told]).toEqual([true, false, []]);
  });

  it('has its value also under a key that is written in decomposed letters', () => {
    const { text, told } = compiled(`param Café text\n${flow('  play param Café')}`, {
      ['Café'.normalize('NFD')]: 'Hello.',
    });
    expect([text.includes('"Hello."'), told]).toEqual([true, []]);
  });

  it.each([
    ['number', 4, 'set routing { priority: param P }', '"4"'],
    ['number', 20, 'set routing { priority: param P }', '"20"'],
    ['duration', '8s', 'play "a"\n  wait param P', '"8"'],
    ['on | off', true, 'set logging param P', '"Enabled"'],
    ['on | off', false, 'set logging param P', '"Disabled"'],
    ['off | on', 'off', 'set logging param P', '"Disabled"'],
    ['"de" | "fr"', 'fr', 'set attributes { country: param P }', '"fr"'],
    ['text', '$.Attributes.x', 'set attributes { country: param P }', '"$.Attributes.x"'],
  ])('of type %s may be %j', (type, value, statement, wanted) => {
    const { text, told } = compiled(`param P ${type}\n${flow(`  ${statement}`)}`, { P: value });
    expect(told.filter((one) => one.startsWith('check/'))).toEqual([]);
    expect(text).toContain(wanted);
  });

  it.each([
    ['number', '4', 'set routing { priority: param P }', '"4"'],
    ['on | off', 'on', 'set logging param P', '"Enabled"'],
    ['duration', '8s', 'play "a"\n  wait param P', '"8"'],
    ['phone', '"+81501234XXXX"', 'transfer to number param P { on error -> next }', '"+81501234XXXX"'],
    ['lambda', '"lookup"', 'set attributes { country: param P }', '"lookup"'],
    ['"de" | "fr"', '"fr"', 'set attributes { country: param P }', '"fr"'],
  ])('of type %s stands for its default %s', (type, value, statement, wanted) => {
    const { text, told } = compiled(`param P ${type} = ${value}\n${flow(`  ${statement}`)}`);
    expect(told.filter((one) => /^(?:check|syntax)/.test(one))).toEqual([]);
    expect(text).toContain(wanted);
  });

  it('stands in conditions, lists, branches, clauses and braces', () => {
    const text = `param Gold text = "gold"
param Voice text = "v"
lambda F { returns { tier: text } }
${flow(`  invoke lambda F { with { a: param Voice } }
  if $.External.tier == param Gold { play "x" } else { play "y" }
  match $.External.tier {
    on param Gold { play param Voice }
    on default -> next
  }
  repeat 2 { play param Voice }`)}`;
    const { text: document, told } = compiled(text, { Gold: 'platinum' });
    expect(told).toEqual([]);
    expect(document.match(/"Operands":\["platinum"\]/g)).toHaveLength(2);
    expect(document.match(/"v"/g)?.length).toBeGreaterThanOrEqual(3);
  });

  it('stands in declarations: display names, numbers, function names, pins, properties', () => {
    const text = `param Label text = "Support DE"
param Line phone = "+4955500XXXX"
param Function lambda = "lookup-dev"
param Template text = "t1"
param Most number = 5
hours H { timezone: "Asia/Tokyo", mon: 09:00-17:00 }
queue Q param Label { hours: H, max_contacts: param Most }
number N param Line -> Main
lambda F param Function
existing case_template T = Template
${flow('  set queue Q\n  transfer to queue { on at_capacity -> next }')}`;
    const { program, told } = compiled(text, { Function: 'lookup:live', Template: 't2' });
    expect(told).toEqual([]);
    const display = (kind: 'queue' | 'number' | 'lambda', name: string) => lookUp(program, kind, name)?.display;
    expect([display('queue', 'Q'), display('number', 'N'), display('lambda', 'F')]).toEqual([
      'Support DE',
      '+4955500XXXX',
      'lookup:live',
    ]);
    expect(lookUp(program, 'case_template', 'T')?.pin).toBe('t2');
    expect(entityData(lookUp(program, 'queue', 'Q')!)).toMatchObject({ max_contacts: 5 });
  });

  it('may be called as anything else', () => {
    expect(
      compiled(`queue param { hours: param }\nhours param { timezone: "Asia/Tokyo", mon: closed }`).told,
    ).not.toContain(expect.stringContaining('param'));
    expect(compiled(`param param text = "x"\n${flow('  play param param')}`).text).toContain('"x"');
  });

  it('may have a name in any script', () => {
    const { text, told } = compiled(`param 挨拶 text = "もしもし"\n${flow('  play param 挨拶')}`, {
      挨拶: 'こんにちは',
    });
    expect([text.includes('こんにちは'), told]).toEqual([true, []]);
  });
});

it('a time is none that the language could not write', () => {
  expect(settingOfType({ is: 'duration' }, '90s', NOWHERE)).toMatchObject({ text: '90s' });
  expect(settingOfType({ is: 'duration' }, '1.5m', NOWHERE)).toBeUndefined();
});

describe('what is wrong with a param', () => {
  it.each([
    ['param P\n', 'check/param-form P'],
    ['param P colour\n', 'check/param-form colour'],
    ['param P on | "off"\n', 'check/param-form on'],
    ['param P on | on\n', 'check/param-form on'],
    ['param P text { a: 1 }\n', 'check/param-form { a: 1 }'],
    ['existing param P text\n', 'check/param-form param'],
    ['param P text = 5\n', 'check/param-default 5'],
    ['param P number = "5"\n', 'check/param-default "5"'],
    ['param P on | off = yes\n', 'check/param-default yes'],
    ['param P duration = 8%\n', 'check/param-default 8%'],
    ['param P phone = "twelve"\n', 'check/param-default "twelve"'],
    ['param P "a" | "b" = "c"\n', 'check/param-default "c"'],
    ['param P text = "a"\nparam P text = "b"\n', 'check/duplicate-param P'],
    ['param P text\n', 'check/param-without-value P'],
  ])('%j is told, and nothing follows from it', (declaration, wanted) => {
    expect(compiled(`${declaration}${flow('  play param P')}`).told).toEqual([wanted]);
  });

  it('a use of none is told once', () => {
    expect(compiled(flow('  play param Nope')).told).toEqual(['check/unknown-param Nope']);
    expect(compiled(`param Greeting text = "a"\n${flow('  play param Greetings')}`).told).toEqual([
      'check/unknown-param Greetings',
    ]);
  });

  it('one that is used nowhere is a warning', () => {
    expect(compiled(`param P text = "a"\n${flow('  play "x"')}`).told).toEqual(['check/unused-param P']);
  });

  it('a setting of another kind counts as none', () => {
    expect(compiled(`param P number\n${flow('  set routing { priority: param P }')}`, { P: 'many' }).told).toEqual([
      'check/param-without-value P',
    ]);
  });

  it('a value that does not fit is told where it is used', () => {
    const { told } = compiled(`param P text = "loud"\n${flow('  set routing { priority: param P }')}`);
    expect(told).toEqual(['service/parameter-value param P']);
  });

  it.each([
    ['an operand', 'Greeting text = "Hello."', '  play Greeting', 'check/missing-operand', 'param Greeting'],
    ['a switch', 'Recording on | off = off', '  set logging Recording', 'check/value-kind', 'param Recording'],
    [
      'a text that is optional',
      'Greeting text = "Hello."',
      '  menu Greeting { on 1, timeout, default -> next }',
      'check/surplus-operand',
      'param Greeting',
    ],
  ])('its name alone is not its value: %s', (_, declaration, statement, code, meant) => {
    const { diagnostics } = compiled(`param ${declaration}\n${flow(statement)}`);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map((one) => [one.code, one.help, one.fixes?.[0]?.edits[0]?.newText])).toEqual([
      [code, `Did you mean \`${meant}\`?`, meant],
    ]);
  });

  it('nothing follows from a value that is not there', () => {
    const { told } = compiled(`param Desk phone
number Main param Desk -> Main
hours Office { timezone: "Asia/Tokyo", mon: 09:00-18:00 }
queue Guests { hours: Office, caller_id: { name: "Hotel", number: Main } }
${flow('  set queue Guests')}`);
    expect(told.filter((one) => one.startsWith('check/foreign-hours'))).toEqual([]);
  });

  it('nothing is handed on that has no value', () => {
    expect(compiled(`param P text\n${flow('  play param P')}`).text).toBe('[]');
  });
});

describe('the text of a param', () => {
  it('is no place for fixes', () => {
    // What would be corrected in a text cannot be corrected where only its name stands.
    const { diagnostics } = compiled(`param P text = "a"\n${flow('  set logging param P')}`);
    expect(safeEdits(diagnostics).size).toBe(0);
  });

  it('stays as it is written when a file is formatted', () => {
    const text = `param Greeting text = "Hello."
param Log on | off = on

inbound flow Main {
  on error -> disconnect

  set logging param Log
  play param Greeting
  set attributes { a: param Greeting }
  disconnect
}
`;
    expect(format({ path: 'a.flow', text }).text).toBe(text);
  });
});
