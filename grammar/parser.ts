/**
 * The grammar of `.flow`: blocks of entries, of which it knows the shape and nothing more. LL(1), embedded actions.
 *
 * An entry is guarded: where it cannot be read on, one finding says so, the rest of its line is skipped (blocks met on
 * the way are read), and reading goes on with the next entry. The layout sees to it that brackets balance.
 */
import {
  EarlyExitException,
  EmbeddedActionsParser,
  EOF,
  isRecognitionException,
  NoViableAltException,
  type ILookaheadStrategy,
  type IToken,
  type ParserMethod,
  type TokenType,
} from 'chevrotain';
import type { Comparison, Condition, Jump, Pattern, Test, Text, Value } from '../src/syntax/ast.ts';
import { cover, span, type Span } from '../src/text/text.ts';
import { leafOf, nameOf, signOf, type Leaf } from './atoms.ts';
import { isCloser, isOpener } from './brackets.ts';
import type { Finding, Halt } from './findings.ts';
import { lookaheadOf, type Lookahead, type Tables } from './lookahead.ts';
import { newLine } from './raw.ts';
import type { RawArm, RawBlock, RawEntry, RawIf, RawLine, RawList, RawOn, RawValue } from './raw.ts';
import { TABLES } from './tables.generated.ts';
import * as t from './tokens.ts';

/** More operators in one condition, or more arms in one chain, are not read: later phases recurse over them. */
export const MAX_CHAIN = 100;
/** Enough to mend a file by; what follows is not looked at. */
const MAX_HALTS = 100;

/** Reading cannot go on, for a reason that no production states. */
class Stop extends Error {
  readonly at: Halt;
  readonly token: IToken;

  constructor(at: Halt, token: IToken) {
    super(at);
    this.at = at;
    this.token = token;
  }
}

/** There are so many mistakes that the rest is not read. */
class GiveUp extends Error {}

/** `ERR_MSG` of a production is not a message but names the place: what is said there is for `explain` to choose. */
const places = {
  buildMismatchTokenMessage: (): Halt => 'entry-end',
  buildNotAllInputParsedMessage: (): Halt => 'entry-end',
};

/** What Chevrotain keeps for itself, and this parser fills in: lookahead functions, by rule and by production. */
interface Analysed {
  selfAnalysisDone: boolean;
  fullRuleNameToShort: Readonly<Record<string, number>>;
  shortRuleNameToFull: readonly string[];
  lookAheadFuncsCache: Lookahead[][];
}

type Rule<R> = ParserMethod<[], R>;
type Alternatives<R> = { DEF: { ALT: () => R }[]; ERR_MSG: Halt };
type Target = RawBlock | Jump;

export class FlowParser extends EmbeddedActionsParser {
  private findings: Finding[] = [];
  private halted = 0;
  private operators = 0;
  /** The entries of the file, as far as they are read. */
  private outermost: RawEntry[] | undefined;
  /** The entry before: an `else` behind it without an `if` may follow from what is wrong there. */
  private last: RawEntry | undefined;

  /**
   * Without `recorded` it takes the tables that were made at build time. With it Chevrotain records the grammar as it always
   * does, which takes most of the time of a start.
   */
  constructor(recorded?: { readonly strategy: ILookaheadStrategy; readonly validated: boolean }) {
    super(t.vocabulary, {
      maxLookahead: 1,
      lookaheadStrategy: recorded?.strategy as ILookaheadStrategy,
      skipValidations: !recorded?.validated,
      errorMessageProvider: places as never,
    });
    if (recorded) this.performSelfAnalysis();
    else this.takeTables(TABLES);
  }

  /** What the tables of `grammar/tables.generated.ts` are made from. */
  tables(): Tables {
    const { lookAheadFuncsCache, shortRuleNameToFull } = this as unknown as Analysed;
    return Object.fromEntries(
      lookAheadFuncsCache.flatMap((functions, rule) => [
        [shortRuleNameToFull[rule], functions.flatMap(({ choices }, key) => [[key, choices] as const])],
      ]),
    );
  }

  private takeTables(tables: Tables): void {
    const analysed = this as unknown as Analysed;
    for (const [rule, productions] of Object.entries(tables)) {
      const functions: Lookahead[] = [];
      for (const [key, choices] of productions) functions[key] = lookaheadOf(choices);
      analysed.lookAheadFuncsCache[analysed.fullRuleNameToShort[rule] as number] = functions;
    }
    analysed.selfAnalysisDone = true;
  }

  /** Chevrotain would look into the recorded grammar for what else might have stood here, which nobody is told. */
  raiseNoAltException(_occurrence: number, place: string | undefined): never {
    throw new NoViableAltException(place ?? 'entry-end', this.LA(1), this.LA(0));
  }

  raiseEarlyExitException(_occurrence: number, _type: unknown, place: string | undefined): never {
    throw new EarlyExitException(place ?? 'entry-end', this.LA(1), this.LA(0));
  }

  /** Reads laid-out tokens. Total; what is wrong goes to `findings`. */
  read(tokens: IToken[], findings: Finding[]): readonly RawEntry[] {
    this.input = tokens;
    this.findings = findings;
    this.halted = 0;
    this.outermost = undefined;
    this.last = undefined;
    try {
      return this.file() ?? [];
    } catch (error) {
      if (error instanceof GiveUp) return this.outermost ?? [];
      throw error;
    }
  }

  // ------------------------------------------------------------------------------------------------------------ blocks

  readonly file: Rule<RawEntry[]> = this.RULE('file', () => {
    const entries = this.SUBRULE(this.entries);
    this.CONSUME(EOF);
    return entries;
  });

  readonly block: Rule<RawBlock> = this.RULE('block', (): RawBlock => {
    const open = this.CONSUME(t.LCurly);
    const entries = this.SUBRULE(this.entries);
    const close = this.CONSUME(t.RCurly);
    return { kind: 'braces', entries, span: span(open.startOffset, t.endOf(close)) };
  });

  private inEntries: { ALT: () => RawEntry | undefined }[] | undefined;

  readonly entries: Rule<RawEntry[]> = this.RULE('entries', () => {
    const found: RawEntry[] = [];
    this.outermost ??= found;
    const alternatives = (this.inEntries ??= [
      { ALT: () => nothing(this.CONSUME(t.Separator)) },
      this.guarded(() => this.SUBRULE(this.keyed)),
      this.guarded(() => this.SUBRULE(this.line)),
      this.guarded(() => this.SUBRULE(this.branch)),
      this.guarded(() => this.SUBRULE(this.jump)),
      this.guarded(() => this.SUBRULE(this.conditional)),
      this.guarded(() => this.SUBRULE(this.stray)),
    ]);
    this.MANY(() => {
      const entry = this.OR(alternatives);
      if (entry !== undefined) found.push(entry);
    });
    return found;
  });

  private strays: { ALT: () => RawEntry }[] | undefined;

  /** Nothing begins like this: an error production, so that one line cannot spoil the next. */
  readonly stray: Rule<RawEntry> = this.RULE('stray', () => {
    return this.OR(
      (this.strays ??= [
        {
          ALT: () => {
            const stray = this.CONSUME(t.Stray);
            if (!this.RECORDING_PHASE) throw new Stop('entry-start', stray);
            return newLine([]);
          },
        },
        {
          ALT: () => {
            if (!this.RECORDING_PHASE) this.report('entry-start', this.LA(1));
            return { ...blockLine(this.SUBRULE(this.block)), broken: true };
          },
        },
      ]),
    );
  });

  // ----------------------------------------------------------------------------------------------------------- entries

  private afterColon: Alternatives<RawLine | RawIf> | undefined;

  readonly keyed: Rule<RawLine | RawIf> = this.RULE('keyed', () => {
    const key = nameOf(this.CONSUME(t.Key), this.findings);
    this.CONSUME(t.Colon);
    const entry = this.OR(
      (this.afterColon ??= {
        DEF: [
          { ALT: () => this.SUBRULE(this.conditional) },
          { ALT: () => blockLine(this.SUBRULE(this.block)) },
          { ALT: () => this.SUBRULE(this.line) },
        ],
        ERR_MSG: 'value-after-colon',
      }),
    );
    if (!this.RECORDING_PHASE) {
      entry.key = key;
      entry.span = this.since(key.span.start);
    }
    return entry;
  });

  private operand: { ALT: () => RawValue }[] | undefined;

  /** Operands, then `= pin`, `{ … }`, `-> name`, each perhaps absent. */
  readonly line: Rule<RawLine> = this.RULE('line', (): RawLine => {
    const start = this.LA(1).startOffset;
    const line = newLine([]);
    const operand = (this.operand ??= [
      { ALT: () => this.leaf(this.CONSUME(t.Atom)) },
      { ALT: () => signOf(this.CONSUME(t.Comparison)) },
      { ALT: () => this.SUBRULE(this.list) },
      { ALT: () => this.SUBRULE(this.texts) },
    ]);
    this.AT_LEAST_ONE(() => line.words.push(this.OR(operand)));
    if (this.maySee(t.Equals)) {
      this.OPTION1(() => {
        this.CONSUME(t.Equals);
        line.pin = this.leaf(this.CONSUME(t.Scalar, { ERR_MSG: 'value-after-equals' }));
      });
    }
    if (this.maySee(t.LCurly)) {
      this.OPTION2(() => {
        line.block = this.SUBRULE(this.block);
      });
    }
    if (this.maySee(t.Arrow)) {
      this.OPTION3(() => {
        line.jump = this.SUBRULE(this.jump);
      });
    }
    line.span = this.since(start);
    return line;
  });

  private branchTarget: Alternatives<Target> | undefined;

  readonly branch: Rule<RawOn> = this.RULE('branch', (): RawOn => {
    const on = this.CONSUME(t.On);
    const patterns: Pattern[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: t.Comma,
      DEF: () => patterns.push(this.SUBRULE(this.pattern)),
      ERR_MSG: 'branch-pattern',
    });
    const target = this.OR((this.branchTarget ??= this.targets('branch-target')));
    return { kind: 'on', patterns, target, span: this.since(on.startOffset) };
  });

  readonly pattern: Rule<Pattern> = this.RULE('pattern', (): Pattern => {
    const start = this.LA(1).startOffset;
    const operator = this.OPTION(() => this.CONSUME(t.Comparison).image as Comparison);
    const words: Value[] = [];
    this.AT_LEAST_ONE({
      DEF: () => words.push(this.leaf(this.CONSUME(t.Atom))),
      ERR_MSG: 'branch-pattern',
    });
    return { kind: 'pattern', operator, words: words.slice(), span: this.since(start) };
  });

  readonly jump: Rule<Jump> = this.RULE('jump', (): Jump => {
    const arrow = this.CONSUME(t.Arrow);
    const target = nameOf(this.CONSUME(t.Label, { ERR_MSG: 'jump-target' }), this.findings);
    return { kind: 'jump', target, span: span(arrow.startOffset, target.span.end) };
  });

  // ------------------------------------------------------------------------------------------------------------ values

  private inList: { ALT: () => RawValue | undefined }[] | undefined;

  readonly list: Rule<RawList> = this.RULE('list', (): RawList => {
    const open = this.CONSUME(t.LSquare);
    const items: RawValue[] = [];
    const alternatives = (this.inList ??= [
      { ALT: () => nothing(this.CONSUME(t.Separator)) },
      { ALT: () => this.SUBRULE(this.element) },
    ]);
    this.MANY(() => {
      const item = this.OR(alternatives);
      if (item !== undefined) items.push(item);
    });
    const close = this.CONSUME(t.RSquare, { ERR_MSG: 'list' });
    return { kind: 'list', items, span: span(open.startOffset, t.endOf(close)) };
  });

  private inElement: { ALT: () => RawValue }[] | undefined;

  /** An element of a list: its parts run on to the next separator. */
  readonly element: Rule<RawValue> = this.RULE('element', (): RawValue => {
    const start = this.LA(1).startOffset;
    const parts: RawValue[] = [];
    const alternatives = (this.inElement ??= [
      { ALT: () => this.leaf(this.CONSUME(t.Atom)) },
      { ALT: () => signOf(this.CONSUME(t.Comparison)) },
      { ALT: () => this.SUBRULE(this.list) },
      { ALT: () => this.SUBRULE(this.texts) },
      { ALT: () => this.SUBRULE(this.block) },
    ]);
    this.AT_LEAST_ONE(() => parts.push(this.OR(alternatives)));
    const [first] = parts;
    return parts.length === 1 && first ? first : { kind: 'phrase', words: parts, span: this.since(start) };
  });

  /** `( "…" "…" )`: one text, a sentence a line. */
  readonly texts: Rule<Text> = this.RULE('texts', (): Text => {
    const open = this.CONSUME(t.LParen);
    const parts: Text[] = [];
    this.AT_LEAST_ONE({
      DEF: () => {
        const part = this.leaf(this.CONSUME(t.Text));
        if (part.kind === 'text') parts.push(part);
      },
      ERR_MSG: 'text-group',
    });
    const close = this.CONSUME(t.RParen, { ERR_MSG: 'text-group' });
    const value = parts.map((part) => part.value).join('');
    return { kind: 'text', value, form: 'lines', parts, span: span(open.startOffset, t.endOf(close)) };
  });

  // -------------------------------------------------------------------------------------------------------- conditions

  private afterElse: Alternatives<RawArm | Target> | undefined;

  readonly conditional: Rule<RawIf> = this.RULE('conditional', (): RawIf => {
    const arms: RawArm[] = [this.SUBRULE(this.arm)];
    let otherwise: Target | undefined;
    const alternatives = (this.afterElse ??= {
      DEF: [
        { ALT: () => this.SUBRULE2(this.arm) },
        { ALT: () => this.SUBRULE(this.jump) },
        { ALT: () => this.SUBRULE(this.block) },
      ],
      ERR_MSG: 'else-body',
    });
    this.MANY({
      GATE: () => otherwise === undefined,
      DEF: () => {
        const token = this.CONSUME(t.Else);
        const next = this.OR(alternatives);
        if (next.kind === 'arm') arms.push(next);
        else otherwise = next;
        if (arms.length > MAX_CHAIN) throw new Stop('long-chain', token);
      },
    });
    const start = this.RECORDING_PHASE ? 0 : (arms[0]?.span.start ?? 0);
    return { kind: 'if', key: undefined, arms, otherwise, span: this.since(start) };
  });

  private ifTarget: Alternatives<Target> | undefined;

  readonly arm: Rule<RawArm> = this.RULE('arm', (): RawArm => {
    const start = this.CONSUME(t.If).startOffset;
    this.operators = 0;
    const condition = this.SUBRULE(this.condition);
    const target = this.OR((this.ifTarget ??= this.targets('if-body')));
    return { kind: 'arm', condition, target, span: this.since(start) };
  });

  readonly condition: Rule<Condition> = this.RULE('condition', () => {
    let left = this.SUBRULE1(this.conjunction);
    this.MANY(() => {
      this.count(this.CONSUME(t.Or));
      const right = this.SUBRULE2(this.conjunction);
      if (!this.RECORDING_PHASE) left = { kind: 'or', left, right, span: cover(left.span, right.span) };
    });
    return left;
  });

  readonly conjunction: Rule<Condition> = this.RULE('conjunction', () => {
    let left = this.SUBRULE1(this.negation);
    this.MANY(() => {
      this.count(this.CONSUME(t.And));
      const right = this.SUBRULE2(this.negation);
      if (!this.RECORDING_PHASE) left = { kind: 'and', left, right, span: cover(left.span, right.span) };
    });
    return left;
  });

  private operandOfNot: Alternatives<Condition> | undefined;

  readonly negation: Rule<Condition> = this.RULE('negation', () => {
    const starts: number[] = [];
    this.MANY(() => {
      const not = this.CONSUME(t.Not);
      this.count(not);
      starts.push(not.startOffset);
    });
    let condition = this.OR(
      (this.operandOfNot ??= {
        DEF: [
          {
            ALT: () => {
              this.CONSUME(t.LParen);
              const inner = this.SUBRULE(this.condition);
              this.CONSUME(t.RParen, { ERR_MSG: 'parenthesis' });
              return inner;
            },
          },
          { ALT: () => this.SUBRULE(this.test) },
        ],
        ERR_MSG: 'condition',
      }),
    );
    if (this.RECORDING_PHASE) return condition;
    for (const start of starts.reverse()) {
      condition = { kind: 'not', operand: condition, span: span(start, condition.span.end) };
    }
    return condition;
  });

  readonly test: Rule<Test> = this.RULE('test', (): Test => {
    const start = this.LA(1).startOffset;
    const words: Value[] = [];
    const right: Value[] = [];
    let operator: Comparison | undefined;
    this.AT_LEAST_ONE1({ DEF: () => words.push(this.leaf(this.CONSUME1(t.Scalar))), ERR_MSG: 'condition' });
    this.OPTION(() => {
      operator = this.CONSUME(t.Comparison).image as Comparison;
      this.AT_LEAST_ONE2({ DEF: () => right.push(this.leaf(this.CONSUME2(t.Scalar))), ERR_MSG: 'comparison' });
    });
    return { kind: 'test', words, operator, right, span: this.since(start) };
  });

  // ----------------------------------------------------------------------------------------------------------- helpers

  private targets(at: Halt): Alternatives<Target> {
    return { DEF: [{ ALT: () => this.SUBRULE(this.jump) }, { ALT: () => this.SUBRULE(this.block) }], ERR_MSG: at };
  }

  /** Whether an option is worth trying: most lines have none, and each try costs. */
  private maySee(first: TokenType): boolean {
    return this.RECORDING_PHASE || this.LA(1).tokenType === first;
  }

  private leaf(token: IToken): Leaf {
    return leafOf(token, this.findings);
  }

  /** The span from an offset to the end of what was read last. */
  private since(start: number): Span {
    return span(start, t.endOf(this.LA(0)));
  }

  private count(operator: IToken): void {
    this.operators++;
    if (this.operators > MAX_CHAIN) throw new Stop('long-condition', operator);
  }

  // ---------------------------------------------------------------------------------------------------------- recovery

  private guarded(read: () => RawEntry): { ALT: () => RawEntry | undefined } {
    return { ALT: () => this.guard(read) };
  }

  /** Reads an entry; where it cannot be read on, reports why, once, and goes on behind its line. */
  private guard(read: () => RawEntry): RawEntry | undefined {
    if (this.RECORDING_PHASE) return read();
    const first = this.LA(1);
    try {
      const entry = read();
      const next = this.LA(1);
      this.last = entry;
      if (endsEntry(next)) return entry;
      this.report('entry-end', next);
      this.skipLine(0, newLine([]));
      this.last = entry;
      return entry;
    } catch (error) {
      if (!(error instanceof Stop) && !isRecognitionException(error as Error)) throw error;
      const at = error instanceof Stop ? error.at : (error as Error).message;
      const token = error instanceof Stop ? error.token : this.LA(1);
      this.report(at as Halt, token);
      this.last = this.salvage(first);
      return this.last;
    }
  }

  private report(at: Halt, token: IToken): void {
    if (++this.halted > MAX_HALTS) throw new GiveUp();
    const before = token === this.LA(0) ? this.LA(-1) : this.LA(0);
    const end = this.LA(0);
    const isEnd = token.tokenType === EOF;
    if (token.tokenType === t.Else && (at === 'entry-start' || at === 'entry-end')) {
      const after = this.last?.span.start ?? 0;
      this.findings.push({ kind: 'stray-else', span: span(token.startOffset, t.endOf(token)), after });
      return;
    }
    this.findings.push({
      kind: 'halt',
      at,
      found: isEnd ? '' : token.image,
      span: isEnd ? span(t.endOf(end), t.endOf(end)) : span(token.startOffset, t.endOf(token)),
      previous: before.image,
      previousSpan: span(before.startOffset, t.endOf(before)),
    });
  }

  /** A line of what was read since `first`, and of a block behind it: its steps and labels are still there. */
  private salvage(first: IToken): RawLine {
    const read: IToken[] = [];
    for (let back = 0; ; back--) {
      const token = this.LA(back);
      if (token.tokenType === EOF) break;
      read.push(token);
      if (token === first) break;
    }
    if (read[read.length - 1] !== first) read.length = 0;
    const line = newLine([]);
    let depth = 0;
    for (const token of read.reverse()) {
      if (isOpener(token.tokenType)) depth++;
      else if (isCloser(token.tokenType)) depth--;
      else if (depth === 0) addWord(line, token);
    }
    if (first.tokenType === t.Key) line.key = nameOf(first, []);
    line.broken = true;
    this.skipLine(depth, line);
    line.span = this.since(first.startOffset);
    return line;
  }

  /**
   * Goes to the end of the line, or of the brackets in which `depth` brackets of this line are open. Words on the way
   * are kept in `line`, and the last block, which is read.
   */
  private skipLine(depth: number, line: RawLine): void {
    let open = depth;
    for (;;) {
      const token = this.LA(1);
      const type = token.tokenType;
      if (type === EOF || (open === 0 && (type === t.Newline || type === t.RCurly))) return;
      if (type === t.LCurly) {
        line.block = this.SUBRULE9(this.block);
        continue;
      }
      if (isOpener(type)) open++;
      else if (isCloser(type)) open--;
      else if (line.block === undefined) addWord(line, token);
      this.SKIP_TOKEN();
    }
  }
}

/** Leaves of a line that could not be read on: enough to know what it would have been. */
function addWord(line: RawLine, token: IToken): void {
  if (token.tokenType.CATEGORIES?.includes(t.Atom)) line.words.push(leafOf(token, []));
}

function nothing(_: IToken): undefined {
  return undefined;
}

function blockLine(block: RawBlock): RawLine {
  return { ...newLine([]), block, span: block.span };
}

function endsEntry(token: IToken): boolean {
  const type = token.tokenType;
  return type === t.Newline || type === t.Comma || type === t.RCurly || type === EOF;
}
