/** Addresses in comments. */
import type { Span } from '../text/text.ts';
import type { Analysis } from './types.ts';

const ADDRESS = /https?:\/\/[^\s"'<>`{}]*[^\s"'<>`{}.,;:!?)\]]/g;

export function documentLinks(
  analysis: Analysis,
  path: string,
): readonly { readonly span: Span; readonly target: string }[] {
  const text = analysis.files.get(path)?.source.text ?? '';
  return [...text.matchAll(ADDRESS)].map(({ 0: target, index }) => ({
    span: { start: index, end: index + target.length },
    target,
  }));
}
