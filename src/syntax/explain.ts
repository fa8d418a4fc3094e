/** Findings of lexer, layout and parser, in words and with fixes. */
import type { Diagnostic, Extras } from '../diagnostics/diagnostic.ts';
import { indentAt, removeEntry, replaceBy } from '../diagnostics/remedy.ts';
import { positionAt, span, type SourceText, type Span } from '../text/text.ts';
import { MAX_DEPTH } from '../../grammar/layout.ts';
import { MAX_CHAIN } from '../../grammar/parser.ts';
import type { Finding } from '../../grammar/findings.ts';
import { syntaxDiagnostic as say } from './diagnostics.ts';
import { clockMeant, endsInPath, isTimeBegun, lineUpTo, literalAround } from './meant-literal.ts';

type Halted = Extract<Finding, { kind: 'halt' }>;

const CLOSERS: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };

export function explain(finding: Finding, source: SourceText): Diagnostic {
  const place = { source, span: finding.span };
  switch (finding.kind) {
    case 'strange': {
      const begun =
        finding.text === '-' ? /\d[\d:-]*$/.exec(lineUpTo(source.text, finding.span.start))?.[0] : undefined;
      if (begun !== undefined && isTimeBegun(`${begun}-`)) {
        const whole = span(finding.span.start - begun.length, finding.span.end);
        return say('malformed-number', { source, span: whole }, { text: `${begun}-`, isTime: true });
      }
      const meant = literalAround(source.text, finding.span);
      const fix = meant === undefined ? {} : replace(meant.span, meant.form, `Write \`${meant.form}\``, false);
      const isPathBegun = meant === undefined && endsInPath(source.text, finding.span);
      return say('unknown-character', place, { text: finding.text, meant: meant?.form, isPathBegun }, fix);
    }
    case 'lookalike': {
      const { text, instead } = finding;
      if (instead === '') return say('lookalike', place, { text, instead }, endLine(finding.span, text, source));
      const word = /^[a-z]/.test(instead) ? ` ${instead} ` : instead;
      return say('lookalike', place, { text, instead }, replace(finding.span, word, `Write \`${instead}\``));
    }
    case 'malformed': {
      const { text } = finding;
      const clock = clockMeant(text);
      // In quotes it would be no time either.
      if (clock === undefined && isTimeBegun(text)) return say('malformed-number', place, { text, isTime: true });
      const [form, title] =
        clock === undefined ? [JSON.stringify(text), 'Put it in quotes'] : [clock, `Write \`${clock}\``];
      return say('malformed-number', place, { text, clock }, replace(finding.span, form, title, false));
    }
    case 'text':
      return textFlaw(finding, source);
    case 'escape':
      return say(
        'unknown-escape',
        place,
        { text: finding.text },
        replace(finding.span, `\\${finding.text}`, 'Write a plain backslash', false),
      );
    case 'unclosed-comment':
      return say('unclosed-comment', place, {});
    case 'unclosed': {
      const closer = CLOSERS[finding.bracket] ?? '}';
      const { line } = positionAt(source, finding.before);
      const related = [
        { place: { source, span: span(finding.before, finding.before) }, message: `\`${closer}\` is missing here.` },
      ];
      const { fixes = [] } = closeAt(finding.before, closer, finding.span.start, source);
      return say('unclosed-bracket', place, { bracket: finding.bracket, closer, line }, { related, fixes });
    }
    case 'cut-off': {
      const end = { source, span: span(finding.before, finding.before) };
      const related = [{ place, message: 'The innermost of them is opened here.' }];
      return say('file-cut-off', end, { count: finding.count }, { related });
    }
    case 'surplus':
      return say(
        'surplus-bracket',
        place,
        { bracket: finding.bracket },
        removeEntry(source, finding.span, 'Remove it'),
      );
    case 'mismatch': {
      const { bracket, expected } = finding;
      const fix = replace(finding.span, expected, `Write \`${expected}\``, false);
      return say('wrong-bracket', place, { bracket, expected }, fix);
    }
    case 'unopened': {
      const { bracket } = finding;
      // Behind a whole statement nothing can open.
      const isWhole = /(?:[}\]]|->[ \t]*[^\s{}]+)$/.test(lineUpTo(source.text, finding.span.end));
      const fix = isWhole ? {} : replace(endOf(finding.span), ` ${bracket}`, 'Open it here', false);
      return say('missing-opener', place, { bracket, isWhole }, fix);
    }
    case 'brace-on-next-line': {
      const between = span(finding.lineEnd, finding.span.start);
      const isPlain = source.text.slice(between.start, between.end).trim() === '';
      const fix = isPlain ? replace(between, ' ', 'Join the lines') : {};
      return say('brace-on-next-line', place, {}, fix);
    }
    case 'condition-on-next-line': {
      const between = span(finding.lineEnd, finding.next);
      const isPlain = source.text.slice(between.start, between.end).trim() === '';
      const word = source.text.slice(finding.span.start, finding.span.end);
      return say('condition-on-next-line', place, { word }, isPlain ? replace(between, ' ', 'Join the lines') : {});
    }
    case 'colon-after-name': {
      const instead = /\S/.test(source.text[finding.span.end] ?? ' ') ? ' ' : '';
      const where = span(finding.before, finding.span.end);
      return say('colon-after-name', place, {}, replace(where, instead, 'Leave the colon out'));
    }
    case 'too-deep':
      return say('too-deep', place, { limit: MAX_DEPTH });
    case 'stray-else':
      return say('stray-else', place, {});
    case 'halt':
      return explainHalt(finding, source);
  }
}

function textFlaw(finding: Extract<Finding, { kind: 'text' }>, source: SourceText): Diagnostic {
  const place = { source, span: finding.span };
  if (finding.flaw === 'unclosed') {
    const isBlock = source.text.startsWith('"""', finding.span.start);
    return say(
      'unclosed-text',
      place,
      {},
      isBlock ? {} : replace(endOf(finding.span), '"', 'Close the text here', false),
    );
  }
  const inner = source.text.slice(finding.span.start + 1, finding.span.end - 1);
  return say('wrong-quotes', place, {}, replace(finding.span, JSON.stringify(inner), 'Use double quotes'));
}

/** Where the parser could not go on: the place in the grammar and the word in the way choose the sentence. */
function explainHalt(halt: Halted, source: SourceText): Diagnostic {
  const { found } = halt;
  const place = { source, span: halt.span };
  const before = { source, span: halt.previousSpan };
  switch (halt.at) {
    case 'value-after-colon':
      return say('missing-value', before, { after: ':' });
    case 'value-after-equals':
      return say('missing-value', before, { after: '=' });
    case 'branch-pattern':
      // `on error: goodbye` says which branch, but has a colon for an arrow.
      if (halt.previous === 'on' && source.text[halt.span.end] === ':') return say('missing-target', place, {});
      if (found === 'else' && halt.previous === 'on')
        return say('missing-pattern', place, { isElse: true }, replace(halt.span, 'default', 'Write `default`', false));
      return found === '->' || found === '{' || halt.previous === 'on'
        ? say('missing-pattern', before, {})
        : say('missing-target', before, {});
    case 'branch-target':
      return found === '' || /^[\r\n,}]/.test(found)
        ? say('missing-target', before, {})
        : say('missing-target', place, {});
    case 'jump-target':
      return say('missing-jump-name', before, {});
    case 'condition':
      return say('missing-condition', isLineEnd(found) ? before : place, { found });
    case 'comparison':
      if (source.text[halt.span.end] === ':') {
        const colon = span(halt.span.end, halt.span.end + 1);
        return say('missing-if-target', { source, span: colon }, { found: ':' });
      }
      return say('missing-comparand', isLineEnd(found) ? before : place, { found });
    case 'if-body':
      if (found === '=') return say('single-equals', place, {}, replace(halt.span, '==', 'Write `==`', false));
      return say('missing-if-target', isLineEnd(found) ? before : place, { found });
    case 'else-body':
      return say('missing-else-target', before, {});
    case 'text-group':
      return say('texts-only', found === ')' ? before : place, {
        found,
        isCall: /[\p{L}\p{N}_]\($/u.test(source.text.slice(0, halt.span.start).trimEnd().slice(-2)),
      });
    case 'parenthesis':
      if (found === '=') return say('single-equals', place, {}, replace(halt.span, '==', 'Write `==`', false));
      return say('missing-parenthesis', place, { found });
    case 'list':
      return say('not-an-element', place, { found });
    case 'long-condition':
      return say('condition-too-long', place, { limit: MAX_CHAIN });
    case 'long-chain':
      return say('chain-too-long', place, { limit: MAX_CHAIN });
    case 'entry-start':
    case 'entry-end':
      return explainEntry(halt, source);
  }
}

function explainEntry(halt: Halted, source: SourceText): Diagnostic {
  const { found } = halt;
  const place = { source, span: halt.span };
  const before = { source, span: halt.previousSpan };
  if (halt.at === 'entry-start' && found === '{') {
    const isFirst = source.text.slice(0, halt.span.start).trim() === '';
    return isFirst ? say('not-a-declaration', place, { found }) : say('brace-on-next-line', place, {});
  }
  if (halt.at === 'entry-end') {
    if (found === ':' || /^\s*:(?!\S*\/\/)/.test(source.text.slice(halt.span.end, halt.span.end + 2))) {
      return found === ':'
        ? say('key-not-a-name', before, { found: halt.previous }, quotePrevious(halt))
        : keyOnTheWay(halt, source);
    }
    if (halt.previous === '}' && /^el(?:s(?:e)?)?if$/.test(found)) {
      return say(
        'lookalike',
        place,
        { text: found, instead: 'else if' },
        replace(halt.span, 'else if', 'Write `else if`'),
      );
    }
    if (halt.previous === '}') {
      const line = `\n${indentAt(source.text, halt.span.start)}`;
      return say('behind-block', place, { found }, separate(halt, line, 'Put it on a line of its own', true));
    }
    const param = paramBehindEquals(halt, source);
    if (param !== undefined) return param;
    const jump = behindArrow(halt, source);
    if (jump !== undefined) return jump;
    if (found === 'if' || found === '->' || found === 'on') {
      return say('statements-on-one-line', place, { found }, separate(halt, ', ', 'Put a comma before it'));
    }
  }
  return say('unexpected-token', place, { found });
}

/** `existing queue Leads = param LeadsId`: behind `=` a bare word can only be a param. */
function paramBehindEquals(
  { found, span: next, previous, previousSpan }: Halted,
  source: SourceText,
): Diagnostic | undefined {
  if (previous !== 'param' || !/^[\p{L}_]/u.test(found)) return undefined;
  if (!source.text.slice(0, previousSpan.start).trimEnd().endsWith('=')) return undefined;
  const fix = replace(span(previousSpan.start, next.start), '', 'Leave `param` out');
  return say('unexpected-token', { source, span: previousSpan }, { found, isParam: true }, fix);
}

/** `-> step goodbye`, `-> play "Goodbye."`: behind an arrow one name stands. */
function behindArrow({ found, span, previous, previousSpan }: Halted, source: SourceText): Diagnostic | undefined {
  if (/^(?:on|or|and)$/.test(found) || !source.text.slice(0, previousSpan.start).trimEnd().endsWith('->'))
    return undefined;
  const isName = JUMP_WORDS.has(previous) && /^[\p{L}"]/u.test(found);
  return say('behind-target', { source, span }, { target: previous, found, isName });
}

/** Words that a name might be thought to need behind an arrow. */
const JUMP_WORDS: ReadonlySet<string> = new Set(['step', 'label', 'goto', 'to', 'jump']);

/** `set queue: Support`, `timeout: 5s max_digits: 4`. */
function keyOnTheWay(halt: Halted, source: SourceText): Diagnostic {
  // Words, and nothing else, between the beginning of what is said and the key.
  const isColon = /(?:^|[\n{,])[ \t]*(?:[a-z_]+[ \t]+)+$/.test(source.text.slice(0, halt.span.start).slice(-LOOK_BACK));
  const extras = isColon ? {} : separate(halt, ', ', 'Put a comma before it');
  return say('statements-on-one-line', { source, span: halt.span }, { found: `${halt.found}:`, isColon }, extras);
}

/** No phrase and no key is longer. */
const LOOK_BACK = 100;

/** Puts `between` in the place of the blanks before what stands in the way. */
function separate(halt: Halted, between: string, title: string, safe = false): Extras {
  return replace(span(halt.previousSpan.end, halt.span.start), between, title, safe);
}

/** The closing bracket behind what was read last; on a line of its own where its fellow is on another. */
function closeAt(offset: number, closer: string, opener: number, source: SourceText): Extras {
  const isSameLine = positionAt(source, opener).line === positionAt(source, offset).line;
  const newText = closer !== '}' ? closer : isSameLine ? ' }' : `\n${indentAt(source.text, opener)}}`;
  return replace(span(offset, offset), newText, `Write \`${closer}\` there`, false);
}

function quotePrevious(halt: Halted): Extras {
  return replace(halt.previousSpan, JSON.stringify(halt.previous), 'Put the key in quotes', false);
}

/** A `;` goes; what stands behind it on its line comes onto a line of its own, or behind a comma in braces of one line. */
function endLine(where: Span, text: string, source: SourceText): Extras {
  const blanks = /[^\S\r\n]*/y;
  blanks.lastIndex = where.end;
  const end = where.end + (blanks.exec(source.text)?.[0].length ?? 0);
  const goesOn = !/^(?:$|[\r\n;；{})\]]|\/[/*]|else\b)/.test(source.text.slice(end, end + 5));
  if (!goesOn) return replace(where, '', `Remove \`${text}\``);
  const line = lineUpTo(source.text, where.start);
  if (line.lastIndexOf('{') > line.lastIndexOf('}')) return replace(where, ',', 'Write `,`');
  return replace(span(where.start, end), `\n${indentAt(source.text, where.start)}`, 'Begin a line');
}

function isLineEnd(found: string): boolean {
  return found === '' || found.startsWith('\n') || found.startsWith('\r');
}

function endOf(where: Span): Span {
  return span(where.end, where.end);
}

function replace(where: Span, newText: string, title: string, safe = true): Extras {
  return replaceBy(where, newText, title, safe);
}
