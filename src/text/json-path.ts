/**
 * Connect's JSONPath as the language writes it bare: `$` then `.name`, `['any key']` (also `.['any key']`) or `[0]`.
 * A name may have inner dashes, so `$.x->y` and a full stop after a path stay outside of it.
 */
export const PATH_SOURCE = String.raw`\$(?:\.[\p{L}\p{N}_]+(?:-[\p{L}\p{N}_]+)*|\.?\['[^'\\\r\n]*'\]|\[\d+\])+`;

/** What nearly every path looks like. */
const PLAIN = /^\$(?:\.[A-Za-z0-9_]+)+$/;

let whole: RegExp | undefined;

/** True when the text is one path as a whole; only then is it written without quotes. */
export function isPath(text: string): boolean {
  if (text.charCodeAt(0) !== 36) return false;
  // Made when it is first needed: classes of Unicode take a millisecond of every start.
  whole ??= new RegExp(`^${PATH_SOURCE}$`, 'u');
  return PLAIN.test(text) || whole.test(text);
}
