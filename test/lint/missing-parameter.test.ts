/** What to write for a parameter that is missing. */
import { describe, expect, it } from 'vitest';
import { checkJson, compile } from '../../src/compiler.ts';
import { block, disconnect, flow } from '../../src/lint/sample.ts';

const CODE = 'service/missing-parameter';
const ARN = '"arn:aws:lambda:us-west-2:000000000000:function:Lookup"';

const told = (statement: string) =>
  compile([
    { path: 'x.flow', text: `inbound flow A {\n  on error -> disconnect\n  ${statement}\n  disconnect\n}\n` },
  ]).diagnostics.filter(({ code }) => code === CODE);

describe('a missing parameter', () => {
  it.each([
    ['ask "Number?" { timeout: 5s }', 'max_digits: 4', 'ask "Number?" { timeout: 5s, max_digits: 4 }'],
    [`invoke lambda ${ARN} { timeout: absent }`, 'timeout: 5s', `invoke lambda ${ARN} { timeout: 5s }`],
  ])('is shown as the text has it, with a value that it may have: %s', (lacking, entry, whole) => {
    expect(told(lacking).map(({ help }) => help)).toEqual([`Add it in the braces, as in \`{ ${entry} }\`.`]);
    expect(told(whole)).toEqual([]);
  });

  it('has the name that Connect gives it in `action`', () => {
    const [one] = told(`action InvokeLambdaFunction { LambdaFunctionARN: ${ARN} }`);
    expect(one?.help).toBe('Add it in the braces, as in `{ InvocationTimeLimitSeconds: … }`.');
  });

  it('of JSON has no braces of a statement', () => {
    const content = flow([block('it', 'InvokeLambdaFunction', {}, { next: 'bye' }), disconnect()]);
    const [one] = checkJson({ path: 'x.json', text: JSON.stringify(content) }).filter(({ code }) => code === CODE);
    expect(one?.help).toBe('Add it.');
  });
});
