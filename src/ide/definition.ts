/** Where a name is declared, and where it is spoken of. */
import type { Place } from '../text/text.ts';
import { occurrenceAt, sameMeaning, type Occurrence } from './occurrences.ts';
import type { Analysis } from './types.ts';

/** Declarations of what stands at an offset; of an attribute that nobody declares, the places that set it. */
export function definitionAt(analysis: Analysis, path: string, offset: number): readonly Place[] {
  const at = occurrenceAt(analysis, path, offset);
  if (at === undefined) return [];
  const all = sameMeaning(analysis, at.id);
  const declared = all.filter(({ role }) => role === 'declaration');
  return (declared.length > 0 ? declared : all.filter(({ role }) => role === 'write')).map(placeOf);
}

/** All places that speak of what stands at an offset, its declaration among them where that is wanted. */
export function referencesAt(
  analysis: Analysis,
  path: string,
  offset: number,
  { withDeclaration = true }: { readonly withDeclaration?: boolean } = {},
): readonly Place[] {
  const at = occurrenceAt(analysis, path, offset);
  if (at === undefined) return [];
  return sameMeaning(analysis, at.id)
    .filter(({ role }) => withDeclaration || role !== 'declaration')
    .map(placeOf);
}

function placeOf({ source, span }: Occurrence): Place {
  return { source, span };
}
