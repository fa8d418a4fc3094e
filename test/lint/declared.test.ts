/** What is said of keys and branches that declarations have, or do not have. */
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler.ts';

const DECLARED = `lambda FindOrder { input { phone: text, amount: number }, returns { order: text } }
existing bot Concierge "Concierge:live" { slots { City: text, Day: text } }
existing bot Other "Other:live"
existing view Form { input { heading: text }, returns { orderId: text, person: { name: text } }, actions: ["Send"] }
existing module Verify { branches: ["verified", "failed"] }
existing module Unsaid
`;

const flow = (statements: string) =>
  `${DECLARED}inbound flow T {\n  on error, timeout, default -> next\n  set logging on\n  ${statements}\n  disconnect\n}\n`;

/** The underlined texts of what a rule says, and the errors of others. */
function told(statements: string, code: string): readonly string[] {
  const text = flow(statements);
  return compile([{ path: 't.flow', text }])
    .diagnostics.filter((one) => one.code === code || one.severity === 'error')
    .map((one) => (one.code === code ? text.slice(one.place.span.start, one.place.span.end) : one.code));
}

describe('a key that a declaration does not have', () => {
  const said = (statements: string) => told(statements, 'lint/key-not-declared');

  it.each([
    'invoke lambda FindOrder { with { phone: $.CustomerEndpoint.Address } }',
    'show view Form { timeout: 5m, data: { heading: "Order" } }',
    'bot Concierge "Where to?"\n  play "$.Lex.Slots.City, $.Lex.Slots.Day"',
    'show view Form { timeout: 5m, on "Send" -> next }\n  play "$.Views.ViewResultData.person.name"',
    // Nobody says which slots the other bot has.
    'if $.Channel == "CHAT" { bot Other "Where?" } else { bot Concierge "Where?" }\n  play "$.Lex.Slots.Town"',
    'bot Concierge "Where to?"\n  invoke module Unsaid\n  play "$.Lex.Slots.Town"',
    'play "$.Lex.Slots.Town"',
  ])('is not in %j', (statements) => {
    expect(said(statements)).toEqual([]);
  });

  it.each([
    ['invoke lambda FindOrder { with { phone: "1", amuont: "2" } }', 'amuont: "2"'],
    ['show view Form { timeout: 5m, data: { titel: "Order" } }', 'titel: "Order"'],
    ['bot Concierge "Where to?"\n  play "To $.Lex.Slots.Ctiy now"', '$.Lex.Slots.Ctiy'],
    [
      'show view Form { timeout: 5m, on "Send" -> next }\n  set attributes { id: $.Views.ViewResultData.order }',
      '$.Views.ViewResultData.order',
    ],
  ])('is told in %j', (statements, place) => {
    expect(said(statements)).toEqual([place]);
  });
});

describe('a branch that a module declares', () => {
  const said = (statement: string) => told(statement, 'lint/module-branch-not-handled');

  it('is not told beside the slip that was meant for it', () => {
    expect(said('invoke module Verify { on "verified" -> next, on "faild" -> next }')).toEqual([
      'service/module-contract',
    ]);
  });

  it.each([
    'invoke module Verify { on "verified", "failed" -> next }',
    'invoke module Verify { on "verified" -> next, on default -> next }',
    'invoke module Unsaid { on "verified" -> next }',
  ])('is no reason to speak in %s', (statement) => {
    expect(said(statement)).toEqual([]);
  });

  it('is told where the caller has no line for it', () => {
    expect(said('invoke module Verify { on "verified" -> next }')).toEqual(['invoke module Verify']);
    expect(said('invoke module Verify')).toHaveLength(2);
  });
});
