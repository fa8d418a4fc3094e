/** The language server: what comes in over the protocol changes projects, what they mean goes out. */
import {
  DiagnosticRefreshRequest,
  DidChangeWatchedFilesNotification,
  ResponseError,
  LSPErrorCodes,
  TextDocuments,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isObject } from '../text/json.ts';
import { version } from '../version.ts';
import { capabilitiesFor, registerJson } from './capabilities.ts';
import { pathOf } from './convert.ts';
import { registerFeatures } from './features.ts';
import { createJsonFlows, isJsonDocument, type JsonFlows } from './json-flows.ts';
import { createProjects, isProjectFile, type Projects } from './projects.ts';
import { createPublishing } from './publishing.ts';

export interface ServerOptions {
  /** Absolute path of the folder with the diagnostics' pages. */
  readonly pages: string;
}

/** Milliseconds within which editors say which files are open. */
const OPENING = 50;

/** A client may refuse what it is asked, or not be ready for it yet, as VS Code's is while it starts: that ends nothing. */
function refused(): void {}

/** Serves an editor until it is done; settles with the exit code of the program. */
export function serve(connection: Connection, { pages }: ServerOptions): Promise<0 | 1> {
  const documents = new TextDocuments(TextDocument);
  let projects: Projects = createProjects();
  const json: JsonFlows = createJsonFlows((source) => projects.choiceFor(source));
  let client: InitializeParams['capabilities'] = {};
  let folders: readonly string[] = [];
  let isShutDown = false;

  const openPaths = () => documents.keys().map(pathOf);
  const publishing = createPublishing({
    projects: () => projects,
    json,
    open: openPaths,
    send: (uri, diagnostics) => void connection.sendDiagnostics({ uri, diagnostics }),
    refresh: () => {
      if (client.textDocument?.diagnostic === undefined) return undefined;
      return () => {
        if (client.workspace?.diagnostics?.refreshSupport === true) {
          connection.sendRequest(DiagnosticRefreshRequest.type).catch(refused);
        }
      };
    },
    pages,
  });
  const { changed } = publishing;

  // ------------------------------------------------------------------------------------------------ life and death
  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities;
    const said: unknown = params.initializationOptions;
    const environment = isObject(said) && typeof said['environment'] === 'string' ? said['environment'] : undefined;
    projects = createProjects({ environment });
    folders = (params.workspaceFolders ?? []).map(({ uri }) => pathOf(uri));
    return { capabilities: capabilitiesFor(client), serverInfo: { name: 'flowc', version } };
  });
  connection.onInitialized(() => {
    for (const folder of folders) projects.addFolder(folder);
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
      const watchers = ['**/*.flow', '**/flowc.json', '**/snapshots/*.json'].map((globPattern) => ({ globPattern }));
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(refused);
    }
    registerJson(connection, client).catch(refused);
    if (client.workspace?.workspaceFolders === true) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) projects.removeFolder(pathOf(uri));
        for (const { uri } of added) projects.addFolder(pathOf(uri));
        changed();
      });
    }
    // What is open comes in a moment; it is looked at first.
    changed(OPENING);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const path of new Set(changes.map(({ uri }) => pathOf(uri)))) projects.changedOnDisk(path);
    changed();
  });
  documents.onDidChangeContent(({ document }) => {
    const path = pathOf(document.uri);
    if (isJsonDocument(path, document.languageId)) json.set(path, document.getText());
    if (isProjectFile(path) || !json.has(path)) projects.open(path, document.getText());
    changed();
  });
  // Not every editor can tell of files on disk.
  documents.onDidSave(({ document }) => {
    const path = pathOf(document.uri);
    if (!isProjectFile(path)) return;
    projects.close(path); // what is on disk counts again, broken as it may be
    projects.changedOnDisk(path);
    changed();
  });
  documents.onDidClose(({ document }) => {
    const path = pathOf(document.uri);
    if (isProjectFile(path) || !json.has(path)) projects.close(path);
    json.set(path, undefined);
    changed();
  });
  connection.languages.diagnostics.on(({ textDocument }) => {
    return { kind: 'full', items: publishing.at(pathOf(textDocument.uri)) };
  });
  connection.languages.diagnostics.onWorkspace(() => ({
    items: [...publishing.current()].map(([uri, items]) => ({ kind: 'full' as const, uri, version: null, items })),
  }));

  registerFeatures(connection, {
    /** The project of a file, and the file in it. */
    at: (uri) => {
      const path = pathOf(uri);
      if (json.has(path)) return undefined;
      const opened = projects.of(path);
      const analysis = opened.session.analyse();
      const source = analysis.files.get(path)?.source;
      return source && { analysis, path, source };
    },
    isUnsaved: ({ path, text }) =>
      documents.all().some((document) => pathOf(document.uri) === path && document.getText() !== text),
    analyses: () => projects.all().map(({ session }) => session.analyse()),
    refuse: (message) => new ResponseError(LSPErrorCodes.RequestFailed, message),
  });

  documents.listen(connection);
  connection.listen();
  return new Promise((settle) => {
    connection.onShutdown(() => {
      isShutDown = true;
      publishing.stop();
    });
    connection.onExit(() => {
      settle(isShutDown ? 0 : 1);
    });
  });
}
