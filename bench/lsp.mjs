/** How fast the language server is, as an editor meets it: over its standard streams. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { flow } from './generate.mjs';
import { environment, root } from './measure.mjs';

async function start(folder) {
  const child = spawn(process.execPath, [join(root, 'bin', 'flowc.cjs'), 'lsp', '--stdio'], {
    env: environment(),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const waiting = [];
  connection.onNotification('textDocument/publishDiagnostics', (said) => {
    for (const look of waiting.splice(0)) if (!look(said)) waiting.push(look);
  });
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'bench' }],
  });
  await connection.sendNotification('initialized', {});
  return {
    tell: (method, params) => connection.sendNotification(method, params),
    /** The next diagnostics that are as wanted. */
    next: (wanted) =>
      new Promise((settle) => {
        waiting.push((said) => wanted(said) && (settle(said), true));
      }),
    stop: async () => {
      await connection.sendRequest('shutdown', undefined);
      await connection.sendNotification('exit', undefined);
      await new Promise((settle) => child.once('exit', settle));
      connection.dispose();
    },
  };
}

/** Milliseconds from the start of the server to the diagnostics of an open file that has a mistake. */
export async function startUp(folder) {
  const uri = pathToFileURL(join(folder, 'flows', '0', '0.flow')).href;
  const began = performance.now();
  const server = await start(folder);
  const told = server.next((said) => said.uri === uri && said.diagnostics.length > 0);
  const text = flow(0).replace('-> support', '-> suport');
  await server.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'flow', version: 1, text } });
  await told;
  const took = performance.now() - began;
  await server.stop();
  return took;
}

/**
 * Milliseconds from each of some keystrokes in a file of 2,000 lines (27 flows) to its diagnostics: letters are typed that
 * make a target wrong, and taken back.
 */
export async function keystrokes(folder, count) {
  const flows = Array.from({ length: 27 }, (_, i) => flow(1000 + i));
  const text = flows.join('\n');
  const file = join(folder, 'flows', 'long.flow');
  writeFileSync(file, text);
  const uri = pathToFileURL(file).href;
  const server = await start(folder);
  await server.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'flow', version: 1, text } });
  const lines = text.split('\n');
  const targets = lines.flatMap((line, i) =>
    /^\s+on 1 -> support$/.test(line) ? [{ line: i, character: line.length }] : [],
  );
  const times = [];
  for (let i = 0; i < count + 20; i++) {
    const start = targets[(i >> 1) % targets.length];
    const isWrong = i % 2 === 0;
    const end = { line: start.line, character: start.character + (isWrong ? 0 : 1) };
    const told = server.next(
      (said) => said.uri === uri && said.diagnostics.some(({ code }) => code === 'check/unknown-target') === isWrong,
    );
    const began = performance.now();
    await server.tell('textDocument/didChange', {
      textDocument: { uri, version: i + 2 },
      contentChanges: [{ range: { start, end }, text: isWrong ? 'x' : '' }],
    });
    await told;
    if (i >= 20) times.push(performance.now() - began);
  }
  await server.stop();
  return times;
}
