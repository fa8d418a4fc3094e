/** Outlines: of a file, and of a project by what is typed. */
import { allNames } from '../check/names.ts';
import type { EntityKind } from '../entities/types.ts';
import type { Body, Item, Name } from '../syntax/ast.ts';
import { bodiesOf } from '../syntax/walk.ts';
import type { Place, Span } from '../text/text.ts';
import type { Analysis } from './types.ts';

/** What a symbol stands for. */
export type SymbolKind = EntityKind | 'step' | 'label' | 'param';

export interface Outline {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly Outline[];
}

export function documentSymbols(analysis: Analysis, path: string): readonly Outline[] {
  const declarations = analysis.files.get(path)?.tree.declarations ?? [];
  const params = analysis.params
    .filter(({ source }) => source.path === path)
    .map(({ name, span }): Outline => ({ name, detail: 'param', kind: 'param', span, nameSpan: span, children: [] }));
  const outlines = declarations
    .filter(({ name }) => name.span.start < name.span.end)
    .map((declaration): Outline => {
      const { name, span } = declaration;
      const common = { name: name.text, span, nameSpan: name.span };
      if (declaration.kind === 'entity') {
        const word = declaration.entityKind.text;
        const detail = declaration.existing ? `existing ${word}` : word;
        return { ...common, detail, kind: word as EntityKind, children: [] };
      }
      const type = declaration.type?.text;
      const kind = type === 'module' ? 'module' : 'flow';
      return { ...common, detail: declaration.display?.value ?? type ?? '', kind, children: stepsIn(declaration.body) };
    });
  return [...outlines, ...params].sort((a, b) => a.span.start - b.span.start);
}

function stepsIn(body: Body): readonly Outline[] {
  return body.items.flatMap((item): readonly Outline[] => {
    const inside = bodiesOf(item).flatMap(stepsIn);
    const name = nameOf(item);
    if (name === undefined) return inside;
    const kind = item.kind === 'step' ? 'step' : 'label';
    return [{ name: name.text, detail: '', kind, span: item.span, nameSpan: name.span, children: inside }];
  });
}

function nameOf(item: Item): Name | undefined {
  const name = item.kind === 'step' ? item.name : 'label' in item ? item.label : undefined;
  return name !== undefined && name.span.start < name.span.end ? name : undefined;
}

export interface FoundSymbol {
  readonly name: string;
  readonly display: string;
  readonly kind: SymbolKind;
  readonly place: Place;
}

/** Declarations whose name, or name in Connect, holds the letters of a query in their order. */
export function workspaceSymbols(analysis: Analysis, query: string): readonly FoundSymbol[] {
  const wanted = [...query.toLowerCase()];
  const params = analysis.params.map((param) => ({ ...param, display: param.name, kind: 'param' as const }));
  return [...allNames(analysis.program), ...params]
    .filter(({ name, display }) => holds(name.toLowerCase(), wanted) || holds(display.toLowerCase(), wanted))
    .map(({ name, display, kind, source, span }) => ({ name, display, kind, place: { source, span } }));
}

function holds(text: string, letters: readonly string[]): boolean {
  let at = 0;
  for (const letter of letters) {
    const found = text.indexOf(letter, at);
    if (found < 0) return false;
    at = found + letter.length;
  }
  return true;
}
