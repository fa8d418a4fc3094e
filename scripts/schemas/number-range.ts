/**
 * Whole numbers as patterns: flow language writes numbers as strings, and JSON Schema can bound a string by a pattern only.
 */

/** A pattern, without anchors, for the decimal spelling of min..max; an absent bound is no bound. */
export function numberRange(min: number | undefined, max: number | undefined): string {
  const low = Math.max(min ?? Number.NEGATIVE_INFINITY, 0);
  const sign = min === undefined || min < 0 ? '-?' : '';
  if (max === undefined || !Number.isSafeInteger(max)) return sign + atLeast(low);
  return sign + alternatives(String(low), String(max)).join('|').replace(/^(.*\|.*)$/, '(?:$1)');
}

function atLeast(low: number): string {
  return low === 0 ? '\\d+' : low === 1 ? '[1-9]\\d*' : `(?:${[...alternatives(String(low), nines(low)), longerThan(low)].join('|')})`;
}

function nines(low: number): string {
  return '9'.repeat(String(low).length);
}

function longerThan(low: number): string {
  return `[1-9]\\d{${String(low).length},}`;
}

/** Patterns that together match exactly the numbers from..to. */
function alternatives(from: string, to: string): string[] {
  if (from.length < to.length) {
    const end = '9'.repeat(from.length);
    return [...alternatives(from, end), ...alternatives(`1${'0'.repeat(from.length)}`, to)];
  }
  if (from === to) return [from];
  if (from.length === 1) return [digits(from, to)];
  const [low, ...lowRest] = from;
  const [high, ...highRest] = to;
  const rest = from.length - 1;
  if (low === high) return alternatives(lowRest.join(''), highRest.join('')).map((tail) => `${low ?? ''}${group(tail)}`);
  const found: string[] = [];
  let first = Number(low);
  let last = Number(high);
  if (lowRest.some((digit) => digit !== '0')) {
    found.push(...alternatives(lowRest.join(''), '9'.repeat(rest)).map((tail) => `${low ?? ''}${tail}`));
    first++;
  }
  const full = highRest.every((digit) => digit === '9');
  if (!full) last--;
  if (first <= last) found.push(`${digits(String(first), String(last))}${rest === 1 ? '\\d' : `\\d{${rest}}`}`);
  if (!full) found.push(...alternatives('0'.repeat(rest), highRest.join('')).map((tail) => `${high ?? ''}${tail}`));
  return found;
}

function digits(from: string, to: string): string {
  return from === to ? from : from === '0' && to === '9' ? '\\d' : `[${from}-${to}]`;
}

function group(tail: string): string {
  return tail.includes('|') ? `(?:${tail})` : tail;
}
