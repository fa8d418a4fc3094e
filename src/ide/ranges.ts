/** What folds, and what a selection grows to. */
import type { Span } from '../text/text.ts';
import { positionAt } from '../text/text.ts';
import { allNodes, chainAt } from './locate.ts';
import type { Analysis } from './types.ts';

export interface Fold {
  readonly span: Span;
  readonly kind: 'braces' | 'comment';
}

/** Braces and lists over several lines, and comments in a row. */
export function foldingRanges(analysis: Analysis, path: string): readonly Fold[] {
  const file = analysis.files.get(path);
  if (file === undefined) return [];
  const { source, tree } = file;
  const line = (offset: number): number => positionAt(source, offset).line;
  const folds: Fold[] = [];
  for (const { kind, span } of allNodes(tree)) {
    const isFoldable = kind === 'body' || kind === 'block' || kind === 'list' || kind === 'text';
    if (isFoldable && line(span.start) < line(span.end)) folds.push({ span, kind: 'braces' });
  }
  let group: Span | undefined;
  const close = (): void => {
    if (group !== undefined && line(group.start) < line(group.end)) folds.push({ span: group, kind: 'comment' });
  };
  for (const { span } of tree.comments) {
    const isNext = group !== undefined && line(span.start) <= line(group.end) + 1;
    if (!isNext) close();
    group = isNext && group !== undefined ? { start: group.start, end: span.end } : span;
  }
  close();
  return folds;
}

/** Around each offset, from the inside outwards. */
export function selectionRanges(analysis: Analysis, path: string, offsets: readonly number[]): readonly Span[][] {
  const tree = analysis.files.get(path)?.tree;
  if (tree === undefined) return [];
  return offsets.map((offset) => {
    const spans = chainAt(tree, offset).map(({ span }) => span);
    const distinct = spans.filter(({ start, end }, i) => start !== spans[i + 1]?.start || end !== spans[i + 1]?.end);
    return distinct.reverse();
  });
}
