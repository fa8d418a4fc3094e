/**
 * A host for the packed extension, where no VS Code can be had: a `vscode` module that keeps what is registered, plays
 * the events that tests fire, and lets the language client speak with the real server.
 */
import Module, { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

type Listener = (event: unknown) => unknown;

export interface TextDocument {
  readonly uri: Uri;
  readonly languageId: string;
  readonly version: number;
  readonly fileName: string;
  readonly isClosed: boolean;
  readonly getText: () => string;
}

export interface Panel {
  readonly title: string;
  readonly html: string;
  readonly said: readonly { readonly type: string; readonly [key: string]: unknown }[];
  readonly hear: (message: unknown) => void;
  readonly close: () => void;
}

export interface Host {
  readonly commands: Map<string, (...args: unknown[]) => unknown>;
  readonly executed: { readonly command: string; readonly args: readonly unknown[] }[];
  readonly providers: Map<
    string,
    { readonly provideTasks: () => readonly Task[]; readonly resolveTask: (task: unknown) => Task | undefined }
  >;
  readonly tasks: Task[];
  readonly panels: Panel[];
  /** Fires an event of the API: `window.onDidChangeTextEditorSelection`. */
  readonly fire: (event: string, value: unknown) => void;
  readonly shown: { readonly uri: string; readonly line: number }[];
  readonly edit: (document: TextDocument, line: number, character: number) => unknown;
  readonly status: Record<string, unknown>;
  /** Errors that were logged or shown to the user. */
  readonly complaints: readonly string[];
  /** Ends what the extension has started. */
  readonly end: () => Promise<void>;
}

export interface Task {
  readonly definition: { readonly command: string };
  readonly name: string;
  readonly execution: {
    readonly process: string;
    readonly args: readonly string[];
    readonly options: { readonly cwd?: string };
  };
  readonly problemMatchers: string;
}

class Uri {
  readonly scheme: string;
  private readonly href: string;
  constructor(href: string) {
    this.href = href;
    this.scheme = href.slice(0, href.indexOf(':'));
  }
  static file(path: string): Uri {
    return new Uri(pathToFileURL(path).href);
  }
  static parse(href: string): Uri {
    return new Uri(href);
  }
  static joinPath(uri: Uri, ...parts: string[]): Uri {
    return Uri.file(join(uri.fsPath, ...parts));
  }
  get fsPath(): string {
    return fileURLToPath(this.href);
  }
  get path(): string {
    return new URL(this.href).pathname;
  }
  toString(): string {
    return this.href;
  }
}

class Position {
  readonly line: number;
  readonly character: number;
  constructor(line: number, character: number) {
    this.line = line;
    this.character = character;
  }
}

class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(start: Position, end: Position) {
    this.start = start;
    this.end = end;
  }
}

class Location {
  readonly uri: Uri;
  readonly range: Range;
  constructor(uri: Uri, range: Range) {
    this.uri = uri;
    this.range = range;
  }
}

class Selection extends Range {
  get active(): Position {
    return this.end;
  }
}

class EventEmitter {
  private readonly listeners = new Set<Listener>();
  readonly event = (listener: Listener, self?: unknown) => {
    const bound = self === undefined ? listener : listener.bind(self);
    this.listeners.add(bound);
    return { dispose: () => this.listeners.delete(bound) };
  };
  fire(value: unknown): void {
    for (const listener of [...this.listeners]) listener(value);
  }
  dispose(): void {
    this.listeners.clear();
  }
}

class CancellationTokenSource {
  private readonly emitter = new EventEmitter();
  readonly token = { isCancellationRequested: false, onCancellationRequested: this.emitter.event };
  cancel(): void {
    this.token.isCancellationRequested = true;
    this.emitter.fire(undefined);
  }
  dispose(): void {
    this.emitter.dispose();
  }
}

class Disposable {
  readonly dispose: () => unknown;
  constructor(dispose: () => unknown) {
    this.dispose = dispose;
  }
  static from(...all: readonly { readonly dispose: () => unknown }[]): Disposable {
    return new Disposable(() => all.map((one) => one.dispose()));
  }
}

class CodeActionKind {
  static readonly Empty: CodeActionKind = new CodeActionKind('');
  readonly value: string;
  constructor(value: string) {
    this.value = value;
  }
  append(part: string): CodeActionKind {
    return new CodeActionKind(this.value === '' ? part : `${this.value}.${part}`);
  }
}

class ProcessExecution {
  readonly process: string;
  readonly args: readonly string[];
  readonly options: unknown;
  constructor(process: string, args: readonly string[], options: unknown) {
    this.process = process;
    this.args = args;
    this.options = options;
  }
}

class TaskStub {
  readonly definition: unknown;
  readonly scope: unknown;
  readonly name: string;
  readonly execution: unknown;
  readonly problemMatchers: unknown;
  constructor(
    definition: unknown,
    scope: unknown,
    name: string,
    _source: string,
    execution: unknown,
    matchers: unknown,
  ) {
    this.definition = definition;
    this.scope = scope;
    this.name = name;
    this.execution = execution;
    this.problemMatchers = matchers;
  }
}

const disposable = () => ({ dispose: () => undefined });

/** Classes and enumerations that nobody looks into: anything can be made of them, extended, or read as a number. */
function anything(): unknown {
  return new Proxy(class {}, {
    get: (target, key) => Reflect.get(target, key) ?? (typeof key === 'string' ? 0 : undefined),
  });
}

export interface HostOptions {
  readonly extension: string;
  readonly folder: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly documents: readonly TextDocument[];
}

export function textDocument(path: string, text: string): TextDocument {
  const uri = Uri.file(path);
  return { uri, languageId: 'flow', version: 1, fileName: path, isClosed: false, getText: () => text };
}

/** Loads the extension at `extension` and activates it. */
export async function activate({ extension, folder, settings, documents }: HostOptions): Promise<Host> {
  const emitters = new Map<string, EventEmitter>();
  const eventOf = (name: string): EventEmitter => {
    const found = emitters.get(name) ?? new EventEmitter();
    emitters.set(name, found);
    return found;
  };
  const commands: Host['commands'] = new Map();
  const executed: Host['executed'] = [];
  const providers: Host['providers'] = new Map();
  const tasks: Task[] = [];
  const panels: Panel[] = [];
  const shown: { uri: string; line: number }[] = [];
  const complaints: string[] = [];
  const status: Record<string, unknown> = { dispose: () => undefined };
  const workspaceFolder = { uri: Uri.file(folder), name: 'test', index: 0 };
  const window: Record<string, unknown> = {
    visibleTextEditors: [],
    activeTextEditor: undefined,
  };

  /** A namespace of the API: what is given, events by their names, and functions that do nothing. */
  const namespace = (name: string, given: Record<string, unknown>): unknown =>
    new Proxy(given, {
      get: (target, key) => {
        if (key in target || typeof key !== 'string') return Reflect.get(target, key);
        return /^on(?:Did|Will)/.test(key) ? eventOf(`${name}.${key}`).event : disposable;
      },
    });
  const said = (section: string | undefined, key: string): unknown =>
    settings[section === undefined ? key : `${section}.${key}`];
  const log = namespace('log', {
    logLevel: 3,
    name: 'flowc',
    error: (text: unknown) => void complaints.push(String(text)),
  });
  const given: Record<string, unknown> = {
    Uri,
    Position,
    Range,
    Selection,
    EventEmitter,
    CancellationTokenSource,
    CodeActionKind,
    Disposable,
    Location,
    ProcessExecution,
    Task: TaskStub,
    version: '1.100.0',
    env: namespace('env', { language: 'en', appName: 'test', machineId: 'test' }),
    extensions: namespace('extensions', { all: [], getExtension: () => undefined }),
    commands: namespace('commands', {
      registerCommand: (name: string, run: (...args: unknown[]) => unknown) => {
        if (commands.has(name)) throw new Error(`${name} is registered twice`);
        commands.set(name, run);
        return { dispose: () => commands.delete(name) };
      },
      executeCommand: async (command: string, ...args: unknown[]) => void executed.push({ command, args }),
    }),
    tasks: namespace('tasks', {
      registerTaskProvider: (type: string, provider: never) => {
        providers.set(type, provider);
        return disposable();
      },
      executeTask: async (task: Task) => void tasks.push(task),
    }),
    languages: namespace('languages', {
      match: (_selector: unknown, document: TextDocument) => (document.languageId === 'flow' ? 10 : 0),
      createLanguageStatusItem: () => status,
      createDiagnosticCollection: () => ({
        set: () => undefined,
        delete: () => undefined,
        clear: () => undefined,
        dispose: () => undefined,
      }),
    }),
    workspace: namespace('workspace', {
      workspaceFolders: [workspaceFolder],
      textDocuments: documents,
      notebookDocuments: [],
      isTrusted: true,
      getWorkspaceFolder: () => workspaceFolder,
      createFileSystemWatcher: () => namespace('watcher', {}),
      saveAll: async () => true,
      openTextDocument: async (uri: Uri) => documents.find((one) => one.uri.toString() === uri.toString()),
      getConfiguration: (section?: string) => ({
        get: (key: string, otherwise: unknown) => said(section, key) ?? otherwise,
        inspect: () => undefined,
        has: (key: string) => said(section, key) !== undefined,
      }),
    }),
    window: namespace('window', {
      tabGroups: namespace('tabGroups', { all: [] }),
      createOutputChannel: () => log,
      showTextDocument: async (document: TextDocument) => ({
        set selection(selection: Selection) {
          shown.push({ uri: document.uri.toString(), line: selection.active.line });
        },
        revealRange: () => undefined,
      }),
      showErrorMessage: async (text: string) => void complaints.push(text),
      showInformationMessage: async () => undefined,
      showWarningMessage: async (text: string) => void complaints.push(text),
      createWebviewPanel: () => panelOf(panels),
    }),
  };
  Object.defineProperties(given['window'] as object, {
    visibleTextEditors: { get: () => window['visibleTextEditors'] },
    activeTextEditor: { get: () => window['activeTextEditor'] },
  });
  const vscode = new Proxy(given, {
    get: (target, key) => {
      if (typeof key !== 'string' || key in target) return Reflect.get(target, key);
      return (target[key] = /^[A-Z]/.test(key) ? anything() : namespace(key, {}));
    },
  });

  // Bundles copy what a module has of its own, and inherit the rest.
  const loaded = load(join(extension, 'extension.cjs'), Object.create(vscode) as object);
  const subscriptions: { readonly dispose: () => unknown }[] = [];
  const context = { subscriptions, extensionPath: extension, extensionUri: Uri.file(extension) };
  await loaded.activate(context);
  return {
    commands,
    executed,
    providers,
    tasks,
    panels,
    shown,
    status,
    complaints,
    fire: (event, value) => eventOf(event).fire(value),
    edit: (document, line, character) => {
      const at = new Position(line, character);
      const editor = { document, selection: new Selection(at, at), viewColumn: 1 };
      window['activeTextEditor'] = editor;
      window['visibleTextEditors'] = [editor];
      return editor;
    },
    end: async () => {
      for (const one of subscriptions) one.dispose();
      // The server ends when it is asked to; the answer takes a moment.
      await new Promise((settle) => setTimeout(settle, 300));
    },
  };
}

function panelOf(panels: Panel[]): unknown {
  const messages = new EventEmitter();
  const closed = new EventEmitter();
  const said: Panel['said'][number][] = [];
  const webview = {
    html: '',
    cspSource: 'https://webview.test',
    asWebviewUri: (uri: Uri) => uri,
    postMessage: async (message: Panel['said'][number]) => void said.push(message),
    onDidReceiveMessage: messages.event,
  };
  const panel = { webview, title: '', reveal: () => undefined, onDidDispose: closed.event };
  panels.push({
    get title() {
      return panel.title;
    },
    get html() {
      return webview.html;
    },
    said,
    hear: (message) => messages.fire(message),
    close: () => closed.fire(undefined),
  });
  return panel;
}

/** The bundle's exports; `vscode` is what it gets for the module of that name. */
function load(path: string, vscode: unknown): { readonly activate: (context: unknown) => unknown } {
  const loader = Module as unknown as { _load: (...args: unknown[]) => unknown };
  const original = loader._load;
  loader._load = (...args) => (args[0] === 'vscode' ? vscode : original(...args));
  try {
    return createRequire(import.meta.url)(path) as { readonly activate: (context: unknown) => unknown };
  } finally {
    loader._load = original;
  }
}
