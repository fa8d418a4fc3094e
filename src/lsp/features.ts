/** Requests of editors about a place or a file, each answered by one function of the editor core. */
import { isAbsolute } from 'node:path';
import {
  CodeActionKind,
  CompletionItemKind,
  FoldingRangeKind,
  InlayHintKind,
  InsertTextFormat,
  MarkupKind,
  SelectionRange,
  SemanticTokensBuilder,
  SymbolKind,
  type CallHierarchyItem,
  type CompletionItem,
  type Connection,
  type DocumentSymbol,
  type Position,
  type Range,
  type ResponseError,
  type TextEdit as LspEdit,
} from 'vscode-languageserver/node';
import type { Named } from '../check/program.ts';
import { lookUp } from '../check/program.ts';
import type { EntityKind } from '../entities/types.ts';
import { callHierarchyAt, callsFrom, callsTo, codeLenses, type Call } from '../ide/calls.ts';
import { actionsAt } from '../ide/actions/index.ts';
import { completionsAt } from '../ide/completion/index.ts';
import { definitionAt, referencesAt } from '../ide/definition.ts';
import { formatEdits, formatRangeEdits } from '../ide/formatting.ts';
import { hoverAt } from '../ide/hover.ts';
import { inlayHints } from '../ide/inlays.ts';
import { documentLinks } from '../ide/links.ts';
import { chainAt } from '../ide/locate.ts';
import { pictureAt } from '../ide/picture.ts';
import { foldingRanges, selectionRanges } from '../ide/ranges.ts';
import { prepareRename, renameAt } from '../ide/rename.ts';
import { signatureAt } from '../ide/signature.ts';
import { documentSymbols, workspaceSymbols, type Outline } from '../ide/symbols.ts';
import { semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES, type Token } from '../ide/tokens.ts';
import type { Analysis, Completion, CompletionKind } from '../ide/types.ts';
import type { PrintOptions } from '../syntax/print.ts';
import { isObject } from '../text/json.ts';
import { positionAt, type Place, type SourceText, type Span, type TextEdit } from '../text/text.ts';
import { ConfigurationError, formatOptionsReader } from '../workspace/format-options.ts';
import { GRAPH_COMMAND } from './capabilities.ts';
import {
  pathOf,
  toEdit,
  toLocation,
  toOffset,
  toPosition,
  toRange,
  toSpan,
  toWorkspaceEdit,
  uriOf,
} from './convert.ts';

export interface At {
  readonly analysis: Analysis;
  readonly path: string;
  readonly source: SourceText;
}

export interface Workspace {
  /** Undefined for files that the server does not know. */
  readonly at: (uri: string) => At | undefined;
  readonly analyses: () => readonly Analysis[];
  /** Whether an editor shows a file otherwise than it is on disk. */
  readonly isUnsaved: (source: SourceText) => boolean;
  readonly refuse: (message: string) => ResponseError;
}

interface InDocument {
  readonly textDocument: { readonly uri: string };
}

export function registerFeatures(connection: Connection, workspace: Workspace): void {
  const inFile = <T>({ textDocument }: InDocument, answer: (at: At) => T): T | null => {
    const at = workspace.at(textDocument.uri);
    return at === undefined ? null : answer(at);
  };
  const atPlace = <T>(
    params: InDocument & { readonly position: Position },
    answer: (at: At, offset: number) => T | undefined,
  ): T | null => inFile(params, (at) => answer(at, toOffset(at.source, params.position)) ?? null);

  registerNames(connection, workspace, atPlace);
  registerTyping(connection, inFile, atPlace);
  registerFormatting(connection, workspace, inFile, atPlace);
  registerViews(connection, inFile);
  registerCalls(connection, workspace, atPlace);
  connection.onExecuteCommand(({ command, arguments: said = [] }) => {
    const [asked] = said as readonly unknown[];
    if (command !== GRAPH_COMMAND || !isObject(asked)) return null;
    const { uri, position } = asked as { uri?: string; position?: Position };
    const at = workspace.at(uri ?? '');
    if (at === undefined) return null;
    return pictureFor(at, position === undefined ? 0 : toOffset(at.source, position));
  });
}

type InFile = <T>(params: InDocument, answer: (at: At) => T) => T | null;
type AtPlace = <T>(
  params: InDocument & { readonly position: Position },
  answer: (at: At, offset: number) => T | undefined,
) => T | null;

// -------------------------------------------------------------------------------------------------------------- names

function registerNames(connection: Connection, workspace: Workspace, atPlace: AtPlace): void {
  connection.onDefinition((params) =>
    atPlace(params, ({ analysis, path }, offset) => definitionAt(analysis, path, offset).map(toLocation)),
  );
  connection.onReferences((params) =>
    atPlace(params, ({ analysis, path }, offset) =>
      referencesAt(analysis, path, offset, { withDeclaration: params.context.includeDeclaration }).map(toLocation),
    ),
  );
  connection.onDocumentHighlight((params) =>
    atPlace(params, ({ analysis, path }, offset) =>
      referencesAt(analysis, path, offset)
        .filter(({ source }) => source.path === path)
        .map(({ source, span }) => ({ range: toRange(source, span) })),
    ),
  );
  connection.onPrepareRename((params) =>
    atPlace(params, ({ analysis, path, source }, offset) => {
      const found = prepareRename(analysis, path, offset);
      return found && { range: toRange(source, found.span), placeholder: found.name };
    }),
  );
  connection.onRenameRequest((params) =>
    atPlace(params, ({ analysis, path }, offset) => {
      const edits = renameAt(analysis, path, offset, params.newName);
      if (typeof edits === 'string') throw workspace.refuse(edits);
      const file = edits.find(({ source }) => source === analysis.projectFile);
      if (file && workspace.isUnsaved(file.source)) throw workspace.refuse('The project file has to be saved first.');
      return toWorkspaceEdit(edits);
    }),
  );
  connection.onWorkspaceSymbol(({ query }) =>
    workspace.analyses().flatMap((analysis) =>
      workspaceSymbols(analysis, query).map(({ name, display, kind, place }) => ({
        name: display === name ? name : `${name} “${display}”`,
        kind: symbolKind(kind),
        location: toLocation(place),
      })),
    ),
  );
}

function symbolKind(kind: Outline['kind']): SymbolKind {
  switch (kind) {
    case 'flow':
    case 'lambda':
      return SymbolKind.Function;
    case 'module':
      return SymbolKind.Module;
    case 'step':
    case 'label':
      return SymbolKind.Key;
    case 'attribute':
      return SymbolKind.Variable;
    case 'param':
      return SymbolKind.Constant;
    default:
      return SymbolKind.Class;
  }
}

// ------------------------------------------------------------------------------------------------------------- typing

const COMPLETION_KINDS: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  verb: CompletionItemKind.Function,
  parameter: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  branch: CompletionItemKind.Event,
  label: CompletionItemKind.Reference,
  entity: CompletionItemKind.Class,
  path: CompletionItemKind.Variable,
  snippet: CompletionItemKind.Snippet,
  keyword: CompletionItemKind.Keyword,
};

function registerTyping(connection: Connection, inFile: InFile, atPlace: AtPlace): void {
  /** Documentation is made when an item is looked at: of the last answer, by its number. */
  let last: readonly Completion[] = [];
  connection.onCompletion((params) =>
    atPlace(params, ({ analysis, path, source }, offset) => {
      last = completionsAt(analysis, path, offset);
      return last.map((one, i) => completionItem(one, i, source));
    }),
  );
  connection.onCompletionResolve((item) => {
    const number: unknown = item.data;
    const one = typeof number === 'number' ? last[number] : undefined;
    const value = one?.label === item.label ? one.documentation?.() : undefined;
    return value === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
  });
  connection.onHover((params) =>
    atPlace(params, ({ analysis, path, source }, offset) => {
      const hover = hoverAt(analysis, path, offset);
      return (
        hover && {
          contents: { kind: MarkupKind.Markdown, value: hover.contents },
          range: toRange(source, hover.span),
        }
      );
    }),
  );
  connection.onSignatureHelp((params) =>
    atPlace(params, ({ analysis, path }, offset) => {
      const found = signatureAt(analysis, path, offset);
      if (found === undefined) return undefined;
      const { label, parameters, active } = found;
      // Behind the last parameter is none of them.
      const activeParameter = active ?? parameters.length;
      const signature = { label, parameters: parameters.map((one) => ({ ...one })) };
      return { signatures: [signature], activeSignature: 0, activeParameter };
    }),
  );
  connection.onCodeAction((params) =>
    inFile(params, ({ analysis, path, source }) => {
      const only = params.context.only;
      const wanted = (kind: string) =>
        only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`));
      return actionsAt(analysis, path, toSpan(source, params.range))
        .filter(({ kind }) => wanted(kind))
        .map(({ title, kind, edits, preferred, fixes }) => ({
          title,
          kind: kind === 'source.fixAll' ? CodeActionKind.SourceFixAll : kind,
          isPreferred: preferred,
          diagnostics: params.context.diagnostics.filter((told) =>
            fixes.some((one) => one.code === told.code && sameStart(told.range, source, one.place.span)),
          ),
          edit: toWorkspaceEdit(edits),
        }));
    }),
  );
}

/** As `flowc fmt` lays files out: by `.prettierrc` and `.editorconfig`, whatever an editor's own settings are. */
function registerFormatting(connection: Connection, workspace: Workspace, inFile: InFile, atPlace: AtPlace): void {
  const edits = (source: SourceText, all: readonly TextEdit[]): LspEdit[] => all.map((edit) => toEdit(source, edit));
  const optionsFor = async ({ textDocument }: InDocument): Promise<PrintOptions> => {
    const path = pathOf(textDocument.uri);
    try {
      // A reader remembers; configurations change.
      return isAbsolute(path) ? await formatOptionsReader()(path) : {};
    } catch (error) {
      if (error instanceof ConfigurationError) throw workspace.refuse(error.message);
      throw error;
    }
  };
  connection.onDocumentFormatting(async (params) => {
    const options = await optionsFor(params);
    return inFile(params, ({ source }) => edits(source, formatEdits(source, options)));
  });
  connection.onDocumentRangeFormatting(async (params) => {
    const options = await optionsFor(params);
    return inFile(params, ({ source }) =>
      edits(source, formatRangeEdits(source, toSpan(source, params.range), options)),
    );
  });
  connection.onDocumentOnTypeFormatting(async (params) => {
    // Nobody asked for it in so many words: a configuration that cannot be read is told when somebody does.
    const options = await optionsFor(params).catch(() => undefined);
    if (options === undefined) return null;
    return atPlace(params, ({ analysis, path, source }, offset) => {
      const tree = analysis.files.get(path)?.tree;
      const closed = tree && chainAt(tree, offset).findLast(({ span, kind }) => span.end === offset && kind !== 'file');
      return closed && edits(source, formatRangeEdits(source, closed.span, options));
    });
  });
}

function sameStart(range: Range, source: SourceText, span: Span): boolean {
  const { line, character } = toPosition(source, span.start);
  return range.start.line === line && range.start.character === character;
}

function completionItem(one: Completion, number: number, source: SourceText): CompletionItem {
  const { label, kind, detail, edit, isSnippet, rank } = one;
  return {
    label,
    kind: COMPLETION_KINDS[kind],
    ...(detail === undefined ? {} : { detail }),
    filterText: filterText(label, edit.newText, source.text.slice(edit.span.start, edit.span.end)),
    sortText: `${rank}${label}`,
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: toEdit(source, edit),
    data: number,
  };
}

/** What editors compare with the text that the item replaces. Names may hold signs that they take for the end of a word. */
function filterText(label: string, newText: string, replaced: string): string {
  if (replaced.startsWith('"')) return newText;
  return replaced.startsWith('$') ? label : label.replace(/^"/, '');
}

// -------------------------------------------------------------------------------------------------------------- views

function registerViews(connection: Connection, inFile: InFile): void {
  connection.onDocumentSymbol((params) =>
    inFile(params, ({ analysis, path, source }) => {
      const symbol = ({ name, detail, kind, span, nameSpan, children }: Outline): DocumentSymbol => ({
        name,
        detail,
        kind: symbolKind(kind),
        range: toRange(source, span),
        selectionRange: toRange(source, nameSpan),
        children: children.map(symbol),
      });
      return documentSymbols(analysis, path).map(symbol);
    }),
  );
  connection.onFoldingRanges((params) =>
    inFile(params, ({ analysis, path, source }) =>
      foldingRanges(analysis, path).map(({ span, kind }) => {
        const startLine = positionAt(source, span.start).line - 1;
        const lastLine = positionAt(source, span.end).line - 1;
        // The closing brace stays to be seen.
        const endLine = kind === 'comment' ? lastLine : Math.max(startLine, lastLine - 1);
        return kind === 'comment' ? { startLine, endLine, kind: FoldingRangeKind.Comment } : { startLine, endLine };
      }),
    ),
  );
  connection.onSelectionRanges((params) =>
    inFile(params, ({ analysis, path, source }) => {
      const offsets = params.positions.map((position) => toOffset(source, position));
      return selectionRanges(analysis, path, offsets).map((spans, i) => {
        const start = params.positions[i] ?? { line: 0, character: 0 };
        const none = SelectionRange.create({ start, end: start });
        return (
          spans.reduceRight<SelectionRange | undefined>(
            (parent, span) => SelectionRange.create(toRange(source, span), parent),
            undefined,
          ) ?? none
        );
      });
    }),
  );
  connection.languages.semanticTokens.on(
    (params) => inFile(params, ({ analysis, path, source }) => packed(source, semanticTokens(analysis, path))) ?? EMPTY,
  );
  connection.languages.semanticTokens.onRange(
    (params) =>
      inFile(params, ({ analysis, path, source }) =>
        packed(source, semanticTokens(analysis, path, toSpan(source, params.range))),
      ) ?? EMPTY,
  );
  connection.onDocumentLinks((params) =>
    inFile(params, ({ analysis, path, source }) =>
      documentLinks(analysis, path).map(({ span, target }) => ({ range: toRange(source, span), target })),
    ),
  );
  connection.languages.inlayHint.on((params) =>
    inFile(params, ({ analysis, path, source }) =>
      inlayHints(analysis, path, toSpan(source, params.range)).map(({ offset, text, tooltip }) => ({
        position: toPosition(source, offset),
        label: text.trim(),
        kind: InlayHintKind.Parameter,
        tooltip,
        paddingLeft: true,
      })),
    ),
  );
  connection.onCodeLens((params) =>
    inFile(params, ({ analysis, path, source }) =>
      codeLenses(analysis, path).map(({ span, title, places }) => {
        const range = toRange(source, span);
        // The extension for VS Code shows the places; elsewhere the title is all that is wanted.
        const args = [uriOf(path), range.start, places.map(toLocation)];
        return { range, command: { title, command: 'flowc.showReferences', arguments: args } };
      }),
    ),
  );
}

const EMPTY = { data: [] };

function packed(source: SourceText, tokens: readonly Token[]): { data: number[] } {
  const builder = new SemanticTokensBuilder();
  for (const { span, type, modifiers } of tokens) {
    const { line, character } = toPosition(source, span.start);
    const bits = modifiers.reduce((all, one) => all | (1 << TOKEN_MODIFIERS.indexOf(one)), 0);
    builder.push(line, character, span.end - span.start, TOKEN_TYPES.indexOf(type), bits);
  }
  return { data: builder.build().data };
}

// -------------------------------------------------------------------------------------------------------------- calls

function registerCalls(connection: Connection, workspace: Workspace, atPlace: AtPlace): void {
  const item = ({ kind, name, display, source, span, declaration }: Named): CallHierarchyItem => ({
    name,
    detail: display === name ? kind : display,
    kind: symbolKind(kind),
    uri: uriOf(source.path),
    range: toRange(source, declaration.span),
    selectionRange: toRange(source, span),
    data: { kind, name },
  });
  const named = (said: CallHierarchyItem): { readonly analysis: Analysis; readonly named: Named } | undefined => {
    const at = workspace.at(said.uri);
    const { kind, name } = (said.data ?? {}) as { kind?: EntityKind; name?: string };
    const found = at && kind && lookUp(at.analysis.program, kind, name ?? '');
    return at && found && { analysis: at.analysis, named: found };
  };
  const ranges = ({ places }: Call) => places.map(({ source, span }) => toRange(source, span));
  connection.languages.callHierarchy.onPrepare((params) =>
    atPlace(params, ({ analysis, path }, offset) => {
      const found = callHierarchyAt(analysis, path, offset);
      return found && [item(found)];
    }),
  );
  connection.languages.callHierarchy.onIncomingCalls(({ item: said }) => {
    const found = named(said);
    return found
      ? callsTo(found.analysis, found.named).map((call) => ({ from: item(call.named), fromRanges: ranges(call) }))
      : null;
  });
  connection.languages.callHierarchy.onOutgoingCalls(({ item: said }) => {
    const found = named(said);
    return found
      ? callsFrom(found.analysis, found.named).map((call) => ({ to: item(call.named), fromRanges: ranges(call) }))
      : null;
  });
}

// ------------------------------------------------------------------------------------------------------------ picture

/** The flow under an offset with its places as locations. */
function pictureFor({ analysis, path }: At, offset: number): object | null {
  const picture = pictureAt(analysis, path, offset);
  if (picture === undefined) return null;
  const located = <T extends { readonly place: Place | undefined }>({ place, ...rest }: T) => ({
    ...rest,
    location: place && toLocation(place),
  });
  return { ...picture, nodes: picture.nodes.map(located), edges: picture.edges.map(located) };
}
