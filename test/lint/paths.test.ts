/** What is said of paths that lead nowhere, and of values that a module does not have. */
import { describe, expect, it } from 'vitest';
import { checkJson, compile } from '../../src/compiler.ts';
import { flow, block, play } from '../../src/lint/sample.ts';
import { found } from './found.ts';

/** Code, underlined text and help of what is wrong with the statements of a flow. */
function said(statements: string): readonly string[] {
  const text = `inbound flow T {\n  on error -> next\n  set logging on\n  ${statements}\n  disconnect\n}\n`;
  return compile([{ path: 't.flow', text }]).diagnostics.map(
    ({ code, help, place: { span } }) => `${code} ${text.slice(span.start, span.end)} | ${help ?? ''}`,
  );
}

describe('a path that begins with nothing that Connect knows', () => {
  it('is told once, however often a text has it', () => {
    expect(said('play "$.Foo.Bar, $.Queue.Foo and again $.Foo.Bar"')).toEqual([
      'lint/unknown-namespace $.Foo.Bar | Write `$.Attributes.` before a name of your own.',
      'lint/unknown-namespace $.Queue.Foo | It has `Name`, `ARN`, `OutboundCallerId`.',
    ]);
  });

  it.each([
    ['$.Atributes.name', 'Did you mean `$.Attributes`?'],
    ['$.Attributestier', 'Did you mean `$.Attributes.tier`?'],
    ['$.Externals.tier', 'Did you mean `$.External`?'],
    ['$.Queue.Size', 'Did you mean `$.Metrics.Queue.Size`?'],
    ['$.Agents.Staffed.Count', 'Did you mean `$.Metrics.Agents`?'],
    ['$.Metrics.Size', 'It has `Queue`, `Agents`, `Contact`.'],
    ['$.Metrics', 'It has `Queue`, `Agents`, `Contact`.'],
    ['$.Email.Subject', 'It has `EmailMessage`.'],
    ['$.Lex.SlotsX', 'Did you mean `$.Lex.Slots`?'],
    ['$.ExternalTool.Result', 'Did you mean `$.ExternalTool.ResultData`?'],
  ])('%s is told with what there is', (path, help) => {
    expect(said(`play "It is ${path} now."`)).toEqual([`lint/unknown-namespace ${path} | ${help}`]);
  });

  it('is none that a block writes which flowc has no statement for', () => {
    expect(said('play "$.ExternalTool.ResultData.status of $.ExternalTool.InvocationId"')).toEqual([]);
  });

  it('is told as such where nothing but a path may stand', () => {
    expect(said('if $.tier == "gold" { play "Hello." }')).toEqual([
      'service/path-required $.tier | Write `$.Attributes.` before a name of your own.',
    ]);
    expect(said('if $.Attributestier == "gold" { play "Hello." }')).toEqual([
      'service/path-required $.Attributestier | Did you mean `$.Attributes.tier`?',
    ]);
    expect(said('if $.External == "gold" { play "Hello." }')).toEqual([
      'service/path-required $.External | Put the value into an attribute first, and give the path of the attribute.',
    ]);
  });
});

describe('a value of a module', () => {
  const CODE = 'lint/module-value-not-declared';
  const module = (head: string, path: string) =>
    found(`module Verify {\n  ${head}\n  play "Hello ${path} there"\n  return\n}\n`, CODE);

  it('is read by the module as its input declares it', () => {
    const head = 'input { phone: text, person: { name: text } }';
    expect(module(head, '$.Modules.Input.phone')).toEqual([]);
    expect(module(head, '$.Modules.Input.person.name')).toEqual([]);
    expect(module(head, '$.Modules.Input')).toEqual([]);
    expect(module(head, '$.Modules.Input.fone')).toEqual([`${CODE} play "Hello $.Modules.Input.fone there"`]);
    expect(module(head, '$.Modules.Input.person.age')).toEqual([
      `${CODE} play "Hello $.Modules.Input.person.age there"`,
    ]);
    expect(module('set logging on', '$.Modules.Input.fone')).toEqual([]);
  });

  const caller = (calls: string, path: string) =>
    found(
      `module Verify {\n  returns { name: text }\n  return { result { name: "A" } }\n}\nmodule Other { return }\n` +
        `existing module Third { returns { id: text } }\n` +
        `inbound flow Main {\n  on error, default -> next\n  ${calls}\n  play "Hello ${path} there"\n  disconnect\n}\n`,
      CODE,
    );

  it('is read by the caller as the module that ran last declares it', () => {
    expect(caller('invoke module Verify', '$.Modules.ResultData.name')).toEqual([]);
    const told = [`${CODE} play "Hello $.Modules.ResultData.nme there"`];
    expect(caller('invoke module Verify', '$.Modules.ResultData.nme')).toEqual(told);
    expect(caller('invoke module Verify\n  invoke module Third', '$.Modules.ResultData.nme')).toEqual(told);
    expect(caller('invoke module Third\n  invoke module Verify', '$.Modules.ResultData.id')).toEqual([
      `${CODE} play "Hello $.Modules.ResultData.id there"`,
    ]);
  });

  it('may be any where the last module does not say what it returns, or none has run', () => {
    expect(caller('invoke module Verify\n  invoke module Other', '$.Modules.ResultData.nme')).toEqual([]);
    expect(
      caller(
        'if $.Channel == "CHAT" {\n    invoke module Other\n  } else {\n    invoke module Verify\n  }',
        '$.Modules.ResultData.nme',
      ),
    ).toEqual([]);
    expect(caller('set logging on', '$.Modules.ResultData.nme')).not.toContain(CODE);
    expect(caller('invoke module Verify', '$.Modules.Result')).toEqual([]);
  });

  it('is held against the contract in the answer of describe-contact-flow-module', () => {
    const told = (settings: object) =>
      checkJson({
        path: 'module.json',
        text: JSON.stringify({
          ContactFlowModule: {
            Settings: JSON.stringify(settings),
            Content: JSON.stringify(
              flow([play('hello', 'Hello $.Modules.Input.fone there', 'end'), block('end', 'EndFlowModuleExecution')]),
            ),
          },
        }),
      }).flatMap(({ code, help }) => (code === CODE ? [help] : []));
    const schema = { type: 'object', properties: { phone: { type: 'string' }, fon: { type: 'string' } } };
    expect(told({ input: { schema } })).toEqual(['Did you mean `$.Modules.Input.fon`?']);
    expect(told({})).toEqual([]);
  });
});
