/** Kinds whose lists are needed to speak of things of some kinds: those, and what their settings may refer to. */
import { entityModel } from '../../entities/index.ts';
import type { CanonicalKind, ValueType } from '../../entities/types.ts';

/** Ids inside the contents of flows stand for themselves. */
export function withReferredKinds(kinds: readonly CanonicalKind[]): readonly CanonicalKind[] {
  return [...new Set<CanonicalKind>(['flow', 'module', ...kinds, ...kinds.flatMap(referredKinds)])].sort();
}

function referredKinds(kind: CanonicalKind): readonly CanonicalKind[] {
  const { target, properties, clauses } = entityModel(kind);
  const operands = clauses.flatMap(({ operand }) => operand?.type ?? []);
  const own = [...properties, ...clauses.flatMap((clause) => clause.properties)].map(({ type }) => type);
  return [...(target === undefined ? [] : [target.type]), ...operands, ...own].flatMap(kindsIn);
}

function kindsIn(type: ValueType): readonly CanonicalKind[] {
  switch (type.is) {
    case 'ref':
      return [type.kind];
    case 'list':
    case 'map':
      return kindsIn(type.of);
    case 'group':
      return type.properties.flatMap((property) => kindsIn(property.type));
    case 'either':
      return type.of.flatMap(kindsIn);
    case 'word':
      return Object.values(type.then ?? {}).flatMap(kindsIn);
    default:
      return [];
  }
}
