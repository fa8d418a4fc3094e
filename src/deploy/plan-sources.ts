/**
 * Where the things of a plan file are said: places in the source that it was made from, so that a refusal of the service
 * points at a line of it, also in another process. A file of the source that is not as it was then shows its lines no more.
 */
import { createHash } from 'node:crypto';
import { isObject, type Json, type JsonObject } from '../text/json.ts';
import { lineStartsOf, lineText, positionAt, type Place, type SourceText } from '../text/text.ts';
import { keyOf } from './lookup.ts';
import type { Plan } from './types.ts';

export interface FiledSources {
  /** Declarations, by `keyOf`. */
  readonly places: ReadonlyMap<string, Place>;
  /** Actions of flows, by `keyOf` and index. */
  readonly blocks: ReadonlyMap<string, readonly (Place | undefined)[]>;
}

/** The text of a file of the source, by the path that messages call it; undefined where there is none. */
export type ReadSource = (path: string) => string | undefined;

/** `places`: declarations of what is planned, by `keyOf`. */
export function sourcesJson(plan: Plan, places: ReadonlyMap<string, Place>): JsonObject {
  const files = new Map<string, string>();
  const said = (place: Place): string => {
    const { path, text } = place.source;
    if (!files.has(path)) files.set(path, hashOf(text));
    const { line, column } = positionAt(place.source, place.span.start);
    return `${path}:${line}:${column}`;
  };
  const things = plan.changes.flatMap(({ kind, name, action, after }): [string, Json][] => {
    const key = keyOf({ kind, name });
    const place = places.get(key);
    if (action === 'none' || after === undefined || place === undefined) return [];
    const graph = after.flow?.compiled?.graph;
    const blocks = graph?.actions.map(({ origin }) => (origin === undefined ? null : said(origin.place)));
    return [[key, { at: said(place), ...(blocks === undefined ? {} : { blocks }) }]];
  });
  return { files: Object.fromEntries(files), things: Object.fromEntries(things) };
}

/** What cannot be read of it is left out: then a message names the thing alone. */
export function readSources(value: Json | undefined, read: ReadSource): FiledSources {
  const { files, things } = value !== undefined && isObject(value) ? value : {};
  const hashes = files !== undefined && isObject(files) ? files : {};
  const sources = new Map<string, SourceText | undefined>();
  /** The file, if it is still what it was. */
  const sourceAt = (path: string): SourceText | undefined => {
    if (!sources.has(path)) {
      const text = read(path);
      const isSame = text !== undefined && Object.hasOwn(hashes, path) && hashOf(text) === hashes[path];
      sources.set(path, isSame ? { path, text } : undefined);
    }
    return sources.get(path);
  };
  const placeOf = (said: Json | undefined): Place | undefined => {
    const [, path = '', line = '', column = ''] = (typeof said === 'string' && /^(.+):(\d+):(\d+)$/.exec(said)) || [];
    if (path === '') return undefined;
    return linePlace(sourceAt(path) ?? blank(path, Number(line), Number(column)), Number(line), Number(column));
  };
  const places = new Map<string, Place>();
  const blocks = new Map<string, readonly (Place | undefined)[]>();
  for (const [key, thing] of Object.entries(things !== undefined && isObject(things) ? things : {})) {
    if (!isObject(thing)) continue;
    const place = placeOf(thing['at']);
    if (place !== undefined) places.set(key, place);
    if (Array.isArray(thing['blocks'])) blocks.set(key, (thing['blocks'] as readonly Json[]).map(placeOf));
  }
  return { places, blocks };
}

/** From a position to the end of its line. */
function linePlace(source: SourceText, line: number, column: number): Place {
  const start = (lineStartsOf(source)[line - 1] ?? 0) + column - 1;
  const rest = lineText(source, line)
    .slice(column - 1)
    .trimEnd();
  return { source, span: { start, end: start + Math.max(1, rest.length) } };
}

/** A text that has the position, and nothing else. */
function blank(path: string, line: number, column: number): SourceText {
  const isSensible = line > 0 && line < 1_000_000 && column > 0 && column < 10_000;
  return { path, text: isSensible ? `${'\n'.repeat(line - 1)}${' '.repeat(column)}` : '' };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
