/** Names that are spoken of and are not there: what somebody is probably about to declare. */
import { kindInSource } from '../check/diagnostics.ts';
import { canonicalKind, entityModels } from '../entities/index.ts';
import type { CanonicalKind } from '../entities/types.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Flow } from '../syntax/ast.ts';
import type { Span } from '../text/text.ts';
import { occurrences } from './occurrences.ts';
import type { Analysis } from './types.ts';

export interface Missing {
  readonly kind: CanonicalKind;
  readonly name: string;
}

/** What a diagnostic of an unknown name misses; undefined for every other, and for a text, which is no name. */
export function missingIn({ code, message, place }: Diagnostic): Missing | undefined {
  if (code !== 'check/unknown-reference' && code !== 'check/undeclared-name') return undefined;
  const name = place.source.text.slice(place.span.start, place.span.end);
  const model = Object.values(entityModels).find(({ kind }) =>
    message.startsWith(`No ${kindInSource(kind)} is called`),
  );
  // `set queue queue Sales`: the kind is no name.
  return model === undefined || name.startsWith('"') || name === model.kind
    ? undefined
    : { kind: canonicalKind(model.kind), name };
}

/** Names of a kind that the project speaks of and nobody declares, each once. */
export function missingNames({ diagnostics }: Analysis, kind: CanonicalKind): readonly string[] {
  const found = [...diagnostics.values()].flat().map(missingIn);
  return [...new Set(found.flatMap((one) => (one?.kind === kind ? [one.name] : [])))];
}

/** Labels that jumps of a flow lead to and nothing has, besides a jump that is being typed. */
export function missingLabels(analysis: Analysis, path: string, flow: Flow, typed: Span): readonly string[] {
  const ofFlow = (occurrences(analysis).get(path) ?? []).flatMap(({ meaning, role, span }) =>
    meaning.is === 'label' && meaning.flow === flow ? [{ name: meaning.name, role, span }] : [],
  );
  const there = new Set(ofFlow.filter(({ role }) => role === 'declaration').map(({ name }) => name));
  const missed = ofFlow.filter(({ name, span }) => !there.has(name) && span.start !== typed.start);
  return [...new Set(missed.map(({ name }) => name))];
}
