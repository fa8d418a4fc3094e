/** Diagnostics as GitHub Actions workflow commands, which show as annotations on a pull request. */
import { positionAt } from '../../text/text.ts';
import type { Diagnostic, Severity } from '../diagnostic.ts';

const COMMAND: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', hint: 'notice' };

/** Escapes of the runner's own toolkit: the message ends at a line end, a property also at `,` and `:`. */
function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

export function renderGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ code, severity, message, help, place }) => {
      const start = positionAt(place.source, place.span.start);
      const end = positionAt(place.source, place.span.end);
      const properties = [
        `file=${property(place.source.path)}`,
        `line=${start.line}`,
        `endLine=${end.line}`,
        // Columns are refused where a span runs over several lines.
        ...(start.line === end.line ? [`col=${start.column}`, `endColumn=${end.column}`] : []),
        `title=${property(code)}`,
      ];
      return `::${COMMAND[severity]} ${properties.join(',')}::${data(help === undefined ? message : `${message}\n${help}`)}\n`;
    })
    .join('');
}
