/** Codes that a project may give a level, and that a comment may suppress: those that are not errors. */
import { entityDiagnostic } from '../check/diagnostics.ts';
import { statementDiagnostic } from '../constructs/diagnostics.ts';
import type { Severity } from '../diagnostics/diagnostic.ts';
import { json } from '../flowjson/diagnostics.ts';
import { syntaxDiagnostic } from '../syntax/diagnostics.ts';
import { rules } from './index.ts';
import type { Levelled, RuleOption } from './levels.ts';
import { suppressionDiagnostic } from './suppression-diagnostics.ts';

export interface KnownCode extends Levelled {
  readonly options?: Readonly<Record<string, RuleOption>>;
}

interface Tabled {
  readonly phase: string;
  readonly table: Readonly<Record<string, { readonly severity: Severity }>>;
}

let known: ReadonlyMap<string, KnownCode> | undefined;

/** Everything that can be said of a flow, errors included, by code. */
export function knownCodes(): ReadonlyMap<string, KnownCode> {
  if (known !== undefined) return known;
  const tables: readonly Tabled[] = [
    syntaxDiagnostic,
    statementDiagnostic,
    entityDiagnostic,
    json,
    suppressionDiagnostic,
  ];
  const tabled = tables.flatMap(({ phase, table }) =>
    Object.entries(table).map(([name, { severity }]): KnownCode => ({ code: `${phase}/${name}`, severity })),
  );
  return (known = new Map([...rules, ...tabled].map((entry) => [entry.code, entry])));
}

/** Codes that are no errors, for "did you mean". */
export function configurableCodes(): readonly string[] {
  return [...knownCodes().values()].filter(({ severity }) => severity !== 'error').map(({ code }) => code);
}
