/** Walking values that hold stand-ins: what they refer to, and the same values as a tool says them. */
import type { Named } from '../check/program.ts';
import { isObject, present, type Json, type JsonObject } from '../text/json.ts';
import type { Edge } from './circles.ts';
import type { Reference, Tokens } from './tokens.ts';

/** What the texts of a value refer to. */
export function referencesIn(value: Json | undefined, tokens: Tokens): readonly Reference[] {
  const found: Reference[] = [];
  const visit = (json: Json): void => {
    if (typeof json === 'string') {
      for (const piece of tokens.split(json)) if (typeof piece !== 'string') found.push(piece);
    } else if (Array.isArray(json)) (json as readonly Json[]).forEach(visit);
    else if (isObject(json)) Object.values(json).forEach(visit);
  };
  if (value !== undefined) visit(value);
  return found;
}

/** A thing as a tool has it. */
interface Said {
  readonly properties: JsonObject;
  readonly kind: { readonly optional: readonly string[] };
}

/** Which thing refers to which, and whether it can do without at first. */
export function edgesOf<R extends Said>(
  resources: readonly R[],
  byNamed: ReadonlyMap<Named, R>,
  tokens: Tokens,
): readonly Edge<R>[] {
  return resources.flatMap((from) =>
    Object.entries(from.properties).flatMap(([property, value]) =>
      referencesIn(value, tokens).flatMap((reference): Edge<R>[] => {
        const to = byNamed.get(reference.to);
        return to === undefined ? [] : [{ from, to, optional: from.kind.optional.includes(property) }];
      }),
    ),
  );
}

/** What is referred to and made elsewhere. */
export function outsideOf(
  resources: readonly Said[],
  byNamed: ReadonlyMap<Named, unknown>,
  tokens: Tokens,
): readonly Named[] {
  const outside = new Set<Named>();
  for (const { properties } of resources) {
    for (const { to } of referencesIn(properties, tokens)) if (!byNamed.has(to)) outside.add(to);
  }
  return [...outside];
}

/** The value with every text and every key of an object said otherwise. */
export function mapTexts(
  value: Json,
  say: (text: string) => Json,
  sayKey: (key: string) => string = (key) => key,
): Json {
  if (typeof value === 'string') return say(value);
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => mapTexts(item, say, sayKey));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [sayKey(key), mapTexts(item, say, sayKey)]));
}

/** The value without the texts for which `isLate` is true; undefined where nothing is left. */
export function withoutTexts(value: Json, isLate: (text: string) => boolean): Json | undefined {
  if (typeof value === 'string') return isLate(value) ? undefined : value;
  if (Array.isArray(value)) {
    const left = (value as readonly Json[])
      .map((item) => withoutTexts(item, isLate))
      .filter((item) => item !== undefined);
    return left.length === 0 ? undefined : left;
  }
  if (!isObject(value)) return value;
  const left = Object.entries(value).map(([key, item]) => [key, withoutTexts(item, isLate)] as const);
  const there = present(left);
  return Object.keys(there).length === 0 ? undefined : there;
}
