/** Edges that lead elsewhere in the live flow: jumps, `on` lines and sides of `if` that say so. */
import type { RaisedBlock, RaisedBranch, RaisedTarget } from '../../../constructs/types.ts';
import { indentAt } from '../../../diagnostics/remedy.ts';
import type { Block, Branch, Entry, Name, Pattern, Statement } from '../../../syntax/ast.ts';
import { name } from '../../../syntax/make.ts';
import { printName, printPattern } from '../../../syntax/print-leaves.ts';
import type { Span, TextEdit } from '../../../text/text.ts';
import { addEntries, patternIn } from './change.ts';
import { isThen, sideOf, type Raised } from './insert.ts';
import type { Labels } from './labels.ts';
import { atEnd, outline } from './outline.ts';
import { lineSpan } from './remove.ts';
import { keyOf } from './say.ts';
import { flowing, testsOf, type Spot } from './spots.ts';
import type { Working } from './working.ts';

interface Rewiring {
  readonly working: Working;
  readonly raised: Raised;
  readonly labels: Labels;
  readonly edits: TextEdit[];
  /** Steps that are made of bodies which nothing falls into any more. */
  readonly steps: string[];
}

export function rewireEdits(working: Working, raised: Raised, labels: Labels): TextEdit[] {
  const rewiring: Rewiring = { working, raised, labels, edits: [], steps: [] };
  rewireStart(rewiring);
  for (const [liveId, own] of working.ownOf) {
    const spot = working.spotOf.get(own);
    const said = raised.own.get(own);
    const live = raised.live.get(liveId);
    if (spot === undefined || said === undefined || live === undefined) continue;
    if (spot.node.kind === 'if') rewireIf(rewiring, spot, said, live);
    else rewireStatement(rewiring, spot, said, live);
  }
  if (rewiring.steps.length > 0) rewiring.edits.push(atEnd(working, rewiring.steps));
  return [...rewiring.edits, ...labels.edits()];
}

/** Whether the text leads where the live flow does. */
function isSame({ working }: Rewiring, own: RaisedTarget | undefined, live: RaisedTarget | undefined): boolean {
  if (own === undefined || live === undefined) return own === live;
  if (own.kind === 'action') return live.kind === 'action' && working.liveOf.get(own.id) === live.id;
  return keyOf(own) === keyOf(live);
}

function nameOf({ labels }: Rewiring, target: RaisedTarget): Name | undefined {
  switch (target.kind) {
    case 'action':
      return labels.to(target.id);
    case 'dangling':
      return name(target.id, true);
    default:
      return name(target.kind);
  }
}

function jumpTo(rewiring: Rewiring, target: RaisedTarget): string | undefined {
  const to = nameOf(rewiring, target);
  return to === undefined ? undefined : `-> ${printName(to, 'target')}`;
}

function replace({ edits }: Rewiring, span: Span, newText: string | undefined): void {
  if (newText !== undefined) edits.push({ span, newText });
}

// --------------------------------------------------------------------------------------------------------------- start

function rewireStart(rewiring: Rewiring): void {
  const { working, raised } = rewiring;
  const own = working.graph.start;
  if (raised.start === undefined || raised.start === '' || own === undefined) return;
  if (working.liveOf.get(own) === raised.start) return;
  const [first] = flowing(working.spots.root.body);
  const said = jumpTo(rewiring, { kind: 'action', id: raised.start });
  if (first === undefined || said === undefined) return;
  if (first.kind === 'jump') replace(rewiring, first.span, said);
  else {
    const { start } = first.span;
    replace(rewiring, { start, end: start }, `${said}\n${indentAt(working.text, start)}`);
  }
}

// ---------------------------------------------------------------------------------------------------------- statements

function rewireStatement(rewiring: Rewiring, spot: Spot, own: RaisedBlock, live: RaisedBlock): void {
  const block = blockOf(spot);
  if (!isSame(rewiring, own.success, live.success)) rewireSuccess(rewiring, spot, block, own, live);
  const mine = new Map(own.branches.map((branch) => [keyOf(branch.pattern), branch]));
  const theirs = new Map(live.branches.map((branch) => [keyOf(branch.pattern), branch]));
  const leaving = new Map<Branch, Pattern[]>();
  const leave = ({ branch, pattern }: { branch: Branch; pattern: Pattern }) =>
    leaving.set(branch, [...(leaving.get(branch) ?? []), pattern]);
  for (const [key, branch] of mine) {
    const found = theirs.has(key) ? undefined : writtenIn(block, branch.pattern);
    if (found !== undefined) leave(found);
  }
  const changed: Changed[] = [];
  live.branches.forEach((branch, i) => {
    const before = mine.get(keyOf(branch.pattern));
    if (before !== undefined && isSame(rewiring, before.target, branch.target)) return;
    const said = jumpTo(rewiring, branch.target);
    if (said === undefined) return;
    const written = writtenIn(block, branch.pattern);
    changed.push({ branch, said, written, behind: written?.branch ?? behindOf(block, live.branches, i) });
  });
  const added: { behind: Entry | undefined; text: string }[] = [];
  for (const group of together(changed)) {
    const [{ said, written, behind }] = group;
    const isAll = written !== undefined && written.branch.patterns.length === group.length;
    if (isAll && !leaving.has(written.branch)) redirect(rewiring, written.branch.target, said);
    else {
      for (const each of group) if (each.written !== undefined) leave(each.written);
      const patterns = group.map((each) => printPattern(each.branch.pattern)).join(', ');
      added.push({ behind, text: `on ${patterns} ${said}` });
    }
  }
  for (const [branch, patterns] of leaving) removePatterns(rewiring, branch, patterns);
  addBranches(rewiring, spot, block, added);
}

/** A branch that leads elsewhere. */
interface Changed {
  readonly branch: RaisedBranch;
  readonly said: string;
  readonly written: { readonly branch: Branch; readonly pattern: Pattern } | undefined;
  readonly behind: Entry | undefined;
}

/** Those of one `on` line that lead to the same place now, or that are not written yet and belong to one place. */
function together(changed: readonly Changed[]): [Changed, ...Changed[]][] {
  const groups: [Changed, ...Changed[]][] = [];
  for (const each of changed) {
    const same = groups.find(([first]) => {
      const isWord = first.branch.word !== undefined && each.branch.word !== undefined;
      const isLine = first.written !== undefined && first.written.branch === each.written?.branch;
      return first.said === each.said && (isLine || (isWord && first.written === each.written));
    });
    if (same === undefined) groups.push([each]);
    else same.push(each);
  }
  return groups;
}

function writtenIn(block: Block | undefined, pattern: Pattern): ReturnType<typeof patternIn> {
  return block === undefined ? undefined : patternIn({ block }, pattern);
}

/** Takes patterns out of an `on` line; the line, where none is left. */
function removePatterns({ working, edits }: Rewiring, branch: Branch, gone: readonly Pattern[]): void {
  const left = branch.patterns.filter((pattern) => !gone.includes(pattern));
  const [first] = branch.patterns;
  const last = branch.patterns[branch.patterns.length - 1];
  if (left.length === 0 || first === undefined || last === undefined) {
    edits.push({ span: lineSpan(working.text, branch.span), newText: '' });
  } else {
    const span = { start: first.span.start, end: last.span.end };
    edits.push({ span, newText: left.map(printPattern).join(', ') });
  }
}

/** The braces that hold the branches; of a `repeat`, its body holds them. */
function blockOf({ node }: Spot): Block | undefined {
  if (node.kind === 'statement') return node.block;
  if (node.kind !== 'repeat') return undefined;
  const entries = node.body.items.filter((item): item is Branch => item.kind === 'branch');
  return { kind: 'block', entries, span: node.body.span };
}

/** Puts a jump in the place of a jump, or of braces. What stands in the braces becomes a step of its own. */
function redirect(rewiring: Rewiring, from: Branch['target'], said: string): void {
  replace(rewiring, from.span, said);
  if (from.kind !== 'body') return;
  const step = outline(rewiring.working, from, rewiring.raised.own, rewiring.labels);
  if (step !== undefined) rewiring.steps.push(step);
}

/** The `on` line that says the branch before it; conditions must keep their order. */
function behindOf(block: Block | undefined, branches: readonly RaisedBranch[], index: number): Entry | undefined {
  for (let i = index - 1; i >= 0; i--) {
    const before = branches[i];
    const found = before === undefined || block === undefined ? undefined : patternIn({ block }, before.pattern);
    if (found !== undefined) return found.branch;
  }
  const isCondition = branches[index]?.word === undefined;
  const others = (block?.entries ?? []).filter((entry) => !isCondition || entry.kind !== 'branch');
  return others[others.length - 1];
}

function addBranches(
  rewiring: Rewiring,
  { node, item }: Spot,
  block: Block | undefined,
  added: readonly { readonly behind: Entry | undefined; readonly text: string }[],
): void {
  if (added.length === 0) return;
  const { source, text } = rewiring.working;
  if (block === undefined) {
    const words = (node as Statement).words;
    const end = words[words.length - 1]?.span.end ?? item.span.end;
    replace(rewiring, { start: end, end }, ` { ${added.map((each) => each.text).join(', ')} }`);
    return;
  }
  if (node.kind === 'repeat') {
    const at = block.span.start + 1;
    const indent = `${indentAt(text, item.span.start)}  `;
    replace(rewiring, { start: at, end: at }, added.map((each) => `\n${indent}${each.text}`).join(''));
    return;
  }
  const places = new Map<Entry | undefined, string[]>();
  for (const { behind, text: line } of added) places.set(behind, [...(places.get(behind) ?? []), line]);
  for (const [behind, lines] of places) rewiring.edits.push(addEntries(source, block, behind, lines));
}

/** What stands below the statement, or a jump there. */
function rewireSuccess(
  rewiring: Rewiring,
  { stretch, item }: Spot,
  block: Block | undefined,
  own: RaisedBlock,
  live: RaisedBlock,
): void {
  const { working } = rewiring;
  const written = block?.entries.filter((entry) => entry.kind === 'branch') ?? [];
  const success = written.find((entry) =>
    entry.patterns.some(({ words: [word] }) => word?.kind === 'word' && word.text === 'success'),
  );
  if (live.success === undefined) return;
  if (success !== undefined) {
    const said = jumpTo(rewiring, live.success);
    if (said !== undefined && success.patterns.length === 1) replace(rewiring, success.target.span, said);
    return;
  }
  if (live.success.kind === 'none' || own.success === undefined) {
    if (item.kind === 'statement')
      addBranches(rewiring, { stretch, item, node: item, test: undefined }, block, [
        { behind: written[written.length - 1], text: 'on success -> none' },
      ]);
    return;
  }
  const items = flowing(stretch.body);
  const next = items[items.indexOf(item) + 1];
  const said = jumpTo(rewiring, live.success);
  if (said === undefined) return;
  if (next?.kind === 'jump') {
    replace(rewiring, next.span, said);
    return;
  }
  const { start, end } = item.span;
  const indent = indentAt(working.text, start);
  const isOwnLine = working.text.slice(0, start).endsWith(`\n${indent}`);
  const rest = /^[ \t]*(?:\/\/[^\r\n]*)?(?=\r?\n|$)/.exec(working.text.slice(end, end + 4000));
  const at = end + (isOwnLine ? (rest?.[0].length ?? 0) : 0);
  replace(rewiring, { start: at, end: at }, isOwnLine ? `\n${indent}${said}` : `, ${said}`);
}

// ------------------------------------------------------------------------------------------------------------------ if

function rewireIf(rewiring: Rewiring, spot: Spot, own: RaisedBlock, live: RaisedBlock): void {
  const { node } = spot;
  // Of a chain of tests some edges lead to each other: it is only rewritten as a whole.
  if (node.kind !== 'if' || testsOf(node.condition).length > 1) return;
  for (const branch of live.branches) {
    const holds = branch.word === undefined;
    const before = own.branches.find((each) => (each.word === undefined) === holds);
    if (before === undefined || isSame(rewiring, before.target, branch.target)) continue;
    const said = jumpTo(rewiring, branch.target);
    const side = sideOf(node, holds);
    if (said === undefined || side?.kind === 'if') continue;
    if (side !== undefined) redirect(rewiring, side, said);
    else if (!isThen(node, holds)) {
      const { end } = node.then.span;
      replace(rewiring, { start: end, end }, ` else ${said}`);
    }
  }
}
