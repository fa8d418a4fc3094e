/** Where a name is declared, and where it is spoken of. */
import type { Place } from '../text/text.ts';
import { occurrenceAt, sameMeaning, type Occurrence } from './occurrences.ts';
import type { Analysis } from './types.ts';

/** Declarations of what stands at an offset; of an attribute that nobody declares, the places that set it. */
export function definitionAt(analysis: Analysis, path: string, offset: number): readonly Place[] {
  const at = occurrenceAt(analysis, path, offset);
  if (at === undefined) return paramDefinition(analysis, path, offset);
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

const PARAM_USE = /\bparam\s+([\p{L}_][\p{L}\p{N}_]*)/gu;

/** Values stand in the tree in the place of params, so their uses are found in the text. */
function paramDefinition(analysis: Analysis, path: string, offset: number): readonly Place[] {
  const text = analysis.files.get(path)?.source.text ?? '';
  for (const match of text.matchAll(PARAM_USE)) {
    if (match.index > offset) break;
    if (offset > match.index + match[0].length) continue;
    for (const { source } of analysis.files.values()) {
      for (const declared of source.text.matchAll(/^[ \t]*param[ \t]+([\p{L}_][\p{L}\p{N}_]*)/gmu)) {
        const end = declared.index + declared[0].length;
        if (declared[1] === match[1]) return [{ source, span: { start: end - (match[1]?.length ?? 0), end } }];
      }
    }
  }
  return [];
}
