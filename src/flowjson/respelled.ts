/** Names of blocks that Connect would not take: the text keeps them, and a build writes the nearest ones that it takes. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FlowGraph } from '../graph/flow-graph.ts';
import type { SourceText } from '../text/text.ts';
import { json } from './diagnostics.ts';
import { assignIdentifiers, isLegalIdentifier } from './identifiers.ts';
import { readFlow } from './read.ts';

/** For who writes the flow as text. `graph`: what was read from the source. */
export function respelledNames(source: SourceText, graph: FlowGraph): readonly Diagnostic[] {
  if (graph.actions.every(({ label }) => label === undefined || isLegalIdentifier(label))) return [];
  const identifiers = assignIdentifiers(graph);
  const { graph: placed = graph } = readFlow(source, { places: true });
  return placed.actions.flatMap(({ id, label, origin }) => {
    const kept = identifiers.get(id);
    if (label === undefined || kept === undefined || kept === label || origin === undefined) return [];
    return [json('respelled-name', origin.place, { written: label, kept })];
  });
}
