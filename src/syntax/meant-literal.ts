/** Literals that people write and the language spells otherwise: times of a clock with twelve hours, names with a slash, paths. */
import type { Span } from '../text/text.ts';

const TWELVE = /^(\d{1,2})(?::?([0-5]\d))?([ap])\.?m\.?$/i;

/** `8am-5pm` as `08:00-17:00`, `9:30pm` as `21:30`; undefined for what is no such time. */
export function clockMeant(text: string): string | undefined {
  const times = text.split('-').map(timeMeant);
  return times.length <= 2 && times.every((time) => time !== undefined) ? times.join('-') : undefined;
}

function timeMeant(text: string): string | undefined {
  const [, hour, minutes = '00', half] = TWELVE.exec(text) ?? [];
  if (hour === undefined || Number(hour) < 1 || Number(hour) > 12) return undefined;
  const since = (Number(hour) % 12) + (half?.toLowerCase() === 'p' ? 12 : 0);
  return `${String(since).padStart(2, '0')}:${minutes}`;
}

/**
 * What stands around a character that begins nothing, and how it is written: `9:00 - 12:00`, `America/Chicago`,
 * `Attributes.tier`.
 */
export function literalAround(
  text: string,
  { start }: Span,
): { readonly span: Span; readonly form: string } | undefined {
  const from = text.lastIndexOf('\n', start) + 1;
  const [line = ''] = text.slice(from, from + LONGEST_LINE).split('\n', 1);
  for (const around of AROUND.get(text[start] ?? '') ?? []) {
    for (const found of line.matchAll(around.is)) {
      const span = { start: from + found.index, end: from + found.index + found[0].length };
      if (span.start <= start && start < span.end) return { span, form: around.form(found[0]) };
    }
  }
  return undefined;
}

/** Whether a dot, or the dollar before one, is the end of a path: what stands behind it is not written yet. */
export function endsInPath(text: string, { start, end }: Span): boolean {
  const isDollar = text[start] === '$' && text[end] === '.';
  if (!isDollar && (text[start] !== '.' || !/\$(?:\.[\w-]+|\[[^\]]*\])+$/.test(lineUpTo(text, start)))) return false;
  return !/[\p{L}\d_]/u.test(text[isDollar ? end + 1 : end] ?? '');
}

/** A time or a date, or two of them, of which a part is not written yet: `09:00-18`, `2026-12`. */
export function isTimeBegun(text: string): boolean {
  return /^\d{1,2}:\d{0,2}(?:-\d{0,2}:?\d{0,2})?$|^\d{4}-\d{0,2}(?:-\d{0,2})?$/.test(text);
}

/** The line of an offset up to it. */
export function lineUpTo(text: string, offset: number): string {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  return text.slice(Math.max(from, offset - LONGEST_LINE), offset);
}

const PATH = { is: /\$?\b[A-Z]\w*(?:\.\w+)+/g, form: (said: string) => `$.${said.replace('$', '')}` };
const TIMES = {
  is: /\b\d{1,2}:\d\d\s*-\s*\d{1,2}:\d\d\b/g,
  form: (said: string) => said.replace(/\s/g, ''),
};
/** At the beginning of a line, behind what `on` says, at the end of one. */
const ARROW = { is: /(?<=^[ \t]*|\bon[ \t][^{}>]*[ \t])-(?=[ \t]|$)|(?<=[ \t])-$/g, form: () => '->' };
const SLASHES = { is: /\b[A-Za-z]\w*(?:\/\w+)+\b/g, form: (said: string) => JSON.stringify(said) };

/** Ways to read what stands around a character, the likeliest first. */
const AROUND: ReadonlyMap<string, readonly { readonly is: RegExp; readonly form: (said: string) => string }[]> =
  new Map([
    ['-', [TIMES, ARROW]],
    ['/', [SLASHES]],
    ['.', [PATH]],
    ['$', [PATH]],
  ]);
const LONGEST_LINE = 1000;
