/**
 * Which production the next token begins. The grammar is LL(1), so one table for each choice is all there is to know.
 * The tables are made at build time, so that the grammar need not be recorded at every start.
 */
import {
  Alternation,
  EOF,
  LLkLookaheadStrategy,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  Terminal,
  type IProduction,
  type IToken,
  type Rule,
  type TokenType,
} from 'chevrotain';

import { vocabulary } from './tokens.ts';

/** Names of tokens: those that begin each alternative; or those that begin what is optional. */
export type Choices = readonly string[] | readonly (readonly string[])[];
/** By rule: the choices of its productions, each under the number that Chevrotain gives it. */
export type Tables = Readonly<Record<string, readonly (readonly [key: number, choices: Choices])[]>>;
export type Lookahead = ((this: Reader) => number | boolean | undefined) & { readonly choices: Choices };

type WithDefinition = IProduction & { definition: IProduction[] };

/** What a lookahead function is called on. */
interface Reader {
  LA(howMuch: number): IToken;
}

/** Validations, which only tests run, are Chevrotain's. */
export class FirstTokenLookahead extends LLkLookaheadStrategy {
  private readonly firstOfRule = new Map<Rule, ReadonlySet<TokenType>>();

  constructor() {
    super({ maxLookahead: 1 });
  }

  override buildLookaheadForAlternation(options: { prodOccurrence: number; rule: Rule }): never {
    const production = find(options.rule, options.prodOccurrence, (each) => each instanceof Alternation);
    const rows = (production?.definition ?? []).map((alternative) => [alternative]);
    return lookaheadOf(rows.map((row) => namesOf(this.first(row)))) as never;
  }

  override buildLookaheadForOptional(options: { prodOccurrence: number; prodType: string; rule: Rule }): never {
    const production = find(options.rule, options.prodOccurrence, (each) => isOfType(each, options.prodType));
    return lookaheadOf(namesOf(this.first(production?.definition ?? []))) as never;
  }

  /** The tokens that a row of productions may begin with. */
  private first(row: readonly IProduction[]): ReadonlySet<TokenType> {
    const found = new Set<TokenType>();
    for (const production of row) {
      if (production instanceof Terminal) found.add(production.terminalType);
      else if (production instanceof NonTerminal) addAll(found, this.firstOf(production.referencedRule));
      else if (production instanceof Alternation)
        production.definition.forEach((each) => addAll(found, this.first([each])));
      else addAll(found, this.first((production as WithDefinition).definition));
      if (!mayBeEmpty(production)) break;
    }
    return found;
  }

  private firstOf(rule: Rule): ReadonlySet<TokenType> {
    let found = this.firstOfRule.get(rule);
    if (found === undefined) {
      found = this.first(rule.definition);
      this.firstOfRule.set(rule, found);
    }
    return found;
  }
}

function mayBeEmpty(production: IProduction): boolean {
  if (production instanceof Option || production instanceof Repetition) return true;
  if (production instanceof NonTerminal) return production.referencedRule.definition.every(mayBeEmpty);
  return false;
}

function isOfType(production: IProduction, type: string): boolean {
  switch (type) {
    case 'Option':
      return production instanceof Option;
    case 'Repetition':
      return production instanceof Repetition;
    case 'RepetitionMandatory':
      return production instanceof RepetitionMandatory;
    default:
      return production instanceof RepetitionMandatoryWithSeparator;
  }
}

function find(
  within: { readonly definition: readonly IProduction[] },
  occurrence: number,
  isIt: (production: IProduction) => boolean,
): WithDefinition | undefined {
  for (const production of within.definition) {
    if (isIt(production) && (production as IProduction & { idx: number }).idx === occurrence)
      return production as WithDefinition;
    if (production instanceof NonTerminal || production instanceof Terminal) continue;
    const inner = find(production as WithDefinition, occurrence, isIt);
    if (inner) return inner;
  }
  return undefined;
}

function addAll<T>(set: Set<T>, more: Iterable<T>): void {
  for (const each of more) set.add(each);
}

/** A category stands for the tokens in it. */
function namesOf(types: ReadonlySet<TokenType>): string[] {
  const members = (type: TokenType) => vocabulary.filter(({ CATEGORIES }) => CATEGORIES?.includes(type));
  return [...types].flatMap((type) => [type, ...members(type)].map(({ name }) => name));
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
