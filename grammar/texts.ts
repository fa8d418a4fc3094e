/** What a text token says: quotes off, escapes resolved, the indent of a `"""` block removed. */
import { span } from '../src/text/text.ts';
import type { Finding } from './findings.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

export interface Said {
  readonly value: string;
  readonly form: 'line' | 'block';
}

/** `offset` is where the image begins, for the places of escapes that mean nothing. */
export function readText(image: string, offset: number, findings: Finding[]): Said {
  const form = image.startsWith('"""') ? 'block' : 'line';
  const quotes = form === 'block' ? 3 : 1;
  const inner = image.slice(quotes, isClosed(image, quotes) ? -quotes : undefined);
  const value = form === 'block' ? withoutIndent(inner) : inner;
  if (!inner.includes('\\')) return { value, form };
  reportEscapes(inner, offset + quotes, findings);
  return { value: unescape(value), form };
}

function isClosed(image: string, quotes: number): boolean {
  if (image.length < 2 * quotes) return false;
  const close = image.startsWith('“') ? '”' : image.slice(0, quotes);
  if (!image.endsWith(close)) return false;
  let slashes = 0;
  while (image[image.length - quotes - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 0;
}

/**
 * The first line end after the opening quotes and the last one before the closing quotes do not count, and every line
 * loses the indent of the closing quotes. Line ends become line feeds, so that a file says the same on every system.
 */
function withoutIndent(inner: string): string {
  const lines = inner.split(/\r\n?|\n/);
  const last = lines[lines.length - 1] ?? '';
  if (lines.length === 1 || last.trim() !== '') return lines.join('\n');
  lines.pop();
  if (lines[0]?.trim() === '') lines.shift();
  return lines.map((line) => withoutPrefix(line, last)).join('\n');
}

function withoutPrefix(line: string, indent: string): string {
  let at = 0;
  while (at < indent.length && line[at] === indent[at]) at++;
  return line.slice(at);
}

const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt])|([^]?))/g;

function unescape(text: string): string {
  return text.replace(ESCAPE, (_, code?: string, letter?: string, other?: string) =>
    code !== undefined
      ? String.fromCharCode(parseInt(code, 16))
      : letter !== undefined
        ? (ESCAPES[letter] ?? '')
        : (other ?? ''),
  );
}

function reportEscapes(inner: string, offset: number, findings: Finding[]): void {
  for (const match of inner.matchAll(ESCAPE)) {
    if (match[3] === undefined) continue;
    const start = offset + match.index;
    findings.push({ kind: 'escape', text: match[0], span: span(start, start + match[0].length) });
  }
}
