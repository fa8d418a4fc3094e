import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompletionItem, Hover, Location, SymbolInformation, WorkspaceEdit } from 'vscode-languageserver/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startClient, type Client } from './client.ts';

const MAIN = `inbound flow Main "Front desk" {
  set queue Sales { on error -> sorry }
  transfer to queue { on at_capacity, error -> sorry }
  step sorry {
    play "Sorry." { on error -> next }
    disconnect
  }
}
`;
const REST = `existing queue Sales
number Line "+81501234XXXX" -> Main
`;

let client: Client;
beforeAll(async () => {
  client = await startClient({
    'flowc.json': '{ "include": ["flows"] }\n',
    'flows/main.flow': MAIN,
    'flows/rest.flow': REST,
  });
});
afterAll(async () => {
  expect(await client.stop()).toBe(0);
});

const errors = (all: readonly { severity?: number }[]) => all.filter(({ severity }) => severity === 1);
const has = (code: string) => (all: readonly { code?: unknown }[]) => all.some((one) => one.code === code);
const hasNot = (code: string) => (all: readonly { code?: unknown }[]) => !all.some((one) => one.code === code);
const position = (line: number, character: number) => ({ line, character });

describe('the language server', () => {
  test('tells what is wrong while it is typed, over files, with unsaved texts', async () => {
    await client.open('flows/main.flow', MAIN);
    await client.open('flows/rest.flow', REST);
    expect(errors(await client.diagnostics('flows/main.flow', hasNot('check/unknown-target')))).toEqual([]);
    const range = { start: position(3, 7), end: position(3, 12) };
    await client.change('flows/main.flow', 2, [{ range, text: 'other' }]);
    const [told] = await client.diagnostics('flows/main.flow', has('check/unknown-target'));
    expect(told).toMatchObject({ source: 'flowc', severity: 1, code: 'check/unknown-target' });
    expect(told?.codeDescription?.href).toMatch(/check\/unknown-target\.md$/);
    await client.change('flows/main.flow', 3, [{ text: MAIN }]);
    await client.diagnostics('flows/main.flow', hasNot('check/unknown-target'));
    await client.change('flows/rest.flow', 2, [{ text: REST.replace('Sales', 'Seles') }]);
    await client.diagnostics('flows/main.flow', has('check/unknown-reference'));
    await client.change('flows/rest.flow', 3, [{ text: REST }]);
    await client.diagnostics('flows/main.flow', hasNot('check/unknown-reference'));
  });

  test('hears of files that come and go', async () => {
    const file = join(client.folder, 'flows/more.flow');
    writeFileSync(file, 'inbound flow Main {\n  disconnect\n}\n');
    const changes = (type: number) => ({ changes: [{ uri: client.uri('flows/more.flow'), type }] });
    await client.tell('workspace/didChangeWatchedFiles', changes(1));
    const [told] = await client.diagnostics('flows/more.flow', has('check/duplicate-name'));
    expect(told?.relatedInformation?.[0]?.location.uri).toBe(client.uri('flows/main.flow'));
    rmSync(file);
    await client.tell('workspace/didChangeWatchedFiles', changes(3));
    await client.diagnostics('flows/more.flow', (all) => all.length === 0);
  });

  test('leads from names to declarations, finds and renames them', async () => {
    const [definition] = await client.ask<Location[]>(
      'textDocument/definition',
      client.at('flows/main.flow', position(1, 13)),
    );
    expect(definition).toEqual({
      uri: client.uri('flows/rest.flow'),
      range: { start: position(0, 15), end: position(0, 20) },
    });
    const references = await client.ask<Location[]>(
      'textDocument/references',
      client.at('flows/main.flow', position(3, 8), { context: { includeDeclaration: true } }),
    );
    expect(references).toHaveLength(3);
    const rename = (newName: string) =>
      client.ask<WorkspaceEdit>('textDocument/rename', client.at('flows/main.flow', position(0, 14), { newName }));
    expect((await rename('Hello')).changes?.[client.uri('flows/rest.flow')]).toHaveLength(1);
    await expect(rename('')).rejects.toThrow('A name is not empty');
    const symbols = await client.ask<SymbolInformation[]>('workspace/symbol', { query: 'sal' });
    expect(symbols.map(({ name }) => name)).toEqual(['Sales']);
  });

  test('knows what may be written, and says what is', async () => {
    const items = await client.ask<CompletionItem[]>(
      'textDocument/completion',
      client.at('flows/main.flow', position(1, 12)),
    );
    expect(items.map(({ label }) => label)).toContain('Sales');
    const verbs = await client.ask<CompletionItem[]>(
      'textDocument/completion',
      client.at('flows/main.flow', position(4, 4)),
    );
    const verb = verbs.find(({ label }) => label === 'transfer to queue');
    const resolved = await client.ask<{ documentation?: { value: string } }>('completionItem/resolve', verb);
    expect(resolved.documentation?.value).toContain('キューへ転送');
    const hover = await client.ask<Hover>('textDocument/hover', client.at('flows/main.flow', position(1, 4)));
    expect(JSON.stringify(hover.contents)).toContain('Set working queue');
  });

  test.each([
    ['textDocument/documentSymbol', {}, 'sorry'],
    ['textDocument/foldingRange', {}, '"startLine":0'],
    ['textDocument/selectionRange', { positions: [position(4, 6)] }, '"parent"'],
    ['textDocument/semanticTokens/full', {}, '"data":[0,0,7'],
    ['textDocument/codeLens', {}, '+81501234XXXX'],
    ['textDocument/documentLink', {}, '[]'],
    ['textDocument/formatting', { options: { tabSize: 2, insertSpaces: true } }, String.raw`"newText":"\n"`],
    ['textDocument/inlayHint', { range: { start: position(0, 0), end: position(9, 0) } }, '['],
    [
      'textDocument/codeAction',
      { range: { start: position(0, 0), end: position(1, 0) }, context: { diagnostics: [] } },
      '[',
    ],
    ['textDocument/signatureHelp', { position: position(1, 20) }, 'set queue {'],
    ['textDocument/prepareCallHierarchy', { position: position(0, 14) }, 'Front desk'],
  ])('answers %s', async (method, more, expected) => {
    const answer = await client.ask(method, { textDocument: { uri: client.uri('flows/main.flow') }, ...more });
    expect(JSON.stringify(answer)).toContain(expected);
  });

  test('draws the flow under the cursor', async () => {
    const asked = { uri: client.uri('flows/main.flow'), position: position(2, 4) };
    const picture = await client.ask<{
      name: string;
      nodes: { block: string; location?: Location }[];
      edges: unknown[];
    }>('workspace/executeCommand', { command: 'flowc.graph', arguments: [asked] });
    expect(picture.name).toBe('Main');
    expect(picture.nodes.map(({ block }) => block)).toContain('Transfer to queue');
    expect(picture.nodes[0]?.location?.uri).toBe(client.uri('flows/main.flow'));
    expect(picture.edges.length).toBeGreaterThan(4);
  });

  test('answers of files that it does not know', async () => {
    expect(await client.ask('textDocument/hover', client.at('none.flow', position(0, 0)))).toBeNull();
    expect(await client.ask('textDocument/hover', client.at('flows/main.flow', position(999, 0)))).toBeNull();
  });
});

test('editors that ask for diagnostics are answered and not told', async () => {
  const pulling = await startClient(
    { 'a.flow': 'inbound flow A {\n  -> nowhere\n}\n' },
    { capabilities: { textDocument: { diagnostic: {} } } },
  );
  const answer = await pulling.ask<{ items: { code: string }[] }>('textDocument/diagnostic', {
    textDocument: { uri: pulling.uri('a.flow') },
  });
  expect(answer.items.map(({ code }) => code)).toContain('check/unknown-target');
  const all = await pulling.ask<{ items: { uri: string; items: unknown[] }[] }>('workspace/diagnostic', {
    previousResultIds: [],
  });
  expect(all.items.map(({ uri }) => uri)).toEqual([pulling.uri('a.flow')]);
  expect(await pulling.stop()).toBe(0);
});
