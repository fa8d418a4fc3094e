/** A real client: starts `flowc lsp --stdio` as editors do, and speaks with it over its standard streams. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { Diagnostic, Position } from 'vscode-languageserver/node';

const launcher = resolve(import.meta.dirname, '../../bin/flowc.cjs');

export interface Client {
  readonly folder: string;
  readonly uri: (file: string) => string;
  readonly ask: <T = unknown>(method: string, params: unknown) => Promise<T>;
  readonly tell: (method: string, params: unknown) => Promise<void>;
  readonly open: (file: string, text: string) => Promise<void>;
  readonly change: (file: string, version: number, changes: readonly unknown[]) => Promise<void>;
  /** Settles when diagnostics of a file are as wanted; fails after ten seconds. */
  readonly diagnostics: (
    file: string,
    wanted: (all: readonly Diagnostic[]) => boolean,
  ) => Promise<readonly Diagnostic[]>;
  /** The diagnostics of a file that came last; undefined where none ever came. */
  readonly told: (file: string) => readonly Diagnostic[] | undefined;
  /** Methods that the server registered for. */
  readonly registered: () => readonly string[];
  readonly at: (file: string, position: Position, more?: object) => object;
  /** Says goodbye; answers with the exit code. */
  readonly stop: () => Promise<number | null>;
}

export async function startClient(
  files: Readonly<Record<string, string>>,
  { capabilities = {}, options = {} }: { capabilities?: object; options?: object } = {},
): Promise<Client> {
  const folder = mkdtempSync(join(tmpdir(), 'flowc-lsp-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const child = spawn(process.execPath, [launcher, 'lsp', '--stdio'], {
    cwd: tmpdir(),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((settle) => child.once('exit', settle));
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const uri = (file: string) => pathToFileURL(join(folder, file)).href;
  const told = new Map<string, readonly Diagnostic[]>();
  const waiting = new Set<() => void>();
  connection.onNotification('textDocument/publishDiagnostics', (said: { uri: string; diagnostics: Diagnostic[] }) => {
    told.set(said.uri, said.diagnostics);
    for (const look of [...waiting]) look();
  });
  const registered: string[] = [];
  connection.onRequest('client/registerCapability', (said: { registrations: { method: string }[] }) => {
    registered.push(...said.registrations.map(({ method }) => method));
    return null;
  });
  connection.listen();
  const ask = <T>(method: string, params: unknown) => connection.sendRequest<T>(method, params);
  const tell = (method: string, params: unknown) => connection.sendNotification(method, params);
  await ask('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities,
    initializationOptions: options,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'test' }],
  });
  await tell('initialized', {});
  return {
    folder,
    uri,
    ask,
    tell,
    open: (file, text) =>
      tell('textDocument/didOpen', {
        textDocument: { uri: uri(file), languageId: file.endsWith('.json') ? 'json' : 'flow', version: 1, text },
      }),
    change: (file, version, contentChanges) =>
      tell('textDocument/didChange', { textDocument: { uri: uri(file), version }, contentChanges }),
    diagnostics: (file, wanted) =>
      new Promise((settle, fail) => {
        const look = (): void => {
          const all = told.get(uri(file)) ?? [];
          if (!wanted(all)) return;
          clearTimeout(timer);
          waiting.delete(look);
          settle(all);
        };
        const timer = setTimeout(() => {
          waiting.delete(look);
          const codes = (told.get(uri(file)) ?? []).map(({ code }) => code).join(', ');
          fail(new Error(`diagnostics of ${file} are: ${codes}`));
        }, 10_000);
        waiting.add(look);
        look();
      }),
    told: (file) => told.get(uri(file)),
    registered: () => registered,
    at: (file, position, more = {}) => ({ textDocument: { uri: uri(file) }, position, ...more }),
    stop: async () => {
      await ask('shutdown', undefined);
      await tell('exit', undefined);
      const code = await ended;
      connection.dispose();
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}
