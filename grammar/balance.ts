/**
 * Puts brackets right by indentation, in files whose brackets do not balance and only there: a line at or left of an
 * open bracket that is not its closing one closes it; a line set in below one that opened nothing opens a block; a
 * closing bracket amid a line that would close an earlier line's block is surplus when that block has its own.
 */
import type { IToken, TokenType } from 'chevrotain';
import { span, type Span } from '../src/text/text.ts';
import { closerOf, isCloser, isOpener, signOf } from './brackets.ts';
import type { Finding } from './findings.ts';
import { Comma, endOf, LCurly, LParen, Newline, virtualToken } from './tokens.ts';

interface Line {
  readonly indent: number;
  readonly from: number;
  /** The index after the last token that is not a line end. */
  readonly to: number;
}

interface Frame {
  readonly type: TokenType;
  readonly span: Span;
  readonly line: number;
  readonly indent: number;
}

interface Balanced {
  readonly tokens: IToken[];
  readonly findings: Finding[];
}

/** How far ahead a closing bracket is looked for, in lines. */
const HORIZON = 2000;
/** So many messages say that the file is not indented by its blocks, and indentation proves nothing. */
const TOO_MANY = 12;
/** Brackets deeper than this are not flows: they are only counted, so that no text makes balancing slow. */
const MAX_FRAMES = 500;
const MAX_FINDINGS = 1000;

export function balance(tokens: readonly IToken[], text: string, findings: Finding[]): IToken[] {
  const byIndent = balanceByIndent(tokens, text);
  const doubtful = byIndent === undefined || byIndent.findings.length > TOO_MANY;
  const byCount = doubtful ? balanceByCount(tokens) : undefined;
  const best =
    byIndent === undefined || (byCount && byCount.findings.length * 4 < byIndent.findings.length) ? byCount : byIndent;
  if (best === undefined) return [...tokens];
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
  reportCutOff(
    open.map((token) => ({ type: token.tokenType, span: spanOf(token) })),
    out,
    findings,
  );
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
  const out: IToken[] = [];
  const findings: Finding[] = [];
  const stack: Frame[] = [];

  for (let k = 0; k < lines.length; k++) {
    const line = lines[k] as Line;
    closeWhatEnds(line);
    openWhatIsMissing(k);
    for (let i = line.from; i < line.to; i++) {
      step(tokens[i] as IToken, k, i === line.from);
      if (stack.length > MAX_FRAMES) return undefined;
    }
    for (let i = line.to; i < (lines[k + 1]?.from ?? tokens.length); i++) out.push(tokens[i] as IToken);
  }
  reportCutOff(stack, out, findings);
  return { tokens: out, findings };

  /** Frames of lines above that this line is not inside of. */
  function closeWhatEnds(line: Line): void {
    const first = (tokens[line.from] as IToken).tokenType;
    for (
      let top = stack[stack.length - 1];
      top !== undefined && top.indent >= line.indent;
      top = stack[stack.length - 1]
    ) {
      if (closerOf(top.type) === first && (top.indent === line.indent || !hasFrameAt(line.indent, top.type))) return;
      closeTop(top);
    }
  }

  function hasFrameAt(indent: number, type: TokenType): boolean {
    return stack.some((frame) => frame.indent === indent && frame.type === type);
  }

  /** The frame's closing bracket is missing: it is put at the end of what was read so far. */
  function closeTop(top: Frame): void {
    const lineEnds: IToken[] = [];
    while (out[out.length - 1]?.tokenType === Newline) lineEnds.push(out.pop() as IToken);
    const before = endOfLast(out);
    out.push(virtualToken(closerOf(top.type) as TokenType, before), ...lineEnds.reverse());
    findings.push({ kind: 'unclosed', bracket: signOf(top.type), span: top.span, before });
    stack.pop();
  }

  /** This line is set in below one that opened nothing, and a `}` further down has no fellow. */
  function openWhatIsMissing(k: number): void {
    const line = lines[k] as Line;
    const above = lines[k - 1];
    const top = stack[stack.length - 1];
    if (above === undefined || line.indent <= above.indent || (top !== undefined && top.indent >= above.indent)) return;
    if (top !== undefined && top.type !== LCurly) return;
    const end = tokens[above.to - 1] as IToken;
    if (end.tokenType === Comma || !closesLater(LCurly, above.indent, k)) return;
    const at = endOf(end);
    findings.push({ kind: 'unopened', span: spanOf(end) });
    const lineEnds: IToken[] = [];
    while (out[out.length - 1]?.tokenType === Newline) lineEnds.push(out.pop() as IToken);
    out.push(virtualToken(LCurly, at), ...lineEnds.reverse());
    stack.push({ type: LCurly, span: spanOf(end), line: k - 1, indent: above.indent });
  }

  /** Whether the next line that is not set in deeper than `indent` begins with the closing bracket, at `indent`. */
  function closesLater(type: TokenType, indent: number, after: number): boolean {
    for (let m = after + 1; m < lines.length && m < after + HORIZON; m++) {
      const line = lines[m] as Line;
      if (line.indent > indent) continue;
      return line.indent === indent && (tokens[line.from] as IToken).tokenType === closerOf(type);
    }
    return false;
  }

  function step(token: IToken, k: number, isFirst: boolean): void {
    const type = token.tokenType;
    const line = lines[k] as Line;
    if (isOpener(type)) {
      const top = stack[stack.length - 1];
      if (type === LCurly && top?.type === LParen) closeTop(top);
      stack.push({ type, span: spanOf(token), line: k, indent: line.indent });
      out.push(token);
    } else if (isCloser(type)) close(token, k, isFirst);
    else out.push(token);
  }

  function close(token: IToken, k: number, isFirst: boolean): void {
    const top = stack[stack.length - 1];
    const line = lines[k] as Line;
    const surplus = (): void => {
      findings.push({ kind: 'surplus', bracket: token.image, span: spanOf(token) });
    };
    if (top === undefined) return surplus();
    if (closerOf(top.type) === token.tokenType) {
      const outOfPlace = isFirst ? top.indent < line.indent : top.line !== k && !onlyClosersBefore(token, line);
      if (outOfPlace && closesLater(top.type, top.indent, k)) return surplus();
      stack.pop();
      out.push(token);
      return;
    }
    if (stack.some((frame) => frame.line === k && closerOf(frame.type) === token.tokenType)) {
      for (let frame = top; closerOf(frame.type) !== token.tokenType; frame = stack[stack.length - 1] as Frame)
        closeTop(frame);
      stack.pop();
      out.push(token);
    } else if (top.line === k || (isFirst && top.indent === line.indent)) {
      const expected = closerOf(top.type) as TokenType;
      findings.push({ kind: 'mismatch', bracket: token.image, expected: signOf(expected), span: spanOf(token) });
      out.push(virtualToken(expected, token.startOffset));
      stack.pop();
    } else surplus();
  }

  function onlyClosersBefore(token: IToken, line: Line): boolean {
    for (let i = line.from; tokens[i] !== token; i++) if (!isCloser((tokens[i] as IToken).tokenType)) return false;
    return true;
  }
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
    lines.push({ indent: indentAt(text, (tokens[from] as IToken).startOffset), from, to });
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
