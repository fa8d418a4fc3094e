/** Blocks that are there still, but say something else: the words, values and entries that changed, and nothing around them. */
import type { RaisedBlock, RaisedBranch } from '../../../constructs/types.ts';
import { indentAt } from '../../../diagnostics/remedy.ts';
import type { Block, Branch, Clause, Entry, Param, Pattern, Statement, Text, Value } from '../../../syntax/ast.ts';
import { text } from '../../../syntax/make.ts';
import { printLeaf, printPattern, sentences } from '../../../syntax/print-leaves.ts';
import type { SourceText, Span, TextEdit } from '../../../text/text.ts';
import { lineSpan } from './remove.ts';
import type { Spot } from './spots.ts';
import { keyOf, sayEntry, sayValueText, sayWords } from './say.ts';

/** The edits that make the statement say what the live block says, apart from where its branches lead. */
export function changeEdits(source: SourceText, spot: Spot, own: RaisedBlock, live: RaisedBlock): TextEdit[] {
  const { node, test } = spot;
  if (node.kind === 'if') {
    return test === undefined ? [] : changeTest(test.span, test.operator === '!=', own, live);
  }
  const words = node.kind === 'repeat' ? node.words : own.kind === 'compare' ? node.words.slice(1) : node.words;
  const edits = changeWords(source, words, own.words, live.words);
  if (node.kind === 'repeat') return edits;
  edits.push(...changeEntries(source, node, own.entries, live.entries));
  edits.push(...changePatterns(node, own.branches, live.branches));
  return edits;
}

const isSame = (a: unknown, b: unknown) => keyOf(a) === keyOf(b);

// ---------------------------------------------------------------------------------------------------- words and values

function changeWords(
  source: SourceText,
  said: readonly Value[],
  own: readonly Value[],
  live: readonly Value[],
): TextEdit[] {
  if (isSame(own, live)) return [];
  const first = said[0];
  const last = said[said.length - 1];
  if (first === undefined || last === undefined) return [];
  if (said.length !== own.length || own.length !== live.length) {
    const span = { start: first.span.start, end: last.span.end };
    return [{ span, newText: sayWords(live, indentAt(source.text, first.span.start)) }];
  }
  return said.flatMap((value, i) => {
    const to = live[i];
    return to === undefined || isSame(own[i], to) ? [] : [replaceValue(source, value, to, i === 0)];
  });
}

/** Puts a value in another's place; a text keeps the form that it has. */
export function replaceValue(source: SourceText, said: Value, value: Value, isFirst = false): TextEdit {
  const shaped = said.kind === 'text' && value.kind === 'text' ? inForm(said, value.value) : value;
  return { span: said.span, newText: sayValueText(shaped, indentAt(source.text, said.span.start), isFirst) };
}

/** A text in the form that the one before had; the lines that it shares with that stay as they are. */
function inForm(said: Text, value: string): Text {
  if (said.form !== 'lines' || said.parts === undefined) return { ...said, value };
  const { parts } = said;
  let head = 0;
  let start = 0;
  for (const { value: part } of parts) {
    if (!value.startsWith(part, start)) break;
    start += part.length;
    head++;
  }
  let tail = parts.length;
  let end = value.length;
  for (const { value: part } of parts.slice(head).reverse()) {
    if (end - part.length < start || value.slice(end - part.length, end) !== part) break;
    end -= part.length;
    tail--;
  }
  const middle = start < end ? sentences(value.slice(start, end)) : [];
  return { ...said, value, parts: [...parts.slice(0, head), ...middle.map(text), ...parts.slice(tail)] };
}

// ------------------------------------------------------------------------------------------------------------- entries

type Said = Param | Clause;

/** What an entry is told from others by: its key, or all the plain words that it begins with. */
function nameOfEntry(entry: Entry): string | undefined {
  if (entry.kind === 'param') return entry.key.text;
  const [first] = entry.kind === 'clause' ? entry.words : [];
  return first?.kind === 'word' ? first.text : undefined;
}

function changeEntries(
  source: SourceText,
  statement: Statement,
  own: readonly Said[],
  live: readonly Said[],
): TextEdit[] {
  if (isSame(own, live)) return [];
  return changeBlock(source, statement.block, own, live, (texts) => addToStatement(source, statement, texts));
}

function changeBlock(
  source: SourceText,
  block: Block | undefined,
  own: readonly Entry[],
  live: readonly Entry[],
  add: (texts: readonly string[]) => TextEdit,
): TextEdit[] {
  const edits: TextEdit[] = [];
  const added: string[] = [];
  const written = (block?.entries ?? []).filter((entry): entry is Said => entry.kind !== 'branch');
  const find = (entries: readonly Entry[], name: string | undefined) =>
    entries.filter((entry) => nameOfEntry(entry) === name);
  const names = new Set([...own, ...live].map(nameOfEntry));
  for (const name of names) {
    const before = find(own, name);
    const after = find(live, name);
    if (isSame(before, after)) continue;
    const said = find(written, name) as Said[];
    const [old] = said;
    const [next] = after as Said[];
    if (said.length === 1 && after.length === 1 && old !== undefined && next !== undefined) {
      edits.push(...changeEntry(source, old, before[0], next));
    } else {
      for (const entry of said) edits.push({ span: lineSpan(source.text, entry.span), newText: '' });
      for (const entry of after as Said[]) added.push(sayEntry(entry, indentOfEntry(source, block)));
    }
  }
  if (added.length > 0) edits.push(add(added));
  return edits;
}

function indentOfEntry(source: SourceText, block: Block | undefined): string {
  const first = block?.entries[0];
  return first === undefined ? '' : indentAt(source.text, first.span.start);
}

function changeEntry(source: SourceText, said: Said, own: Entry | undefined, live: Said): TextEdit[] {
  const block = blockOf(said);
  const before = own === undefined || own.kind === 'branch' ? undefined : blockOf(own);
  const after = blockOf(live);
  if (block !== undefined && before !== undefined && after !== undefined && sameHead(said, live)) {
    return changeBlock(source, block, before.entries, after.entries, (texts) => addToBlock(source, block, texts));
  }
  if (said.kind === 'param' && live.kind === 'param') return [replaceValue(source, said.value, live.value)];
  return [{ span: said.span, newText: sayEntry(live, indentAt(source.text, said.span.start)) }];
}

function blockOf(entry: Said): Block | undefined {
  if (entry.kind === 'clause') return entry.block;
  return entry.value.kind === 'block' ? entry.value : undefined;
}

function sameHead(a: Said, b: Said): boolean {
  if (a.kind === 'clause' && b.kind === 'clause') return isSame(a.words, b.words);
  return a.kind === b.kind;
}

/** More parameters for a statement, which gets braces where it has none. */
function addToStatement(source: SourceText, statement: Statement, texts: readonly string[]): TextEdit {
  if (statement.block !== undefined) return addToBlock(source, statement.block, texts);
  const end = statement.words[statement.words.length - 1]?.span.end ?? statement.span.end;
  return { span: { start: end, end }, newText: ` { ${texts.join(', ')} }` };
}

/** Behind the parameters that are there, before the branches. */
function addToBlock(source: SourceText, block: Block, texts: readonly string[]): TextEdit {
  const said = block.entries.filter((entry) => entry.kind !== 'branch');
  return addEntries(source, block, said[said.length - 1], texts);
}

/** Entries behind another, or as the first; each on a line of its own where the others are. */
export function addEntries(
  source: SourceText,
  block: Block,
  behind: Entry | undefined,
  texts: readonly string[],
): TextEdit {
  const { text } = source;
  if (behind !== undefined) {
    const { end } = behind.span;
    const rest = /^[ \t]*,?[ \t]*(?:\/\/[^\r\n]*)?(?=\r?\n)/.exec(text.slice(end, end + 2000));
    if (rest === null) return { span: { start: end, end }, newText: texts.map((each) => `, ${each}`).join('') };
    const at = end + rest[0].length;
    const indent = indentAt(text, behind.span.start);
    return { span: { start: at, end: at }, newText: texts.map((each) => `\n${indent}${each}`).join('') };
  }
  const [first] = block.entries;
  const at = first?.span.start ?? block.span.start + 1;
  if (first === undefined) return { span: { start: at, end: at }, newText: ` ${texts.join(', ')} ` };
  const isOpen = text.slice(block.span.start, at).includes('\n');
  const gap = isOpen ? `\n${indentAt(text, at)}` : ', ';
  return { span: { start: at, end: at }, newText: texts.map((each) => each + gap).join('') };
}

// ------------------------------------------------------------------------------------------------------------ branches

const isCondition = (branch: RaisedBranch) => branch.word === undefined;

/** Conditions that ask for something else at the same place. */
function changePatterns(statement: Statement, own: readonly RaisedBranch[], live: readonly RaisedBranch[]): TextEdit[] {
  const before = own.filter(isCondition);
  const after = live.filter(isCondition);
  if (before.length !== after.length) return [];
  return before.flatMap(({ pattern }, i) => {
    const to = after[i]?.pattern;
    if (to === undefined || isSame(pattern, to)) return [];
    const said = patternIn(statement, pattern);
    return said === undefined ? [] : [{ span: said.pattern.span, newText: printPattern(to) }];
  });
}

/** The `on` line that says a pattern. */
export function patternIn(
  statement: { readonly block?: Block | undefined },
  pattern: Pattern,
): { readonly branch: Branch; readonly pattern: Pattern } | undefined {
  const key = keyOf(pattern);
  for (const entry of statement.block?.entries ?? []) {
    if (entry.kind !== 'branch') continue;
    const found = entry.patterns.find((each) => keyOf(each) === key);
    if (found !== undefined) return { branch: entry, pattern: found };
  }
  return undefined;
}

/** `$.Attributes.tier == "gold"`: the test of an `if`, while it is one that an `if` can ask. */
function changeTest(span: Span, isNegated: boolean, own: RaisedBlock, live: RaisedBlock): TextEdit[] {
  const before = own.branches.filter(isCondition);
  const after = live.branches.filter(isCondition);
  const [condition] = after;
  const [value] = live.words;
  if (before.length !== 1 || after.length !== 1 || condition === undefined || value === undefined) return [];
  if (isSame(own.words, live.words) && isSame(before[0]?.pattern, condition.pattern)) return [];
  const { operator, words } = condition.pattern;
  const isEqual = operator === undefined && words[0]?.kind !== 'word';
  if (isNegated && !isEqual) return [];
  const sign = operator ?? (isEqual ? (isNegated ? '!=' : '==') : undefined);
  const said = [value, ...words].map((each) => printLeaf(each, 'condition'));
  const [subject = '', ...rest] = said;
  return [{ span, newText: [subject, ...(sign === undefined ? [] : [sign]), ...rest].join(' ') }];
}
