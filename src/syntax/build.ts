/**
 * What the grammar read, as the tree: here it is known that braces after `flow`, `step`, `if`, `else`, `repeat` and
 * `on …` hold statements and all others hold entries, so that `label:` and `key:` never meet.
 */
import type { RawEntry, RawLine, RawValue } from '../../grammar/raw.ts';
import type { Extras } from '../diagnostics/diagnostic.ts';
import { replaceBy } from '../diagnostics/remedy.ts';
import { positionAt, span } from '../text/text.ts';
import type { Declaration, Entity, Flow, Word } from './ast.ts';
import {
  blockOf,
  flowBodyOf,
  hasStep,
  isBodyLike,
  nameFrom,
  nowhereNamed,
  takeDoc,
  valueOf,
  valuesOf,
  type Building,
  type Complain,
} from './build-body.ts';
import { headerOf, jumpBehind, severalWords, textAt } from './build-complaints.ts';
import { syntaxDiagnostic as say } from './diagnostics.ts';

/** The declarations of a file. */
export function build(entries: readonly RawEntry[], building: Building): readonly Declaration[] {
  const declarations: Declaration[] = [];
  // What follows something that belongs in a flow, up to the next flow, most likely belongs there too: told once.
  let isOutside = false;
  for (const entry of entries) {
    if (entry.kind === 'line' && entry.broken && entry.words.length === 0) {
      if (entry.block) declarations.push(...build(entry.block.entries, building));
      continue;
    }
    const quiet: boolean = isOutside && !(entry.kind === 'line' && isFlowHeader(entry) && entry.block);
    const complain: Complain = (diagnostic) => {
      if (!quiet && !(entry.kind === 'line' && entry.broken)) building.diagnostics.push(diagnostic);
    };
    const built = declarationOf(entry, building, complain);
    const isStatement = quiet && built?.kind === 'entity' && positionAt(building.source, entry.span.start).column > 1;
    if (built && !isStatement) declarations.push(built);
    isOutside = quiet || isItem(entry) || (built?.kind === 'flow' && entry.kind === 'line' && !entry.block);
  }
  return declarations;
}

/** What only stands in a body: a lone word (`disconnect`) declares nothing. */
function isItem(entry: RawEntry): boolean {
  if (entry.kind !== 'line' || entry.key !== undefined) return true;
  const [first, second] = entry.words;
  if (isWord(first, 'step') || isWord(first, 'repeat')) return true;
  return second === undefined && first?.kind === 'word' && !entry.block && !entry.pin && first.text !== 'existing';
}

function declarationOf(entry: RawEntry, building: Building, complain: Complain): Declaration | undefined {
  const { source } = building;
  if (entry.kind !== 'line' || isItem(entry)) {
    complain(say('outside-flow', { source, span: beginning(entry) }, { what: textAt(source, beginning(entry)) }));
    return undefined;
  }
  const first = entry.words[0];
  if (first?.kind !== 'word') {
    if (first) complain(say('not-a-declaration', { source, span: first.span }, { found: textAt(source, first.span) }));
    return undefined;
  }
  if (isFlowHeader(entry)) return flowOf(entry, building, complain);
  if (entry.block && (isBodyLike(entry.block) || hasStep(entry.block))) {
    const behind = span(first.span.end, first.span.end);
    // No kind of flow is called so: nobody knows what these braces should be, or what else is wrong with the head.
    const fixes = ['existing', 'flow', 'module'].includes(first.text)
      ? {}
      : replaceBy(behind, ' flow', 'Write `flow` behind it');
    complain(say('missing-flow', { source, span: headerOf(entry) }, { word: first.text }, fixes));
    return flowOf(entry, building, () => undefined);
  }
  return entityOf(entry, building, complain);
}

/** The word or key that an entry begins with. */
function beginning(entry: RawEntry): { start: number; end: number } {
  if (entry.kind === 'line') return entry.key?.span ?? headerOf(entry);
  return entry.kind === 'jump' ? entry.span : span(entry.span.start, entry.span.start + 2);
}

/** `existing inbound flow Name` as `existing flow Name { type: inbound }`. */
function kindInBraces(line: RawLine, type: string): Extras {
  const [, kind, flow] = line.words;
  if (kind === undefined || flow === undefined || line.block || line.jump || line.pin) return {};
  const { end } = headerOf(line);
  const edits = [
    { span: span(kind.span.start, flow.span.start), newText: '' },
    { span: span(end, end), newText: ` { type: ${type} }` },
  ];
  return { fixes: [{ title: `Write \`existing flow Name { type: ${type} }\``, safe: true, edits }] };
}

/** `flow Name …`, `inbound flow Name …`, `module Name …`, unless it is pinned: only entities are. */
function isFlowHeader(line: RawLine): boolean {
  if (line.pin) return false;
  const [first, second] = line.words;
  if (isWord(first, 'flow') || isWord(first, 'module')) return true;
  return !isWord(first, 'existing') && (isWord(second, 'flow') || hasKindInWords(line.words));
}

/** `agent whisper flow Name` for `agent_whisper flow Name`. */
function hasKindInWords([first, second, third]: readonly RawValue[]): boolean {
  return first?.kind === 'word' && second?.kind === 'word' && isWord(third, 'flow');
}

function isWord(value: RawValue | undefined, text: string): boolean {
  return value?.kind === 'word' && value.text === text;
}

function flowOf(line: RawLine, building: Building, complain: Complain): Flow {
  const { source } = building;
  const [first, ...others] = (hasKindInWords(line.words) ? withKindJoined(line.words) : line.words) as [
    Word,
    ...RawValue[],
  ];
  const type = first.text === 'flow' ? undefined : first;
  const hasKind = type !== undefined && type.text !== 'module';
  const rest = hasKind && isWord(others[0], 'flow') ? others.slice(1) : others;
  const of = type?.text === 'module' ? 'module' : 'flow';
  const [named, second, ...surplus] = rest;
  const name = named?.kind === 'path' ? undefined : nameFrom(named);
  if (name === undefined) complain(say('missing-name', { source, span: headerOf(line) }, { of }));
  const display = second?.kind === 'text' ? second : undefined;
  const odd = display ? surplus[0] : second;
  if (named && odd) {
    complain(severalWords(of, display ? [display, ...surplus] : [named, ...rest.slice(1)], source));
  }
  if (line.jump) complain(jumpBehind(line.jump, source));
  if (line.block === undefined) complain(say('missing-body', { source, span: line.span }, { of }));
  return {
    kind: 'flow',
    type,
    name: name ?? nowhereNamed(first.span.end),
    display,
    doc: takeDoc(building, line.span.start),
    body: line.block
      ? flowBodyOf(line.block, building)
      : { kind: 'body', items: [], span: span(line.span.end, line.span.end) },
    span: line.span,
  };
}

/** Both words as one that the checker does not know, and so says which one it would. */
function withKindJoined([first, second, ...others]: readonly RawValue[]): readonly RawValue[] {
  const [from, to] = [first as Word, second as Word];
  return [{ kind: 'word', text: `${from.text} ${to.text}`, span: span(from.span.start, to.span.end) }, ...others];
}

function entityOf(line: RawLine, building: Building, complain: Complain): Entity {
  const { source } = building;
  const existing = isWord(line.words[0], 'existing');
  const words = existing ? line.words.slice(1) : line.words;
  const typed = existing && isWord(words[1], 'flow') && words[2]?.kind === 'word';
  if (typed && words[0]) {
    const type = textAt(source, words[0].span);
    complain(say('kind-of-existing-flow', { source, span: words[0].span }, { type }, kindInBraces(line, type)));
  }
  const [kind, named, ...operands] = typed ? words.slice(1) : words;
  const entityKind: Word = kind?.kind === 'word' ? kind : { kind: 'word', text: '', span: headerOf(line) };
  if (kind && kind !== entityKind)
    complain(say('not-a-declaration', { source, span: kind.span }, { found: textAt(source, kind.span) }));
  const name = named?.kind === 'path' ? undefined : nameFrom(named);
  if (name === undefined)
    complain(say('missing-name', { source, span: headerOf(line) }, { of: entityKind.text || 'existing' }));
  return {
    kind: 'entity',
    existing,
    entityKind,
    name: name ?? nowhereNamed(headerOf(line).end),
    operands: valuesOf(operands, building),
    pin: line.pin && valueOf(line.pin, building),
    doc: takeDoc(building, line.span.start),
    block: line.block && blockOf(line.block, building),
    target: line.jump?.target,
    span: line.span,
  };
}
