/** All diagnostics that there are, by code. The tables are loaded when somebody asks, because few commands do. */
import type { Severity } from './diagnostic.ts';

export interface CodeEntry {
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, one sentence; `<name>` where a diagnostic says something of its own. */
  readonly summary: string;
  /** Markdown: more about it. */
  readonly docs: string | undefined;
}

interface Tabled {
  readonly phase: string;
  readonly table: Readonly<Record<string, Kind>>;
}

interface Kind {
  readonly severity: Severity;
  readonly message: (p: never) => string;
  readonly help?: (p: never) => string | undefined;
}

/** Every code, in alphabetical order. */
export async function allCodes(): Promise<ReadonlyMap<string, CodeEntry>> {
  const [syntax, statements, entities, json, workspace, lint] = await Promise.all([
    import('../syntax/diagnostics.ts'),
    import('../constructs/diagnostics.ts'),
    import('../check/diagnostics.ts'),
    import('../flowjson/diagnostics.ts'),
    import('../workspace/diagnostics.ts'),
    import('../lint/index.ts'),
  ]);
  const tables: readonly Tabled[] = [
    syntax.syntaxDiagnostic,
    statements.statementDiagnostic,
    entities.entityDiagnostic,
    json.json,
    workspace.project,
  ];
  const entries = [
    ...tables.flatMap(entriesOf),
    ...lint.rules.map(({ code, severity, summary, docs }): CodeEntry => ({ code, severity, summary, docs })),
  ];
  return new Map(entries.sort((a, b) => (a.code < b.code ? -1 : 1)).map((entry) => [entry.code, entry]));
}

function entriesOf({ phase, table }: Tabled): CodeEntry[] {
  return Object.entries(table).map(([name, kind]) => ({
    code: `${phase}/${name}`,
    severity: kind.severity,
    summary: withNames(kind.message) ?? name.replace(/-/g, ' '),
    docs: kind.help && withNames(kind.help),
  }));
}

/**
 * A text with the names of its parameters instead of values. A list of one serves for both kinds of parameters:
 * in a text it reads as its element. Undefined where a text needs a real value.
 */
function withNames(text: (p: never) => string | undefined): string | undefined {
  const names = new Proxy({}, { get: (_target, key) => [`<${String(key)}>`] });
  try {
    return text(names as never);
  } catch {
    return undefined;
  }
}
