/**
 * Which node a comment belongs to. A comment stays with its node: above it, behind it on its line, behind the brace
 * that opens what it is in, or at the end of that.
 */
import type { SourceText } from '../text/text.ts';
import { beginsLine } from './docs.ts';
import type {
  Block,
  Body,
  Branch,
  Comment,
  Declaration,
  Entry,
  If,
  Item,
  List,
  SourceFile,
  Text,
  Value,
} from './ast.ts';

/** What holds members; of texts, those in `( )`. */
export type Holder = Body | Block | List | Text | SourceFile;
/** A node that stands in braces, in a list, in `( )`, or at the top of the file. */
export type Member = Declaration | Item | Entry | Value;
/** What one kind of holder holds. */
export type MemberOf<H extends Holder> = H extends SourceFile
  ? Declaration
  : H extends Body
    ? Item
    : H extends Block
      ? Entry
      : H extends Text
        ? Text
        : Value;

/** The comments of a file by their nodes. */
export interface Attached {
  /** On lines of their own above a member. */
  readonly above: ReadonlyMap<Member, readonly Comment[]>;
  /** Behind a member, on its line. */
  readonly behind: ReadonlyMap<Member, readonly Comment[]>;
  /** Behind the opening brace, on its line. */
  readonly opening: ReadonlyMap<Holder, readonly Comment[]>;
  /** On lines of their own before the closing brace. */
  readonly closing: ReadonlyMap<Holder, readonly Comment[]>;
}

/** Of a tree that comes from no text. */
export const NO_COMMENTS: Attached = {
  above: new Map(),
  behind: new Map(),
  opening: new Map(),
  closing: new Map(),
};

/** Finds the node of each comment of the file. */
export function attachComments(tree: SourceFile, source: SourceText): Attached {
  if (tree.comments.length === 0) return NO_COMMENTS;
  const above = new Map<Member, Comment[]>();
  const behind = new Map<Member, Comment[]>();
  const opening = new Map<Holder, Comment[]>();
  const closing = new Map<Holder, Comment[]>();
  distribute(tree, tree.comments);
  return { above, behind, opening, closing };

  function distribute(holder: Holder, comments: readonly Comment[]): void {
    const members = membersOf(holder).filter((member) => member.span.end > 0);
    let at = 0;
    for (let i = 0; i < comments.length; i++) {
      const comment = comments[i] as Comment;
      while (at < members.length && (members[at] as Member).span.end <= comment.span.start) at++;
      const next = members[at];
      if (next === undefined || next.span.start >= comment.span.end) {
        between(holder, members[at - 1], next, comment);
        continue;
      }
      const from = i;
      while (i + 1 < comments.length && (comments[i + 1] as Comment).span.start < next.span.end) i++;
      within(next, comments.slice(from, i + 1));
    }
  }

  function between(holder: Holder, before: Member | undefined, next: Member | undefined, comment: Comment): void {
    if (before && isSameLine(before.span.end, comment.span.start)) add(behind, before, comment);
    else if (!before && holder.kind !== 'file' && isSameLine(holder.span.start, comment.span.start)) {
      add(opening, holder, comment);
    } else if (next) add(above, next, atItsPlace(comment));
    else add(closing, holder, atItsPlace(comment));
  }

  /** Comments inside of a member: in its braces, or between its words, from where they move above it. */
  function within(member: Member, comments: readonly Comment[]): void {
    let rest = comments;
    for (const holder of holdersIn(member)) {
      const inside = rest.filter((comment) => isInside(comment, holder));
      if (inside.length === 0) continue;
      distribute(holder, inside);
      rest = rest.filter((comment) => !isInside(comment, holder));
    }
    for (const comment of rest) {
      const arm = member.kind === 'if' ? armBehind(member, comment) : undefined;
      const first = arm?.items[0];
      if (first) add(above, first, plainly(comment));
      else if (arm) add(closing, arm, plainly(comment));
      else add(above, member, plainly(comment));
    }
  }

  /** What documents nothing because something stands before it on its line will stand on a line of its own. */
  function atItsPlace(comment: Comment): Comment {
    return beginsLine(source.text, comment.span.start) ? comment : plainly(comment);
  }

  function isSameLine(from: number, to: number): boolean {
    return !/[\r\n]/.test(source.text.slice(from, to));
  }
}

function add<K>(map: Map<K, Comment[]>, key: K, comment: Comment): void {
  const list = map.get(key);
  if (list) list.push(comment);
  else map.set(key, [comment]);
}

function isInside(comment: Comment, holder: Holder): boolean {
  return comment.span.start > holder.span.start && comment.span.end < holder.span.end;
}

/** A comment that moves must not become documentation of what it moves above. */
function plainly(comment: Comment): Comment {
  return comment.text.startsWith('///') ? { ...comment, text: `//${comment.text.slice(3)}` } : comment;
}

/** The body of the arm that a comment stands directly before: between `}` and `else`, or behind `else`. */
function armBehind(branch: If, comment: Comment): Body | undefined {
  for (let arm: If['otherwise'] = branch; arm?.kind === 'if'; arm = arm.otherwise) {
    const { otherwise } = arm;
    if (otherwise === undefined || comment.span.start < arm.then.span.end) return undefined;
    if (comment.span.end > otherwise.span.start) continue;
    const target = otherwise.kind === 'if' ? otherwise.then : otherwise;
    return target.kind === 'body' ? target : undefined;
  }
  return undefined;
}

/** What stands in a holder, in its order. */
export function membersOf(holder: Holder): readonly Member[] {
  switch (holder.kind) {
    case 'file':
      return holder.declarations;
    case 'body':
    case 'list':
      return holder.items;
    case 'block':
      return holder.entries;
    case 'text':
      return holder.parts ?? [];
  }
}

/** The braces, the lists and the `( )` of a member, outermost only. */
export function holdersIn(member: Member): Holder[] {
  switch (member.kind) {
    case 'flow':
    case 'step':
      return [member.body];
    case 'repeat':
      return [...holdersInAll(member.words), member.body];
    case 'entity':
      return [...holdersInAll(member.operands), ...optional(member.block)];
    case 'statement':
    case 'clause':
      return [...holdersInAll(member.words), ...optional(member.block)];
    case 'if':
      return armsOf(member);
    case 'branch':
      return targetOf(member.target);
    case 'param':
      return holdersInAll([member.value]);
    case 'block':
    case 'list':
    case 'text':
    case 'phrase':
      return holdersInAll([member]);
    default:
      return [];
  }
}

function armsOf(branch: If): Holder[] {
  const found: Holder[] = [];
  let arm: If['otherwise'] = branch;
  while (arm?.kind === 'if') {
    found.push(...targetOf(arm.then));
    arm = arm.otherwise;
  }
  if (arm) found.push(...targetOf(arm));
  return found;
}

function targetOf(target: Branch['target']): Holder[] {
  return target.kind === 'body' ? [target] : [];
}

function holdersInAll(values: readonly Value[]): Holder[] {
  return values.flatMap((value) => {
    if (value.kind === 'phrase') return holdersInAll(value.words);
    return value.kind === 'list' || value.kind === 'block' || (value.kind === 'text' && value.parts) ? [value] : [];
  });
}

function optional(block: Block | undefined): Holder[] {
  return block ? [block] : [];
}
