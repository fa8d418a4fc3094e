/** What a project says beside its flows: levels of rules, the layout of files; and flows that are JSON. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic, TextEdit } from 'vscode-languageserver/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startClient, type Client } from './client.ts';

const TODO = 'inbound flow A {\n  play "TODO" { on error -> next }\n  disconnect\n}\n';
const settings = (level: string, more = '') =>
  `{ "lint": { "rules": { "lint/placeholder-text": "${level}"${more} } } }\n`;
const JSON_FLOW = JSON.stringify({
  Version: '2019-10-30',
  StartAction: 'a',
  Actions: [{ Identifier: 'a', Type: 'DisconnectParticipant', Parameters: {}, Transitions: { NextAction: 'b' } }],
});

const codes = (all: readonly { code?: unknown }[]) => all.map(({ code }) => code);
const has = (code: string) => (all: readonly { code?: unknown }[]) => codes(all).includes(code);
const has1 = (code: string, severity: number) => (all: readonly Diagnostic[]) =>
  all.some((one) => one.code === code && one.severity === severity);

describe('the language server', () => {
  let client: Client;
  beforeAll(async () => {
    client = await startClient({
      'flowc.json': settings('error'),
      'a.flow': TODO,
      '.prettierrc': '{ "tabWidth": 4 }\n',
    });
  });
  afterAll(async () => {
    expect(await client.stop()).toBe(0);
  });

  test('holds files to the levels of flowc.json, and to new ones when it changes', async () => {
    await client.diagnostics('a.flow', has1('lint/placeholder-text', 1));
    writeFileSync(join(client.folder, 'flowc.json'), settings('hint', ', "lint/no-such": "off"'));
    await client.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri('flowc.json'), type: 2 }] });
    await client.diagnostics('a.flow', has1('lint/placeholder-text', 3));
    await client.diagnostics('flowc.json', has('project/unknown-rule'));
    writeFileSync(join(client.folder, 'flowc.json'), settings('off'));
    await client.open('flowc.json', settings('off'));
    await client.tell('textDocument/didSave', { textDocument: { uri: client.uri('flowc.json') } });
    await client.diagnostics('a.flow', (all) => all.length === 0);
    await client.diagnostics('flowc.json', (all) => all.length === 0);
  });

  test('takes flowc.json as it is typed, while it is JSON, and as it was when it is closed', async () => {
    const change = (version: number, text: string) => client.change('flowc.json', version, [{ text }]);
    await change(2, settings('warning'));
    await client.diagnostics('a.flow', has1('lint/placeholder-text', 2));
    await change(3, settings('hint', ', "lint/no-such": "off"'));
    await client.diagnostics('a.flow', has1('lint/placeholder-text', 3));
    await client.diagnostics('flowc.json', has('project/unknown-rule'));
    await change(4, settings('error').slice(0, -5));
    await change(5, settings('error'));
    await client.diagnostics('a.flow', has1('lint/placeholder-text', 1));
    await client.tell('textDocument/didClose', { textDocument: { uri: client.uri('flowc.json') } });
    await client.diagnostics('a.flow', (all) => all.length === 0);
  });

  test('formats as `flowc fmt` does, by .prettierrc', async () => {
    const format = () =>
      client.ask<TextEdit[]>('textDocument/formatting', {
        textDocument: { uri: client.uri('a.flow') },
        options: { tabSize: 2, insertSpaces: true },
      });
    expect((await format()).map(({ newText }) => newText)).toEqual([
      '    play "TODO" { on error -> next }\n    disconnect\n',
    ]);
    writeFileSync(join(client.folder, '.prettierrc'), '{ "useTabs": true }\n');
    expect((await format()).map(({ newText }) => newText)).toEqual([
      '\tplay "TODO" { on error -> next }\n\tdisconnect\n',
    ]);
    const closed = { ...client.at('a.flow', { line: 3, character: 1 }), ch: '}', options: {} };
    const onType = await client.ask<TextEdit[]>('textDocument/onTypeFormatting', closed);
    expect(onType.map(({ newText }) => newText)).toEqual(['\tplay "TODO" { on error -> next }\n\tdisconnect\n']);
    writeFileSync(join(client.folder, '.prettierrc'), '{ "tabWidth": "wide" }\n');
    await expect(format()).rejects.toThrow('tabWidth');
    expect(await client.ask('textDocument/onTypeFormatting', closed)).toBeNull();
  });

  test('judges flow JSON that is open, and no other JSON', async () => {
    await client.open('flow.json', JSON_FLOW);
    const said = await client.diagnostics('flow.json', (all) => all.length > 0);
    expect(codes(said)).toEqual(['service/no-branches-allowed', 'service/dangling-target']);
    // In the middle of typing it is still a flow.
    await client.change('flow.json', 2, [{ text: JSON_FLOW.slice(0, -20) }]);
    await client.diagnostics('flow.json', has('json/invalid'));
    await client.change('flow.json', 3, [{ text: '{ "modules": [], "Actions": [] }' }]);
    await client.diagnostics('flow.json', (all) => all.length === 0);
    await client.open('other.json', '{ "modules": [ }');
    await client.open('a.flow', TODO.replace('play', 'plya'));
    await client.diagnostics('a.flow', has('check/unknown-statement'));
    expect(client.told('other.json')).toBeUndefined();
    expect(await client.ask('textDocument/hover', client.at('flow.json', { line: 0, character: 3 }))).toBeNull();
  });
});

test('editors that ask are answered of flow JSON too, when they say that they can be asked to tell of it', async () => {
  const dynamicRegistration = true;
  const textDocument = { synchronization: { dynamicRegistration }, diagnostic: { dynamicRegistration } };
  const client = await startClient({ 'flowc.json': settings('off') }, { capabilities: { textDocument } });
  await client.open('flow.json', JSON_FLOW);
  await client.open('package.json', '{ "name": "x" }');
  const ask = async (file: string) => {
    const params = { textDocument: { uri: client.uri(file) } };
    return codes((await client.ask<{ items: Diagnostic[] }>('textDocument/diagnostic', params)).items);
  };
  expect(await ask('flow.json')).toEqual(['service/no-branches-allowed', 'service/dangling-target']);
  expect(await ask('package.json')).toEqual([]);
  expect(client.registered().filter((method) => method.startsWith('textDocument/'))).toEqual([
    'textDocument/didOpen',
    'textDocument/didClose',
    'textDocument/didChange',
    'textDocument/diagnostic',
  ]);
  expect(await client.stop()).toBe(0);
});
