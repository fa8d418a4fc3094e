/**
 * Puts brackets right by indentation, in files whose brackets do not balance and only there: a line at or left of an
 * open bracket that is not its closing one closes it; a line set in below one that opened nothing opens a block; a
 * closing bracket amid a line that would close an earlier line's block is surplus when that block has its own.
 */
import type { IToken, TokenType } from 'chevrotain';
import { span, type Span } from '../src/text/text.ts';
import { closerOf, isCloser, isOpener, openerOf, signOf } from './brackets.ts';
import type { Finding } from './findings.ts';
import { Comma, endOf, LCurly, LParen, Newline, RCurly, virtualToken } from './tokens.ts';

interface Line {
  readonly indent: number;
  readonly from: number;
  /** The index after the last token that is not a line end. */
  readonly to: number;
  /** The index after the brackets that the line begins with. */
  readonly lead: number;
  /** The closing brackets among those. */
  readonly closers: readonly TokenType[];
}

interface Frame {
  readonly type: TokenType;
  readonly span: Span;
  readonly line: number;
  readonly indent: number;
  /** Whether it is the last on its line, so that what it holds is set in below. */
  readonly isLast: boolean;
  /** Its index in the result. */
  readonly at: number;
}

interface Balanced {
  readonly tokens: IToken[];
  readonly findings: Finding[];
}

/** How far ahead a closing bracket is looked for, in lines. */
const HORIZON = 2000;
/** Brackets deeper than this are not flows: they are only counted, so that no text makes balancing slow. */
const MAX_FRAMES = 500;
const MAX_FINDINGS = 1000;
const MAX_LEAD = 20;

export function balance(tokens: readonly IToken[], text: string, findings: Finding[]): IToken[] {
  const best = balanceByIndent(tokens, text) ?? balanceByCount(tokens);
  for (const finding of best.findings.slice(0, MAX_FINDINGS)) findings.push(finding);
  return best.tokens;
}

/** Drops closing brackets that close nothing and closes at the end what is still open. */
function balanceByCount(tokens: readonly IToken[]): Balanced {
  const out: IToken[] = [];
  const findings: Finding[] = [];
  const open: IToken[] = [];
  for (const token of tokens) {
    if (isOpener(token.tokenType)) open.push(token);
    else if (isCloser(token.tokenType)) {
      const top = open[open.length - 1];
      if (top === undefined || closerOf(top.tokenType) !== token.tokenType) {
        findings.push({ kind: 'surplus', bracket: token.image, span: spanOf(token) });
        continue;
      }
      open.pop();
    }
    out.push(token);
  }
  const frames = open.map((token) => ({ type: token.tokenType, span: spanOf(token) }));
  reportCutOff(frames, out, findings);
  return { tokens: out, findings };
}

/** Closes what is open at the end of the file, with one message. */
function reportCutOff(open: readonly Pick<Frame, 'type' | 'span'>[], out: IToken[], findings: Finding[]): void {
  const innermost = open[open.length - 1];
  if (innermost === undefined) return;
  const before = endOfLast(out);
  if (open.length === 1) {
    findings.push({ kind: 'unclosed', bracket: signOf(innermost.type), span: innermost.span, before });
  } else {
    findings.push({ kind: 'cut-off', count: open.length, span: innermost.span, before });
  }
  for (let i = open.length - 1; i >= 0; i--) {
    out.push(virtualToken(closerOf((open[i] as Frame).type) as TokenType, before));
  }
}

/** Undefined when there are too many open brackets to reason about. */
function balanceByIndent(tokens: readonly IToken[], text: string): Balanced | undefined {
  const lines = linesOf(tokens, text);
  const isTold = isIndented(tokens, lines);
  const out: IToken[] = [];
  const findings: Finding[] = [];
  const stack: Frame[] = [];

  for (let k = 0; k < lines.length; k++) {
    const line = lines[k] as Line;
    closeWhatEnds(line);
    openWhatIsMissing(k);
    for (let i = line.from; i < line.to; i++) {
      const token = tokens[i] as IToken;
      if (isOpener(token.tokenType)) open(token, k, i);
      else if (isCloser(token.tokenType)) close(token, k, i);
      else out.push(token);
      if (stack.length > MAX_FRAMES) return undefined;
    }
    for (let i = line.to; i < (lines[k + 1]?.from ?? tokens.length); i++) out.push(tokens[i] as IToken);
  }
  reportCutOff(stack, out, findings);
  return { tokens: out, findings };

  function top(): Frame | undefined {
    return stack[stack.length - 1];
  }

  // ------------------------------------------------------------------------------------------------ line by line

  /** Closes the brackets of lines above that this line is neither inside of nor closes itself. */
  function closeWhatEnds(line: Line): void {
    for (let frame = top(); frame !== undefined && frame.indent >= line.indent; frame = top()) {
      if (closesFrame(line, frame) || (frame.isLast && !isTold)) return;
      closeTop(frame);
    }
  }

  function closesFrame(line: Line, frame: Frame): boolean {
    const { closers } = line;
    if (closers.includes(closerOf(frame.type) as TokenType)) {
      return frame.indent === line.indent || !hasFrameAt(line.indent, frame.type);
    }
    // The closing bracket of another kind, where it would stand: one of the two is a slip.
    return closers.length === 1 && frame.indent === line.indent && frame.isLast && !hasFellow(closers[0], line.indent);
  }

  function hasFrameAt(indent: number, type: TokenType): boolean {
    return stack.some((frame) => frame.indent === indent && frame.type === type);
  }

  function hasFellow(closer: TokenType | undefined, indent: number): boolean {
    return stack.some((frame) => frame.indent === indent && closerOf(frame.type) === closer);
  }

  /** The frame's closing bracket is missing: it is put at the end of what was read so far. */
  function closeTop(frame: Frame): void {
    const before = endOfLast(out);
    insertBeforeLineEnd(virtualToken(closerOf(frame.type) as TokenType, before));
    findings.push({ kind: 'unclosed', bracket: signOf(frame.type), span: frame.span, before });
    stack.pop();
  }

  /** This line is set in below one that opened nothing, and a closing bracket further down has no fellow. */
  function openWhatIsMissing(k: number): void {
    const line = lines[k] as Line;
    const above = lines[k - 1];
    const frame = top();
    if (!isTold || above === undefined || line.indent <= above.indent) return;
    if (frame !== undefined && (frame.indent >= above.indent || frame.type !== LCurly)) return;
    const end = tokens[above.to - 1] as IToken;
    const closer = end.tokenType === Comma ? undefined : closerBelow(above.indent, k);
    if (closer === undefined) return;
    const type = openerOf(closer);
    findings.push({ kind: 'unopened', bracket: signOf(type), span: spanOf(end) });
    insertBeforeLineEnd(virtualToken(type, endOf(end)));
    const at = out.findLastIndex((token) => token.tokenType === type);
    stack.push({ type, span: spanOf(end), line: k - 1, indent: above.indent, isLast: true, at });
  }

  /** The bracket that begins the next line that is not set in deeper than `indent`, if that line is at `indent`. */
  function closerBelow(indent: number, after: number): TokenType | undefined {
    for (let m = after + 1; m < lines.length && m < after + HORIZON; m++) {
      const line = lines[m] as Line;
      if (line.indent > indent) continue;
      const first = (tokens[line.from] as IToken).tokenType;
      return line.indent === indent && isCloser(first) ? first : undefined;
    }
    return undefined;
  }

  function insertBeforeLineEnd(token: IToken): void {
    const lineEnds: IToken[] = [];
    while (out[out.length - 1]?.tokenType === Newline) lineEnds.push(out.pop() as IToken);
    out.push(token, ...lineEnds.reverse());
  }

  // -------------------------------------------------------------------------------------------- bracket by bracket

  function open(token: IToken, k: number, i: number): void {
    const type = token.tokenType;
    const line = lines[k] as Line;
    const frame = top();
    if (type === LCurly && frame?.type === LParen && frame.line === k) closeTop(frame);
    const isBeforeCloser = i === line.from && frame?.indent === line.indent && closesFrame(line, frame);
    if (isBeforeCloser) {
      surplus(token);
      return;
    }
    const isLast = i === line.to - 1;
    stack.push({ type, span: spanOf(token), line: k, indent: line.indent, isLast, at: out.length });
    out.push(token);
  }

  function surplus(token: IToken): void {
    findings.push({ kind: 'surplus', bracket: token.image, span: spanOf(token) });
  }

  function close(token: IToken, k: number, i: number): void {
    const frame = top();
    const line = lines[k] as Line;
    const type = token.tokenType;
    if (frame === undefined) return surplus(token);
    if (closerOf(frame.type) === type) {
      const isOutOfPlace = isTold && frame.line !== k && (i >= line.lead || frame.indent < line.indent);
      if (isOutOfPlace && closerBelow(frame.indent, k) === type) return surplus(token);
      stack.pop();
      out.push(token);
    } else if (stack.some((below) => below.line === k && closerOf(below.type) === type)) {
      for (let inner = top(); inner && closerOf(inner.type) !== type; inner = top()) closeTop(inner);
      stack.pop();
      out.push(token);
    } else if (frame.line === k || (i === line.from && frame.indent === line.indent)) {
      if (line.closers.includes(closerOf(frame.type) as TokenType)) return surplus(token);
      putRight(frame, token, k);
    } else surplus(token);
  }

  /** Two brackets that do not belong together: blocks are the rule, so the one that is no brace is the slip. */
  function putRight(frame: Frame, token: IToken, k: number): void {
    stack.pop();
    if (token.tokenType === RCurly && frame.line !== k) {
      const opener = out[frame.at] as IToken;
      findings.push({ kind: 'mismatch', bracket: opener.image, expected: '{', span: frame.span });
      out[frame.at] = virtualToken(LCurly, frame.span.start);
      out.push(token);
      return;
    }
    const expected = closerOf(frame.type) as TokenType;
    findings.push({ kind: 'mismatch', bracket: token.image, expected: signOf(expected), span: spanOf(token) });
    out.push(virtualToken(expected, token.startOffset));
  }
}

/** The brackets that a line begins with; a single word or sign before a closing one is a slip and counts for nothing. */
function leadOf(tokens: readonly IToken[], from: number, to: number): number {
  const second = from + 1 < to ? (tokens[from + 1] as IToken).tokenType : undefined;
  for (let i = second && isCloser(second) ? from + 1 : from; i < to && i < from + MAX_LEAD; i++) {
    const { tokenType } = tokens[i] as IToken;
    if (!isCloser(tokenType) && !isOpener(tokenType)) return i;
  }
  return Math.min(to, from + MAX_LEAD);
}

/** Whether the file sets in what stands in brackets over several lines; where it does not, indents prove nothing. */
function isIndented(tokens: readonly IToken[], lines: readonly Line[]): boolean {
  let opening = 0;
  let setIn = 0;
  for (let k = 0; k + 1 < lines.length; k++) {
    const line = lines[k] as Line;
    if (!isOpener((tokens[line.to - 1] as IToken).tokenType)) continue;
    opening++;
    if ((lines[k + 1] as Line).indent > line.indent) setIn++;
  }
  return setIn * 3 >= opening * 2;
}

function linesOf(tokens: readonly IToken[], text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  while (from < tokens.length) {
    if ((tokens[from] as IToken).tokenType === Newline) {
      from++;
      continue;
    }
    let to = from;
    while (to < tokens.length && (tokens[to] as IToken).tokenType !== Newline) to++;
    const lead = leadOf(tokens, from, to);
    const closers = tokens.slice(from, lead).flatMap(({ tokenType }) => (isCloser(tokenType) ? [tokenType] : []));
    lines.push({ indent: indentAt(text, (tokens[from] as IToken).startOffset), from, to, lead, closers });
    from = to;
  }
  return lines;
}

/** The column of an offset, from 0. A comment before it counts as what it covers. */
function indentAt(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return offset - start;
}

function endOfLast(out: readonly IToken[]): number {
  for (let i = out.length - 1; i >= 0; i--) {
    const token = out[i] as IToken;
    if (token.tokenType !== Newline) return endOf(token);
  }
  return 0;
}

function spanOf(token: IToken): Span {
  return span(token.startOffset, endOf(token));
}
