/** What the bundles use and Node 20 lacks; scripts/build.mjs puts it in the place of the real ones. */

/** Chevrotain 13 groups with this when it analyses a grammar. */
export function groupBy(items, keyOf) {
  const groups = Object.create(null);
  let index = 0;
  for (const item of items) (groups[keyOf(item, index++)] ??= []).push(item);
  return groups;
}
