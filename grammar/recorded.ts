/** The parser as Chevrotain makes it: it records the grammar and looks into it. For what is made from it, and for tests. */
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
  type Rule,
  type TokenType,
} from 'chevrotain';
import { lookaheadOf } from './lookahead.ts';
import { FlowParser } from './parser.ts';
import { vocabulary } from './tokens.ts';

type WithDefinition = IProduction & { definition: IProduction[] };

/** `validated`: Chevrotain looks for ambiguities, too. */
export function recordedParser({ validated = false } = {}): FlowParser {
  return new FlowParser({ strategy: new FirstTokenLookahead(), validated });
}

/** Validations, which only tests run, are Chevrotain's. */
class FirstTokenLookahead extends LLkLookaheadStrategy {
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
