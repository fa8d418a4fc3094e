/** Sticky notes of the live version and those of the source, put together. */
import type { Point } from '../graph/flow-graph.ts';
import { isObject, type Json, type JsonObject } from '../text/json.ts';
import type { Pair } from './carry-over-actions.ts';

/** `live` and `next` are the `Annotations` of the two versions. */
export interface NotesInput {
  readonly live: Json | undefined;
  readonly next: Json | undefined;
  readonly pairs: readonly Pair[];
  /** By id of the new version, the identifier to write. */
  readonly identifiers: ReadonlyMap<string, string>;
}

/**
 * A note stays as it is, wherever and however large somebody made it. One that the source says in other words, of the same
 * block, gets the words; the note of a block that is gone goes with it; what only the source has is added. Notes that only
 * the instance has stay: somebody wrote them in the designer.
 */
export function keptNotes(input: NotesInput, places: ReadonlyMap<string, Point>): Json | undefined {
  const wanted = listOf(input.next).map((note) => ({
    ...note,
    actionId: input.identifiers.get(textOf(note['actionId'])) ?? textOf(note['actionId']),
  }));
  const stored = Array.isArray(input.live) ? (input.live as readonly Json[]) : [];
  const nowOf = new Map<string, string>();
  for (const { action, live } of input.pairs) {
    if (live !== undefined) nowOf.set(live.action.id, input.identifiers.get(action.id) ?? action.id);
  }
  const actionOf = (note: JsonObject): string => {
    const id = textOf(note['actionId']);
    return nowOf.get(id) ?? id;
  };
  const partner = partners(stored, wanted, actionOf);
  const kept = stored.flatMap((note): Json[] => {
    if (!isObject(note)) return [note];
    const now = partner.get(note);
    const action = now === undefined ? actionOf(note) : now.actionId;
    if (action !== '' && !places.has(action) && now === undefined) return [];
    const { content } = now ?? note;
    const said = content === undefined ? note : { ...note, content };
    return ['actionId' in note || action !== '' ? { ...said, actionId: action } : said];
  });
  const taken = new Set(partner.values());
  const added = wanted.filter((note) => !taken.has(note)).map((note, i) => placed(note, i, places));
  if (input.live === undefined && added.length === 0) return undefined;
  return [...kept, ...added];
}

interface Wanted extends JsonObject {
  readonly actionId: string;
}

/** Which stored note each wanted one is: the same text of the same block, the same text, or another text of the same block. */
function partners(
  stored: readonly Json[],
  wanted: readonly Wanted[],
  actionOf: (note: JsonObject) => string,
): ReadonlyMap<JsonObject, Wanted> {
  const found = new Map<JsonObject, Wanted>();
  const taken = new Set<Wanted>();
  const rules: ((note: JsonObject, other: Wanted) => boolean)[] = [
    (note, other) => note['content'] === other['content'] && actionOf(note) === other.actionId,
    (note, other) => note['content'] === other['content'],
    (note, other) => other.actionId !== '' && actionOf(note) === other.actionId,
  ];
  for (const fits of rules) {
    for (const note of stored) {
      if (!isObject(note) || found.has(note)) continue;
      const other = wanted.find((one) => !taken.has(one) && fits(note, one));
      if (other === undefined) continue;
      found.set(note, other);
      taken.add(other);
    }
  }
  return found;
}

/** A note of a block stands above it, another one above the whole flow. */
function placed(note: Wanted, index: number, places: ReadonlyMap<string, Point>): JsonObject {
  const block = places.get(note.actionId);
  if (block !== undefined) return { ...note, position: { x: block.x, y: block.y - 48 } };
  const all = [...places.values()];
  const top = all.reduce((least, { y }) => Math.min(least, y), all.length === 0 ? 0 : Infinity);
  const left = all.reduce((least, { x }) => Math.min(least, x), all.length === 0 ? 0 : Infinity);
  return { ...note, position: { x: left + index * 320, y: top - 360 } };
}

function listOf(notes: Json | undefined): readonly JsonObject[] {
  return Array.isArray(notes) ? (notes as readonly Json[]).filter(isObject) : [];
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
