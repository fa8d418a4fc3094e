/** How messages speak of blocks and of values. */
import { expect, it } from 'vitest';
import { checkJson, compile } from '../../src/compiler.ts';

function messages(actions: readonly unknown[]): readonly string[] {
  const text = JSON.stringify({ Version: '2019-10-30', StartAction: 'a', Actions: actions });
  return checkJson({ path: 'Main.json', text }).map(({ message }) => message);
}

it('a block without a type is called by its identifier alone', () => {
  const said = messages([{ Identifier: 'a', Parameters: {}, Transitions: { NextAction: 'gone' } }]);
  expect(said).toContain('"a" leads to "gone", and no block is called so.');
  expect(said.join()).not.toContain('``');
});

it('a block is called by its name where a part of it is of a JSON type that no action has', () => {
  const text = 'inbound flow Main {\n  bye: action Disconnector {\n    extra { Transitions: [] }\n    ends\n  }\n}\n';
  const { diagnostics } = compile([{ path: 'Main.flow', text }]);
  expect(diagnostics.filter(({ code }) => code === 'service/wrong-member').map(({ message }) => message)).toEqual([
    '"bye": Transitions is not an object.',
  ]);
});

it('a part of a JSON type that no action has is told alone, not what it would have held', () => {
  const bye = { Identifier: 'z', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} };
  const of = (Type: string, Parameters: unknown, Transitions: unknown) =>
    messages([{ Identifier: 'a', Type, Parameters, Transitions }, bye]).filter((message) => message.includes('"a"'));
  expect(of('MessageParticipant', [], { NextAction: 'z' })).toEqual(['"a": Parameters is not an object.']);
  expect(of('CheckHoursOfOperation', {}, [])).toEqual(['"a": Transitions is not an object.']);
  expect(of('CheckHoursOfOperation', {}, { NextAction: 'z', Errors: {}, Conditions: {} })).toEqual([
    '"a": Errors is not a list.',
    '"a": Conditions is not a list.',
  ]);
  expect(of('Loop', { LoopCount: '2' }, { NextAction: 'z' })).toHaveLength(2);
  // A template puts the part in.
  expect(of('MessageParticipant', '${PARAMETERS}', { NextAction: 'z' })).toEqual([]);
  expect(of('MessageParticipant', 'PARAMETERS', { NextAction: 'z' })).toHaveLength(1);
});

it('of a long value only the beginning is told', () => {
  const said = messages([
    { Identifier: 'a', Type: 'UpdateContactAttributes', Parameters: { Attributes: 'x'.repeat(5000) }, Transitions: {} },
  ]);
  expect(said.some((message) => message.includes('xxx'))).toBe(true);
  expect(Math.max(...said.map((message) => message.length))).toBeLessThan(400);
});

it('an ARN of a flow that the project has itself gives way to its name', () => {
  const other = (name: string) =>
    `inbound flow ${name} "${name} line" {\n  transfer to flow ${name}2 { on error -> disconnect }\n}\n` +
    `existing flow ${name}2 "${name} line" = "arn:aws:connect:us-east-1:000000000000:instance/i/contact-flow/f"\n`;
  const { diagnostics } = compile([{ path: 'all.flow', text: other('Sales') + other('Support') }]);
  const found = diagnostics.filter(({ code }) => code === 'lint/pinned-arn');
  expect(found.map(({ help, fixes }) => [help, fixes ?? []])).toEqual([
    ['Say `Sales` where `Sales2` stands, and remove this line: "Sales line" is the project’s own.', []],
    ['Say `Support` where `Support2` stands, and remove this line: "Support line" is the project’s own.', []],
  ]);
});

it('say of a view that AWS makes that its ARN holds in one Region', () => {
  const text = 'existing view Cards "Cards" = "arn:aws:connect:us-east-1:aws:view/cards:1"\n';
  const found = compile([{ path: 'all.flow', text }]).diagnostics.filter(({ code }) => code === 'lint/pinned-arn');
  expect(found.map(({ message }) => message)).toEqual(['The view `Cards` is pinned to an ARN of one Region.']);
});
