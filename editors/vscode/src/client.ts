/** The connection to the language server. */
import { statSync } from 'node:fs';
import * as vscode from 'vscode';
import { LanguageClient, State, type LanguageClientOptions } from 'vscode-languageclient/node';
import { chooseFlowc, nodeCommand, type Flowc } from './server.ts';

export interface Service {
  /** The running client; undefined while it starts or when it could not. */
  readonly client: () => LanguageClient | undefined;
  readonly flowc: () => Flowc;
  readonly restart: () => Promise<void>;
  readonly showLog: () => void;
}

/** Starts the server and keeps it; what it says of itself stands in the language's status. */
export function startService(context: vscode.ExtensionContext): Service {
  const log = vscode.window.createOutputChannel('flowc', { log: true });
  const status = vscode.languages.createLanguageStatusItem('flowc.server', { language: 'flow' });
  status.name = 'flowc';
  status.command = { command: 'flowc.restart', title: 'Restart' };
  context.subscriptions.push(log, status);
  let flowc = find(context);
  let client: LanguageClient | undefined;

  const show = (text: string, detail: string, severity: vscode.LanguageStatusSeverity): void => {
    status.text = text;
    status.detail = detail;
    status.severity = severity;
  };
  const start = async (): Promise<void> => {
    flowc = find(context);
    const detail = DETAIL[flowc.from];
    const started = connect(flowc, log);
    client = started;
    show('flowc is starting', detail, vscode.LanguageStatusSeverity.Information);
    started.onDidChangeState(({ newState }) => {
      if (client !== started || newState !== State.Stopped) return;
      show('flowc has stopped', detail, vscode.LanguageStatusSeverity.Error);
    });
    try {
      await started.start();
      const version = started.initializeResult?.serverInfo?.version ?? '';
      show(`flowc ${version}`.trim(), detail, vscode.LanguageStatusSeverity.Information);
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
      show('flowc does not start', flowc.launcher, vscode.LanguageStatusSeverity.Error);
    }
  };
  const stop = async (): Promise<void> => {
    const stopping = client;
    client = undefined;
    // One that is still starting, or has failed, cannot be asked to stop.
    if (stopping !== undefined) await stopping.dispose().catch((error: unknown) => log.warn(String(error)));
  };
  let last: Promise<void> = Promise.resolve();
  const restart = (): Promise<void> => (last = last.then(stop).then(start));

  context.subscriptions.push(
    { dispose: () => void last.then(stop) },
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration('flowc.path') || event.affectsConfiguration('flowc.environment')) await restart();
    }),
  );
  void restart();
  return {
    client: () => (client?.isRunning() === true ? client : undefined),
    flowc: () => flowc,
    restart,
    showLog: () => {
      log.show();
    },
  };
}

const DETAIL: Readonly<Record<Flowc['from'], string>> = {
  setting: 'the flowc of the setting flowc.path',
  project: 'the project’s own flowc',
  extension: 'the flowc of the extension',
};

function find(context: vscode.ExtensionContext): Flowc {
  const folders = (vscode.workspace.workspaceFolders ?? [])
    .filter(({ uri }) => uri.scheme === 'file')
    .map(({ uri }) => uri.fsPath);
  const setting = vscode.workspace.getConfiguration('flowc').get<string>('path', '').trim();
  const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  return chooseFlowc(
    { setting, folders, isTrusted: vscode.workspace.isTrusted, extension: context.extensionPath },
    isFile,
  );
}

function connect({ launcher }: Flowc, log: vscode.LogOutputChannel): LanguageClient {
  const { command, args, env } = nodeCommand(launcher, ['lsp', '--stdio']);
  const environment = vscode.workspace.getConfiguration('flowc').get<string>('environment', '').trim();
  const options: LanguageClientOptions = {
    documentSelector: [
      { scheme: 'file', language: 'flow' },
      { scheme: 'untitled', language: 'flow' },
    ],
    outputChannel: log,
    initializationOptions: environment === '' ? {} : { environment },
  };
  return new LanguageClient('flowc', 'flowc', { command, args, options: { env: { ...process.env, ...env } } }, options);
}
