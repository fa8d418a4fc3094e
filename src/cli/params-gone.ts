/**
 * Params that stand at fewer places of a text than they did, each once: what is live in one environment was taken in where
 * a param had a value for each.
 */
export function paramsGone(before: string, after: string): readonly string[] {
  const now = placesIn(after);
  return [...placesIn(before)].flatMap(([name, places]) => (places > (now.get(name) ?? 0) ? [name] : []));
}

function placesIn(text: string): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  // The name of a declaration, too, which adopting leaves where it is.
  for (const [, name = ''] of text.matchAll(/\bparam\s+([\p{L}_][\p{L}\p{N}_-]*)/gu)) {
    places.set(name, (places.get(name) ?? 0) + 1);
  }
  return places;
}
