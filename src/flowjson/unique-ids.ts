/** Ids for the blocks of a document, of which some may have none, or one that another has too. */
import type { Json } from '../text/json.ts';

/**
 * For each block its own id, or one made up where that is missing or taken: `#3` for the third block, `a 2` for the second
 * that is called `a`. `named` are ids that edges speak of: what is made up is none of them.
 */
export function uniqueIds(own: readonly (string | undefined)[], named: readonly string[]): readonly string[] {
  const spoken = new Set([...own, ...named]);
  const used = new Set<string>();
  const numbers = new Map<string, number>();
  return own.map((id, index) => {
    const wanted = id ?? `#${index + 1}`;
    let unique = wanted;
    if (used.has(wanted) || (id === undefined && spoken.has(wanted))) {
      let n = numbers.get(wanted) ?? 2;
      while (used.has((unique = `${wanted} ${n}`)) || spoken.has(unique)) n++;
      numbers.set(wanted, n);
    }
    used.add(unique);
    return unique;
  });
}

/** An id as a document has it; undefined for what is none. */
export function idIn(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
