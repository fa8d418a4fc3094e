/** Remedies of rules: another text in the place of a wrong one. One that guesses what was meant is not safe. */
import type { Extras } from '../../diagnostics/diagnostic.ts';
import { renameTo, replaceBy } from '../../diagnostics/remedy.ts';
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

/** Puts other seconds in the place of a duration: `15s` in text, `"15"` in JSON. */
export function secondsInstead(seconds: number, { source, span }: Place, safe = false): Extras {
  const written = source.text.slice(span.start, span.end);
  const meant = /^\d+[smh]$/.test(written) ? durationOf(seconds) : /^"\d+"$/.test(written) ? `"${seconds}"` : undefined;
  return meant === undefined ? {} : replaceBy(span, meant, `Change to \`${meant}\``, safe);
}

/** The largest unit that divides, as the formatter writes it. */
function durationOf(seconds: number): string {
  if (seconds % 3600 === 0) return `${seconds / 3600}h`;
  return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}
