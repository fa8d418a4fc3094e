import type { Place, TextEdit } from '../text/text.ts';

/**
 * `error`: Connect refuses it, or the program is wrong. `warning`: it is accepted and will hurt.
 * `hint`: it could be said better. Only errors fail a command.
 */
export type Severity = 'error' | 'warning' | 'hint';

/** A mechanical remedy. A fix is *safe* when it cannot change what a caller meets. */
export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

export interface Related {
  readonly place: Place;
  readonly message: string;
}

export interface Diagnostic {
  /** `phase/kebab-name`; `flowc explain` and docs/diagnostics have a page for each. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, in flow terms, one sentence. */
  readonly message: string;
  /** What to do about it, one sentence; absent where the message already says it. */
  readonly help?: string;
  readonly place: Place;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** The text was read as what was meant, so that nothing else that is said follows from this. */
  readonly readAsMeant?: true;
}

/** One row of a phase's table. Message and help are written with their parameters, so a missing one does not compile. */
export interface DiagnosticKind<P> {
  readonly severity: Severity;
  readonly message: (p: P) => string;
  readonly help?: (p: P) => string | undefined;
}

type Table = Record<string, DiagnosticKind<never>>;
type ParamsOf<K> = K extends { message: (p: infer P) => string } ? P : never;

/** What may be added to a diagnostic besides its parameters. */
export interface Extras {
  readonly related?: readonly Related[] | undefined;
  readonly fixes?: readonly Fix[] | undefined;
}

/**
 * Turns a phase's table into a function that makes its diagnostics:
 * `syntax('unclosed-brace', place, {})` has the code `syntax/unclosed-brace`.
 */
export function diagnosticsOf<const T extends Table>(phase: string, table: T) {
  const make = <C extends keyof T & string>(
    name: C,
    place: Place,
    params: ParamsOf<T[C]>,
    extras: Extras = {},
  ): Diagnostic => {
    const kind = table[name] as unknown as DiagnosticKind<ParamsOf<T[C]>>;
    const help = kind.help?.(params);
    return {
      code: `${phase}/${name}`,
      severity: kind.severity,
      message: kind.message(params),
      place,
      ...(help === undefined ? {} : { help }),
      ...(extras.related?.length ? { related: extras.related } : {}),
      ...(extras.fixes?.length ? { fixes: extras.fixes } : {}),
    };
  };
  return Object.assign(make, { phase, table });
}

/** Order of a report: by file, then by place, then by code. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.place.source.path !== b.place.source.path) return a.place.source.path < b.place.source.path ? -1 : 1;
  return a.place.span.start - b.place.span.start || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}
