/** Bridge 1, forward: text to tree. Total on any text. */
import type { IToken } from 'chevrotain';
import type { Finding } from '../../grammar/findings.ts';
import { layOut } from '../../grammar/layout.ts';
import { tokenize } from '../../grammar/lexer.ts';
import { endOf } from '../../grammar/tokens.ts';
import { FlowParser } from '../../grammar/parser.ts';
import { byPlace, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { NOWHERE, positionAt, span, type SourceText } from '../text/text.ts';
import type { Comment, SourceFile } from './ast.ts';
import { build } from './build.ts';
import type { Building } from './build-body.ts';
import { syntaxDiagnostic } from './diagnostics.ts';
import { docsOf } from './docs.ts';
import { explain } from './explain.ts';

export interface Parsed {
  readonly tree: SourceFile;
  readonly diagnostics: readonly Diagnostic[];
}

/** In UTF-16 code units. A flow has some ten thousand; this is for files that are no source at all. */
const MAX_LENGTH = 32_000_000;
/** More messages help nobody. */
const MAX_MESSAGES = 200;

let parser: FlowParser | undefined;

/** Reads a file. The tree holds what could be read; each mistake is told once, on its line. */
export function parse(source: SourceText): Parsed {
  const { text } = source;
  if (text.length > MAX_LENGTH) {
    const tree: SourceFile = { kind: 'file', declarations: [], comments: [], span: span(0, text.length) };
    return { tree, diagnostics: [syntaxDiagnostic('file-too-long', { source, span: NOWHERE }, { limit: MAX_LENGTH })] };
  }
  const findings: Finding[] = [];
  const lexed = tokenize(text, findings);
  const tokens = layOut(lexed.tokens, text, findings);
  parser ??= new FlowParser();
  const entries = parser.read(tokens, findings);
  const docs = docsOf(tokens, lexed.comments, text);
  const building: Building = { source, docs, documenting: new Set(), diagnostics: [], goesOn: false };
  const declarations = build(entries, building);
  const comments = lexed.comments.filter((comment) => !building.documenting.has(comment)).map(commentOf);
  const tree: SourceFile = { kind: 'file', declarations, comments, span: span(0, text.length) };
  return { tree, diagnostics: onePerLine(findings, building.diagnostics, source) };
}

function commentOf(token: IToken): Comment {
  return { kind: 'comment', text: token.image, span: span(token.startOffset, endOf(token)) };
}

/**
 * One message a line: the second on a line nearly always follows from the first. A quote that is missing explains
 * whatever else is strange on its line, so it goes first.
 */
function onePerLine(
  findings: readonly Finding[],
  built: readonly Diagnostic[],
  source: SourceText,
): readonly Diagnostic[] {
  if (findings.length === 0 && built.length === 0) return [];
  const kept = new Map<number, Diagnostic>();
  const misread = new Set<number>();
  const keep = (diagnostic: Diagnostic, readAsMeant = false): void => {
    const { line } = positionAt(source, diagnostic.place.span.start);
    if (!kept.has(line)) kept.set(line, diagnostic);
    if (!readAsMeant) misread.add(line);
  };
  for (const finding of findings.filter(isUnclosedText)) keep(explain(finding, source));
  const told = findings.slice(0, 10 * MAX_MESSAGES);
  for (const finding of told) if (finding.kind !== 'stray-else') keep(explain(finding, source), isReadAsMeant(finding));
  for (const diagnostic of built) keep(diagnostic);
  for (const finding of told) {
    if (finding.kind === 'stray-else' && !kept.has(positionAt(source, finding.after).line))
      keep(explain(finding, source));
  }
  return [...kept]
    .map(([line, diagnostic]) => (misread.has(line) ? diagnostic : { ...diagnostic, readAsMeant: true as const }))
    .sort(byPlace)
    .slice(0, MAX_MESSAGES);
}

/** Signs of other languages and keyboards, which the lexer takes for what they stand for. */
function isReadAsMeant(finding: Finding): boolean {
  return (
    finding.kind === 'lookalike' || finding.kind === 'escape' || (finding.kind === 'text' && !isUnclosedText(finding))
  );
}

function isUnclosedText(finding: Finding): boolean {
  return finding.kind === 'text' && finding.flaw === 'unclosed';
}
