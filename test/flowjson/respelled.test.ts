/** Names of blocks that a build cannot keep are told when they are imported. */
import { expect, it } from 'vitest';
import { compile } from '../../src/compiler.ts';
import { decompile } from '../../src/decompiler.ts';
import { readFlow } from '../../src/flowjson/read.ts';
import { respelledNames } from '../../src/flowjson/respelled.ts';

const LONG = 'a name that is quite a bit longer than the fifty signs that fit';
const UUID = '11111111-2222-4333-8444-555555555555';

function imported(...names: readonly string[]) {
  const Actions = names.map((Identifier, i) => ({
    Identifier,
    Type: 'UpdateFlowLoggingBehavior',
    Parameters: { FlowLoggingBehavior: i % 2 === 0 ? 'Enabled' : 'Disabled' },
    Transitions: { NextAction: names[i + 1] ?? 'end' },
  }));
  const end = { Identifier: 'end', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} };
  const document = { Version: '2019-10-30', StartAction: names[0], Actions: [...Actions, end] };
  const source = { path: 'flow.json', text: JSON.stringify(document) };
  const { graph } = readFlow(source);
  if (graph === undefined) throw new Error('it is a flow');
  const told = respelledNames(source, graph).map(({ message, place: { span } }) => ({
    message,
    at: source.text.slice(span.start, span.end),
  }));
  const [file] = decompile([{ source, graph }], { project: false }).files;
  const { flows } = compile([{ path: 'flow.flow', text: file?.text ?? '' }]);
  const built = JSON.parse(flows[0]?.emitted().json ?? '') as { Actions: { Identifier: string }[] };
  return { told, built: built.Actions.map(({ Identifier }) => Identifier) };
}

it('tells of signs and lengths, at the name, and what is told is built', () => {
  const { told, built } = imported('Wel\u0001come (new)', LONG, 'ok');
  expect(told).toEqual([
    {
      message: 'The block "Wel\u0001come (new)" is called "Wel come new" in what is built.',
      at: String.raw`"Wel\u0001come (new)"`,
    },
    { message: `The block "${LONG}" is called "${LONG.slice(0, 50).trim()}" in what is built.`, at: `"${LONG}"` },
  ]);
  expect(built).toEqual(['Wel come new', LONG.slice(0, 50).trim(), 'ok', 'end']);
});

it('says which one keeps its name, of two that would be one', () => {
  const { told, built } = imported('Welcome (new)', 'Welcome new');
  expect(built[1]).toBe('Welcome new');
  expect(told.map(({ message }) => message)).toEqual([
    `The block "Welcome (new)" is called "${built[0] ?? ''}" in what is built.`,
  ]);
});

it('says nothing of names that are kept, nor of those that nobody gave', () => {
  expect(imported('Welcome', UUID, '問い合わせ').told).toEqual([]);
});
