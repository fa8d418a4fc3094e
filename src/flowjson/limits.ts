/** Figures about the size of a document; the linter judges them. */
import type { FlowGraph } from '../graph/flow-graph.ts';

/** Characters of `Content` that CreateContactFlow takes (API reference). */
export const CONTENT_LIMIT = 256_000;

/** Characters of an identifier. */
export const IDENTIFIER_LIMIT = 50;

export interface Size {
  /** Length of the content as it is sent: JSON without blanks. UTF-16 code units, as the API counts characters of a string. */
  readonly characters: number;
  readonly actions: number;
}

/** `document` is what `emit` made of the graph. */
export function sizeOf(graph: FlowGraph, document: unknown): Size {
  return { characters: JSON.stringify(document).length, actions: graph.actions.length };
}
