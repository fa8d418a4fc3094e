/**
 * A branch on the line of what it belongs to: `{ timeout: 5s on 1 -> a }` without a comma, `play "Hello." on error -> b`
 * without braces. The grammar takes its words for more words of the line, since an `on` that begins nothing is a word.
 */
import { isLeaf, newLine, type RawBlock, type RawLine, type RawOn, type RawValue } from '../../grammar/raw.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { cover, span, type SourceText } from '../text/text.ts';
import type { Pattern } from './ast.ts';
import { syntaxDiagnostic as say } from './diagnostics.ts';

export interface BranchBehind {
  /** What stands before the branch. */
  readonly line: RawLine;
  readonly branch: RawOn;
}

/** The line without its branch, and the branch; undefined where the words are the line's own. */
export function branchBehind(line: RawLine): BranchBehind | undefined {
  const target = line.jump ?? line.block;
  if (target === undefined || line.words.length < 3 || line.broken || line.pin !== undefined) return undefined;
  if (line.jump !== undefined && line.block !== undefined) return undefined;
  const at = line.words.findIndex((word, i) => i > 0 && word.kind === 'word' && word.text === 'on');
  const first = line.words[at + 1];
  if (at < 0 || first === undefined || (target.kind === 'braces' && !mayBeBody(target))) return undefined;
  const words = line.words.slice(at + 1).filter(isLeaf);
  const last = line.words[at - 1] as RawValue;
  const pattern: Pattern = { kind: 'pattern', operator: undefined, words, span: cover(first.span, target.span) };
  return {
    line: { ...newLine(line.words.slice(0, at)), key: line.key, span: span(line.span.start, last.span.end) },
    branch: {
      kind: 'on',
      patterns: [pattern],
      target,
      span: span((line.words[at] as RawValue).span.start, target.span.end),
    },
  };
}

/** What a branch does has neither parameters nor branches at its head. */
function mayBeBody(block: RawBlock): boolean {
  return block.entries.every((entry) => entry.kind !== 'on' && (entry.kind !== 'line' || entry.key === undefined));
}

/** In the braces of a statement: only the comma is missing. */
export function branchWithoutComma({ line, branch }: BranchBehind, source: SourceText): Diagnostic {
  const on = span(branch.span.start, branch.span.start + 'on'.length);
  const edits = [{ span: span(line.span.end, on.start), newText: ', ' }];
  const fixes = [{ title: 'Put a comma before it', safe: false, edits }];
  return say('statements-on-one-line', { source, span: on }, { found: 'on' }, { fixes });
}

/** Behind a statement: the braces are missing. */
export function branchWithoutBraces({ branch: { span: where, target } }: BranchBehind, source: SourceText): Diagnostic {
  const text = source.text.slice(where.start, where.end);
  const edits = [
    { span: span(where.start, where.start), newText: '{ ' },
    { span: span(where.end, where.end), newText: ' }' },
  ];
  const fixes = [{ title: 'Put it into braces', safe: true, edits }];
  const place = { source, span: span(where.start, target.kind === 'jump' ? where.end : target.span.start + 1) };
  return say('branch-behind-statement', place, { text }, { fixes });
}
