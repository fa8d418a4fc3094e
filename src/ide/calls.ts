/** Which flows and modules lead to which: call hierarchy, and the lines above flows that say who leads here. */
import type { CompiledFlow } from '../compiler.ts';
import { entityReferences } from '../check/entities.ts';
import type { Named } from '../check/program.ts';
import type { Place, Span } from '../text/text.ts';
import { occurrenceAt } from './occurrences.ts';
import type { Analysis } from './types.ts';

/** The flow or module under an offset. */
export function callHierarchyAt(analysis: Analysis, path: string, offset: number): Named | undefined {
  const at = occurrenceAt(analysis, path, offset);
  return at?.meaning.is === 'named' && isFlow(at.meaning.named) ? at.meaning.named : undefined;
}

export interface Call {
  readonly named: Named;
  /** Places that speak of it. */
  readonly places: readonly Place[];
}

export function callsTo(analysis: Analysis, named: Named): readonly Call[] {
  const calls: Call[] = [];
  for (const flow of analysis.flows.values()) {
    const places = flow.references.filter((one) => isSame(one.named, named)).map(({ place }) => place);
    const from = namedOf(analysis, flow);
    if (places.length > 0 && from !== undefined) calls.push({ named: from, places: distinct(places) });
  }
  return calls;
}

export function callsFrom(analysis: Analysis, named: Named): readonly Call[] {
  const flow = [...analysis.flows.values()].find(({ declaration }) => declaration === named.declaration);
  const calls = new Map<Named, Place[]>();
  for (const { named: to, place } of flow?.references ?? []) {
    if (isFlow(to)) calls.set(to, [...(calls.get(to) ?? []), place]);
  }
  return [...calls].map(([to, places]) => ({ named: to, places: distinct(places) }));
}

export interface Lens {
  readonly span: Span;
  readonly title: string;
  readonly places: readonly Place[];
}

/** Numbers that lead to a flow, and flows that transfer to it. */
export function codeLenses(analysis: Analysis, path: string): readonly Lens[] {
  const flows = [...analysis.flows.values()].filter(({ source }) => source.path === path);
  if (flows.length === 0) return [];
  const numbers = [...(analysis.program.names.get('number')?.values() ?? [])];
  const ofEntities = entityReferences(analysis.program);
  return flows.flatMap((flow) => {
    const named = namedOf(analysis, flow);
    if (named === undefined) return [];
    const span = named.span;
    const leading = ofEntities.filter((one) => isSame(one.named, named));
    const lines = numbers.filter(({ declaration, source }) =>
      leading.some(({ place }) => place.source === source && isWithin(place.span, declaration.span)),
    );
    const calls = callsTo(analysis, named);
    const lenses: Lens[] = [];
    if (lines.length > 0) {
      const title = lines.map(({ display }) => display).join(', ');
      lenses.push({ span, title: `☎ ${title}`, places: lines.map((one) => ({ source: one.source, span: one.span })) });
    }
    if (calls.length > 0) {
      const names = calls.map((call) => call.named.name);
      const title = names.length > 3 ? `${names.length} flows lead here` : `from ${names.join(', ')}`;
      lenses.push({ span, title, places: calls.flatMap(({ places }) => places) });
    }
    return lenses;
  });
}

function namedOf({ program }: Analysis, { declaration, name }: CompiledFlow): Named | undefined {
  const found = program.names.get(declaration.type?.text === 'module' ? 'module' : 'flow')?.get(name.normalize('NFC'));
  return found?.declaration === declaration ? found : undefined;
}

function isFlow({ kind }: Named): boolean {
  return kind === 'flow' || kind === 'module';
}

function isSame(a: Named, b: Named): boolean {
  return a.kind === b.kind && a.name === b.name;
}

function isWithin(a: Span, b: Span): boolean {
  return b.start <= a.start && a.end <= b.end;
}

function distinct(places: readonly Place[]): Place[] {
  const seen = new Set<string>();
  return places.filter(({ source, span }) => {
    const key = `${source.path} ${span.start}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}
