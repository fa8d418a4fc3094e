/** What is wrong with lines that the grammar could read, as messages with their remedies. */
import type { RawBlock, RawEntry, RawLine, RawValue } from '../../grammar/raw.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { indentAt } from '../diagnostics/remedy.ts';
import { span, type SourceText, type Span } from '../text/text.ts';
import { isTargetWord, type Jump, type Name } from './ast.ts';
import { syntaxDiagnostic as say } from './diagnostics.ts';

/** The source of a place. */
export function textAt(source: SourceText, where: Span): string {
  return source.text.slice(where.start, where.end);
}

/** The words of a line without its block. */
export function headerOf(line: RawLine): Span {
  return span(line.span.start, line.words[line.words.length - 1]?.span.end ?? line.span.end);
}

// -------------------------------------------------------------------------------------------------------------- bodies

/** `step a { }`, `on 1 { }`: braces that hold no statement. `goesOn`: something stands where `-> next` would lead. */
export function emptyBody(
  raw: RawBlock,
  source: SourceText,
  { goesOn, isStep }: { goesOn: boolean; isStep: boolean },
): Diagnostic {
  const inside = span(raw.span.start + 1, raw.span.end - 1);
  const isBlank = source.text.slice(inside.start, inside.end).trim() === '';
  const edit = { span: isBlank ? inside : span(inside.end, inside.end), newText: isBlank ? ' -> next ' : '-> next ' };
  // It says what the empty braces would do; where nothing follows, they would do nothing that could be said.
  const fixes = goesOn ? [{ title: 'Say `-> next`', safe: true, edits: [edit] }] : [];
  return say('empty-body', { source, span: raw.span }, { goesOn, isStep }, { fixes });
}

/** `next: play …`: a name that is a target word. */
export function checkLabel(label: Name | undefined, complain: (d: Diagnostic) => void, source: SourceText): void {
  if (label && isTargetWord(label)) complain(say('reserved-name', { source, span: label.span }, { name: label.text }));
}

/** `step queue support {`: words behind a name that should be one. */
export function severalWords(of: string, words: readonly RawValue[], source: SourceText): Diagnostic {
  const first = words[0] as RawValue;
  const second = words[1] as RawValue;
  const last = words[words.length - 1] as RawValue;
  const whole = span(first.span.start, last.span.end);
  const allWords = words.every((word) => word.kind === 'word');
  const edit = { span: whole, newText: JSON.stringify(textAt(source, whole)) };
  const fixes = allWords ? [{ title: 'Quote the name', safe: false, edits: [edit] }] : [];
  return say(
    'name-in-several-words',
    { source, span: second.span },
    { of, found: textAt(source, second.span) },
    { fixes },
  );
}

export function jumpBehind(jump: Jump, source: SourceText): Diagnostic {
  const place = { source, span: jump.span };
  const gap = gapBefore(jump.span.start, source);
  const edit = { span: gap, newText: `\n${indentAt(source.text, jump.span.start)}` };
  const fixes = [{ title: 'Put it on a line of its own', safe: true, edits: [edit] }];
  return say('jump-behind-statement', place, { name: jump.target.text }, { fixes });
}

/** `set queue = Support` may be a statement with a sign too much; `tier = "gold"` is none. */
export function assignment({ words, span: line }: RawLine, pin: RawValue, source: SourceText): Diagnostic {
  const [first] = words;
  const isStatement = words.length > 1 && first?.kind === 'word' && first.text === 'set' && pin.kind === 'word';
  const statement = isStatement ? [...words, pin].map((word) => textAt(source, word.span)).join(' ') : undefined;
  return say('assignment', { source, span: span(line.start, pin.span.end) }, { statement });
}

// -------------------------------------------------------------------------------------------------------------- blocks

/** A jump, an `if` or a step in braces that hold parameters. */
export function misplacedIn(entry: RawEntry, source: SourceText): Diagnostic {
  const start = entry.span.start;
  if (entry.kind === 'jump') return say('misplaced-jump', { source, span: entry.span }, {});
  if (entry.kind === 'if') return say('misplaced-if', { source, span: span(start, start + 'if'.length) }, {});
  return say('misplaced-step', { source, span: span(start, start + 'step'.length) }, {});
}

/** `timeout = 5s`. */
export function equalsForColon(line: RawLine, pin: RawValue, source: SourceText): Diagnostic {
  const last = line.words[line.words.length - 1] ?? pin;
  const equals = source.text.indexOf('=', last.span.end);
  const isPlain = line.key === undefined && line.words.length === 1 && equals >= 0 && equals < pin.span.start;
  const edits = [{ span: span(last.span.end, pin.span.start), newText: ': ' }];
  const fixes = isPlain ? [{ title: 'Write a colon', safe: false, edits }] : [];
  const key = line.key?.text ?? textAt(source, span(line.span.start, last.span.end));
  return say('equals-for-colon', { source, span: span(line.span.start, pin.span.end) }, { key }, { fixes });
}

/** `timeout -> next` without its `on`. */
export function jumpInBlock(line: RawLine, jump: Jump, source: SourceText): Diagnostic {
  const first = line.words[0];
  const last = line.words[line.words.length - 1];
  if (line.key || line.block || first === undefined || last === undefined) {
    return say('misplaced-jump', { source, span: jump.span }, {});
  }
  // `case "gold" -> vip`, as other languages begin a branch.
  const isOther = line.words.length > 1 && first.kind === 'word' && (first.text === 'case' || first.text === 'when');
  const begin = isOther ? (line.words[1] as RawValue).span.start : first.span.start;
  const word = textAt(source, span(begin, last.span.end));
  const edits = [{ span: span(first.span.start, begin), newText: 'on ' }];
  const fixes = [{ title: 'Write `on`', safe: false, edits }];
  return say('missing-on', { source, span: line.span }, { word, name: jump.target.text }, { fixes });
}

// -------------------------------------------------------------------------------------------------------------- blanks

/** The blanks before an offset, on its line. */
function gapBefore(offset: number, source: SourceText): Span {
  let start = offset;
  while (start > 0 && (source.text[start - 1] === ' ' || source.text[start - 1] === '\t')) start--;
  return span(start, offset);
}
