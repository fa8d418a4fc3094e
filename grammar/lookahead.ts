/**
 * Which production the next token begins. The grammar is LL(1), so one table for each choice is all there is to know.
 * The tables are made at build time, so that the grammar need not be recorded at every start.
 */
import { EOF, type IToken } from 'chevrotain';
import { vocabulary } from './tokens.ts';

/** Names of tokens: those that begin each alternative; or those that begin what is optional. */
export type Choices = readonly string[] | readonly (readonly string[])[];
/** By rule: the choices of its productions, each under the number that Chevrotain gives it. */
export type Tables = Readonly<Record<string, readonly (readonly [key: number, choices: Choices])[]>>;
export type Lookahead = ((this: Reader) => number | boolean | undefined) & { readonly choices: Choices };

/** What a lookahead function is called on. */
interface Reader {
  LA(howMuch: number): IToken;
}

let indexes: ReadonlyMap<string, number> | undefined;

/** A function that tells by the next token which alternative it begins, or whether what is optional is there. */
export function lookaheadOf(choices: Choices): Lookahead {
  indexes ??= new Map([...vocabulary, EOF].map((type) => [type.name, type.tokenTypeIdx as number]));
  const isOptional = typeof choices[0] === 'string' || choices.length === 0;
  const table: number[] = [];
  (isOptional ? [choices as readonly string[]] : (choices as readonly (readonly string[])[])).forEach((names, i) => {
    for (const name of names) table[indexes?.get(name) as number] ??= i;
  });
  const ahead = isOptional
    ? function (this: Reader) {
        return table[this.LA(1).tokenTypeIdx] !== undefined;
      }
    : function (this: Reader) {
        return table[this.LA(1).tokenTypeIdx];
      };
  return Object.assign(ahead, { choices });
}
