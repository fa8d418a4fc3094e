import { allNodes, locate } from '../locate.ts';
import type { Branch, Statement } from '../../syntax/ast.ts';
import type { Action } from '../types.ts';
import type { ActionRequest } from './index.ts';

/** `match $.P { on "a" { … } on default -> next }` is `if $.P == "a" { … }`. */
export function matchToIf({ analysis, path, source, span }: ActionRequest): readonly Action[] {
  const statement = locate(analysis, path, span.start)?.chain.findLast(
    (node): node is Statement =>
      node.kind === 'statement' &&
      (node as Statement).words[0]?.kind === 'word' &&
      source.text.startsWith('match', (node as Statement).words[0]?.span.start),
  );
  const subject = statement?.words[1];
  const entries = statement?.block?.entries ?? [];
  if (statement === undefined || subject === undefined || statement.words.length !== 2 || entries.length !== 2)
    return [];
  const [one, other] = entries as readonly Branch[];
  const pattern = one?.kind === 'branch' ? one.patterns[0] : undefined;
  const isDefault =
    other?.kind === 'branch' && textOf(other.patterns[0]?.span) === 'default' && other.patterns.length === 1;
  const value = pattern?.words[0];
  const isPlain = pattern?.words.length === 1 && (value?.kind === 'text' || pattern.operator !== undefined);
  if (one?.kind !== 'branch' || one.patterns.length !== 1 || !isPlain || !isDefault) return [];
  // A comment would have to find a new place.
  const inside = statement.block?.span ?? statement.span;
  if (commentsIn(inside)) return [];
  const test = `${textOf(subject.span)} ${pattern?.operator === undefined ? '== ' : ''}${textOf(pattern?.span)}`;
  const rest = textOf(other.target.span);
  const isNext = other.target.kind === 'jump' && other.target.target.text === 'next';
  const otherwise = isNext ? '' : other.target.kind === 'body' ? ` else ${rest}` : ` else { ${rest} }`;
  const then =
    one.target.kind === 'jump' && otherwise !== '' ? `{ ${textOf(one.target.span)} }` : textOf(one.target.span);
  const start = statement.words[0]?.span.start ?? statement.span.start;
  const edit = { span: { start, end: statement.span.end }, newText: `if ${test} ${then}${otherwise}` };
  return [
    { title: 'Say it with `if`', kind: 'refactor', edits: [{ source, edits: [edit] }], preferred: false, fixes: [] },
  ];

  function textOf(at: { start: number; end: number } | undefined): string {
    return at === undefined ? '' : source.text.slice(at.start, at.end);
  }
  function commentsIn(at: { start: number; end: number }): boolean {
    const { tree } = analysis.files.get(path) ?? {};
    return (
      tree?.comments.some((comment) => comment.span.start >= at.start && comment.span.end <= at.end) === true ||
      [...allNodes(statement as Statement)].some(
        (node) => 'doc' in node && node.doc !== undefined && node !== statement,
      )
    );
  }
}
