/**
 * Rendering: a placement as items of the syntax tree. Every edge is compared with what the text would say by itself at
 * that place (the next line, a default), and written where it differs; so the text says the same edges wherever blocks
 * stand.
 */
import type { Body, Branch, Condition, If, Item, Jump, Name, Pattern, Test, Value } from '../../syntax/ast.ts';
import { block, body, branch, jump, name, pattern, statement, text, word } from '../../syntax/make.ts';
import { NOWHERE } from '../../text/text.ts';
import { defaultFor, type Defaults } from './defaults.ts';
import { isBlock, NEXT, NONE, wordOf, type Goal } from './goals.ts';
import { groupEdges, type Edge, type Node } from './nodes.ts';
import type { PlacedBlock, Placement, Sequence } from './placement.ts';

/** How blocks are called. */
export interface Naming {
  /** The name that a jump says; tells the caller that it is needed, and from where. */
  readonly jumpTo: (goal: Goal, from: Sequence | undefined) => Name;
  /** The label before a block's statement. */
  readonly labelOf: (node: Node) => Name | undefined;
  /** The name of the step that begins with a block. */
  readonly stepName: (node: Node) => Name;
}

/** Notes of the designer, by the block that they are tied to. */
export type Notes = ReadonlyMap<number, readonly string[]>;

interface Around {
  readonly sequence: Sequence;
  /** Where control goes that runs out of these braces; undefined when nothing follows. */
  readonly after: Goal | undefined;
  readonly step: number | undefined;
  readonly loop: { readonly again: number; readonly done: Goal | undefined } | undefined;
}

/** The items of the flow's body: defaults, the trunk, the steps. */
export function render(placement: Placement, defaults: Defaults, naming: Naming, notes: Notes): Item[] {
  const writer: Writer = { defaults, naming, notes };
  const own = (sequence: Sequence, step: number | undefined) =>
    sequenceItems(writer, { sequence, after: undefined, step, loop: undefined });
  const head = defaultItems(writer);
  const trunk = placement.trunk === undefined ? [] : own(placement.trunk, undefined);
  const steps = placement.steps.map((sequence): Item => {
    const first = (sequence.blocks[0] as PlacedBlock).node;
    const inside = body(own(sequence, first.index));
    return { kind: 'step', name: naming.stepName(first), body: inside, doc: undefined, span: NOWHERE };
  });
  return [...head, ...trunk, ...steps];
}

interface Writer {
  readonly defaults: Defaults;
  readonly naming: Naming;
  readonly notes: Notes;
}

function defaultItems({ defaults, naming }: Writer): Branch[] {
  const line = (words: Value[], goal: Goal) =>
    branch([pattern(words)], jump(nameOfWord(goal) ?? naming.jumpTo(goal, undefined)));
  const lines = defaults.error === undefined ? [] : [line([word('error')], defaults.error)];
  for (const [phrase, goal] of defaults.special) {
    lines.push(line([...phrase.split(' ').map(word), word('error')], goal));
  }
  return lines;
}

function nameOfWord(goal: Goal): Name | undefined {
  const said = wordOf(goal);
  return said === undefined ? undefined : name(said);
}

/** The target of an edge, as a jump says it. */
function target({ naming }: Writer, { sequence, loop }: Around, goal: Goal): Name {
  const said = nameOfWord(goal);
  if (said !== undefined) return said;
  if (isBlock(goal)) {
    if (goal === loop?.again) return name('continue');
    if (goal === loop?.done) return name('break');
  }
  return naming.jumpTo(goal, sequence);
}

function sequenceItems(writer: Writer, around: Around): Item[] {
  const { blocks } = around.sequence;
  return blocks.flatMap((placed, i) => {
    const below = blocks[i + 1]?.node.index ?? around.after;
    const on = goesOnTo(placed);
    // A way on that is not what stands below is a jump of its own line; then that is what `next` means.
    const said = sayBlock(writer, around, placed, on ?? below);
    const noted = (writer.notes.get(placed.node.index) ?? []).map((note) => statement([word('note'), text(note)]));
    const items: Item[] = [...noted, said];
    if (on !== undefined && on !== below) items.push(jump(target(writer, around, on)));
    return items;
  });
}

/** Where control goes on below the statement, by the statement alone. */
function goesOnTo({ node, falls, jump: below }: PlacedBlock): Goal | undefined {
  if (node.sides === undefined) return node.success ?? below;
  if (falls === 'both') return undefined;
  const { goal } = node.sides[falls];
  return goal === NONE ? undefined : goal;
}

function sayBlock(writer: Writer, around: Around, placed: PlacedBlock, next: Goal | undefined): Item {
  const { node } = placed;
  const label = writer.naming.labelOf(node);
  if (node.sides !== undefined) return sayIf(writer, around, placed, next, label);
  if (node.block.kind === 'loop') return sayRepeat(writer, around, placed, next, label);
  const lines = branchLines(writer, around, placed, next);
  const entries = [...node.block.entries, ...lines];
  const words = node.block.kind === 'compare' ? [word('match'), ...node.block.words] : node.block.words;
  return statement(words, entries.length === 0 ? undefined : block(entries), label);
}

// ------------------------------------------------------------------------------------------------ branches

function branchLines(writer: Writer, around: Around, placed: PlacedBlock, next: Goal | undefined): Branch[] {
  const { node, bodies } = placed;
  const written = node.edges.filter((edge) => mustBeWritten(writer, around, node, edge, next));
  const lines = groupEdges(written, (goal) => bodies.has(goal)).map(({ edges, goal }) => {
    const inside = bodies.get(goal);
    const patterns = edges.map((edge) => edge.branch.pattern);
    return branch(
      patterns,
      inside === undefined ? jumpAside(writer, around, goal, next) : bodyOf(writer, around, inside, next),
    );
  });
  if (node.block.success?.kind === 'none') lines.push(branch([pattern([word('success')])], jump(name('none'))));
  return lines;
}

/** The jump of an edge that does not go on by itself: `next` where that says it, else a name or word. */
function jumpAside(writer: Writer, around: Around, goal: Goal, next: Goal | undefined): Jump {
  const isNext = goal === next && isBlock(goal);
  // At the end of a `repeat`, what follows is the Loop again: `continue` says so.
  return jump(isNext && goal !== around.loop?.again ? name('next') : target(writer, around, goal));
}

function bodyOf(writer: Writer, { step, loop }: Around, sequence: Sequence, after: Goal | undefined): Body {
  return body(sequenceItems(writer, { sequence, after, step, loop }));
}

function mustBeWritten(
  { defaults }: Writer,
  { step }: Around,
  { block: own }: Node,
  { branch: each, goal }: Edge,
  next: Goal | undefined,
): boolean {
  const general = defaultFor(defaults, own, each);
  if (general === undefined || (general === NEXT && own.kind === 'leave'))
    return goal !== NONE || each.need === 'always';
  const covered = general === NEXT || general === step ? (own.kind === 'leave' ? undefined : next) : general;
  return covered === undefined || covered !== goal;
}

// ------------------------------------------------------------------------------------------------ repeat

function sayRepeat(
  writer: Writer,
  around: Around,
  { node, loop: sequence }: PlacedBlock,
  next: Goal | undefined,
  label: Name | undefined,
): Item {
  const goal = node.body ?? NONE;
  const done = node.success;
  // The Loop block's own branches: for them, what follows is what stands below the `repeat`.
  const own = node.edges.filter((edge) => mustBeWritten(writer, around, node, edge, next));
  const lines = groupEdges(own, () => false).map(({ edges, goal: to }) =>
    branch(
      edges.map((edge) => edge.branch.pattern),
      jumpAside(writer, around, to, next),
    ),
  );
  if (done === undefined) lines.push(branch([pattern([word('done')])], jump(name('none'))));
  const loop = { again: node.index, done };
  const inside: Item[] =
    sequence === undefined
      ? [jump(target(writer, { ...around, loop }, goal))]
      : sequenceItems(writer, { sequence, after: node.index, step: around.step, loop });
  return {
    kind: 'repeat',
    label,
    words: node.block.words,
    body: body([...lines, ...inside]),
    doc: undefined,
    span: NOWHERE,
  };
}

// ------------------------------------------------------------------------------------------------ if

function sayIf(
  writer: Writer,
  around: Around,
  placed: PlacedBlock,
  next: Goal | undefined,
  label: Name | undefined,
): If {
  const sides = placed.node.sides as NonNullable<Node['sides']>;
  const side = (goal: Goal): Body | Jump | undefined => {
    const sequence = placed.bodies.get(goal);
    if (sequence !== undefined) return bodyOf(writer, around, sequence, next);
    return goal === next ? undefined : jump(target(writer, around, goal));
  };
  const yes = side(sides.condition.goal);
  const no = side(sides.otherwise.goal);
  const test = testOf(placed.node.block.words, sides.condition.branch.pattern);
  const make = (condition: Condition, then: Body | Jump, otherwise: Body | If | Jump | undefined): If => ({
    kind: 'if',
    label,
    condition,
    then,
    otherwise,
    doc: undefined,
    span: NOWHERE,
  });
  if (yes === undefined)
    return no === undefined ? make(test, jump(name('next')), undefined) : make(negated(test), no, undefined);
  return make(test, yes, no === undefined ? undefined : asElse(no));
}

/** Braces around a lone `if` that has no label are `else if`. */
function asElse(side: Body | Jump): Body | If | Jump {
  const [only, more] = side.kind === 'body' ? side.items : [];
  return only?.kind === 'if' && more === undefined && only.label === undefined ? only : side;
}

function testOf(value: readonly Value[], { operator, words }: Pattern): Test {
  const inWords = operator === undefined && words[0]?.kind === 'word';
  return inWords
    ? { kind: 'test', words: [...value, ...words], operator: undefined, right: [], span: NOWHERE }
    : { kind: 'test', words: value, operator: operator ?? '==', right: words, span: NOWHERE };
}

function negated(test: Test): Condition {
  if (test.operator === '==') return { ...test, operator: '!=' };
  return { kind: 'not', operand: test, span: NOWHERE };
}
