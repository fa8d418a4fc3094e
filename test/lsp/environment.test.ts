/** What an environment has, over the wire: names of its snapshot, ARNs bound by name, values of params. */
import type { CodeAction, CompletionItem, Diagnostic, InlayHint, WorkspaceEdit } from 'vscode-languageserver/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Listed } from '../../src/connect/types.ts';
import { snapshotText } from '../../src/workspace/snapshot.ts';
import { startClient, type Client } from './client.ts';

const INSTANCE = 'arn:aws:connect:us-west-2:000000000000:instance/i';
const queue = (name: string, id: string): Listed => ({ kind: 'queue', name, id, arn: `${INSTANCE}/queue/${id}` });
const SNAPSHOT = snapshotText('prod', {
  instance: { id: 'i', arn: INSTANCE, alias: 'x', partition: 'aws', region: 'us-west-2', account: '000000000000' },
  things: [queue('Sales', 'q1'), queue('Support', 'q2')],
  from: 'instance',
});
const PROJECT = '{ "environments": { "prod": { "instance": "x", "params": { "Greeting": "Hello." } } } }\n';
const FLOW = `inbound flow A {
  set queue Sales { on error -> next }
  play param Greeting { on error -> next }
  play "TODO" { on error -> next }
  disconnect
}
`;
const REST = `existing queue Sales
existing queue Pinned = "${INSTANCE}/queue/q2"
param Greeting text
`;

let client: Client;
beforeAll(async () => {
  const files = { 'flowc.json': PROJECT, 'snapshots/prod.json': SNAPSHOT, 'a.flow': FLOW, 'b.flow': REST };
  client = await startClient(files, { options: { environment: 'prod' } });
});
afterAll(async () => {
  expect(await client.stop()).toBe(0);
});

const position = (line: number, character: number) => ({ line, character });
const actions = async (file: string, line: number, character: number, diagnostics: readonly Diagnostic[] = []) => {
  const range = { start: position(line, character), end: position(line, character) };
  const textDocument = { uri: client.uri(file) };
  return client.ask<CodeAction[]>('textDocument/codeAction', { textDocument, range, context: { diagnostics } });
};

describe('with a snapshot', () => {
  test('its names complete beside those of the source', async () => {
    const items = await client.ask<CompletionItem[]>('textDocument/completion', client.at('a.flow', position(1, 12)));
    expect(items.map(({ label }) => label)).toEqual(['Sales', 'Pinned', 'Support', 'of agent']);
  });

  test('the id of a name stands behind it', async () => {
    const range = { start: position(0, 0), end: position(3, 0) };
    const hints = await client.ask<InlayHint[]>('textDocument/inlayHint', {
      textDocument: { uri: client.uri('b.flow') },
      range,
    });
    expect(hints.map(({ label }) => label)).toEqual(['q1']);
  });

  test('an ARN is bound by its name', async () => {
    const told = await client.diagnostics('b.flow', (all) => all.some(({ code }) => code === 'lint/pinned-arn'));
    const action = (await actions('b.flow', 1, 16, told)).find(({ title }) => title.startsWith('Bind'));
    expect(action?.diagnostics?.map(({ code }) => code)).toEqual(['lint/pinned-arn']);
    expect(action?.edit?.changes?.[client.uri('b.flow')]?.map(({ newText }) => newText)).toEqual([' "Support"']);
  });
});

test('a finding is suppressed with a reason', async () => {
  const action = (await actions('a.flow', 3, 8)).find(({ title }) => / here,/.test(title));
  expect(action?.edit?.changes?.[client.uri('a.flow')]).toEqual([
    {
      range: { start: position(3, 0), end: position(3, 0) },
      newText: '  // flowc-ignore lint/placeholder-text: say why this is right here\n',
    },
  ]);
});

test('a param is renamed with its values, as the project file says them now; not while that is no JSON', async () => {
  const rename = () =>
    client.ask<WorkspaceEdit>('textDocument/rename', client.at('a.flow', position(2, 14), { newName: 'Welcome' }));
  expect(Object.keys((await rename()).changes ?? {})).toEqual(['a.flow', 'b.flow', 'flowc.json'].map(client.uri));
  const [before] = (await rename()).changes?.[client.uri('flowc.json')] ?? [];
  await client.open('flowc.json', `\n${PROJECT}`);
  const [now] = (await rename()).changes?.[client.uri('flowc.json')] ?? [];
  expect(now?.range.start.line).toBe((before?.range.start.line ?? 0) + 1);
  await client.change('flowc.json', 2, [{ text: `{\n${PROJECT}` }]);
  await expect(rename()).rejects.toThrow('The project file has to be saved first.');
});
