/** The panel with the picture of the flow that the cursor is in. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { pageHtml } from './html.ts';
import { nodeAt, type FromPage, type Look, type ToPage, type WirePicture, type WirePlace } from './wire.ts';

const TYPE = 'flowc.picture';
/** Milliseconds without a keystroke after which the picture is asked for. */
const QUIET = 150;
/** Milliseconds between looks whether the server has started. */
const RETRY = 500;

type Client = () => LanguageClient | undefined;

export function registerPicture(context: vscode.ExtensionContext, client: Client): void {
  let panel: vscode.WebviewPanel | undefined;
  const adopt = (made: vscode.WebviewPanel): void => {
    panel = made;
    const icon = (name: string) => vscode.Uri.joinPath(context.extensionUri, 'media', name);
    made.iconPath = { light: icon('flow-light.svg'), dark: icon('flow-dark.svg') };
    made.onDidDispose(() => {
      panel = undefined;
    });
    follow(made, context, client);
  };
  context.subscriptions.push(
    vscode.commands.registerCommand('flowc.showPicture', () => {
      if (panel !== undefined) {
        panel.reveal(undefined, true);
        return;
      }
      const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      adopt(vscode.window.createWebviewPanel(TYPE, 'Flow', column, optionsOf(context)));
    }),
    vscode.window.registerWebviewPanelSerializer(TYPE, {
      deserializeWebviewPanel: async (restored) => {
        restored.webview.options = optionsOf(context);
        adopt(restored);
      },
    }),
  );
}

function optionsOf(context: vscode.ExtensionContext): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(context.extensionUri, 'picture')] };
}

/** Keeps a panel showing what the cursor is in, until it is closed. */
function follow(panel: vscode.WebviewPanel, context: vscode.ExtensionContext, client: Client): void {
  const { webview } = panel;
  let shown: WirePicture | undefined;
  let editor = flowEditor(vscode.window.activeTextEditor) ?? vscode.window.visibleTextEditors.find(flowEditor);
  let timer: NodeJS.Timeout | undefined;
  let asked = 0;

  const send = (message: ToPage): void => void webview.postMessage(message);
  const sendCursor = (): void => {
    if (shown === undefined || editor === undefined) return;
    send({ type: 'cursor', node: nodeAt(shown, editor.document.uri.toString(), wired(editor.selection.active)) });
  };
  const refresh = async (): Promise<void> => {
    const mine = ++asked;
    const running = client();
    if (editor === undefined) {
      send({ type: 'nothing', why: 'Put the cursor into a flow.' });
      return;
    }
    if (running === undefined) {
      send({ type: 'nothing', why: 'The language server is not running (yet).' });
      soon(RETRY);
      return;
    }
    const uri = editor.document.uri.toString();
    const position = wired(editor.selection.active);
    const picture = await pictureOf(running, uri, position);
    if (mine !== asked) return;
    shown = picture;
    if (picture === undefined) {
      panel.title = 'Flow';
      send({ type: 'nothing', why: 'There is no flow at the cursor.' });
      return;
    }
    panel.title = picture.display === '' ? picture.name : picture.display;
    send({ type: 'picture', picture, look: lookOf() });
    sendCursor();
  };
  const soon = (delay = QUIET): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), delay);
  };

  const heard = [
    vscode.window.onDidChangeActiveTextEditor((active) => {
      const next = flowEditor(active);
      if (next === undefined) return;
      editor = next;
      soon();
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (flowEditor(textEditor) === undefined) return;
      editor = textEditor;
      sendCursor();
      soon();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.languageId === 'flow') soon();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('flowc.picture')) soon();
    }),
    webview.onDidReceiveMessage(async (message: FromPage) => {
      if (message.type === 'ready') await refresh();
      else await open(message.place, editor);
    }),
  ];
  panel.onDidDispose(() => {
    clearTimeout(timer);
    asked++;
    for (const one of heard) one.dispose();
  });

  const file = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(context.extensionUri, 'picture', name)).toString();
  webview.html = pageHtml({
    script: file('page.js'),
    style: file('page.css'),
    source: webview.cspSource,
    nonce: randomBytes(18).toString('base64url'),
  });
}

/** The picture of the flow at a position; undefined where there is none, or the server cannot say. */
async function pictureOf(client: LanguageClient, uri: string, position: WirePlace['range']['start']) {
  try {
    const params = { command: 'flowc.graph', arguments: [{ uri, position }] };
    const picture = await client.sendRequest<WirePicture | null>('workspace/executeCommand', params);
    return picture ?? undefined;
  } catch (error) {
    client.outputChannel.appendLine(`flowc.graph: ${String(error)}`);
    return undefined;
  }
}

function flowEditor(editor: vscode.TextEditor | undefined): vscode.TextEditor | undefined {
  return editor?.document.languageId === 'flow' ? editor : undefined;
}

function wired({ line, character }: vscode.Position): WirePlace['range']['start'] {
  return { line, character };
}

function lookOf(): Look {
  const settings = vscode.workspace.getConfiguration('flowc.picture');
  return {
    layout: settings.get('layout', 'layered'),
    direction: settings.get('direction', 'down'),
    errors: settings.get('errorBranches', true),
  };
}

/** Goes to a place in the column where its file is shown, else where flows are edited. */
async function open({ uri, range }: WirePlace, editor: vscode.TextEditor | undefined): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const visible = vscode.window.visibleTextEditors.find((one) => one.document === document);
  const column = visible?.viewColumn ?? editor?.viewColumn ?? vscode.ViewColumn.One;
  const start = new vscode.Position(range.start.line, range.start.character);
  const shown = await vscode.window.showTextDocument(document, { viewColumn: column });
  shown.selection = new vscode.Selection(start, start);
  shown.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
