/** What a cold check says, in a form that can be compared. */
import { compile } from '../../src/compiler.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { ChoiceFor } from '../../src/lint/settle.ts';
import type { Analysis } from '../../src/ide/types.ts';
import { positionAt, type Place } from '../../src/text/text.ts';

export type Texts = ReadonlyMap<string, string>;

function said({ code, severity, message, help, place, related, fixes }: Diagnostic): object {
  return {
    code,
    severity,
    message,
    help,
    at: where(place),
    related: related?.map((one) => ({ message: one.message, at: where(one.place) })),
    fixes,
  };
}

/** With line and column, so that a place that knows an old text of its file shows. */
function where({ source, span }: Place): object {
  return { path: source.path, span, position: positionAt(source, span.start) };
}

export function coldDiagnostics(texts: Texts, rules?: ChoiceFor): object[] {
  const sources = [...texts].map(([path, text]) => ({ path, text })).sort((a, b) => (a.path < b.path ? -1 : 1));
  return compile(sources, { rules }).diagnostics.map(said);
}

export function warmDiagnostics(analysis: Analysis): object[] {
  return [...analysis.diagnostics.values()].flat().map(said);
}
