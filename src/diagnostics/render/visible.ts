/**
 * Text for a terminal: how wide it is, and what must not reach it raw. Messages and sources quote what strangers wrote;
 * control characters would move the cursor, and bidirectional overrides would show other code than the compiler reads.
 */

/**
 * C0 and C1 controls, bidirectional controls, invisible characters, line separators, tags, and lone surrogates.
 * Patterns with Unicode sets are made when they are needed, because making them costs a start something.
 */
const hostile = () =>
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\ud800-\udfff]/gu;

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '\\0' };

/** The text in one line, with every character that a terminal would act on, or not show, as an escape. */
export function visible(text: string): string {
  return text.replace(hostile(), (c) => NAMED[c] ?? `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`);
}

/** East Asian Wide and Fullwidth blocks (Unicode 16, UAX #11), as pairs of first and last code point. Emoji are apart. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4c6],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6b],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18cff],
  [0x1aff0, 0x1b2ff],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
];

const zeroWidth = () => /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff]$/u;
const emoji = () => /^\p{Emoji_Presentation}$/u;

/** Terminal columns that one code point takes: 0, 1 or 2. */
function columnsOf(codePoint: number): 0 | 1 | 2 {
  if (codePoint < 0x300) return 1;
  const character = String.fromCodePoint(codePoint);
  if (zeroWidth().test(character)) return 0;
  if (WIDE.some(([first, last]) => codePoint >= first && codePoint <= last)) return 2;
  return emoji().test(character) ? 2 : 1;
}

/** Terminal columns of a text that is already visible. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += columnsOf(character.codePointAt(0) ?? 0);
  return width;
}
