/** Diagnostics as the protocol has them, pushed when they change or given when they are asked for. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic as LspDiagnostic } from 'vscode-languageserver/node';
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import { toLocation, toRange, uriOf } from './convert.ts';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Information,
};

/** What is said of things that could be left out: editors fade them. */
const UNNECESSARY = new Set(['check/dead-item', 'lint/unreachable-block', 'check/unused-param', 'check/unused-label']);
const DEPRECATED = new Set(['lint/retired']);

/** `pages`: the folder with the codes' pages. */
export function toDiagnostic(found: Diagnostic, pages: string): LspDiagnostic {
  const { code, severity, message, help, place, related } = found;
  const tags = [
    ...(UNNECESSARY.has(code) ? [DiagnosticTag.Unnecessary] : []),
    ...(DEPRECATED.has(code) ? [DiagnosticTag.Deprecated] : []),
  ];
  const href = pageUri(code, pages);
  return {
    range: toRange(place.source, place.span),
    severity: SEVERITIES[severity],
    code,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    source: 'flowc',
    message: help === undefined ? message : `${message} ${help}`,
    ...(tags.length === 0 ? {} : { tags }),
    ...(related === undefined
      ? {}
      : { relatedInformation: related.map((one) => ({ location: toLocation(one.place), message: one.message })) }),
  };
}

const known = new Map<string, string | undefined>();

function pageUri(code: string, pages: string): string | undefined {
  if (!known.has(code)) {
    const page = join(pages, `${code}.md`);
    known.set(code, existsSync(page) ? uriOf(page) : undefined);
  }
  return known.get(code);
}
