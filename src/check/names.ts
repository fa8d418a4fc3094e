/** Names and who speaks of them: what completion, hover, rename and "did you mean" ask. */
import type { EntityKind } from '../entities/types.ts';
import { nearest } from '../diagnostics/suggest.ts';
import type { Place, SourceText } from '../text/text.ts';
import { lookUp, type Named, type Program } from './program.ts';

/** A place that speaks of a name. The declaration's own name is not a reference. */
export interface Reference {
  readonly named: Named;
  readonly place: Place;
}

export type Resolution =
  | { readonly found: Named }
  | {
      readonly found: undefined;
      /** Something of that name, of another kind. */
      readonly other: Named | undefined;
      /** A name of the right kind that was probably meant. */
      readonly suggestion: string | undefined;
    };

/** The thing of that kind and name, or what may have been meant. */
export function resolve(program: Program, kind: EntityKind, name: string): Resolution {
  const found = lookUp(program, kind, name);
  if (found !== undefined) return { found };
  let other: Named | undefined;
  for (const ofKind of program.names.values()) other ??= ofKind.get(name.normalize('NFC'));
  return { found: undefined, other, suggestion: nearest(name, candidates(program, kind)) };
}

/** Names that may stand where one of that kind is wanted, in source order. */
export function candidates(program: Program, kind: EntityKind): readonly string[] {
  return [...(program.names.get(kind === 'lex_bot' ? 'bot' : kind)?.keys() ?? [])];
}

/** Everything that has a name, kind by kind. */
export function* allNames(program: Program): Generator<Named> {
  for (const ofKind of program.names.values()) yield* ofKind.values();
}

/** The places that speak of one thing. */
export function referencesTo(references: readonly Reference[], named: Named): Reference[] {
  return references.filter((reference) => reference.named === named);
}

/** What an offset in a file stands on: a reference, or the name of a declaration. */
export function namedAt(
  program: Program,
  references: readonly Reference[],
  source: SourceText,
  offset: number,
): Named | undefined {
  const on = (place: Place) =>
    place.source === source &&
    place.span.start <= offset &&
    offset <= place.span.end &&
    place.span.start < place.span.end;
  const reference = references.find(({ place }) => on(place));
  if (reference !== undefined) return reference.named;
  for (const named of allNames(program)) if (on(named)) return named;
  return undefined;
}
