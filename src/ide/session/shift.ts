/** What was found of a flow, where the same flow stands in a later text of its file. */
import type { Named } from '../../check/program.ts';
import type { Lowered } from '../../constructs/lower.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { FlowAction, FlowGraph, Origin } from '../../graph/flow-graph.ts';
import type { Place, SourceText, Span, TextEdit } from '../../text/text.ts';

/** From the text that something was made of to the one that it stands in now. */
export interface Move {
  readonly from: SourceText;
  readonly to: SourceText;
  readonly by: number;
}

/** Two flows of one text may stand in one file: then only the distance differs. */
export function isNone({ from, to, by }: Move): boolean {
  return from === to && by === 0;
}

export function movedDiagnostic(found: Diagnostic, move: Move): Diagnostic {
  const { related, fixes } = found;
  return {
    ...found,
    place: movedPlace(found.place, move),
    ...(related && { related: related.map((one) => ({ ...one, place: movedPlace(one.place, move) })) }),
    ...(fixes && {
      fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit): TextEdit => movedEdit(edit, move)) })),
    }),
  };
}

function movedEdit({ span, newText }: TextEdit, move: Move): TextEdit {
  return { span: movedSpan(span, move), newText };
}

/** Graph and references are made when they are asked for: after most keystrokes nobody does. */
export function movedLowering(lowered: Lowered, move: Move, actual: (named: Named) => Named): Lowered {
  let graph: FlowGraph | undefined;
  let references: Lowered['references'] | undefined;
  return {
    diagnostics: isNone(move) ? lowered.diagnostics : lowered.diagnostics.map((found) => movedDiagnostic(found, move)),
    get graph() {
      return (graph ??= movedGraph(lowered.graph, move));
    },
    get references() {
      return (references ??= lowered.references.map(({ named, place }) => ({
        named: actual(named),
        place: movedPlace(place, move),
      })));
    },
  };
}

function movedGraph(graph: FlowGraph, move: Move): FlowGraph {
  if (isNone(move)) return graph;
  return { ...graph, origin: movedOrigin(graph.origin, move), actions: graph.actions.map((one) => moved(one, move)) };
}

function moved(action: FlowAction, move: Move): FlowAction {
  return { ...action, origin: movedOrigin(action.origin, move) };
}

function movedOrigin(origin: Origin | undefined, move: Move): Origin | undefined {
  return (
    origin && {
      place: movedPlace(origin.place, move),
      parameters: movedPlaces(origin.parameters, move),
      branches: movedPlaces(origin.branches, move),
    }
  );
}

function movedPlaces(
  places: ReadonlyMap<string, Place> | undefined,
  move: Move,
): ReadonlyMap<string, Place> | undefined {
  return places && new Map([...places].map(([key, place]) => [key, movedPlace(place, move)]));
}

function movedPlace(place: Place, move: Move): Place {
  return place.source === move.from ? { source: move.to, span: movedSpan(place.span, move) } : place;
}

/** Nowhere (nothing at the beginning) stays nowhere. */
function movedSpan({ start, end }: Span, { by }: Move): Span {
  return start === 0 && end === 0 ? { start, end } : { start: start + by, end: end + by };
}
