/** What a module returns is held against what it declares, as its calls are. */
import { describe, expect, it } from 'vitest';
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
