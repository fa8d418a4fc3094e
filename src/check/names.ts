/** Names and who speaks of them: what the checker, completion and "did you mean" ask. */
import type { EntityKind } from '../entities/types.ts';
import { nearest } from '../diagnostics/suggest.ts';
import { asName } from '../syntax/bare.ts';
import type { Place } from '../text/text.ts';
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
      /** A name of the right kind that was probably meant, as the text says it: in quotes where it must be. */
      readonly suggestion: string | undefined;
    };

/** The thing of that kind and name, or what may have been meant. */
export function resolve(program: Program, kind: EntityKind, name: string): Resolution {
  const found = lookUp(program, kind, name);
  if (found !== undefined) return { found };
  let other: Named | undefined;
  for (const ofKind of program.names.values()) other ??= ofKind.get(name.normalize('NFC'));
  const near = nearest(name, candidates(program, kind));
  return { found: undefined, other, suggestion: near && asName(near) };
}

/** Names that may stand where one of that kind is wanted, in source order. */
export function candidates(program: Program, kind: EntityKind): readonly string[] {
  return [...(program.names.get(kind === 'lex_bot' ? 'bot' : kind)?.keys() ?? [])];
}

/** Everything that has a name, kind by kind. */
export function* allNames(program: Program): Generator<Named> {
  for (const ofKind of program.names.values()) yield* ofKind.values();
}
