/** What the server says it can do. */
import {
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type Connection,
  type ServerCapabilities,
} from 'vscode-languageserver/node';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../ide/tokens.ts';

export const GRAPH_COMMAND = 'flowc.graph';

export function capabilitiesFor(client: ClientCapabilities): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    // Who asks for diagnostics is not told besides, or each would show twice.
    ...(client.textDocument?.diagnostic === undefined
      ? {}
      : { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true } }),
    completionProvider: { triggerCharacters: ['.', '$', '>', ':', ' ', '"', '['], resolveProvider: true },
    hoverProvider: true,
    signatureHelpProvider: { triggerCharacters: ['{', ','], retriggerCharacters: [':'] },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    codeActionProvider: { codeActionKinds: ['quickfix', 'refactor', 'source.fixAll'] },
    codeLensProvider: {},
    documentLinkProvider: {},
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '}' },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    callHierarchyProvider: true,
    inlayHintProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
      full: true,
      range: true,
    },
    executeCommandProvider: { commands: [GRAPH_COMMAND] },
  };
}

const JSON_DOCUMENTS = ['file', 'untitled'].map((scheme) => ({ scheme, language: 'json' }));

/**
 * Asks to be told of JSON documents too, which may be flows, and of nothing else about them: an editor has its own
 * completion and layout for JSON.
 */
export async function registerJson(connection: Connection, { textDocument }: ClientCapabilities): Promise<void> {
  if (textDocument?.synchronization?.dynamicRegistration !== true) return;
  const documentSelector = JSON_DOCUMENTS;
  const syncKind = TextDocumentSyncKind.Incremental;
  const { client } = connection;
  const asked: Promise<unknown>[] = [
    client.register(DidOpenTextDocumentNotification.type, { documentSelector }),
    client.register(DidCloseTextDocumentNotification.type, { documentSelector }),
    client.register(DidChangeTextDocumentNotification.type, { documentSelector, syncKind }),
  ];
  if (textDocument.diagnostic?.dynamicRegistration === true) {
    const of = { identifier: 'flow-json', interFileDependencies: false, workspaceDiagnostics: false };
    asked.push(client.register(DocumentDiagnosticRequest.type, { documentSelector, ...of }));
  }
  await Promise.all(asked);
}
