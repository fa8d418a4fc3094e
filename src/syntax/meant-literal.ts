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
  const character = text[start];
  const around = AROUND.get(character ?? '');
  if (around === undefined) return undefined;
  const from = text.lastIndexOf('\n', start) + 1;
  for (const found of text
    .slice(from, from + LONGEST_LINE)
    .split('\n', 1)[0]
    ?.matchAll(around.is) ?? []) {
    const span = { start: from + found.index, end: from + found.index + found[0].length };
    if (span.start <= start && start < span.end) return { span, form: around.form(found[0]) };
  }
  return undefined;
}

const PATH = { is: /\$?\b[A-Z]\w*(?:\.\w+)+/g, form: (said: string) => `$.${said.replace('$', '')}` };
const AROUND: ReadonlyMap<string, { readonly is: RegExp; readonly form: (said: string) => string }> = new Map([
  ['-', { is: /\b\d{1,2}:\d\d\s*-\s*\d{1,2}:\d\d\b/g, form: (said) => said.replace(/\s/g, '') }],
  ['/', { is: /\b[A-Za-z]\w*(?:\/\w+)+\b/g, form: (said) => JSON.stringify(said) }],
  ['.', PATH],
  ['$', PATH],
]);
const LONGEST_LINE = 1000;
