/** All diagnostics that there are, by code. The tables and their pages are loaded when somebody asks, because few commands do. */
import type { Severity } from './diagnostic.ts';
import type { Page } from './page.ts';

export interface CodeEntry extends Page {
  readonly code: string;
  readonly severity: Severity;
}

interface Tabled {
  readonly phase: string;
  readonly table: Readonly<Record<string, { readonly severity: Severity }>>;
}

/** Every code, in alphabetical order. */
export async function allCodes(): Promise<ReadonlyMap<string, CodeEntry>> {
  const [syntax, statements, entities, json, workspace, instance, lint] = await Promise.all([
    Promise.all([import('../syntax/diagnostics.ts'), import('../syntax/pages.ts')]),
    Promise.all([import('../constructs/diagnostics.ts'), import('../constructs/pages.ts')]),
    Promise.all([import('../check/diagnostics.ts'), import('../check/pages.ts')]),
    Promise.all([import('../flowjson/diagnostics.ts'), import('../flowjson/pages.ts')]),
    Promise.all([import('../workspace/diagnostics.ts'), import('../workspace/pages.ts')]),
    Promise.all([import('../deploy/diagnostics.ts'), import('../deploy/pages.ts')]),
    Promise.all([import('../lint/index.ts'), import('../lint/pages.ts'), import('../lint/suppression-diagnostics.ts')]),
  ]);
  const [{ rules }, { remedies }, { suppressionDiagnostic, suppressionPages }] = lint;
  const entries = [
    ...entriesOf(syntax[0].syntaxDiagnostic, syntax[1].syntaxPages),
    ...entriesOf(statements[0].statementDiagnostic, statements[1].statementPages),
    ...entriesOf(entities[0].entityDiagnostic, entities[1].entityPages),
    ...entriesOf(json[0].json, json[1].jsonPages),
    ...entriesOf(workspace[0].project, workspace[1].projectPages),
    ...entriesOf(instance[0].deploy, instance[1].deployPages),
    ...entriesOf(suppressionDiagnostic, suppressionPages),
    ...rules.map(({ code, severity, summary, docs }): CodeEntry => ({
      code,
      severity,
      summary,
      why: docs.trim(),
      remedy: remedies[code] ?? '',
    })),
  ];
  return new Map(entries.sort((a, b) => (a.code < b.code ? -1 : 1)).map((entry) => [entry.code, entry]));
}

function entriesOf({ phase, table }: Tabled, pages: Readonly<Record<string, Page>>): CodeEntry[] {
  return Object.entries(table).flatMap(([name, { severity }]) => {
    const page = pages[name];
    return page === undefined ? [] : [{ code: `${phase}/${name}`, severity, ...page }];
  });
}
