/** Formatting as edits: of a file, of lines, and of what was just closed. */
import { format } from '../syntax/format.ts';
import type { PrintOptions } from '../syntax/print.ts';
import { lineStartsOf, type SourceText, type Span, type TextEdit } from '../text/text.ts';

/** The edits that format a file, one for each run of lines that changes. None where the file has syntax errors. */
export function formatEdits(source: SourceText, options: PrintOptions = {}): readonly TextEdit[] {
  const { text } = format(source, options);
  return text === source.text ? [] : lineEdits(source, { path: source.path, text });
}

/** Those of the file's edits that touch a range: its lines change, and nothing else does. */
export function formatRangeEdits(
  source: SourceText,
  { start, end }: Span,
  options: PrintOptions = {},
): readonly TextEdit[] {
  return formatEdits(source, options).filter(({ span }) => span.start <= end && start <= span.end);
}

/** Runs of lines that differ, found by the longest common subsequence of lines between common ends. */
function lineEdits(before: SourceText, after: SourceText): readonly TextEdit[] {
  const a = linesOf(before);
  const b = linesOf(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const starts = [...lineStartsOf(before), before.text.length];
  const at = (line: number): number => starts[Math.min(line, starts.length - 1)] ?? before.text.length;
  const edits: TextEdit[] = [];
  let from = { a: head, b: head };
  const put = (toA: number, toB: number): void => {
    if (toA > from.a || toB > from.b) {
      edits.push({ span: { start: at(from.a), end: at(toA) }, newText: b.slice(from.b, toB).join('') });
    }
    from = { a: toA + 1, b: toB + 1 };
  };
  for (const [i, j] of common(a, b, head, tail)) put(i, j);
  put(a.length - tail, b.length - tail);
  return edits;
}

function linesOf({ text }: SourceText): readonly string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

/** More lines than these are replaced as a whole: the table would be large. */
const MOST_LINES = 1500;

function common(a: readonly string[], b: readonly string[], head: number, tail: number): [number, number][] {
  const n = a.length - head - tail;
  const m = b.length - head - tail;
  if (n === 0 || m === 0 || n > MOST_LINES || m > MOST_LINES) return [];
  const width = m + 1;
  const table = new Uint16Array((n + 1) * width);
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      const isSame = a[head + i] === b[head + j];
      const [down, right] = [table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0];
      table[i * width + j] = isSame ? (table[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(down, right);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < n && j < m;) {
    if (a[head + i] === b[head + j]) pairs.push([head + i++, head + j++]);
    else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return pairs;
}
