/**
 * Where things stand in JSON text. `JSON.parse` says what a text means; this says where, and is asked only when somebody
 * needs a place: the first error of a text that is no JSON, duplicate keys, origins for `check`.
 */
import type { Span } from '../text/text.ts';

/** A value in the text. `members` of objects, `items` of lists. */
export interface JsonNode {
  readonly span: Span;
  readonly members?: readonly JsonMember[];
  readonly items?: readonly JsonNode[];
}

export interface JsonMember {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: JsonNode;
}

export interface JsonProblem {
  readonly span: Span;
  /** What is wrong, as the end of a sentence: `a comma stands before }`. */
  readonly problem: string;
}

export interface JsonScan {
  readonly root: JsonNode | undefined;
  /** Set exactly when JSON.parse refuses the text, or it is nested deeper than `MAX_DEPTH`. */
  readonly error: JsonProblem | undefined;
  readonly tooDeep: boolean;
  /** Keys that stand again in the same object: place of the later one. */
  readonly duplicates: readonly { readonly key: string; readonly span: Span; readonly first: Span }[];
}

/**
 * Deeper nesting is refused: no flow comes near it, and recursive code stays within its stack. `.flow` text nests to a hundred
 * (grammar/layout.ts), of which the braces around a value take some.
 */
export const MAX_DEPTH = 90;

class Stop extends Error {}

/** Scans a whole text. Never throws. */
export function scanJson(text: string): JsonScan {
  const duplicates: { key: string; span: Span; first: Span }[] = [];
  let at = 0;
  let error: JsonProblem | undefined;
  let tooDeep = false;

  const fail = (start: number, end: number, problem: string): never => {
    error ??= { span: { start, end: Math.max(start, Math.min(end, text.length)) }, problem };
    throw new Stop();
  };
  const blanks = (): void => {
    for (;;) {
      const c = text.charCodeAt(at);
      if (c !== 32 && c !== 10 && c !== 13 && c !== 9) return;
      at++;
    }
  };
  const unexpected = (wanted: string): never => {
    if (at >= text.length) return fail(text.length, text.length, `it ends where ${wanted} should stand`);
    return fail(at, at + 1, `${shown(text, at)} stands where ${wanted} should`);
  };

  const string = (): Span => {
    const start = at++;
    for (;;) {
      const c = text.charCodeAt(at);
      if (Number.isNaN(c)) return fail(start, start + 1, 'the text that begins here has no closing quote');
      if (c === 34) break;
      if (c < 32) {
        const what = c === 10 || c === 13 ? 'a line ends inside a text' : 'a control character stands inside a text';
        return fail(at, at + 1, `${what}; write it as \\n, \\t or \\u00XX`);
      }
      if (c === 92) {
        const next = text[at + 1];
        if (next === 'u') {
          if (!/^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6))) {
            return fail(at, at + 6, '\\u wants four hexadecimal digits');
          }
          at += 4;
        } else if (next === undefined || !'"\\/bfnrt'.includes(next)) {
          return fail(at, at + 2, `\\${next ?? ''} is no escape in JSON`);
        }
        at++;
      }
      at++;
    }
    at++;
    return { start, end: at };
  };

  const scalar = (): JsonNode => {
    const start = at;
    const word = /[-+.\w]*/y;
    word.lastIndex = at;
    const found = word.exec(text)?.[0] ?? '';
    at += found.length;
    const span = { start, end: at };
    if (found === 'true' || found === 'false' || found === 'null') return { span };
    if (/^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/.test(found)) {
      return { span };
    }
    at = start;
    if (found === '') return unexpected('a value');
    return fail(start, start + found.length, `${found} is no value; texts stand in double quotes`);
  };

  const value = (depth: number): JsonNode => {
    blanks();
    if (depth > MAX_DEPTH) {
      tooDeep = true;
      fail(at, at + 1, `it is nested more than ${MAX_DEPTH} levels deep`);
    }
    const c = text[at];
    if (c === '"') return { span: string() };
    if (c === '{') return object(depth);
    if (c === '[') return list(depth);
    return scalar();
  };

  const object = (depth: number): JsonNode => {
    const start = at++;
    const members: JsonMember[] = [];
    const seen = new Map<string, Span>();
    blanks();
    if (text[at] !== '}') {
      for (;;) {
        blanks();
        if (text[at] !== '"') unexpected('a key in double quotes');
        const keySpan = string();
        const key = stringAt(text, keySpan);
        blanks();
        if (text[at] !== ':') unexpected('a colon');
        at++;
        const member = { key, keySpan, value: value(depth + 1) };
        const first = seen.get(key);
        if (first === undefined) seen.set(key, keySpan);
        else duplicates.push({ key, span: keySpan, first });
        members.push(member);
        if (!more('}')) break;
      }
    }
    at++;
    return { span: { start, end: at }, members };
  };

  const list = (depth: number): JsonNode => {
    const start = at++;
    const items: JsonNode[] = [];
    blanks();
    if (text[at] !== ']') {
      do items.push(value(depth + 1));
      while (more(']'));
    }
    at++;
    return { span: { start, end: at }, items };
  };

  /** After a member or item: true when another follows, false at the closing sign. */
  const more = (close: string): boolean => {
    blanks();
    if (text[at] === close) return false;
    if (text[at] !== ',') unexpected(`a comma or ${close}`);
    const comma = at++;
    blanks();
    if (text[at] === close) fail(comma, comma + 1, `a comma stands before ${close}, with nothing after it`);
    return true;
  };

  let root: JsonNode | undefined;
  try {
    blanks();
    if (at >= text.length) fail(0, 0, 'there is nothing in it');
    const whole = value(0);
    blanks();
    if (at < text.length) fail(at, at + 1, `${shown(text, at)} stands after the end of the document`);
    root = whole;
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
  }
  return { root, error, tooDeep, duplicates };
}

/** What the string literal at a place says. */
function stringAt(text: string, span: Span): string {
  return JSON.parse(text.slice(span.start, span.end)) as string;
}

/** The member of an object that counts: the last with this key. */
export function memberOf(node: JsonNode | undefined, key: string): JsonMember | undefined {
  const members = node?.members ?? [];
  for (let i = members.length - 1; i >= 0; i--) if (members[i]?.key === key) return members[i];
  return undefined;
}

function shown(text: string, at: number): string {
  if (text[at] === '"') return 'a text';
  if (text.startsWith('//', at) || text.startsWith('/*', at)) return 'a comment, which JSON does not have,';
  const code = text.codePointAt(at) ?? 0;
  const character = String.fromCodePoint(code);
  return code < 33 || code === 0xfeff || (code >= 0xd800 && code < 0xe000)
    ? `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}`
    : `"${character}"`;
}
