/** A mistake is told once: what the checker says a second time, or because of a mistake of syntax, is left out. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { positionAt, type SourceText } from '../text/text.ts';
import type { ParsedFile } from './program.ts';

/** Things that are said not to be there, and may be in what could not be read. */
const OMISSIONS: ReadonlySet<string> = new Set([
  'check/match-without-case',
  'check/missing-operand',
  'check/missing-property',
  'check/missing-text',
  'check/path-without-end',
  'check/unhandled-branch',
  'check/unknown-target',
]);

/**
 * `diagnostics` without repetitions, without those that stand on a line with a syntax error, and without things said
 * to be missing from a declaration with one.
 */
export function withoutConsequences(files: readonly ParsedFile[], diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const all = withoutRepetitions(diagnostics);
  const broken = all.filter(isSyntax);
  if (broken.length === 0) return all;
  const lines = new Map<SourceText, Set<number>>();
  for (const { place } of broken) {
    const known = lines.get(place.source) ?? new Set<number>();
    lines.set(place.source, known.add(positionAt(place.source, place.span.start).line));
  }
  const spans = files.flatMap(({ source, tree }) =>
    tree.declarations
      .filter(({ span }) =>
        broken.some(({ place }) => place.source === source && within(span, place.span.start)),
      )
      .map(({ span }) => ({ source, span })),
  );
  return all.filter((diagnostic) => {
    if (isSyntax(diagnostic)) return true;
    const { source, span } = diagnostic.place;
    if (lines.get(source)?.has(positionAt(source, span.start).line) === true) return false;
    if (!OMISSIONS.has(diagnostic.code)) return true;
    return !spans.some((declaration) => declaration.source === source && within(declaration.span, span.start));
  });
}

/** A default that is wrong is wrong for every statement that it covers; once is enough. */
function withoutRepetitions(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const said = new Map<SourceText, Set<string>>();
  return diagnostics.filter(({ code, message, place: { source, span } }) => {
    const key = `${code} ${span.start} ${span.end} ${message}`;
    const known = said.get(source) ?? new Set<string>();
    if (known.has(key)) return false;
    said.set(source, known.add(key));
    return true;
  });
}

function isSyntax({ code }: Diagnostic): boolean {
  return code.startsWith('syntax/');
}

function within(span: { readonly start: number; readonly end: number }, offset: number): boolean {
  return offset >= span.start && offset <= span.end;
}
