/** Between the language server protocol and the editor core: URIs and paths, positions from 0 and offsets. */
import { isAbsolute } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Location, Position, Range, TextEdit as LspEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import type { EditsByFile } from '../ide/types.ts';
import { lineStartsOf, positionAt, type Place, type SourceText, type Span, type TextEdit } from '../text/text.ts';

/** The path of a file; of what lies in no file (`untitled:`) the URI itself. */
export function pathOf(uri: string): string {
  if (!uri.startsWith('file:')) return uri;
  try {
    return fileURLToPath(uri);
  } catch {
    return uri;
  }
}

export function uriOf(path: string): string {
  return isAbsolute(path) ? pathToFileURL(path).href : path;
}

export function toPosition(source: SourceText, offset: number): Position {
  const { line, column } = positionAt(source, offset);
  return { line: line - 1, character: column - 1 };
}

export function toRange(source: SourceText, { start, end }: Span): Range {
  return { start: toPosition(source, start), end: toPosition(source, end) };
}

/** Positions behind the end of a line mean its end, as the protocol says. */
export function toOffset(source: SourceText, { line, character }: Position): number {
  const starts = lineStartsOf(source);
  const start = starts[line];
  if (start === undefined) return source.text.length;
  const next = starts[line + 1];
  let end = next ?? source.text.length;
  if (next !== undefined) {
    while (end > start && /[\r\n]/.test(source.text.charAt(end - 1))) end--;
  }
  return Math.min(start + character, end);
}

export function toSpan(source: SourceText, { start, end }: Range): Span {
  return { start: toOffset(source, start), end: toOffset(source, end) };
}

export function toLocation({ source, span }: Place): Location {
  return { uri: uriOf(source.path), range: toRange(source, span) };
}

export function toEdit(source: SourceText, { span, newText }: TextEdit): LspEdit {
  return { range: toRange(source, span), newText };
}

export function toWorkspaceEdit(edits: readonly EditsByFile[]): WorkspaceEdit {
  return {
    changes: Object.fromEntries(
      edits.map(({ source, edits: ofFile }) => [uriOf(source.path), ofFile.map((edit) => toEdit(source, edit))]),
    ),
  };
}
