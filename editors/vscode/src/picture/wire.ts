/** What goes between the language server, the extension and the page with the picture. */
import type { FlowPicture, PictureEdge, PictureNode } from '../../../../src/ide/types.ts';

export interface WirePosition {
  readonly line: number;
  readonly character: number;
}

/** A place as the protocol says it: lines and characters count from 0. */
export interface WirePlace {
  readonly uri: string;
  readonly range: { readonly start: WirePosition; readonly end: WirePosition };
}

/** Nodes and edges with their places as the protocol says them. */
type Wired<T> = Omit<T, 'place'> & { readonly location?: WirePlace | null | undefined };
export type WireNode = Wired<PictureNode>;
export type WireEdge = Wired<PictureEdge>;

/** The answer of the command `flowc.graph`. */
export interface WirePicture extends Omit<FlowPicture, 'nodes' | 'edges'> {
  readonly nodes: readonly WireNode[];
  readonly edges: readonly WireEdge[];
}

export interface Look {
  readonly layout: 'layered' | 'saved';
  readonly direction: 'down' | 'right';
  readonly errors: boolean;
}

export type ToPage =
  | { readonly type: 'picture'; readonly picture: WirePicture; readonly look: Look }
  | { readonly type: 'nothing'; readonly why: string }
  | { readonly type: 'cursor'; readonly node: string | undefined };

export type FromPage = { readonly type: 'ready' } | { readonly type: 'open'; readonly place: WirePlace };

/** The node whose text the cursor is in: the one with the shortest place that holds it. */
export function nodeAt(picture: WirePicture, uri: string, position: WirePosition): string | undefined {
  let best: { readonly id: string; readonly lines: number; readonly start: WirePosition } | undefined;
  for (const { id, location } of picture.nodes) {
    if (location == null || location.uri !== uri) continue;
    const { start, end } = location.range;
    if (isBefore(position, start) || isBefore(end, position)) continue;
    const lines = end.line - start.line;
    if (best === undefined || lines < best.lines || (lines === best.lines && isBefore(best.start, start))) {
      best = { id, lines, start };
    }
  }
  return best?.id ?? nodeOnLine(picture, uri, position.line);
}

/** A cursor in the indent, or behind the statement on its line. */
function nodeOnLine(picture: WirePicture, uri: string, line: number): string | undefined {
  return picture.nodes.find(({ location }) => location?.uri === uri && location.range.start.line === line)?.id;
}

function isBefore(a: WirePosition, b: WirePosition): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
