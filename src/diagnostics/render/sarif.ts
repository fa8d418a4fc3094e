/** Diagnostics as SARIF 2.1.0 (OASIS), which code hosts and review tools read. */
import type { Place, Span } from '../../text/text.ts';
import { positionAt } from '../../text/text.ts';
import { version } from '../../version.ts';
import type { Diagnostic, Severity } from '../diagnostic.ts';
import type { Page } from '../page.ts';

const LEVEL: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', hint: 'note' };

/** A relative path as a relative URI; an absolute one as a file URI. */
function uriOf(path: string): string {
  const encoded = path
    .replace(/\\/g, '/')
    .replace(/\p{Surrogate}/gu, '\ufffd') // encodeURIComponent throws at half a character
    .split('/')
    .map((segment) => encodeURIComponent(segment))
    .join('/');
  if (encoded.startsWith('/')) return `file://${encoded}`;
  const drive = /^([A-Za-z])%3A\//.exec(encoded);
  return drive ? `file:///${drive[1] ?? ''}:/${encoded.slice(drive[0].length)}` : encoded;
}

function regionOf(place: Place, span: Span = place.span) {
  const start = positionAt(place.source, span.start);
  const end = positionAt(place.source, span.end);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function locationOf(place: Place) {
  return { physicalLocation: { artifactLocation: { uri: uriOf(place.source.path) }, region: regionOf(place) } };
}

function resultOf(diagnostic: Diagnostic, rules: readonly string[]) {
  const { code, severity, message, help, place, related, fixes } = diagnostic;
  return {
    ruleId: code,
    ruleIndex: rules.indexOf(code),
    level: LEVEL[severity],
    message: { text: help === undefined ? message : `${message}\n${help}` },
    locations: [locationOf(place)],
    ...(related?.length
      ? {
          relatedLocations: related.map((other, id) => ({
            id,
            ...locationOf(other.place),
            message: { text: other.message },
          })),
        }
      : {}),
    ...(fixes?.length
      ? {
          fixes: fixes.map((fix) => ({
            description: { text: fix.title },
            artifactChanges: [
              {
                artifactLocation: { uri: uriOf(place.source.path) },
                replacements: fix.edits.map((edit) => ({
                  deletedRegion: regionOf(place, edit.span),
                  insertedContent: { text: edit.newText },
                })),
              },
            ],
          })),
        }
      : {}),
  };
}

/** What is known of codes, by code. */
export type Pages = ReadonlyMap<string, Page & { readonly severity: Severity }>;

/** Links of pages lead to other pages, which are not where the findings are shown. */
function withoutLinks(text: string): string {
  return text.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1');
}

/** A `reportingDescriptor`: what viewers show beside the findings of a rule. */
function ruleOf(id: string, pages: Pages | undefined) {
  const page = pages?.get(id);
  if (page === undefined) return { id };
  const text = withoutLinks(`${page.why.trim()}\n\n${page.remedy.trim()}`.trim());
  return {
    id,
    shortDescription: { text: page.summary },
    fullDescription: { text: page.summary },
    help: { text, markdown: text },
    defaultConfiguration: { level: LEVEL[page.severity] },
    properties: { tags: [id.slice(0, id.indexOf('/'))] },
  };
}

export function renderSarif(diagnostics: readonly Diagnostic[], pages?: Pages): string {
  const rules = [...new Set(diagnostics.map((d) => d.code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'flowc', version, rules: rules.map((id) => ruleOf(id, pages)) } },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => resultOf(diagnostic, rules)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
