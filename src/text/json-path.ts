/**
 * Connect's JSONPath as the language writes it bare: `$` then `.name`, `['any key']` (also `.['any key']`) or `[0]`.
 * A name may have inner dashes, so `$.x->y` and a full stop after a path stay outside of it.
 */
export const PATH_SOURCE = String.raw`\$(?:\.[\p{L}\p{N}_]+(?:-[\p{L}\p{N}_]+)*|\.?\['[^'\\\r\n]*'\]|\[\d+\])+`;

const WHOLE = new RegExp(`^${PATH_SOURCE}$`, 'u');

/** True when the text is one path as a whole; only then is it written without quotes. */
export function isPath(text: string): boolean {
  return text.charCodeAt(0) === 36 && WHOLE.test(text);
}
