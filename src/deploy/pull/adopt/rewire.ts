/** Edges that lead elsewhere in the live flow: jumps, `on` lines and sides of `if` that say so. */
import type { RaisedBlock, RaisedBranch, RaisedTarget } from '../../../constructs/types.ts';
import { removePattern } from '../../../constructs/fixes.ts';
import { indentAt } from '../../../diagnostics/remedy.ts';
import type { Block, Body, Branch, Entry, Name, Pattern, Statement } from '../../../syntax/ast.ts';
import { name } from '../../../syntax/make.ts';
import { printName, printPattern } from '../../../syntax/print-leaves.ts';
import type { Span, TextEdit } from '../../../text/text.ts';
import { addEntries, patternIn } from './change.ts';
import { atEnd, isThen, sideOf, type Raised } from './insert.ts';
import { asLabel, type Labels } from './labels.ts';
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
  for (const [key, branch] of mine) if (!theirs.has(key)) removeBranch(rewiring, block, branch.pattern);
  const added: { behind: Entry | undefined; text: string }[] = [];
  live.branches.forEach((branch, i) => {
    const before = mine.get(keyOf(branch.pattern));
    if (before !== undefined && isSame(rewiring, before.target, branch.target)) return;
    const text = rewireBranch(rewiring, spot, block, branch);
    if (text !== undefined) added.push({ behind: behindOf(block, live.branches, i), text });
  });
  addBranches(rewiring, spot, block, added);
}

/** The braces that hold the branches; of a `repeat`, its body holds them. */
function blockOf({ node }: Spot): Block | undefined {
  if (node.kind === 'statement') return node.block;
  if (node.kind !== 'repeat') return undefined;
  const entries = node.body.items.filter((item): item is Branch => item.kind === 'branch');
  return { kind: 'block', entries, span: node.body.span };
}

/** Sets the target of a branch that is written; the line to add where none is. */
function rewireBranch(
  rewiring: Rewiring,
  spot: Spot,
  block: Block | undefined,
  { pattern, target }: RaisedBranch,
): string | undefined {
  const said = jumpTo(rewiring, target);
  if (said === undefined) return undefined;
  const line = `on ${printPattern(pattern)} ${said}`;
  const found = block === undefined ? undefined : patternIn({ block }, pattern);
  if (found === undefined) return line;
  if (found.branch.patterns.length > 1) {
    rewiring.edits.push(
      ...(removePattern(rewiring.working.source, found.branch, found.pattern).fixes?.[0]?.edits ?? []),
    );
    return line;
  }
  redirect(rewiring, found.branch.target, said, spot);
  return undefined;
}

/** Puts a jump in the place of a jump, or of braces. What stands in the braces becomes a step of its own. */
function redirect(rewiring: Rewiring, from: Branch['target'], said: string, spot: Spot): void {
  replace(rewiring, from.span, said);
  if (from.kind === 'body') outline(rewiring, from, spot);
}

function outline({ working, raised, labels, steps }: Rewiring, body: Body, spot: Spot): void {
  const kept = flowing(body).filter(({ kind }) => kind !== 'jump');
  if (kept.length === 0) return;
  const own = [...working.spotOf].find(([, each]) => each.item === kept[0])?.[0];
  const label = printName(asLabel(labels.fresh(raised.own.get(own ?? ''))), 'step');
  const { text } = working;
  const inner = text.slice(body.span.start + 1, body.span.end - 1);
  const column = indentAt(text, spot.item.span.start).length;
  const lines = inner.includes('\n')
    ? inner
        .replace(/^[^\S\n]*\n/, '')
        .replace(/\s*$/, '')
        .split('\n')
    : [`    ${inner.trim().replace(/, *(?=->)/, '\n    ')}`];
  const surplus = inner.includes('\n') ? Math.max(0, (/^ */.exec(lines[0] ?? '')?.[0].length ?? column) - 4) : 0;
  const moved = lines.map((line) => (line.startsWith(' '.repeat(surplus)) ? line.slice(surplus) : line));
  steps.push(`  step ${label} {\n${moved.join('\n')}\n  }`);
}

function removeBranch(rewiring: Rewiring, block: Block | undefined, pattern: Pattern): void {
  const found = block === undefined ? undefined : patternIn({ block }, pattern);
  if (found === undefined) return;
  rewiring.edits.push(...(removePattern(rewiring.working.source, found.branch, found.pattern).fixes?.[0]?.edits ?? []));
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
    if (side !== undefined) redirect(rewiring, side, said, spot);
    else if (!isThen(node, holds)) {
      const { end } = node.then.span;
      replace(rewiring, { start: end, end }, ` else ${said}`);
    }
  }
}
