/** The language server: what comes in over the protocol changes projects, what they mean goes out. */
import { basename } from 'node:path';
import {
  DiagnosticRefreshRequest,
  DidChangeWatchedFilesNotification,
  ResponseError,
  LSPErrorCodes,
  TextDocuments,
  type Connection,
  type FullDocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isObject } from '../text/json.ts';
import { version } from '../version.ts';
import { PROJECT_FILE } from '../workspace/project.ts';
import { capabilitiesFor, registerJson } from './capabilities.ts';
import { pathOf, uriOf } from './convert.ts';
import { toDiagnostic } from './diagnostics.ts';
import { registerFeatures } from './features.ts';
import { createJsonFlows, isJsonDocument, type JsonFlows } from './json-flows.ts';
import { createProjects, problemsOf, type Projects } from './projects.ts';

export interface ServerOptions {
  /** Absolute path of the folder with the diagnostics' pages. */
  readonly pages: string;
}

function isProjectFile(path: string): boolean {
  return basename(path) === PROJECT_FILE;
}

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

  // ------------------------------------------------------------------------------------------------- diagnostics
  const published = new Map<string, string>();
  let isScheduled: ReturnType<typeof setTimeout> | undefined;
  const isPulled = (): boolean => client.textDocument?.diagnostic !== undefined;
  let isFirst = true;
  const changed = (): void => {
    isScheduled ??= setTimeout(() => {
      isScheduled = undefined;
      const isGlance = isFirst && !isPulled() && documents.all().length > 0;
      if (isGlance) {
        isFirst = false;
        glance();
        changed();
      } else publish();
    }, 0);
  };
  /** Whoever opens a large project is told of the files in front of them before the rest is looked at. */
  const glance = (): void => {
    const open = new Set(
      documents
        .keys()
        .map(pathOf)
        .filter((path) => !json.has(path)),
    );
    for (const opened of new Set([...open].map((path) => projects.of(path)))) {
      for (const [path, found] of opened.session.glance(open)) {
        if (found.length > 0)
          send(
            uriOf(path),
            found.map((one) => toDiagnostic(one, pages)),
          );
      }
    }
  };
  const send = (uri: string, diagnostics: FullDocumentDiagnosticReport['items']): void => {
    const text = JSON.stringify(diagnostics);
    if ((published.get(uri) ?? '[]') === text) return;
    if (diagnostics.length === 0) published.delete(uri);
    else published.set(uri, text);
    void connection.sendDiagnostics({ uri, diagnostics });
  };
  const problemsAt = (path: string): readonly Diagnostic[] => {
    if (json.has(path) && !isProjectFile(path)) return json.problems(path);
    const opened = projects.of(path);
    return problemsOf(opened, opened.session.analyse()).get(path) ?? [];
  };
  const current = (): Map<string, FullDocumentDiagnosticReport['items']> => {
    const found = new Map<string, FullDocumentDiagnosticReport['items']>();
    for (const opened of projects.all()) {
      for (const [path, diagnostics] of problemsOf(opened, opened.session.analyse())) {
        found.set(
          uriOf(path),
          diagnostics.map((one) => toDiagnostic(one, pages)),
        );
      }
    }
    for (const path of json.paths()) {
      if (isProjectFile(path)) continue;
      found.set(
        uriOf(path),
        json.problems(path).map((one) => toDiagnostic(one, pages)),
      );
    }
    return found;
  };
  const publish = (): void => {
    if (isPulled()) {
      if (client.workspace?.diagnostics?.refreshSupport === true) {
        connection.sendRequest(DiagnosticRefreshRequest.type).catch(refused);
      }
      return;
    }
    const now = current();
    for (const uri of published.keys()) if (!now.has(uri)) now.set(uri, []);
    for (const [uri, diagnostics] of now) send(uri, diagnostics);
  };

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
    changed();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const path of new Set(changes.map(({ uri }) => pathOf(uri)))) projects.changedOnDisk(path);
    changed();
  });
  documents.onDidChangeContent(({ document }) => {
    const path = pathOf(document.uri);
    if (isJsonDocument(path, document.languageId)) json.set(path, document.getText());
    else projects.open(path, document.getText());
    changed();
  });
  documents.onDidClose(({ document }) => {
    const path = pathOf(document.uri);
    if (json.has(path)) json.set(path, undefined);
    else projects.close(path);
    changed();
  });
  connection.languages.diagnostics.on(({ textDocument }) => {
    const path = pathOf(textDocument.uri);
    const found = problemsAt(path);
    return { kind: 'full', items: found.map((one) => toDiagnostic(one, pages)) };
  });
  connection.languages.diagnostics.onWorkspace(() => ({
    items: [...current()].map(([uri, items]) => ({ kind: 'full' as const, uri, version: null, items })),
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
      clearTimeout(isScheduled);
    });
    connection.onExit(() => {
      settle(isShutDown ? 0 : 1);
    });
  });
}
