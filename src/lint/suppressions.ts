/**
 * Comments that suppress findings: `// flowc-ignore lint/no-queue: reason` for the statement or declaration that it stands
 * above or behind, with all in its braces; `// flowc-ignore-file lint/no-queue: reason` for the file. A comment belongs to
 * the statement that the formatter keeps it with.
 */
import type { ParsedFile } from '../check/program.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { renameTo } from '../diagnostics/remedy.ts';
import { nearest } from '../diagnostics/suggest.ts';
import { attachComments } from '../syntax/comments.ts';
import type { Comment } from '../syntax/ast.ts';
import type { SourceText, Span, TextEdit } from '../text/text.ts';
import { configurableCodes, knownCodes } from './codes.ts';
import { suppressionDiagnostic as problem } from './suppression-diagnostics.ts';

interface Suppression {
  readonly source: SourceText;
  readonly comment: Comment;
  readonly code: string;
  readonly codeSpan: Span;
  /** Takes the code, or with the last one the whole comment, out of the text. */
  readonly removal: TextEdit;
  readonly whole: boolean;
  /** Where findings are suppressed; undefined where the comment belongs to nothing. */
  readonly covers: Span | undefined;
}

/** The findings that are left, and what is wrong with the comments. `isOn`: whether a rule runs for a file at all. */
export function withoutSuppressed(
  files: readonly ParsedFile[],
  diagnostics: readonly Diagnostic[],
  isOn: (code: string, source: SourceText) => boolean,
): readonly Diagnostic[] {
  const problems: Diagnostic[] = [];
  const suppressions = files.flatMap((file) => (mentions(file) ? suppressionsOf(file, problems) : []));
  if (suppressions.length === 0) return problems.length === 0 ? diagnostics : [...diagnostics, ...problems];
  const bySource = new Map<SourceText, Suppression[]>();
  for (const one of suppressions) bySource.set(one.source, [...(bySource.get(one.source) ?? []), one]);
  const used = new Set<Suppression>();
  const left = diagnostics.filter(({ code, severity, place }) => {
    if (severity === 'error') return true;
    const by = (bySource.get(place.source) ?? []).filter(
      (one) => one.code === code && isInside(place.span, one.covers),
    );
    for (const one of by) used.add(one);
    return by.length === 0;
  });
  // Rules wait while there are errors, so a comment may be good for what is not told yet.
  const isComplete = diagnostics.every(({ severity }) => severity !== 'error');
  const unused = isComplete ? suppressions.filter((one) => !used.has(one) && isOn(one.code, one.source)) : [];
  return [...left, ...problems, ...unused.map(unusedSuppression)];
}

function mentions({ tree }: ParsedFile): boolean {
  return tree.comments.some(({ text }) => text.includes('flowc-ignore'));
}

function isInside(span: Span, covers: Span | undefined): boolean {
  return covers !== undefined && span.start >= covers.start && span.start <= covers.end;
}

/** `// flowc-ignore…`, `/* flowc-ignore… *\/`: which, the codes, the reason. */
const COMMENT = /^(\/\/+|\/\*)\s*(flowc-ignore(?:-file)?)(?![\w-])[ \t]*([^:]*?)[ \t]*(?::([^]*?))?(?:\*\/)?\s*$/;
const CODE = /[^\s,]+/g;

function suppressionsOf({ source, tree }: ParsedFile, problems: Diagnostic[]): readonly Suppression[] {
  const found: Suppression[] = [];
  let covered: ReadonlyMap<Comment, Span> | undefined;
  for (const comment of tree.comments) {
    const match = COMMENT.exec(comment.text);
    if (match === null) continue;
    const [, , word = '', list = '', reason] = match;
    const codes = [...list.matchAll(CODE)];
    if (codes.length === 0 || (reason ?? '').trim() === '') {
      problems.push(problem('suppression-without-reason', { source, span: comment.span }, { comment: word }));
      continue;
    }
    const listAt = comment.span.start + comment.text.indexOf(list, comment.text.indexOf(word) + word.length);
    const covers =
      word === 'flowc-ignore-file'
        ? { start: 0, end: source.text.length }
        : (covered ??= coveredBy(tree, source)).get(comment);
    for (const [i, code] of codes.entries()) {
      const codeSpan = { start: listAt + code.index, end: listAt + code.index + code[0].length };
      if (!isRightCode(code[0], { source, span: codeSpan }, problems)) continue;
      const whole = codes.length === 1;
      const removal = whole ? lineOf(source.text, comment.span) : betweenCodes(codes, i, listAt);
      found.push({
        source,
        comment,
        code: code[0],
        codeSpan,
        covers,
        whole,
        removal: { span: removal, newText: '' },
      });
    }
  }
  return found;
}

function isRightCode(code: string, place: { source: SourceText; span: Span }, problems: Diagnostic[]): boolean {
  const entry = knownCodes().get(code);
  if (entry === undefined) {
    const suggestion = nearest(code, configurableCodes());
    problems.push(problem('unknown-suppression', place, { code, suggestion }, renameTo(place.span, suggestion)));
    return false;
  }
  if (entry.severity === 'error') problems.push(problem('error-suppressed', place, { code }));
  return entry.severity !== 'error';
}

/** What each comment stands above, behind, or behind the opening brace of. */
function coveredBy(tree: ParsedFile['tree'], source: SourceText): ReadonlyMap<Comment, Span> {
  const { above, behind, opening } = attachComments(tree, source);
  const covered = new Map<Comment, Span>();
  // The line on which a brace opens belongs to what is in the braces.
  for (const [{ span }, comments] of opening) {
    const start = source.text.lastIndexOf('\n', span.start - 1) + 1;
    for (const comment of comments) covered.set(comment, { start, end: span.end });
  }
  for (const [{ span }, comments] of [...above, ...behind]) for (const comment of comments) covered.set(comment, span);
  return covered;
}

function unusedSuppression({ source, comment, code, codeSpan, removal, whole, covers }: Suppression): Diagnostic {
  const isFile = covers?.start === 0 && covers.end === source.text.length;
  const fix = {
    title: whole ? 'Remove the comment' : `Remove \`${code}\` from the comment`,
    safe: true,
    edits: [removal],
  };
  const place = { source, span: whole ? comment.span : codeSpan };
  return problem('unused-suppression', place, { code, where: isFile ? 'in this file' : 'here' }, { fixes: [fix] });
}

/** A comment alone on its line goes with the line; one behind something with the blanks before it. */
function lineOf(text: string, { start, end }: Span): Span {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end, end + 1000));
  const before = text.slice(lineStart, start);
  if (before.trim() === '' && lineEnd !== null) return { start: lineStart, end: end + lineEnd[0].length };
  return { start: start - (before.length - before.trimEnd().length), end };
}

/** One code of several, with the comma to its neighbour. */
function betweenCodes(codes: readonly RegExpExecArray[], i: number, listAt: number): Span {
  const at = codes[i] as RegExpExecArray;
  const next = codes[i + 1];
  const before = codes[i - 1];
  if (next !== undefined) return { start: listAt + at.index, end: listAt + next.index };
  const start = before === undefined ? at.index : before.index + before[0].length;
  return { start: listAt + start, end: listAt + at.index + at[0].length };
}
