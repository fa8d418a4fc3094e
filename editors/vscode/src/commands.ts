/** Commands that run flowc once and show what it gives. */
import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { nodeCommand, type Flowc } from './server.ts';

/** Shows flow JSON as text, in a new document. */
export async function importJson(flowc: Flowc, file: vscode.Uri | undefined): Promise<void> {
  const uri = file ?? vscode.window.activeTextEditor?.document.uri;
  if (uri === undefined || uri.scheme !== 'file') return;
  const { out, err } = await run(flowc, ['import', uri.fsPath], dirname(uri.fsPath));
  if (out === '') {
    await vscode.window.showErrorMessage(`${basename(uri.fsPath)} was not imported. ${firstLine(err)}`);
    return;
  }
  const document = await vscode.workspace.openTextDocument({ language: 'flow', content: out });
  await vscode.window.showTextDocument(document);
}

/** Makes a small project in a folder of the user's choice, and offers to open it. */
export async function newProject(flowc: Flowc): Promise<void> {
  const [parent] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: 'Make the Project in Here',
    })) ?? [];
  if (parent === undefined) return;
  const name = await vscode.window.showInputBox({ prompt: 'Name of the folder', value: 'flows' });
  if (name === undefined || name === '') return;
  const folder = join(parent.fsPath, name);
  await mkdir(folder, { recursive: true });
  const { code, err } = await run(flowc, ['init'], folder);
  if (code !== 0) await vscode.window.showErrorMessage(`The project was not made. ${firstLine(err)}`);
  else await vscode.commands.executeCommand('vscode.openFolder', vscode.Uri.file(folder));
}

function run(flowc: Flowc, said: readonly string[], cwd: string) {
  const { command, args, env } = nodeCommand(flowc.launcher, said);
  return new Promise<{ readonly code: number; readonly out: string; readonly err: string }>((settle) => {
    execFile(
      command,
      args,
      { cwd, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 },
      (error, out, err) => {
        settle({ code: error === null ? 0 : 1, out, err: err === '' && error !== null ? error.message : err });
      },
    );
  });
}

function firstLine(text: string): string {
  return text.trimStart().split('\n')[0] ?? '';
}
