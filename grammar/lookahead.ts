/**
 * Which production the next token begins. The grammar is LL(1), so one table for each choice is all there is to know;
 * Chevrotain's own lookahead is for any number of tokens and takes five times as long to build, at every start.
 */
import {
  Alternation,
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

  override buildLookaheadForAlternation(options: {
    prodOccurrence: number;
    rule: Rule;
  }): (alternatives?: unknown) => number | undefined {
    const production = find(options.rule, options.prodOccurrence, (each) => each instanceof Alternation);
    const table: (number | undefined)[] = [];
    production?.definition.forEach((alternative, i) => {
      for (const index of indexesOf(this.first([alternative]))) table[index] ??= i;
    });
    return function (this: Reader) {
      return table[this.LA(1).tokenTypeIdx];
    } as () => number | undefined;
  }

  override buildLookaheadForOptional(options: { prodOccurrence: number; prodType: string; rule: Rule }): () => boolean {
    const production = find(options.rule, options.prodOccurrence, (each) => isOfType(each, options.prodType));
    const table: boolean[] = [];
    for (const index of indexesOf(this.first(production?.definition ?? []))) table[index] = true;
    return function (this: Reader) {
      return table[this.LA(1).tokenTypeIdx] === true;
    } as () => boolean;
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
function indexesOf(types: ReadonlySet<TokenType>): number[] {
  return [...types].flatMap((type) => [type.tokenTypeIdx as number, ...(type.categoryMatches ?? [])]);
}
