/** Diagnostics for programs. The shape is stable and described by schemas/diagnostics.schema.json. */
import type { Place, Span } from '../../text/text.ts';
import { positionAt } from '../../text/text.ts';
import type { Diagnostic, Severity } from '../diagnostic.ts';

export interface JsonPosition {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  /** From 0, in UTF-16 code units. */
  readonly offset: number;
}

export interface JsonRange {
  readonly start: JsonPosition;
  /** The position after the last character. */
  readonly end: JsonPosition;
}

export interface JsonDiagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
  readonly file: string;
  readonly range: JsonRange;
  readonly related?: readonly { readonly message: string; readonly file: string; readonly range: JsonRange }[];
  readonly fixes?: readonly {
    readonly title: string;
    readonly safe: boolean;
    readonly edits: readonly { readonly range: JsonRange; readonly newText: string }[];
  }[];
}

export interface JsonReport {
  readonly version: 1;
  readonly summary: Readonly<Record<'errors' | 'warnings' | 'hints', number>>;
  readonly diagnostics: readonly JsonDiagnostic[];
}

function rangeOf(place: Place, span: Span = place.span): JsonRange {
  const at = (offset: number): JsonPosition => {
    const { line, column } = positionAt(place.source, offset);
    return { line, column, offset };
  };
  return { start: at(span.start), end: at(span.end) };
}

/** One diagnostic as plain data. */
function toJson(diagnostic: Diagnostic): JsonDiagnostic {
  const { code, severity, message, help, place, related, fixes } = diagnostic;
  return {
    code,
    severity,
    message,
    ...(help === undefined ? {} : { help }),
    file: place.source.path,
    range: rangeOf(place),
    ...(related?.length
      ? {
          related: related.map((other) => ({
            message: other.message,
            file: other.place.source.path,
            range: rangeOf(other.place),
          })),
        }
      : {}),
    ...(fixes?.length
      ? {
          fixes: fixes.map(({ title, safe, edits }) => ({
            title,
            safe,
            edits: edits.map((edit) => ({ range: rangeOf(place, edit.span), newText: edit.newText })),
          })),
        }
      : {}),
  };
}

/** The whole report, ending with a line end. */
export function renderJson(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity) => diagnostics.filter((d) => d.severity === severity).length;
  const report: JsonReport = {
    version: 1,
    summary: { errors: count('error'), warnings: count('warning'), hints: count('hint') },
    diagnostics: diagnostics.map(toJson),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
