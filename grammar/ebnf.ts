/** The grammar as a text for people, from the parser itself: `grammar/flow.ebnf`. */
import type { TokenType } from 'chevrotain';
import { recordedParser } from './recorded.ts';
import { vocabulary } from './tokens.ts';

const HEAD = `(* The grammar of .flow, generated from grammar/parser.ts by scripts/generate-grammar.mjs: edit the parser, not this file.

   It knows the shape of the text and nothing of Amazon Connect: verbs, parameters and branch words are words. What braces
   hold is not its business either: after flow, step, if, else, repeat and on … they are bodies, everywhere else blocks.

   Before it reads, line ends are laid out. A line end counts nothing after a comma, after an opening bracket, inside of
   parentheses, and before else. An on that begins no entry is a word. Productions that only give messages are left out. *)
`;

/** What the patterns of the tokens mean; those that stand for themselves are quoted where they occur. */
const LEXICAL: Readonly<Record<string, string>> = {
  Newline: 'a line end with the blank lines and the indent behind it',
  Identifier: 'a letter or _, then letters and digits of any script, with - and ・ between them',
  Text: '"…" in one line, escapes as in JSON; or """…""" over several, less the indent of the closing quotes',
  Path: "$ then .name, ['any key'] or [0], as often as need be",
  Literal:
    '5  -60  4.0 · 5s  10m  2h  3d  250ms  +60s · 30% · 09:00  09:00-18:00 · 2026-12-29  2026-12-29..2027-01-03  2026-12-29T09:00:00+09:00 · +81501234XXXX',
  Key: 'an Identifier, Text, Path or keyword directly before a colon',
  Sign: '|  *  #',
  Comparison: '==  !=  <  <=  >  >=',
};

/** Error productions: they say nothing about the language. */
const HIDDEN = new Set(['stray']);

/** A production as Chevrotain serialises it. */
interface Production {
  readonly type: string;
  readonly name?: string;
  readonly definition?: readonly Production[];
}

export function ebnf(): string {
  const productions: readonly Production[] = recordedParser().getSerializedGastProductions();
  const rules = productions.filter(({ name }) => !HIDDEN.has(name ?? ''));
  const width = Math.max(...rules.map(({ name }) => (name ?? '').length));
  const lines = rules.map((rule) => `${(rule.name ?? '').padEnd(width)} = ${bare(sequence(rule.definition ?? []))} ;`);
  const used = new Set(rules.flatMap(terminalsIn));
  const known = vocabulary.filter(({ name }) => used.has(name) || LEXICAL[name] !== undefined);
  const tokens = known.flatMap((token) => lexicalRule(token));
  return [HEAD, ...lines, '', ...tokens, ''].join('\n');
}

function lexicalRule(token: TokenType): string[] {
  const members = vocabulary.filter(({ CATEGORIES }) => CATEGORIES?.includes(token));
  if (members.length > 0) return [`${token.name} = ${members.map(terminal).join(' | ')} ;`];
  const meaning = LEXICAL[token.name];
  return meaning === undefined ? [] : [`${token.name} = ? ${meaning} ? ;`];
}

function terminal(token: Pick<TokenType, 'name'> & { readonly PATTERN?: unknown }): string {
  return typeof token.PATTERN === 'string' ? `"${token.PATTERN}"` : token.name;
}

function sequence(parts: readonly Production[]): string {
  return parts.map(expression).filter(Boolean).join(' ');
}

function expression(part: Production): string {
  const inner = (): string => sequence(part.definition ?? []);
  switch (part.type) {
    case 'NonTerminal':
      return part.name ?? '';
    case 'Terminal': {
      const token = vocabulary.find(({ name }) => name === part.name);
      return token ? terminal(token) : (part.name ?? '');
    }
    case 'Option':
      return `[ ${inner()} ]`;
    case 'Repetition':
      return `{ ${bare(inner())} }`;
    case 'RepetitionMandatory':
      return `${inner()} { ${bare(inner())} }`;
    case 'RepetitionMandatoryWithSeparator':
      return `${inner()} { "," ${inner()} }`;
    case 'Alternation': {
      const alternatives = (part.definition ?? []).filter((each) => !HIDDEN.has(each.definition?.[0]?.name ?? ''));
      return `( ${alternatives.map(({ definition }) => sequence(definition ?? [])).join(' | ')} )`;
    }
    default:
      return inner();
  }
}

/** Without the parentheses around the whole: `{ ( a | b ) }` says no more than `{ a | b }`. */
function bare(text: string): string {
  return /^\( [^()]* \)$/.test(text) ? text.slice(2, -2) : text;
}

function terminalsIn(part: Production): string[] {
  return part.type === 'Terminal' ? [part.name ?? ''] : (part.definition ?? []).flatMap(terminalsIn);
}

/** The tables of `tables.generated.ts`, as TypeScript. */
export function tables(): string {
  const made = recordedParser().tables();
  return `/**
 * Which tokens begin what, by rule: generated from grammar/parser.ts by scripts/generate-grammar.mjs.
 */
import type { Tables } from './lookahead.ts';

export const TABLES: Tables = ${JSON.stringify(made)};
`;
}
