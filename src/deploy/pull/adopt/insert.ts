/** Blocks that the live flow has and the text does not: said as the decompiler says them, and put where control enters them. */
import { keyName } from '../../../constructs/json-values.ts';
import { structure } from '../../../constructs/structure/index.ts';
import type { RaisedBlock, RaisedBranch, RaisedTarget } from '../../../constructs/types.ts';
import { indentAt } from '../../../diagnostics/remedy.ts';
import type { Body, Branch, If, Item, Jump, Name, Statement, Step } from '../../../syntax/ast.ts';
import { body, name } from '../../../syntax/make.ts';
import { NOWHERE, type TextEdit } from '../../../text/text.ts';
import type { Labels } from './labels.ts';
import { atEnd } from './outline.ts';
import { sayItems } from './say.ts';
import { flowing, type Spot, type Stretch } from './spots.ts';
import type { Working } from './working.ts';

/** Marks a target outside of what is raised, before its live id. */
const OUTSIDE = '\u0001';

export interface Raised {
  /** The blocks of the text and of the live flow, by the id of their first action. */
  readonly own: ReadonlyMap<string, RaisedBlock>;
  readonly live: ReadonlyMap<string, RaisedBlock>;
  /** Where the live flow starts. */
  readonly start: string | undefined;
}

/** A place in the text that control runs through on its way to fresh blocks. */
interface Slot {
  readonly entry: string;
  readonly stretch: Stretch;
  /** Behind this item; before the first one of the body where it is undefined. */
  readonly behind: Item | undefined;
  /** What control goes on to there now: a live id. */
  readonly follow: string | undefined;
}

export function insertEdits(working: Working, raised: Raised, labels: Labels): TextEdit[] {
  const edits: TextEdit[] = [];
  const steps: Item[] = [];
  for (const group of groupsOf(working, raised, labels)) {
    const slot = slotFor(working, raised, group);
    if (slot === undefined) steps.push(...asSteps(working, raised, labels, group));
    else {
      const { trunk, others, falls } = inline(working, raised, labels, group, slot);
      edits.push(putInto(working, slot, trunk, falls));
      steps.push(...others);
    }
  }
  if (steps.length > 0)
    edits.push(
      atEnd(
        working,
        steps.map((step) => sayItems([step], '  ')),
      ),
    );
  return [...edits, ...labels.edits()];
}

/** The fresh blocks, those together that lead to each other. */
function groupsOf(working: Working, { live }: Raised, labels: Labels): RaisedBlock[][] {
  const fresh = working.fresh.flatMap((id) => (labels.known(id) === undefined ? (live.get(id) ?? []) : []));
  const groupOf = new Map<string, RaisedBlock[]>(fresh.map((block) => [block.id, [block]]));
  for (const block of fresh) {
    for (const target of targetsOf(block)) {
      const mine = groupOf.get(block.id);
      const other = target.kind === 'action' ? groupOf.get(target.id) : undefined;
      if (mine === undefined || other === undefined || mine === other) continue;
      mine.push(...other);
      for (const each of other) groupOf.set(each.id, mine);
    }
  }
  return [...new Set(groupOf.values())];
}

function targetsOf(block: RaisedBlock): readonly RaisedTarget[] {
  return [block.success, block.body, ...block.branches.map((branch) => branch.target)].filter((t) => t !== undefined);
}

const idOf = (target: RaisedTarget | undefined): string | undefined =>
  target?.kind === 'action' ? target.id : undefined;

// --------------------------------------------------------------------------------------------------------------- where

function slotFor(working: Working, raised: Raised, group: readonly RaisedBlock[]): Slot | undefined {
  const inGroup = new Set(group.map(({ id }) => id));
  const isFresh = (target: RaisedTarget | undefined): target is RaisedTarget & { kind: 'action' } =>
    target?.kind === 'action' && inGroup.has(target.id);
  const beside: Slot[] = [];
  for (const [liveId, own] of working.ownOf) {
    const spot = working.spotOf.get(own);
    const block = raised.live.get(liveId);
    const said = raised.own.get(own);
    if (spot === undefined || block === undefined || said === undefined || spot.node !== spot.item) continue;
    if (isFresh(block.success) && spot.node.kind !== 'if') {
      return {
        entry: block.success.id,
        stretch: spot.stretch,
        behind: spot.item,
        follow: liveIdOf(working, said.success),
      };
    }
    if (isFresh(block.body) && spot.node.kind === 'repeat') {
      const stretch = stretchOf(working, spot.node.body);
      if (stretch !== undefined)
        beside.push({ entry: block.body.id, stretch, behind: undefined, follow: liveIdOf(working, said.body) });
    }
    block.branches.forEach((branch, i) => {
      if (!isFresh(branch.target)) return;
      const slot = sideSlot(working, spot, said, branch, i);
      if (slot !== undefined) beside.push({ ...slot, entry: branch.target.id });
    });
  }
  if (raised.start !== undefined && inGroup.has(raised.start)) {
    const follow = working.graph.start === undefined ? undefined : working.liveOf.get(working.graph.start);
    return { entry: raised.start, stretch: working.spots.root, behind: undefined, follow };
  }
  return beside[0];
}

/** The braces of a branch, or the way on below an `if`. */
function sideSlot(
  working: Working,
  spot: Spot,
  said: RaisedBlock,
  branch: RaisedBranch,
  index: number,
): Omit<Slot, 'entry'> | undefined {
  const { node } = spot;
  const own = said.branches[index];
  const follow = liveIdOf(working, own?.target);
  if (node.kind === 'if') {
    const side = sideOf(node, branch.word === undefined);
    if (side === undefined) return { stretch: spot.stretch, behind: spot.item, follow };
    const stretch = side.kind === 'body' ? stretchOf(working, side) : undefined;
    return stretch === undefined ? undefined : { stretch, behind: undefined, follow };
  }
  if (node.kind !== 'statement' || own === undefined) return undefined;
  const entry = branchOf(node, own);
  const stretch = entry?.target.kind === 'body' ? stretchOf(working, entry.target) : undefined;
  return stretch === undefined ? undefined : { stretch, behind: undefined, follow };
}

/** The side of an `if` with a plain test that control takes when the condition holds, or when it does not. */
export function sideOf(node: If, holds: boolean): Body | Jump | If | undefined {
  return isThen(node, holds) ? node.then : node.otherwise;
}

export function isThen({ condition }: If, holds: boolean): boolean {
  let isNegated = false;
  let at = condition;
  for (; at.kind === 'not'; at = at.operand) isNegated = !isNegated;
  if (at.kind === 'test' && at.operator === '!=') isNegated = !isNegated;
  return holds !== isNegated;
}

function branchOf(node: Statement, own: RaisedBranch): Branch | undefined {
  const key = JSON.stringify(own.pattern, withoutPlaces);
  for (const entry of node.block?.entries ?? []) {
    if (entry.kind !== 'branch') continue;
    if (entry.patterns.some((each) => JSON.stringify(each, withoutPlaces) === key)) return entry;
  }
  return undefined;
}

function withoutPlaces(key: string, value: unknown): unknown {
  return key === 'span' || key === 'form' || key === 'parts' ? undefined : value;
}

function stretchOf({ spots }: Working, wanted: Body): Stretch | undefined {
  return spots.stretches.find(({ body: each }) => each === wanted);
}

function liveIdOf({ liveOf }: Working, target: RaisedTarget | undefined): string | undefined {
  const id = idOf(target);
  return id === undefined ? undefined : liveOf.get(id);
}

// ---------------------------------------------------------------------------------------------------------------- what

interface Inline {
  readonly trunk: readonly Item[];
  readonly others: readonly Item[];
  /** Whether control runs out at its end, on to what follows. */
  readonly falls: boolean;
}

function inline(working: Working, raised: Raised, labels: Labels, group: readonly RaisedBlock[], slot: Slot): Inline {
  const covered = defaultsAt(working, slot.stretch, labels);
  const items = itemsOf(group, slot.entry, covered);
  const trunk = items.filter(({ kind }) => kind !== 'step');
  const last = trunk[trunk.length - 1];
  const falls = last?.kind === 'jump' && slot.follow !== undefined && last.target.text === OUTSIDE + slot.follow;
  if (falls) {
    trunk.pop();
    const before = trunk[trunk.length - 1];
    if (before !== undefined)
      trunk[trunk.length - 1] = mapNames(before, (each) => (each === last.target.text ? name('next') : undefined));
  }
  const named = nameItems([...trunk, ...items.filter(({ kind }) => kind === 'step')], labels);
  return { trunk: named.slice(0, trunk.length), others: named.slice(trunk.length), falls };
}

/** Blocks that no line of the text leads to by itself: a step for them, which jumps then name. */
function asSteps(working: Working, raised: Raised, labels: Labels, group: readonly RaisedBlock[]): Item[] {
  const entry = entryOf(raised, group);
  if (entry === undefined) return [];
  const covered = defaultsAt(working, working.spots.root, labels);
  const items = itemsOf(group, entry.id, covered);
  const trunk = items.filter(({ kind }) => kind !== 'step');
  const step: Step = {
    kind: 'step',
    name: keyName(labels.fresh(entry)),
    body: body(trunk),
    doc: undefined,
    span: NOWHERE,
  };
  return [
    step,
    ...nameItems(
      items.filter(({ kind }) => kind === 'step'),
      labels,
    ),
  ].map((item, i) => (i === 0 ? ({ ...step, body: body(nameItems(trunk, labels)) } as Item) : item));
}

/** The block of a group that the others of the flow lead to; any, where none does. */
function entryOf({ live }: Raised, group: readonly RaisedBlock[]): RaisedBlock | undefined {
  const inGroup = new Set(group.map(({ id }) => id));
  const entered = new Set<string>();
  for (const block of live.values()) {
    if (inGroup.has(block.id)) continue;
    for (const target of targetsOf(block)) if (target.kind === 'action') entered.add(target.id);
  }
  return group.find(({ id }) => entered.has(id)) ?? group[0];
}

function itemsOf(group: readonly RaisedBlock[], start: string, covered: Covered): Item[] {
  const inGroup = new Set(group.map(({ id }) => id));
  const out = (target: RaisedTarget): RaisedTarget =>
    target.kind === 'action' && !inGroup.has(target.id) ? { kind: 'dangling', id: OUTSIDE + target.id } : target;
  const blocks = group.map((block): RaisedBlock => {
    return {
      ...block,
      success: block.success === undefined ? undefined : out(block.success),
      ...(block.body === undefined ? {} : { body: out(block.body) }),
      branches: block.branches
        .filter((branch) => !covered(block, branch))
        // No defaults of their own: these are for the whole flow to have.
        .map((branch) => ({ ...branch, target: out(branch.target), need: asWritten(branch) })),
    };
  });
  return structure({ blocks, start }).items;
}

function asWritten({ need, word, target }: RaisedBranch): RaisedBranch['need'] {
  return word === undefined || target.kind === 'none' ? need : 'written';
}

/** Whether a default says already where a branch leads. */
type Covered = (block: RaisedBlock, branch: RaisedBranch) => boolean;

function defaultsAt(working: Working, stretch: Stretch, labels: Labels): Covered {
  const lines: Branch[] = [];
  const steps: string[] = [];
  for (let at: Stretch | undefined = stretch; at !== undefined; at = at.outer?.stretch) {
    if (at.seat.of === 'step') steps.push(at.seat.step.name.text);
    if (at.seat.of !== 'repeat') lines.push(...at.body.items.filter((item): item is Branch => item.kind === 'branch'));
  }
  return (block, { word, need, target }) => {
    if (word === undefined || need === 'written' || target.kind !== 'action') return false;
    const said = defaultFor(lines, block.phrase, word);
    if (said === undefined || steps.includes(said.text)) return false;
    return labels.known(target.id)?.text === said.text;
  };
}

function defaultFor(lines: readonly Branch[], phrase: string, word: string): Name | undefined {
  const wanted = [`${phrase} ${word}`, word];
  for (const line of lines) {
    if (line.target.kind !== 'jump') continue;
    const said = line.patterns.map(({ words }) => words.map((each) => ('text' in each ? each.text : '')).join(' '));
    if (wanted.some((each) => said.includes(each))) return line.target.target;
  }
  return undefined;
}

// --------------------------------------------------------------------------------------------------------------- names

/** Labels and steps get names that are free, targets outside those that lead there. */
function nameItems(items: readonly Item[], labels: Labels): Item[] {
  const renamed = new Map<string, string>();
  for (const own of declaredIn(items)) if (!renamed.has(own)) renamed.set(own, labels.take(own));
  return items.map((item) =>
    mapNames(item, (said) => {
      if (said.startsWith(OUTSIDE)) return labels.to(said.slice(OUTSIDE.length)) ?? name('nothing');
      const to = renamed.get(said);
      return to === undefined || to === said ? undefined : keyName(to);
    }),
  );
}

function declaredIn(items: readonly Item[]): string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { kind, label, name: own } = node as { kind?: string; label?: Name; name?: Name };
    if (label !== undefined) found.push(label.text);
    if (kind === 'step' && own !== undefined) found.push(own.text);
    for (const inner of Object.values(node)) visit(inner);
  };
  visit(items);
  return found;
}

/** The same tree with other labels, steps and targets of jumps. */
function mapNames<N extends Item>(node: N, to: (said: string) => Name | undefined): N {
  const visit = (at: unknown, key: string): unknown => {
    if (typeof at !== 'object' || at === null) return at;
    if (Array.isArray(at)) return at.map((inner) => visit(inner, key));
    const { kind } = at as { kind?: string };
    if (kind === 'name') {
      const { text } = at as Name;
      return key === 'key' ? at : (to(text) ?? at);
    }
    return Object.fromEntries(Object.entries(at).map(([inner, value]) => [inner, visit(value, inner)]));
  };
  return visit(node, '') as N;
}

// ------------------------------------------------------------------------------------------------------------- into it

function putInto(working: Working, { stretch, behind }: Slot, trunk: readonly Item[], falls: boolean): TextEdit {
  const { text } = working;
  const items = flowing(stretch.body);
  const next = behind === undefined ? items[0] : items[items.indexOf(behind) + 1];
  const old = !falls && next?.kind === 'jump' ? next : undefined;
  if (behind !== undefined) {
    const { start, end } = behind.span;
    const indent = indentAt(text, start);
    const isOwnLine = text.slice(0, start).endsWith(`\n${indent}`) || start === 0;
    const rest = /^[ \t]*(?:\/\/[^\r\n]*)?(?=\r?\n|$)/.exec(text.slice(end, end + 4000));
    if (isOwnLine && rest !== null && old === undefined) {
      const at = end + rest[0].length;
      return { span: { start: at, end: at }, newText: `\n${sayItems(trunk, indent)}` };
    }
    const said = sayItems(trunk, isOwnLine ? indent : `${indent}  `);
    if (isOwnLine) return { span: { start: end, end: old?.span.end ?? end }, newText: `\n${said}` };
    const comma = /^[ \t]*,?[ \t]*/.exec(text.slice(end, end + 100))?.[0].length ?? 0;
    return { span: { start: end, end: old?.span.end ?? end + comma }, newText: `\n${said}\n${indent}  ` };
  }
  if (next === undefined) {
    const at = stretch.body.span.start + 1;
    return { span: { start: at, end: at }, newText: `\n${sayItems(trunk, `${indentAt(text, at)}  `)}` };
  }
  const { start } = next.span;
  const indent = indentAt(text, start);
  const said = sayItems(trunk, indent).slice(indent.length);
  if (old !== undefined) return { span: old.span, newText: said };
  return { span: { start, end: start }, newText: `${said}\n${indent}` };
}
