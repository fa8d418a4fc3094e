/** What a module returns is held against what it declares, as its calls are. */
import { describe, expect, it } from 'vitest';
import { checkJson } from '../../src/compiler.ts';
import { found } from './found.ts';

const MODULE = (head: string, last: string) => `module Verify {\n${head}\n  ${last}\n}\n`;
const told = (head: string, last: string) => found(MODULE(head, last), 'service/module-contract');
const HEAD = '  returns { customerId: text }\n  branches ["verified", "failed"]\n';

describe('a return', () => {
  it('takes a branch that the module declares', () => {
    expect(told(HEAD, 'return "verified" { result { customerId: "1" } }')).toEqual([]);
    expect(told(HEAD, 'return')).toEqual([]);
    expect(told(HEAD, 'return "verifyed"')).toEqual([
      'error: The module `Verify` has no branch "verifyed".',
      'service/module-contract return "verifyed"',
    ]);
  });

  it('gives back what the module declares', () => {
    expect(told(HEAD, 'return "failed" { result { customer: "1" } }')).toEqual([
      'error: The module `Verify` has no result "customer".',
      'service/module-contract return "failed" { result { customer: "1" } }',
    ]);
  });

  it('declares by itself where the head does not', () => {
    expect(told('', 'return "done" { result { any: "1" } }')).toEqual([]);
    expect(told('', 'action EndFlowModuleExecution { Result: "done", ends }')).toEqual([]);
  });
});

describe('a call', () => {
  const call = (statement: string) =>
    found(
      `module Verify {\n  input { phone: text }\n  return\n}\ninbound flow A {\n  ${statement}\n  disconnect\n}\n`,
      'service/module-contract',
    );
  it('gives what the module takes', () => {
    expect(call('invoke module Verify { with { phone: "1" }, on default, error -> next }')).toEqual([]);
    const other = 'invoke module Verify { with { fone: "1" }, on default, error -> next }';
    expect(call(other)).toEqual([
      'error: The module `Verify` has no input "fone".',
      `service/module-contract ${other}`,
    ]);
  });
});

describe('a return in the answer of describe-contact-flow-module', () => {
  const answer = (Result: string, settings: object, Name?: string) =>
    JSON.stringify({
      ContactFlowModule: {
        ...(Name === undefined ? {} : { Name }),
        Settings: JSON.stringify(settings),
        Content: JSON.stringify({
          Version: '2019-10-30',
          StartAction: 'end',
          Actions: [
            {
              Identifier: 'end',
              Type: 'EndFlowModuleExecution',
              Parameters: { Result, ResultData: { customer: '1' } },
              Transitions: {},
            },
          ],
          Settings: {},
        }),
      },
    });
  const told = (text: string) =>
    checkJson({ path: 'module.json', text }).map(({ code, message, place: { span } }) =>
      [code, message, text.slice(span.start, span.end)].join(' | '),
    );
  const contract = {
    resultData: { schema: { type: 'object', properties: { customerId: { type: 'string' } } } },
    transitions: { results: [{ name: 'verified', description: '' }] },
  };

  it('is held against the settings beside the content', () => {
    expect(told(answer('verifyed', contract, 'Verify'))).toEqual([
      'service/module-contract | The module `Verify` has no branch "verifyed". | \\"verifyed\\"',
      'service/module-contract | The module `Verify` has no result "customer". | \\"1\\"',
    ]);
    expect(told(answer('verifyed', contract))[0]).toContain('This module has no branch "verifyed".');
  });

  it('is held against nothing where the settings declare nothing', () => {
    expect(told(answer('verifyed', {}, 'Verify'))).toEqual([]);
  });
});
