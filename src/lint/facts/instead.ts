/** Remedies of rules: another text in the place of a wrong one. None is safe, since each guesses what was meant. */
import type { Extras } from '../../diagnostics/diagnostic.ts';
import { renameTo } from '../../diagnostics/remedy.ts';
import type { Place } from '../../text/text.ts';

/** The place of `part` inside of a place; the place itself where it is not found there to the letter. */
export function placeOf(part: string, place: Place): Place {
  const { source, span } = place;
  const text = source.text.slice(span.start, span.end);
  for (let at = text.indexOf(part); at >= 0 && part !== ''; at = text.indexOf(part, at + 1)) {
    // `$.Attributes.tier` is not the beginning of `$.Attributes.tier_old`.
    if (/[\p{L}\p{N}_]/u.test(text[at + part.length] ?? '')) continue;
    return { source, span: { start: span.start + at, end: span.start + at + part.length } };
  }
  return place;
}

/** Puts `meant` in the place of `written`, where that stands there to the letter. */
export function insteadOf(written: string, meant: string | undefined, place: Place): Extras {
  if (meant === undefined) return {};
  const { source, span } = placeOf(written, place);
  if (source.text.slice(span.start, span.end) !== written) return {};
  return renameTo(span, meant);
}
