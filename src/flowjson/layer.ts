/**
 * JSON text in a source: the whole of it, or what a string in it says (the API answers with a flow inside a string).
 * Layers know where their text stands in the source; they scan only when a place is asked for.
 */
import type { Place, SourceText, Span } from '../text/text.ts';
import { memberOf, scanJson, type JsonNode, type JsonScan } from './json-scan.ts';

export type JsonPath = readonly (string | number)[];

export interface Layer {
  readonly text: string;
  readonly scan: () => JsonScan;
  /** The place in the source of a stretch of this text. */
  readonly place: (span: Span) => Place;
}

export function wholeLayer(source: SourceText): Layer {
  // A byte order mark is no JSON; a blank in its stead keeps the offsets.
  const text = source.text.startsWith('\uFEFF') ? ` ${source.text.slice(1)}` : source.text;
  return { text, scan: once(() => scanJson(text)), place: (span) => ({ source, span }) };
}

/** The layer of the string at `path` in `outer`; `text` is what the string says. */
export function innerLayer(outer: Layer, path: JsonPath, text: string): Layer {
  const offsets = once(() => offsetsOf(outer.text, nodeAt(outer, path)?.span));
  const outside = (offset: number): number => {
    const table = offsets();
    return table[Math.min(offset, table.length - 1)] ?? 0;
  };
  return {
    text,
    scan: once(() => scanJson(text)),
    place: (span) => outer.place({ start: outside(span.start), end: outside(span.end) }),
  };
}

/** The node at a path; undefined where there is none. */
export function nodeAt(layer: Layer, path: JsonPath): JsonNode | undefined {
  let node = layer.scan().root;
  for (const step of path) node = node && nextNode(node, step);
  return node;
}

function nextNode(node: JsonNode, step: string | number): JsonNode | undefined {
  return typeof step === 'number' ? node.items?.[step] : memberOf(node, step)?.value;
}

/** A JSON Pointer (RFC 6901) as a path: a step into a list is a number. */
export function pathOfPointer(layer: Layer, pointer: string): JsonPath {
  let node: JsonNode | undefined = layer.scan().root;
  return pointer
    .split('/')
    .slice(1)
    .map((written) => {
      const key = written.replaceAll('~1', '/').replaceAll('~0', '~');
      const step = node?.items === undefined ? key : Number(key);
      node = node && nextNode(node, step);
      return step;
    });
}

/** The place of the value at a path, or of the nearest value around it. */
export function placeAt(layer: Layer, path: JsonPath): Place {
  for (let length = path.length; length >= 0; length--) {
    const node = nodeAt(layer, path.slice(0, length));
    if (node !== undefined) return layer.place(node.span);
  }
  return layer.place({ start: 0, end: 0 });
}

/** The first character of a place: stands for a whole document, of which no line in particular is meant. */
export function beginningOf({ source, span }: Place): Place {
  return { source, span: { start: span.start, end: Math.min(span.start + 1, span.end) } };
}

/** For each code unit that a string literal says, and its end: where in the text it stands. */
function offsetsOf(text: string, literal: Span | undefined): readonly number[] {
  if (literal === undefined) return [0];
  const offsets: number[] = [];
  let at = literal.start + 1;
  while (at < literal.end - 1) {
    offsets.push(at);
    at += text.charCodeAt(at) !== 92 ? 1 : text[at + 1] === 'u' ? 6 : 2;
  }
  offsets.push(literal.end - 1);
  return offsets;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
