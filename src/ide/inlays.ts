/** What the text does not say where it holds: the branches that a default takes, and ids of names. */
import { listedFor } from '../connect/bind.ts';
import type { FlowAction } from '../graph/flow-graph.ts';
import type { Span } from '../text/text.ts';
import { branchWord } from './branch-word.ts';
import type { Analysis } from './types.ts';

export interface Inlay {
  readonly offset: number;
  readonly text: string;
  readonly tooltip: string;
}

export function inlayHints(analysis: Analysis, path: string, span: Span): readonly Inlay[] {
  const found: Inlay[] = [];
  for (const { source, graph } of analysis.flows.values()) {
    if (source.path !== path) continue;
    const byId = new Map(graph.actions.map((action) => [action.id, action]));
    for (const action of graph.actions) {
      const place = action.origin?.place;
      if (place === undefined || place.span.start > span.end || place.span.end < span.start) continue;
      const hint = defaultsOf(action, byId);
      if (hint !== undefined) found.push({ offset: place.span.end, ...hint });
    }
  }
  const { inventory } = analysis;
  if (inventory === undefined) return found;
  for (const ofKind of analysis.program.names.values()) {
    for (const named of ofKind.values()) {
      if (named.source.path !== path || !named.existing || named.pin !== undefined) continue;
      if (named.span.start > span.end || named.span.end < span.start) continue;
      const listed = listedFor(named, inventory);
      if (listed !== undefined) found.push({ offset: named.span.end, text: ` ${listed.id}`, tooltip: listed.arn });
    }
  }
  return found;
}

/** Branches that no line of the statement says, by where they lead. */
function defaultsOf(
  action: FlowAction,
  byId: ReadonlyMap<string, FlowAction>,
): { readonly text: string; readonly tooltip: string } | undefined {
  const targets = new Map<string, string[]>();
  for (const { type, target } of action.errors) {
    if (action.origin?.branches?.has(type) === true) continue;
    const to = byId.get(target);
    const name = to?.label ?? to?.hint?.scope ?? to?.hint?.verb ?? '?';
    targets.set(name, [...(targets.get(name) ?? []), branchWord(action.type, type)]);
  }
  if (targets.size === 0) return undefined;
  const said = [...targets].map(([name, words]) => `${words.join(', ')} → ${name}`);
  return { text: ` ${said.join('; ')}`, tooltip: 'Taken by a default `on …` above.' };
}
