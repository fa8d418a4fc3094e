/** The extension's beginning: the language server, the picture, tasks, commands. */
import * as vscode from 'vscode';
import { startService } from './client.ts';
import { importJson, newProject } from './commands.ts';
import { registerPicture } from './picture/panel.ts';
import type { WirePlace, WirePosition } from './picture/wire.ts';
import { registerTasks, runTask } from './tasks.ts';

export function activate(context: vscode.ExtensionContext): void {
  const service = startService(context);
  registerTasks(context, service.flowc);
  registerPicture(context, service.client);
  const command = (name: string, run: (...args: never[]) => unknown): void => {
    context.subscriptions.push(vscode.commands.registerCommand(name, run));
  };
  command('flowc.check', () => runTask('check', service.flowc()));
  command('flowc.build', () => runTask('build', service.flowc()));
  command('flowc.publishLocal', () => runTask('publish', service.flowc()));
  command('flowc.newProject', () => newProject(service.flowc()));
  command('flowc.importJson', (file?: vscode.Uri) => importJson(service.flowc(), file));
  command('flowc.showReferences', showReferences);
  command('flowc.restart', () => service.restart());
  command('flowc.showLog', () => {
    service.showLog();
  });
}

/** What a code lens of the server asks for: places in the form of the protocol, shown as VS Code shows references. */
async function showReferences(uri: string, at: WirePosition, places: readonly WirePlace[]): Promise<void> {
  const position = (said: WirePosition) => new vscode.Position(said.line, said.character);
  const locations = places.map(
    ({ uri: file, range }) =>
      new vscode.Location(vscode.Uri.parse(file), new vscode.Range(position(range.start), position(range.end))),
  );
  await vscode.commands.executeCommand('editor.action.showReferences', vscode.Uri.parse(uri), position(at), locations);
}
