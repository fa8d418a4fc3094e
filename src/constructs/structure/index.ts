/**
 * Structure recovery: raised blocks of a graph as the body of a flow that a person could have written. Defaults first,
 * then the happy path downwards, short branches in braces, everything else as steps.
 *
 * Total and exact: any graph has a text, and the text says every edge as it was, whatever the placing proposes.
 */
import type { Item, Name } from '../../syntax/ast.ts';
import { jump, name, statement, text, word } from '../../syntax/make.ts';
import { isTargetWord } from '../../syntax/ast.ts';
import { keyName } from '../json-values.ts';
import type { RaisedBlock } from '../types.ts';
import { costOf } from './cost.ts';
import { possibleDefaults, type Defaults } from './defaults.ts';
import { goalsOf, isBlock, type Goal, type Goals } from './goals.ts';
import { isUsable, nameBook } from './names.ts';
import { nodesOf, type Node } from './nodes.ts';
import { place } from './place.ts';
import type { Placement, Sequence } from './placement.ts';
import { render, type Naming, type Notes } from './render.ts';
import { shapeOf, type Shape } from './shape.ts';

/** A flow whose blocks have no place yet. */
export interface StructureInput {
  /** All blocks of the flow; a target of kind `action` is the id of one of them. */
  readonly blocks: readonly RaisedBlock[];
  /** Where the flow starts: an id; '' or an id that no block has in drafts; undefined when nothing says. */
  readonly start: string | undefined;
  /** Sticky notes, with the id of the block that each is tied to. */
  readonly notes?: readonly { readonly text: string; readonly action: string | undefined }[];
}

/** A flow as text says it. */
export interface Structure {
  /** The body of the flow. */
  readonly items: Item[];
  /** By block id, the step or label that jumps to it say. */
  readonly stepNames: ReadonlyMap<string, string>;
}

/** Finds a place and a name for every block. */
export function structure({ blocks, start, notes = [] }: StructureInput): Structure {
  const goals = goalsOf(blocks, start);
  const nodes = nodesOf(blocks, goals);
  const startNode = start === undefined || start === '' ? undefined : goals.of({ kind: 'action', id: start });
  const { shape, defaults, placement, wanted } = settle(nodes, goals, isBlock(startNode) ? startNode : undefined);
  const names = giveNames(shape, goals, placement, wanted);
  const tied = notesByBlock(blocks, goals, notes);
  const items = render(placement, defaults, namingBy(names, goals), tied.byBlock);
  return {
    items: [...withStart(items, start, startNode), ...tied.free.map((note) => statement([word('note'), text(note)]))],
    stepNames: new Map([...names.jumps].map(([index, called]) => [(blocks[index] as RaisedBlock).id, called])),
  };
}

/** A draft that starts nowhere says so in its first line, behind the defaults. */
function withStart(items: Item[], start: string | undefined, startNode: Goal | undefined): Item[] {
  if (isBlock(startNode)) return items;
  const target = start === undefined ? name('none') : start === '' ? name('nothing') : name(start, true);
  const head = items.findIndex((item) => item.kind !== 'branch');
  const at = head === -1 ? items.length : head;
  return [...items.slice(0, at), jump(target), ...items.slice(at)];
}

// ------------------------------------------------------------------------------------------------ placing

/** A flow with a place for each block. */
interface Settled {
  readonly shape: Shape;
  readonly defaults: Defaults;
  readonly placement: Placement;
  /** The blocks that jumps name. */
  readonly wanted: ReadonlySet<number>;
}

/** How many defaults are tried; of public flows none is shorter under a later one. */
const TRIED = 3;
/** Connect takes no flow with more blocks; for what is larger the first guess is good enough. */
const MOST_BLOCKS = 250;

/** The defaults under which the flow is the shortest to read, and the places that blocks have under them. */
function settle(nodes: readonly Node[], goals: Goals, start: number | undefined): Settled {
  const possible = possibleDefaults(nodes);
  let best: (Settled & { readonly cost: number }) | undefined;
  for (const defaults of possible.slice(0, nodes.length > MOST_BLOCKS ? 1 : TRIED)) {
    const shape = shapeOf(nodes, goals, start, defaults);
    const settled = { shape, defaults, ...settlePlacement(shape, defaults) };
    if (best === undefined || settled.cost < best.cost) best = settled;
  }
  return best as Settled;
}

/** How often a placement is mended before bodies are given up. */
const ATTEMPTS = 6;

/** Places the blocks so that no jump leads into a body from outside: such a target becomes a step. */
function settlePlacement(
  shape: Shape,
  defaults: Defaults,
): Pick<Settled, 'placement' | 'wanted'> & { readonly cost: number } {
  const forced = new Set<number>();
  for (let attempt = 0; ; attempt++) {
    const placement = place(shape, forced, attempt < ATTEMPTS);
    const { wanted, broken, items } = jumpsOf(placement, defaults);
    if (broken.length === 0 || attempt === ATTEMPTS) {
      return { placement, wanted, cost: costOf(items) + wanted.size + defaults.special.size };
    }
    for (const goal of broken) forced.add(goal);
  }
}

/** The blocks that jumps name, those of them that stand in a body which the jump is not in, and the text without names. */
function jumpsOf(
  placement: Placement,
  defaults: Defaults,
): { wanted: ReadonlySet<number>; broken: readonly number[]; items: readonly Item[] } {
  const wanted = new Set<number>();
  const broken: number[] = [];
  const nobody = name('');
  const items = render(
    placement,
    defaults,
    {
      jumpTo: (goal, from) => {
        if (!isBlock(goal)) return nobody;
        wanted.add(goal);
        const home = placement.home[goal];
        if (home?.kind === 'body' && !encloses(home, from)) broken.push(goal);
        return nobody;
      },
      labelOf: () => undefined,
      stepName: () => nobody,
    },
    new Map(),
  );
  return { wanted, broken, items };
}

function encloses(outer: Sequence, inner: Sequence | undefined): boolean {
  for (let at = inner; at !== undefined; at = at.parent) if (at === outer) return true;
  return false;
}

// ------------------------------------------------------------------------------------------------ naming

interface Names {
  /** What a jump to a block says. */
  readonly jumps: ReadonlyMap<number, string>;
  /** What stands before a block's statement. */
  readonly labels: ReadonlyMap<number, string>;
}

function giveNames(shape: Shape, goals: Goals, placement: Placement, wanted: ReadonlySet<number>): Names {
  const labels = new Map<number, string>();
  const jumps = new Map<number, string>();
  // Ids that no block has stand in the text as they are; nothing else may be called so.
  const taken = new Set(goals.danglingIds);
  for (const { index, block } of shape.nodes) {
    if (block.label === undefined || goals.shared.has(index)) continue;
    const label = distinct(block.label, taken);
    taken.add(label);
    labels.set(index, label);
  }
  const nameFor = nameBook(taken, shape.nodes, shape.start);
  const steps = new Set(placement.steps.map(({ blocks: [first] }) => first?.node.index));
  for (const node of inReadingOrder(placement)) {
    const isStep = steps.has(node.index);
    const label = labels.get(node.index);
    if (!isStep && !wanted.has(node.index)) continue;
    // A step is called as people call its first block, where that is a name.
    const called = label !== undefined && (!isStep || isUsable(label)) ? label : nameFor(node);
    jumps.set(node.index, called);
    if (!isStep) labels.set(node.index, called);
  }
  return { jumps, labels };
}

/** People's names are kept to the letter; a second block of the same name gets a number. */
function distinct(label: string, taken: ReadonlySet<string>): string {
  if (!taken.has(label)) return label;
  let number = 2;
  while (taken.has(`${label} ${number}`)) number++;
  return `${label} ${number}`;
}

function* inReadingOrder(placement: Placement): Generator<Node> {
  const sequences = [...(placement.trunk === undefined ? [] : [placement.trunk]), ...placement.steps];
  for (const sequence of sequences) yield* blocksOf(sequence);
}

function* blocksOf({ blocks }: Sequence): Generator<Node> {
  for (const { node, bodies, loop } of blocks) {
    yield node;
    if (loop !== undefined) yield* blocksOf(loop);
    for (const body of bodies.values()) yield* blocksOf(body);
  }
}

/** A step's or label's name; quoted where a bare one would be read as something else. */
function said(given = ''): Name {
  const bare = keyName(given);
  return isTargetWord(bare) ? name(given, true) : bare;
}

function namingBy(names: Names, goals: Goals): Naming {
  return {
    jumpTo: (goal) => {
      const dangling = goals.danglingId(goal);
      return dangling === undefined ? said(names.jumps.get(goal)) : name(dangling, true);
    },
    labelOf: ({ index }) => {
      const label = names.labels.get(index);
      return label === undefined ? undefined : said(label);
    },
    stepName: ({ index }) => said(names.jumps.get(index)),
  };
}

// ------------------------------------------------------------------------------------------------ notes

function notesByBlock(
  blocks: readonly RaisedBlock[],
  goals: Goals,
  notes: NonNullable<StructureInput['notes']>,
): { readonly byBlock: Notes; readonly free: readonly string[] } {
  const indices = new Map(blocks.flatMap(({ members }, i) => members.map((id) => [id, i] as const)));
  const byBlock = new Map<number, string[]>();
  const free: string[] = [];
  for (const { text: note, action } of notes) {
    const index = action === undefined ? undefined : indices.get(action);
    if (index === undefined || goals.shared.has(index)) free.push(note);
    else byBlock.set(index, [...(byBlock.get(index) ?? []), note]);
  }
  return { byBlock, free };
}
