/** What is said of keys and branches that declarations have, or do not have. */
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler.ts';

const DECLARED = `lambda FindOrder { input { phone: text, amount: number }, returns { order: text } }
lambda Rank { returns { tier: "gold" | "basic", is_new: boolean, person: { sex: "f" | "m" } } }
lambda RankOfOld { returns { tier: "silver" } }
attribute level { values: ["high", "low"] }
attribute remark
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

describe('a value that a declaration does not have', () => {
  const said = (statements: string) => told(statements, 'lint/impossible-value');
  const asked = (left: string, value: string) => `if ${left} == "${value}" { play "x" }`;

  it.each([
    ['$.External.tier', 'invoke lambda Rank', 'gold', 'silver'],
    ['$.External.is_new', 'invoke lambda Rank', 'true', 'yes'],
    ['$.External.person.sex', 'invoke lambda Rank', 'f', 'female'],
    // Either may have answered last.
    [
      '$.External.tier',
      'if $.Channel == "VOICE" { invoke lambda Rank } else { invoke lambda RankOfOld }',
      'silver',
      'bronze',
    ],
    ['$.Attributes.level', 'play "x"', 'high', 'High'],
    ['$.Channel', 'play "x"', 'VOICE', 'Voice'],
  ])('is told of %s behind %s', (left, before, possible, impossible) => {
    expect(said(`${before}\n  ${asked(left, possible)}`)).toEqual([]);
    expect(said(`${before}\n  ${asked(left, impossible)}`)).toHaveLength(1);
  });

  it.each([
    ['no call says what it returns', asked('$.External.tier', 'x')],
    ['any text may come back', `invoke lambda FindOrder\n  ${asked('$.External.order', 'x')}`],
    ['nobody says what comes back there', `invoke lambda Rank\n  ${asked('$.External.other', 'x')}`],
    [
      'a call that may be the last says nothing',
      `invoke lambda Rank\n  invoke module Unsaid\n  ${asked('$.External.tier', 'x')}`,
    ],
    ['any value is one', asked('$.Attributes.remark', 'x')],
    ['the attribute is not declared', asked('$.Attributes.other', 'x')],
    ['nothing is known of the path', asked('$.LanguageCode', 'x')],
    ['nothing is asked for', asked('$.Channel', ' ')],
    ['a template fills it in', asked('$.Channel', '{{channel}}')],
    ['it need not be the whole', 'if $.Channel starts_with "VO" { play "x" }'],
    ['the path goes on', asked('$.Attributes.level.more', 'x')],
  ])('is not told where %s', (_, statements) => {
    expect(said(statements)).toEqual([]);
  });
});
