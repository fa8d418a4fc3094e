/** What names and literals look like: for the lexer, and for the printer, which writes nothing that reads otherwise. */
import { isPath } from '../src/text/json-path.ts';
import type { LiteralType } from '../src/syntax/ast.ts';

// Bounded runs, tried again until they fail: an unbounded one over all scripts would exhaust the regular expression
// engine's stack on a name of some million letters.
let unicode: { readonly firstLetter: RegExp; readonly letters: RegExp; readonly joint: RegExp } | undefined;

/** Made when the first name is met that is not plain ASCII: classes of Unicode take a millisecond of every start. */
function unicodeNames() {
  return (unicode ??= {
    firstLetter: /[\p{L}_]/uy,
    letters: /[\p{L}\p{N}\p{Mn}\p{Mc}_]{1,256}/uy,
    joint: /[-・]{1,256}(?=[\p{L}\p{N}\p{Mn}\p{Mc}_])/uy,
  });
}

/**
 * Where the name ends that begins at `offset`; `offset` itself when none does. A name has letters of any script, digits
 * inside, and dashes and middle dots between them.
 */
export function endOfName(text: string, offset: number): number {
  const { firstLetter, letters, joint } = unicodeNames();
  let at = after(firstLetter, text, offset);
  if (at === offset) return offset;
  for (let from = -1; from !== at;) {
    from = at;
    at = after(letters, text, at);
    const joined = after(joint, text, at);
    if (joined > at) at = after(letters, text, joined);
  }
  return at;
}

function after(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
}

/** Whether a text may stand without quotes where a name or a word is due. */
export function isIdentifier(text: string): boolean {
  return text !== '' && endOfName(text, 0) === text.length;
}

/** A text that is longer is no path: none in Connect comes near. */
export const LONGEST_PATH = 10_000;

/** Whether a text is one JSONPath as a whole, so that it stands without quotes. */
export function isBarePath(text: string): boolean {
  return text.length <= LONGEST_PATH && isPath(text);
}

const DATE = '\\d{4}-\\d{2}-\\d{2}';
const TIME = '\\d{1,2}:\\d{2}';
/** More digits than any number of JSON has, and a bound for the regular expressions. */
const DIGITS = '\\d{1,400}';

/** In the order in which they are tried; a plain number is last. */
const LITERALS: readonly (readonly [LiteralType | 'number', string])[] = [
  ['dateTime', `${DATE}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:\\d{2})?`],
  ['dateRange', `${DATE}\\.\\.${DATE}`],
  ['date', DATE],
  ['timeRange', `${TIME}-${TIME}`],
  ['time', TIME],
  ['percent', `${DIGITS}(?:\\.${DIGITS})?%`],
  ['duration', `[+-]?${DIGITS}(?:ms|[smhd])`],
  ['phone', '\\+[1-9][0-9X]{6,14}'],
  ['number', `[+-]?${DIGITS}(?:\\.${DIGITS})?(?:[eE][+-]?\\d{1,3})?`],
];

/** Characters that continue a word, near enough to tell `5s` from `5stars`; exactness is the name pattern's business. */
const WORDISH =
  '\\w\\u00c0-\\u1fff\\u3005-\\u3007\\u3041-\\ud7ff\\uf900-\\ufaff\\uff21-\\uff3a\\uff41-\\uff5a\\uff66-\\uffdc';

/** Any literal. What would go on as a word, a date or a time is none. */
export const LITERAL_SOURCE = `(?:${LITERALS.map(([, source]) => source).join('|')})(?![${WORDISH}]|[-:.]\\d)`;
/** What begins with a digit and is no literal. */
export const MALFORMED_SOURCE = `[+-]?\\d(?:[${WORDISH}%]|[-:.](?=[${WORDISH}])){0,999}`;

let anchored: readonly (readonly [LiteralType | 'number', RegExp])[] | undefined;

/** What kind of literal a text is as a whole; undefined when it is none. */
export function literalType(text: string): LiteralType | 'number' | undefined {
  if (/^\d{1,400}$/.test(text)) return 'number';
  anchored ??= LITERALS.map(([type, source]) => [type, new RegExp(`^(?:${source})$`)] as const);
  return anchored.find(([, pattern]) => pattern.test(text))?.[0];
}
