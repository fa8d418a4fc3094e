/** Diagnostics about small texts, for the tests of the renderers. */
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Place, SourceText } from '../../src/text/text.ts';

export function source(text: string, path = 'flows/main.flow'): SourceText {
  return { path, text };
}

/** The place of the `nth` (from 1) time that `part` stands in the text. */
export function placeOf(file: SourceText, part: string, nth = 1): Place {
  let start = -1;
  for (let i = 0; i < nth; i++) start = file.text.indexOf(part, start + 1);
  if (start < 0) throw new Error(`the sample has no ${part}`);
  return { source: file, span: { start, end: start + part.length } };
}

export function problem(place: Place, more: Partial<Diagnostic> = {}): Diagnostic {
  return {
    code: 'check/unknown-name',
    severity: 'error',
    message: 'no queue is called `ProductSuport`',
    place,
    ...more,
  };
}

const main = source('inbound flow Main {\n  set queue ProductSuport\n  disconnect\n}\n');
const entities = source('existing queue ProductSupport\n', 'flows/entities.flow');

/** One of each severity, with all that a diagnostic can carry. */
export const SAMPLES: readonly Diagnostic[] = [
  problem(placeOf(main, 'ProductSuport'), {
    help: 'did you mean `ProductSupport`?',
    related: [{ place: placeOf(entities, 'ProductSupport'), message: '`ProductSupport` is declared here' }],
    fixes: [
      {
        title: 'replace by `ProductSupport`',
        safe: true,
        edits: [{ span: placeOf(main, 'ProductSuport').span, newText: 'ProductSupport' }],
      },
    ],
  }),
  problem(placeOf(main, 'disconnect'), {
    code: 'lint/no-logging',
    severity: 'warning',
    message: 'this flow never switches logging on, 100% of it runs unseen',
  }),
  problem(placeOf(main, 'Main'), {
    code: 'lint/display-name',
    severity: 'hint',
    message: 'a display name reads better',
  }),
];
