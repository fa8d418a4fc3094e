/**
 * JSONPath in parameter values, as Connect reads it: a value may be one path as a whole (`$.External.tier`), or text with
 * paths inside (`Hello $.External.name`). In text a path runs over letters, digits, `_`, `-`, dots and `[…]`; a dot that
 * nothing follows ends the sentence and not the path.
 */
import type { Json } from '../text/json.ts';

export interface PathRef {
  /** As written, `$.` included. */
  readonly text: string;
  /** Offset in the value. */
  readonly start: number;
  /** `['External', 'tier']`. A key that is chosen at run time (`['`$.Attributes.x`']`) is DYNAMIC. */
  readonly segments: readonly string[];
}

/** Stands for a segment that only the running contact knows. */
export const DYNAMIC = '*';

const NONE: readonly PathRef[] = [];

/** Every path in a value, those inside brackets and backticks included. */
export function pathsIn(value: string): readonly PathRef[] {
  let at = value.indexOf('$');
  if (at < 0 || at === value.length - 1) return NONE;
  let found: PathRef[] | undefined;
  while (at >= 0) {
    const path = pathAt(value, at);
    if (path !== undefined) {
      (found ??= []).push(path);
      if (path.text.includes('`')) found.push(...innerPaths(path));
      at = value.indexOf('$', at + path.text.length);
    } else {
      at = value.indexOf('$', at + 1);
    }
  }
  return found ?? NONE;
}

/** The path that a value is as a whole; undefined when it is text, or holds more than the path. */
export function wholePath(value: string): PathRef | undefined {
  if (value.charCodeAt(0) !== DOLLAR) return undefined;
  const path = pathAt(value, 0, true);
  return path?.text.length === value.length ? path : undefined;
}

/** All paths in all texts of a JSON value. The callback gets the keys that lead to the text, joined only when asked for. */
export function eachPath(value: Json, visit: (path: PathRef, keys: readonly string[]) => void): void {
  if (mayHavePath(value)) walk(value, [], visit);
}

/** Most values hold none, and looking is cheaper than keeping track of keys. */
function mayHavePath(value: Json): boolean {
  if (typeof value === 'string') return value.includes('$');
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) if (mayHavePath(item)) return true;
    return false;
  }
  const object = value as Record<string, Json>;
  for (const key in object) if (mayHavePath(object[key] as Json)) return true;
  return false;
}

function walk(value: Json, keys: string[], visit: (path: PathRef, keys: readonly string[]) => void): void {
  if (typeof value === 'string') {
    if (value.includes('$')) for (const path of pathsIn(value)) visit(path, keys);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      keys.push(String(i));
      walk(value[i] as Json, keys, visit);
      keys.pop();
    }
    return;
  }
  const object = value as Record<string, Json>;
  for (const key in object) {
    keys.push(key);
    walk(object[key] as Json, keys, visit);
    keys.pop();
  }
}

const DOLLAR = 36;
const DOT = 46;
const OPEN = 91;
const QUOTE = 39;
const DOUBLE_QUOTE = 34;

function pathAt(text: string, start: number, whole = false): PathRef | undefined {
  const segments: string[] = [];
  let at = start + 1;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === DOT && text.charCodeAt(at + 1) !== OPEN) {
      const end = nameEnd(text, at + 1, whole);
      if (end === at + 1) break;
      segments.push(text.slice(at + 1, end));
      at = end;
    } else if (code === OPEN || code === DOT) {
      const end = bracketEnd(text, code === DOT ? at + 1 : at);
      if (end === undefined) break;
      segments.push(bracketKey(text.slice(code === DOT ? at + 2 : at + 1, end - 1)));
      at = end;
    } else break;
  }
  const root = segments[0];
  if (root === undefined || !startsName(root)) return undefined;
  return { text: text.slice(start, at), start, segments };
}

/** `$.5` is money and `$[0]` is nothing: a root begins with a letter. */
function startsName(root: string): boolean {
  const code = root.charCodeAt(0);
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function nameEnd(text: string, from: number, whole: boolean): number {
  let at = from;
  // A key may be in any script. In running text only its first character tells whether it is: ASCII names end where
  // other scripts begin (`$.Attributes.name様`).
  const anyScript = whole || text.charCodeAt(from) > 127;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const ascii =
      (code >= 97 && code <= 122) ||
      (code >= 65 && code <= 90) ||
      (code >= 48 && code <= 57) ||
      code === 95 ||
      code === 45;
    if (ascii || (anyScript && code > 127 && !isPunctuation(code))) continue;
    break;
  }
  return at;
}

/** General and CJK punctuation, and the full-width forms of ASCII punctuation. */
function isPunctuation(code: number): boolean {
  return (
    (code >= 0x2000 && code <= 0x206f) ||
    (code >= 0x3000 && code <= 0x3004) ||
    (code >= 0x3007 && code <= 0x303f) ||
    (code >= 0xff00 && code <= 0xff0f)
  );
}

/** Offset after the bracket that closes the one at `open`; quotes and backticks may hold brackets. */
function bracketEnd(text: string, open: number): number | undefined {
  const quote = text.charCodeAt(open + 1);
  if (quote === QUOTE || quote === DOUBLE_QUOTE) {
    const close = text.indexOf(`${String.fromCharCode(quote)}]`, open + 2);
    return close < 0 ? undefined : close + 2;
  }
  const close = text.indexOf(']', open);
  return close < 0 ? undefined : close + 1;
}

function bracketKey(inside: string): string {
  const quote = inside.charCodeAt(0);
  const key = quote === QUOTE || quote === DOUBLE_QUOTE ? inside.slice(1, -1) : inside;
  return key.includes('`') ? DYNAMIC : key;
}

function innerPaths(path: PathRef): readonly PathRef[] {
  const inner: PathRef[] = [];
  let at = path.text.indexOf('$', 1);
  while (at >= 0) {
    const found = pathAt(path.text, at);
    if (found !== undefined) inner.push({ ...found, start: path.start + found.start });
    at = path.text.indexOf('$', at + (found?.text.length ?? 1));
  }
  return inner;
}
