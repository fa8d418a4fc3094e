/** Braces of the grammar as bodies, which hold statements, and as blocks, which hold parameters, clauses, branches. */
import type { IToken } from 'chevrotain';
import {
  isLeaf,
  type RawBlock,
  type RawEntry,
  type RawIf,
  type RawLine,
  type RawOn,
  type RawValue,
} from '../../grammar/raw.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { span, type SourceText } from '../text/text.ts';
import type {
  Block,
  Body,
  Branch,
  Entry,
  If,
  Item,
  Jump,
  Name,
  Param,
  Pattern,
  Repeat,
  Statement,
  Step,
  Value,
} from './ast.ts';
import { branchBehind, branchWithoutBraces, branchWithoutComma } from './branch-behind.ts';
import {
  assignment,
  checkLabel,
  emptyBody,
  equalsForColon,
  headerOf,
  jumpBehind,
  jumpInBlock,
  misplacedIn,
  severalWords,
  textAt,
} from './build-complaints.ts';
import { syntaxDiagnostic as say } from './diagnostics.ts';
import { docText } from './docs.ts';

/** What the making of one tree reads and writes. */
export interface Building {
  readonly source: SourceText;
  /** Documentation lines by the offset of what they document. */
  readonly docs: ReadonlyMap<number, readonly IToken[]>;
  /** Comments that have become documentation. */
  readonly documenting: Set<IToken>;
  readonly diagnostics: Diagnostic[];
  /** Whether something stands behind what is being made, so that `-> next` would lead somewhere. */
  goesOn: boolean;
}

/** Tells a mistake, unless its line could not be read anyway. */
export type Complain = (diagnostic: Diagnostic) => void;

/** The documentation of what begins at `start`; its lines are comments no more. */
export function takeDoc(building: Building, start: number): string | undefined {
  const lines = building.docs.get(start);
  if (lines === undefined) return undefined;
  for (const line of lines) building.documenting.add(line);
  return docText(lines);
}

// -------------------------------------------------------------------------------------------------------------- bodies

/** The body of a flow, whose emptiness is not a matter of syntax. */
export function flowBodyOf(raw: RawBlock, building: Building): Body {
  return withItems(raw, building, false);
}

/** `goesOn`: whether control that runs out of the body meets something. */
function bodyOf(raw: RawBlock, building: Building, goesOn: boolean, isStep = false): Body {
  if (raw.entries.length === 0) building.diagnostics.push(emptyBody(raw, building.source, { goesOn, isStep }));
  return withItems(raw, building, goesOn);
}

function withItems(raw: RawBlock, building: Building, goesOn: boolean): Body {
  const outer = building.goesOn;
  building.goesOn = goesOn;
  const items: Item[] = [];
  addItems(raw, items, building);
  building.goesOn = outer;
  // A list that was pushed to keeps room for more; a copy is as long as it is.
  return { kind: 'body', items: items.slice(), span: raw.span };
}

function addItems(raw: RawBlock, items: Item[], building: Building): void {
  const outer = building.goesOn;
  // Nothing falls into a step, so what stands before the steps stands last.
  const last = raw.entries.findLastIndex((entry) => !isStep(entry));
  raw.entries.forEach((entry, i) => {
    building.goesOn = i < last || outer;
    addItem(entry, items, building);
  });
  building.goesOn = outer;
}

/** Whether braces hold what only bodies hold, and nothing that bodies do not hold. */
export function isBodyLike(raw: RawBlock): boolean {
  const isPlain = !hasKeys(raw) && !raw.entries.some((entry) => entry.kind === 'on');
  return isPlain && raw.entries.some((entry) => entry.kind === 'if' || entry.kind === 'jump');
}

/** Whether a step stands directly in these braces. */
export function hasStep(raw: RawBlock): boolean {
  return raw.entries.some(isStep);
}

function isStep(entry: RawEntry): boolean {
  if (entry.kind !== 'line' || entry.key !== undefined || entry.block === undefined) return false;
  const [first] = entry.words;
  return first?.kind === 'word' && first.text === 'step';
}

function hasKeys(raw: RawBlock): boolean {
  return raw.entries.some(
    (entry) =>
      entry.kind === 'line' && entry.key !== undefined && entry.key.quoted === false && !isStatementLike(entry),
  );
}

/** `label: verb …`, where `key: value` would be a single value. */
function isStatementLike(line: RawLine): boolean {
  return line.words[0]?.kind === 'word' && (line.words.length > 1 || line.block !== undefined);
}

function addItem(entry: RawEntry, items: Item[], building: Building): void {
  switch (entry.kind) {
    case 'jump':
      items.push(entry);
      return;
    case 'on':
      items.push(branchOf(entry, building));
      return;
    case 'if':
      items.push(ifOf(entry, building));
      return;
    case 'line':
      addLine(entry, items, building);
  }
}

/** A statement, a step or a repeat, and a jump that stands behind it. */
function addLine(line: RawLine, items: Item[], building: Building): void {
  const { source, diagnostics } = building;
  const complain = (diagnostic: Diagnostic): void => {
    if (!line.broken) diagnostics.push(diagnostic);
  };
  const first = line.words[0];
  // With a key before it, `param Name` is the value of a parameter.
  if (first?.kind !== 'word' || (line.key !== undefined && first.text === 'param')) {
    const key = line.key;
    if (key) complain(say('parameter-in-body', { source, span: key.span }, { key: key.text }));
    else if (first)
      complain(say('not-a-statement', { source, span: first.span }, { found: textAt(source, first.span) }));
    // What is left of a line that could not be read: its steps and labels are still there.
    if (line.block && line.broken && !hasKeys(line.block)) addItems(line.block, items, building);
    return;
  }
  const behind = branchBehind(line);
  if (behind) {
    complain(branchWithoutBraces(behind, source));
    const { line: before, branch } = behind;
    const block: RawBlock = { kind: 'braces', entries: [branch], span: branch.span };
    addLine({ ...before, block, span: line.span }, items, building);
    return;
  }
  if (line.block && first.text !== 'step' && first.text !== 'repeat' && isBodyLike(line.block)) {
    complain(say('body-of-statement', { source, span: headerOf(line) }, { word: textAt(source, headerOf(line)) }));
    items.push(statementOf({ ...line, block: undefined }, building));
    addItems(line.block, items, building);
    return;
  }
  // `error -> apology` lacks its `on`: no statement begins so, and nearly all have that branch.
  if (line.jump && first.text === 'error' && line.words.length === 1 && !line.key && !line.block) {
    complain(jumpInBlock(line, line.jump, source));
    const pattern: Pattern = { kind: 'pattern', operator: undefined, words: [first], span: first.span };
    items.push({ kind: 'branch', patterns: [pattern], target: line.jump, span: line.span });
    return;
  }
  if (line.pin) complain(assignment(line, line.pin, source));
  checkLabel(line.key, complain, source);
  if (first.text === 'step') items.push(stepOf(line, building, complain));
  else if (first.text === 'repeat') items.push(repeatOf(line, building, complain));
  else items.push(statementOf(line, building));
  if (line.jump) {
    complain(jumpBehind(line.jump, source));
    items.push(line.jump);
  }
}

function statementOf(line: RawLine, building: Building): Statement {
  return {
    kind: 'statement',
    label: line.key,
    doc: takeDoc(building, line.span.start),
    words: valuesOf(line.words, building),
    block: line.block && blockOf(line.block, building),
    span: line.span,
  };
}

function stepOf(line: RawLine, building: Building, complain: Complain): Step {
  const { source } = building;
  const [keyword, name, ...rest] = line.words as [RawValue, ...RawValue[]];
  if (line.key) complain(say('labelled-step', { source, span: line.key.span }, { label: line.key.text }));
  const doc = takeDoc(building, line.span.start);
  const found = nameFrom(name);
  if (name === undefined || found === undefined) {
    complain(say('missing-name', { source, span: keyword.span }, { of: 'step' }));
  } else {
    checkLabel(found, complain, source);
    if (rest[0]) complain(severalWords('step', [name, ...rest], source));
  }
  const body = bodyAfter('step', line, building, complain);
  return { kind: 'step', name: found ?? nowhereNamed(keyword.span.end), doc, body, span: line.span };
}

function repeatOf(line: RawLine, building: Building, complain: Complain): Repeat {
  return {
    kind: 'repeat',
    label: line.key,
    doc: takeDoc(building, line.span.start),
    words: valuesOf(line.words.slice(1), building),
    body: bodyAfter('repeat', line, building, complain),
    span: line.span,
  };
}

function bodyAfter(of: 'step' | 'repeat', line: RawLine, building: Building, complain: Complain): Body {
  // What runs out of a step leads nowhere; out of a `repeat`, to its next round.
  if (line.block) return bodyOf(line.block, building, of === 'repeat', of === 'step');
  complain(say('missing-body', { source: building.source, span: line.span }, { of }));
  return { kind: 'body', items: [], span: span(line.span.end, line.span.end) };
}

function ifOf(raw: RawIf, building: Building): If {
  checkLabel(raw.key, (diagnostic) => building.diagnostics.push(diagnostic), building.source);
  const doc = takeDoc(building, raw.span.start);
  const targets = raw.arms.map((arm) => targetOf(arm.target, building));
  let otherwise: If['otherwise'] = raw.otherwise && targetOf(raw.otherwise, building);
  for (let i = raw.arms.length - 1; i >= 0; i--) {
    const arm = raw.arms[i] as RawIf['arms'][number];
    const inner = i > 0;
    otherwise = {
      kind: 'if',
      label: inner ? undefined : raw.key,
      condition: arm.condition,
      then: targets[i] as Body | Jump,
      otherwise,
      doc: inner ? undefined : doc,
      span: span(inner ? arm.span.start : raw.span.start, raw.span.end),
    };
  }
  return otherwise as If;
}

function branchOf(raw: RawOn, building: Building): Branch {
  return { kind: 'branch', patterns: raw.patterns.slice(), target: targetOf(raw.target, building), span: raw.span };
}

function targetOf(raw: RawBlock | Jump, building: Building): Body | Jump {
  return raw.kind === 'jump' ? raw : bodyOf(raw, building, building.goesOn);
}

// -------------------------------------------------------------------------------------------------------------- blocks

/** Braces that hold parameters, clauses and branches. */
export function blockOf(raw: RawBlock, building: Building): Block {
  const entries: Entry[] = [];
  let misplaced = false;
  for (const entry of raw.entries) {
    if (entry.kind === 'on') entries.push(branchOf(entry, building));
    else if (entry.kind === 'line' && !isStep(entry)) {
      const behind = branchBehind(entry);
      if (behind) building.diagnostics.push(branchWithoutComma(behind, building.source));
      const built = lineEntry(behind?.line ?? entry, building);
      if (built) entries.push(built);
      if (behind) entries.push(branchOf(behind.branch, building));
    } else {
      // Once a block holds one thing that it cannot hold, the others have the same cause.
      if (!misplaced) building.diagnostics.push(misplacedIn(entry, building.source));
      misplaced = true;
    }
  }
  return { kind: 'block', entries: entries.slice(), span: raw.span };
}

function lineEntry(line: RawLine, building: Building): Entry | undefined {
  const { source } = building;
  const complain = (diagnostic: Diagnostic): void => {
    if (!line.broken) building.diagnostics.push(diagnostic);
  };
  if (line.pin) {
    complain(equalsForColon(line, line.pin, source));
    return line.words[0] && paramOf(line.key ?? nameFrom(line.words[0]), [line.pin], line, building);
  }
  if (line.jump) {
    complain(jumpInBlock(line, line.jump, source));
    const words = valuesOf(line.words, building);
    const pattern = { kind: 'pattern' as const, operator: undefined, words, span: line.span };
    return line.key ? undefined : { kind: 'branch', patterns: [pattern], target: line.jump, span: line.span };
  }
  if (line.key) return paramOf(line.key, line.block ? [...line.words, line.block] : line.words, line, building);
  const first = line.words[0];
  if (first === undefined) return undefined;
  if (line.broken && line.block && !hasKeys(line.block)) {
    bodyOf(line.block, building, building.goesOn);
    return undefined;
  }
  if (line.block && isBodyLike(line.block)) {
    complain(say('body-of-statement', { source, span: headerOf(line) }, { word: textAt(source, headerOf(line)) }));
    return undefined;
  }
  return {
    kind: 'clause',
    words: valuesOf(line.words, building),
    block: line.block && blockOf(line.block, building),
    span: line.span,
  };
}

function paramOf(
  key: Name | undefined,
  parts: readonly RawValue[],
  line: RawLine,
  building: Building,
): Param | undefined {
  const [first] = parts;
  if (key === undefined || first === undefined) return undefined;
  const value: Value =
    parts.length === 1
      ? valueOf(first, building)
      : { kind: 'phrase', words: valuesOf(parts, building), span: span(first.span.start, line.span.end) };
  return { kind: 'param', key, value, span: line.span };
}

// -------------------------------------------------------------------------------------------------------------- values

/** Values in a row; those that hold none of their own are the same in the tree. */
export function valuesOf(raw: readonly RawValue[], building: Building): readonly Value[] {
  return raw.every(isLeaf) ? raw.slice() : raw.map((value) => valueOf(value, building));
}

/** A value, with what is in its braces or brackets. */
export function valueOf(raw: RawValue, building: Building): Value {
  if (raw.kind === 'braces') return blockOf(raw, building);
  if (raw.kind === 'list') return { kind: 'list', items: valuesOf(raw.items, building), span: raw.span };
  if (raw.kind === 'phrase') return { kind: 'phrase', words: valuesOf(raw.words, building), span: raw.span };
  return raw;
}

/** A value that stands where a name does, as that; undefined for what is none. */
export function nameFrom(value: RawValue | undefined): Name | undefined {
  if (value?.kind === 'word') return { kind: 'name', text: value.text, quoted: false, span: value.span };
  if (value?.kind === 'path') return { kind: 'name', text: value.text, quoted: false, span: value.span };
  if (value?.kind !== 'text') return undefined;
  return { kind: 'name', text: value.value, quoted: true, span: value.span };
}

/** What stands for a name that is missing and was reported. */
export function nowhereNamed(at: number): Name {
  return { kind: 'name', text: '', quoted: true, span: span(at, at) };
}
