/** Where the blocks of a flow stand in its text: for each statement, the body around it, and what that body belongs to. */
import { isHeadStatement } from '../../../constructs/head.ts';
import type {
  Body,
  Branch,
  Condition,
  Flow,
  If,
  Item,
  Name,
  Repeat,
  Statement,
  Step,
  Test,
} from '../../../syntax/ast.ts';

/** What a body is the body of. */
export type Seat =
  | { readonly of: 'flow'; readonly flow: Flow }
  | { readonly of: 'step'; readonly step: Step }
  | { readonly of: 'repeat'; readonly repeat: Repeat }
  | { readonly of: 'branch'; readonly branch: Branch; readonly statement: Statement }
  | { readonly of: 'then' | 'otherwise'; readonly branch: If };

/** A body with its surroundings. */
export interface Stretch {
  readonly body: Body;
  readonly seat: Seat;
  /** The body around, and the item of it that this one belongs to. */
  readonly outer: { readonly stretch: Stretch; readonly item: Item } | undefined;
}

/** A statement that makes an action. */
export interface Spot {
  readonly stretch: Stretch;
  /** The member of the body. For an `else if`, the first `if` of the chain. */
  readonly item: Item;
  readonly node: Statement | If | Repeat;
  /** The test of an `if` that makes the action; the first of a condition with several enters it. */
  readonly test: Test | undefined;
}

export interface Spots {
  /** By the offset at which the words of the statement (or the test) begin. */
  readonly byHead: ReadonlyMap<number, Spot>;
  readonly root: Stretch;
  readonly stretches: readonly Stretch[];
  /** Labels and names of steps. */
  readonly labels: ReadonlySet<string>;
}

export function spotsOf(flow: Flow): Spots {
  const byHead = new Map<number, Spot>();
  const stretches: Stretch[] = [];
  const labels = new Set<string>();
  const label = (name: Name | undefined) => name !== undefined && labels.add(name.text);

  const visit = (body: Body, seat: Seat, outer: Stretch['outer']): Stretch => {
    const stretch: Stretch = { body, seat, outer };
    stretches.push(stretch);
    for (const item of body.items) visitItem(item, stretch);
    return stretch;
  };
  const visitItem = (item: Item, stretch: Stretch): void => {
    const outer = { stretch, item };
    switch (item.kind) {
      case 'statement': {
        label(item.label);
        const head = item.words[0];
        if (head !== undefined && !isHeadStatement(item)) {
          byHead.set(head.span.start, { stretch, item, node: item, test: undefined });
        }
        for (const entry of item.block?.entries ?? []) {
          if (entry.kind === 'branch' && entry.target.kind === 'body') {
            visit(entry.target, { of: 'branch', branch: entry, statement: item }, outer);
          }
        }
        break;
      }
      case 'if':
        visitIf(item, item, stretch);
        break;
      case 'repeat': {
        label(item.label);
        const head = item.words[0];
        if (head !== undefined) byHead.set(head.span.start, { stretch, item, node: item, test: undefined });
        visit(item.body, { of: 'repeat', repeat: item }, outer);
        break;
      }
      case 'step':
        label(item.name);
        visit(item.body, { of: 'step', step: item }, outer);
        break;
      case 'branch':
        if (item.target.kind === 'body' && stretch.seat.of === 'repeat') {
          visit(item.target, { of: 'repeat', repeat: stretch.seat.repeat }, outer);
        }
        break;
      case 'jump':
        break;
    }
  };
  const visitIf = (node: If, item: Item, stretch: Stretch): void => {
    label(node.label);
    for (const test of testsOf(node.condition)) byHead.set(test.span.start, { stretch, item, node, test });
    const outer = { stretch, item };
    if (node.then.kind === 'body') visit(node.then, { of: 'then', branch: node }, outer);
    if (node.otherwise?.kind === 'body') visit(node.otherwise, { of: 'otherwise', branch: node }, outer);
    if (node.otherwise?.kind === 'if') visitIf(node.otherwise, item, stretch);
  };

  const root = visit(flow.body, { of: 'flow', flow }, undefined);
  return { byHead, root, stretches, labels };
}

export function testsOf(condition: Condition): readonly Test[] {
  switch (condition.kind) {
    case 'test':
      return [condition];
    case 'not':
      return testsOf(condition.operand);
    default:
      return [...testsOf(condition.left), ...testsOf(condition.right)];
  }
}

/** The items that control runs through: no defaults, no steps, nothing that makes no block. */
export function flowing(body: Body): readonly Item[] {
  return body.items.filter((item) => item.kind !== 'branch' && item.kind !== 'step' && !isHeadStatement(item));
}
