/** The formatter: parse and print. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { applyEdits, type SourceText, type Span } from '../text/text.ts';
import { parse, type Parsed } from './parse.ts';
import { rangeEdit } from './print-range.ts';
import { lineEndOf, printFile, type PrintOptions } from './print.ts';

export interface FormatOptions extends PrintOptions {
  /** Only what this touches, in UTF-16 code units; lines keep the ends that they have. */
  readonly range?: Span;
}

export interface Formatted {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** The text in its one layout. A file with syntax errors comes back as it is, with its diagnostics. */
export function format(source: SourceText, options: FormatOptions = {}): Formatted {
  const { range } = options;
  const plain = range ? source : plainly(source);
  const parsed = parse(plain);
  // Places are told in the text that people have.
  const { diagnostics } = parsed.diagnostics.length > 0 && plain !== source ? parse(source) : parsed;
  if (hasErrors(parsed)) return { text: source.text, diagnostics };
  if (range) {
    const edit = rangeEdit(parsed.tree, source, range, options);
    return { text: edit ? applyEdits(source.text, [edit]) : source.text, diagnostics };
  }
  const mark = source.text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  const endOfLine = options.endOfLine === 'auto' ? lineEndOf(source.text) : options.endOfLine;
  const text = printFile(parsed.tree, plain, endOfLine ? { ...options, endOfLine } : options);
  return { text: mark + text, diagnostics };
}

const BYTE_ORDER_MARK = '\ufeff';

/** Without byte order mark, with line feeds: what Prettier gives to a plugin. */
function plainly(source: SourceText): SourceText {
  const { path, text } = source;
  if (!text.startsWith(BYTE_ORDER_MARK) && !text.includes('\r')) return source;
  return { path, text: text.slice(text.startsWith(BYTE_ORDER_MARK) ? 1 : 0).replace(/\r\n?/g, '\n') };
}

export function hasErrors({ diagnostics }: Parsed): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}
