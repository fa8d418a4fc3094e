/** How two versions of a flow differ, in flow terms: block by block in the words of the language, and as a diff of texts. */
import { builders, printer } from 'prettier/doc';
import { createNames, type KnownNames } from '../constructs/naming.ts';
import { patternText } from '../constructs/patterns.ts';
import { raiseBlocks } from '../constructs/raise.ts';
import type { RaisedBlock, RaisedTarget } from '../constructs/types.ts';
import { assignIdentifiers } from '../flowjson/identifiers.ts';
import { isUuid } from '../flowjson/read-metadata.ts';
import { compare } from '../graph/compare.ts';
import { describeDifference, jsonDifference } from '../graph/difference.ts';
import type { Clause, Param, Value } from '../syntax/ast.ts';
import { blockDoc, wordsDoc, valueDoc } from '../syntax/print-body.ts';
import { NO_COMMENTS } from '../syntax/comments.ts';
import type { Doc, Printing } from '../syntax/print-doc.ts';
import { alignedVersions } from './flow-align.ts';
import { graphOf, plainGraph } from './flow-compare.ts';
import { textsOf, type RaisedVersion } from './flow-text.ts';
import type { BlockChange, FlowContent } from './types.ts';

export interface FlowChanges {
  readonly blocks: readonly BlockChange[];
  /** Unified, without a header; '' where the texts are alike. */
  readonly diff: string;
}

export interface ChangeContext {
  readonly instanceArn: string;
  /** Names for ids and ARNs, the same for both versions. */
  readonly known: KnownNames;
  /** The name of the flow in source. */
  readonly identifier: string;
}

const DOCUMENT = { change: 'changed', block: 'document', type: '' } as const;

/** What differs between what is live and what is wanted; asked only where something does, so there is always something. */
export async function flowChanges(
  live: FlowContent,
  wanted: FlowContent,
  context: ChangeContext,
): Promise<FlowChanges> {
  const before = graphOf(live);
  const after = graphOf(wanted);
  if (before === undefined || after === undefined) {
    const what = 'what the instance has cannot be read as a flow; it is replaced';
    return { blocks: [{ ...DOCUMENT, what }], diff: '' };
  }
  const versions = alignedVersions(before, after, context.instanceArn);
  const names = createNames(new Set(), context.known);
  const left = { graph: versions.before, blocks: raiseBlocks(versions.before, names) };
  const right = { graph: versions.after, blocks: raiseBlocks(versions.after, names) };
  const blocks = blockChanges(left, right, versions.liveNames);
  if (blocks.length === 0) {
    const difference = compare(
      plainGraph(versions.before, context.instanceArn),
      plainGraph(versions.after, context.instanceArn),
    );
    const what = difference === undefined ? 'the document' : describeDifference(difference, ['the instance', 'source']);
    blocks.push({ ...DOCUMENT, what });
  }
  return { blocks, diff: await unifiedDiff(...textsOf(left, right, context.identifier)) };
}

/** Hunks with three lines around each change. */
export async function unifiedDiff(before: string, after: string): Promise<string> {
  if (before === after) return '';
  const { structuredPatch } = await import('diff');
  const { hunks } = structuredPatch('', '', before, after, '', '', { context: 3 });
  return hunks
    .map(({ oldStart, oldLines, newStart, newLines, lines }) =>
      [`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`, ...lines, ''].join('\n'),
    )
    .join('');
}

// -------------------------------------------------------------------------------------------------------------- blocks

function blockChanges(
  { graph: before, blocks: old }: RaisedVersion,
  { graph: after, blocks: now }: RaisedVersion,
  liveNames: ReadonlyMap<string, string>,
): BlockChange[] {
  const changes: BlockChange[] = [];
  const identifiers = assignIdentifiers(after);
  const titleOf = (block: RaisedBlock): string => {
    const named = block.label ?? liveNames.get(block.id) ?? identifiers.get(block.id) ?? block.id;
    return isUuid(named) ? saidBy(block) : named;
  };
  const left = new Map(old.map((block) => [block.id, block]));
  const right = new Map(now.map((block) => [block.id, block]));
  const titles = new Map([...left.values(), ...right.values()].map((block) => [block.id, titleOf(block)]));
  const titled = (id: string) => quoted(titles.get(id) ?? id);
  const top = jsonDifference(before.top, after.top, '');
  if (top !== undefined) {
    changes.push({ ...DOCUMENT, what: `${top.path}: ${shown(top.valueB)} instead of ${shown(top.valueA)}` });
  }
  if (before.start !== after.start) {
    const what = `begins with ${titled(after.start ?? '')} instead of ${titled(before.start ?? '')}`;
    changes.push({ change: 'moved', block: 'start', type: '', what });
  }
  for (const block of right.values()) {
    const live = left.get(block.id);
    const facts = { block: titleOf(block), type: block.type };
    if (live === undefined) changes.push({ change: 'added', ...newcomer(block) });
    else {
      for (const what of parameterChanges(live, block)) changes.push({ change: 'changed', ...facts, what });
      for (const what of branchChanges(live, block, titled)) changes.push({ change: 'moved', ...facts, what });
    }
  }
  for (const block of left.values()) {
    if (right.has(block.id)) continue;
    changes.push({ change: 'removed', ...newcomer(block) });
  }
  return changes;
}

/** A block of which there is no other version: what it does says most. */
function newcomer(block: RaisedBlock): Pick<BlockChange, 'block' | 'type' | 'what'> {
  const what = saidBy(block);
  return { block: block.label ?? what, type: block.type, what };
}

/** What a block does, which it is called by where it has no name. */
function saidBy(block: RaisedBlock): string {
  if (block.kind === 'compare') return cut(`if ${flat(wordsDoc(block.words, PRINTING))}`);
  if (block.kind === 'loop') return cut(`repeat ${flat(wordsDoc(block.words, PRINTING))}`);
  return cut(flat(wordsDoc(block.words, PRINTING)));
}

function* parameterChanges(old: RaisedBlock, block: RaisedBlock): Generator<string> {
  const speaks = /^(?:play|menu|ask)$/.test(block.phrase);
  const [before, after] = [operandsOf(old), operandsOf(block)];
  if (old.phrase !== block.phrase) yield `${cut(saidBy(block))} instead of ${cut(saidBy(old))}`;
  else if (before !== after) {
    const verb = speaks ? 'says ' : '';
    yield `${verb}${after === '' ? 'nothing' : cut(after)} instead of ${before === '' ? 'nothing' : cut(before)}`;
  }
  const left = entriesOf(old);
  const right = entriesOf(block);
  for (const [key, said] of right) {
    const was = left.get(key);
    if (was === undefined) yield `${key}: ${cut(said)}, which was not said`;
    else if (was !== said) yield `${key}: ${cut(said)} instead of ${cut(was)}`;
  }
  for (const [key, was] of left) if (!right.has(key)) yield `no ${key} any more (it was ${cut(was)})`;
}

function operandsOf(block: RaisedBlock): string {
  const skip = block.kind === 'compare' || block.kind === 'loop' ? 0 : block.phrase.split(' ').length;
  return flat(wordsDoc(block.words.slice(skip), PRINTING)).trim();
}

/** Entries by their key, and what they say; of maps each key for itself. */
function entriesOf(block: RaisedBlock): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const entry of block.entries) addEntry(said, '', entry);
  return said;
}

function addEntry(said: Map<string, string>, path: string, entry: Param | Clause): void {
  if (entry.kind === 'param') {
    addValue(said, `${path}${entry.key.text}`, entry.value);
    return;
  }
  const [first, ...others] = entry.words;
  const key = first === undefined ? '' : flat(wordsDoc([first], PRINTING));
  const words = others.map((value) => flat(valueDoc(value, 'operand', PRINTING))).join(' ');
  // `play "…"` as one of several, or `where { … }`.
  if (entry.block === undefined) addOnce(said, `${path}${key}`, words === '' ? 'on' : words);
  else addValue(said, `${path}${[key, words].filter((part) => part !== '').join(' ')}`, entry.block);
}

function addValue(said: Map<string, string>, key: string, value: Value): void {
  if (value.kind !== 'block' || value.entries.length === 0) {
    addOnce(said, key, flat(value.kind === 'block' ? blockDoc(value, PRINTING) : valueDoc(value, 'operand', PRINTING)));
    return;
  }
  for (const entry of value.entries) {
    if (entry.kind === 'param' || entry.kind === 'clause') addEntry(said, `${key}.`, entry);
  }
}

function addOnce(said: Map<string, string>, key: string, value: string): void {
  let unique = key;
  for (let n = 2; said.has(unique); n++) unique = `${key} (${n})`;
  said.set(unique, value);
}

function* branchChanges(old: RaisedBlock, block: RaisedBlock, titled: (id: string) => string): Generator<string> {
  const left = branchesOf(old);
  const right = branchesOf(block);
  for (const [word, target] of right) {
    const was = left.get(word);
    const now = place(target, titled);
    const on = onWord(word);
    if (was === undefined) yield `${on} is new and leads to ${now}`;
    else if (place(was, titled) !== now || idOf(was) !== idOf(target)) {
      yield `${on} now leads to ${now} instead of ${place(was, titled)}`;
    }
  }
  for (const [word, was] of left) {
    if (!right.has(word)) yield `${onWord(word)} is gone (it led to ${place(was, titled)})`;
  }
}

/** The line below is nobody's `on`. */
function onWord(word: string): string {
  return word === 'next' ? 'then' : `on ${word}`;
}

function branchesOf(block: RaisedBlock): ReadonlyMap<string, RaisedTarget> {
  const branches = new Map<string, RaisedTarget>();
  if (block.success !== undefined && block.success.kind !== 'none') branches.set('next', block.success);
  if (block.body !== undefined) branches.set('repeat', block.body);
  for (const { pattern, target } of block.branches) {
    if (target.kind !== 'none') branches.set(patternText(pattern), target);
  }
  return branches;
}

function idOf(target: RaisedTarget): string {
  return 'id' in target ? target.id : '';
}

/** Names are mostly words with blanks, which would run into the sentence; what a block says has quotes of its own. */
function quoted(title: string): string {
  return /\s/.test(title) && !title.includes('"') ? JSON.stringify(title) : title;
}

function place(target: RaisedTarget, titled: (id: string) => string): string {
  if (target.kind === 'action') return titled(target.id);
  return target.kind === 'dangling' ? `a block that is not there (${target.id})` : 'nothing';
}

// --------------------------------------------------------------------------------------------------------------- texts

const PRINTING: Printing = { width: 100_000, source: undefined, comments: NO_COMMENTS, isTarget: () => true };

/** A piece of text on one line. */
function flat(doc: Doc): string {
  const { formatted } = printer.printDocToString(builders.group(doc), { printWidth: 100_000, tabWidth: 2 });
  return formatted.replace(/\s*\n\s*/g, ' ');
}

const MOST = 120;

function cut(said: string): string {
  return said.length <= MOST ? said : `${said.slice(0, MOST - 1)}…`;
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : cut(JSON.stringify(value));
}
