/** What may stand in a text without quotes. */
import { isIdentifier as isName } from '../../grammar/lexemes.ts';

const GRAMMAR_WORDS = new Set(['on', 'if', 'else', 'and', 'or', 'not']);

/** True for a text that may stand as a bare word. */
export function isIdentifier(value: string): boolean {
  return isName(value) && value === value.normalize('NFC');
}

/** True for a name that may stand without quotes: the grammar's own words may not. */
export function isBareName(name: string): boolean {
  return isIdentifier(name) && !GRAMMAR_WORDS.has(name);
}

/** A name as the text says it: bare where it is one word, else quoted. */
export function asName(name: string): string {
  return isBareName(name) ? name : JSON.stringify(name);
}
