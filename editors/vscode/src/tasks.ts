/** Tasks: check, build, publish to the instance on this machine. What they find goes to the Problems view. */
import * as vscode from 'vscode';
import { nodeCommand, type Flowc } from './server.ts';

export type TaskCommand = 'check' | 'build' | 'publish';

interface Definition extends vscode.TaskDefinition {
  readonly command: TaskCommand;
  readonly arguments?: readonly string[];
}

const TASKS: Readonly<Record<TaskCommand, { readonly title: string; readonly args: readonly string[] }>> = {
  check: { title: 'check', args: [] },
  build: { title: 'build', args: ['--out', 'build'] },
  publish: { title: 'publish to local', args: ['--env', 'local'] },
};

const COMMANDS = Object.keys(TASKS) as readonly TaskCommand[];

export function registerTasks(context: vscode.ExtensionContext, flowc: () => Flowc): void {
  const provider: vscode.TaskProvider = {
    provideTasks: () =>
      (vscode.workspace.workspaceFolders ?? [])
        .filter(({ uri }) => uri.scheme === 'file')
        .flatMap((folder) => COMMANDS.map((command) => taskOf({ type: 'flowc', command }, folder, flowc()))),
    resolveTask: (task) => {
      const definition = task.definition as Definition;
      if (!COMMANDS.includes(definition.command)) return undefined;
      return taskOf(definition, typeof task.scope === 'object' ? task.scope : undefined, flowc());
    },
  };
  context.subscriptions.push(vscode.tasks.registerTaskProvider('flowc', provider));
}

/** Runs a task in the folder of the file that is being edited, else in the first. */
export async function runTask(command: TaskCommand, flowc: Flowc): Promise<void> {
  const edited = vscode.window.activeTextEditor?.document.uri;
  const folder = (edited && vscode.workspace.getWorkspaceFolder(edited)) ?? vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) {
    await vscode.window.showInformationMessage('Open a folder with flows first.');
    return;
  }
  await vscode.workspace.saveAll(false);
  await vscode.tasks.executeTask(taskOf({ type: 'flowc', command }, folder, flowc));
}

function taskOf(definition: Definition, folder: vscode.WorkspaceFolder | undefined, flowc: Flowc): vscode.Task {
  const { title, args } = TASKS[definition.command];
  const said = [definition.command, ...(definition.arguments ?? args)];
  const { command, args: all, env } = nodeCommand(flowc.launcher, said);
  const execution = new vscode.ProcessExecution(command, all, { env, ...(folder && { cwd: folder.uri.fsPath }) });
  const scope = folder ?? vscode.TaskScope.Workspace;
  const task = new vscode.Task(definition, scope, title, 'flowc', execution, '$flowc');
  task.detail = `flowc ${said.join(' ')}`;
  if (definition.command !== 'publish') task.group = vscode.TaskGroup.Build;
  return task;
}
