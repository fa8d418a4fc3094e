/** Whether two trees say the same, wherever they stand. */
import type { Span } from '../text/text.ts';

/**
 * Compares values of the syntax tree. With `shift`, the spans of `b` are to be those of `a`, moved by that many code units;
 * without it, spans do not count.
 */
export function sameTree(a: unknown, b: unknown, shift?: number): boolean {
  if (a === b && (shift === undefined || shift === 0)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) if (!sameTree(a[i], b[i], shift)) return false;
    return true;
  }
  return !Array.isArray(b) && sameMembers(a as Members, b as Members, shift);
}

type Members = Readonly<Record<string, unknown>>;

function sameMembers(a: Members, b: Members, shift: number | undefined): boolean {
  for (const key in a) {
    if (key === 'span') {
      if (shift !== undefined && !isShifted(a['span'] as Span, b['span'] as Span | undefined, shift)) return false;
    } else if (!sameTree(a[key], b[key], shift)) return false;
  }
  for (const key in b) if (!(key in a) && b[key] !== undefined) return false;
  return true;
}

function isShifted(a: Span, b: Span | undefined, shift: number): boolean {
  return b !== undefined && b.start - a.start === shift && b.end - a.end === shift;
}
