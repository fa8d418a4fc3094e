/** Small projects for tests. */
import { bind } from '../../src/check/bind.ts';
import { resolveParams } from '../../src/check/params.ts';
import { checkEntities } from '../../src/check/entities.ts';
import { lookUp, type Named, type Program } from '../../src/check/program.ts';
import { byPlace, type Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { EntityKind } from '../../src/entities/types.ts';
import { parse } from '../../src/syntax/parse.ts';

/** Binds texts as the files of one project: `a.flow`, `b.flow`, … The texts must parse. */
export function programOf(...texts: string[]): { program: Program; diagnostics: readonly Diagnostic[] } {
  const files = texts.map((text, i) => {
    const source = { path: `${String.fromCharCode(97 + i)}.flow`, text };
    const { tree, diagnostics } = parse(source);
    if (diagnostics.length > 0) throw new Error(`does not parse: ${diagnostics.map((one) => one.message).join('; ')}`);
    return { source, tree };
  });
  const { files: resolved, diagnostics } = resolveParams(files);
  const { program, diagnostics: unbound } = bind(resolved);
  return { program, diagnostics: [...diagnostics, ...unbound] };
}

/** What binding and checking say, in the order of a report. */
export function problemsOf(...texts: string[]): Diagnostic[] {
  const { program, diagnostics } = programOf(...texts);
  return [...diagnostics, ...checkEntities(program)].sort(byPlace);
}

/** `code` and the text that it points at. */
export function told(...texts: string[]): string[] {
  return problemsOf(...texts).map(({ code, place }) => {
    const { text } = place.source;
    return `${code} ${text.slice(place.span.start, place.span.end)}`;
  });
}

export function namedIn(program: Program, kind: EntityKind, name: string): Named {
  const named = lookUp(program, kind, name);
  if (named === undefined) throw new Error(`no ${kind} ${name}`);
  return named;
}
