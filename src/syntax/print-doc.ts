/** What stands in braces, one after the other, with the comments and blank lines between. */
import { builders } from 'prettier/doc';
import type { SourceText, Span } from '../text/text.ts';
import type { Comment } from './ast.ts';
import { membersOf, type Attached, type Holder, type Member, type MemberOf } from './comments.ts';

const { breakParent, hardline, ifBreak, indent, join, line, lineSuffix, literalline, softline } = builders;
/** What the layout engine breaks into lines. */
export type Doc = builders.Doc;

/** What printing a tree takes besides the tree. */
export interface Printing {
  readonly width: number;
  /** Where the tree comes from; undefined for trees that the decompiler made. */
  readonly source: SourceText | undefined;
  readonly comments: Attached;
  /** Whether a jump of the tree leads to a step or label of this name. */
  readonly isTarget: (name: string) => boolean;
}

/** Whether a node comes from no text (see NOWHERE). */
export function isNowhere(span: Span): boolean {
  return span.end === 0;
}

/** What braces are between: nothing at all, or the documents of their members in order. */
export interface Inside {
  readonly isEmpty: boolean;
  /** Behind the opening brace. */
  readonly opening: Doc;
  readonly members: Doc;
}

/** Members of a holder from `first` to `last`, both counted. */
export interface Part {
  readonly first: number;
  readonly last: number;
}

/** How the members of one kind of holder stand. */
export interface Rules {
  /** Whether a blank line stands between two members, whatever the user typed. */
  readonly blank?: (before: Member, next: Member) => boolean;
  /** What ends a member when all stand on one line. */
  readonly separator: ',' | '';
}

/** With `part`, only these members, without the comments that belong to the braces. */
export function insideOf<H extends Holder>(
  holder: H,
  print: (member: MemberOf<H>) => Doc,
  rules: Rules,
  printing: Printing,
  part?: Part,
): Inside {
  const { comments } = printing;
  const opening = part ? [] : (comments.opening.get(holder) ?? []).map(behindOnLine);
  const closing = part ? [] : (comments.closing.get(holder) ?? []);
  const members = part ? membersOf(holder).slice(part.first, part.last + 1) : membersOf(holder);
  const docs: Doc[] = [];
  let before: Member | undefined;
  for (const member of members) {
    if (before) docs.push(between(hasBlank(before, member)));
    docs.push(withComments(member, () => print(member as MemberOf<H>), printing));
    before = member;
  }
  closing.forEach((comment, i) => {
    const previous = closing[i - 1];
    const blank = previous ? isBlankAfter(previous.span.end, printing) : before && isBlankBehind(before, printing);
    if (previous || before) docs.push(hardline, blank ? hardline : '');
    docs.push(commentDoc(comment), breakParent);
  });
  return { isEmpty: docs.length === 0 && opening.length === 0, opening, members: docs };

  function between(blank: boolean): Doc {
    return [ifBreak('', rules.separator), blank ? softline : '', line];
  }

  function hasBlank(member: Member, next: Member): boolean {
    return (rules.blank?.(member, next) ?? false) || isBlankBehind(member, printing);
  }
}

/** `{ … }` on one line if the group around it says so, else a member a line. */
export function braced(open: string, inside: Inside, close: string, gap: Doc): Doc {
  return [open, inside.opening, indent([gap, inside.members]), gap, close];
}

function withComments(member: Member, print: () => Doc, printing: Printing): Doc {
  const above = printing.comments.above.get(member) ?? [];
  const behind = printing.comments.behind.get(member) ?? [];
  if (above.length === 0 && behind.length === 0) return print();
  const isKept = isIgnored(member, printing.comments);
  // A comment between the words of a member moves above it, unless the member stays as it is.
  const lines = (isKept ? above.filter((comment) => isBefore(comment, member)) : above).map((comment) => [
    commentDoc(comment),
    hardline,
    isBlankAfter(comment.span.end, printing) ? hardline : '',
  ]);
  return [...lines, isKept ? asItStands(member, printing) : print(), ...behind.map(behindOnLine)];
}

const IGNORE = /^(?:\/\/\s*prettier-ignore\s*|\/\*\s*prettier-ignore\s*\*\/)$/;

/** Whether `// prettier-ignore` stands above a member: then it is printed as it stands. */
export function isIgnored(member: Member, comments: Attached): boolean {
  const above = comments.above.get(member);
  return above !== undefined && above.some((comment) => IGNORE.test(comment.text) && isBefore(comment, member));
}

function isBefore(comment: Comment, member: Member): boolean {
  return comment.span.end <= member.span.start;
}

function asItStands(member: Member, { source }: Printing): Doc {
  const text = source?.text.slice(member.span.start, member.span.end) ?? '';
  return [docLines('doc' in member ? member.doc : undefined), join(literalline, text.split(LINE_END))];
}

/** Documentation as the lines above what it documents. */
export function docLines(doc: string | undefined): Doc {
  if (doc === undefined) return '';
  return doc.split(LINE_END).map((text) => [`/// ${text}`.trimEnd(), hardline]);
}

const LINE_END = /\r\n?|\n/;

function behindOnLine(comment: Comment): Doc {
  return [lineSuffix([' ', commentDoc(comment)]), breakParent];
}

function commentDoc(comment: Comment): Doc {
  return join(
    literalline,
    comment.text.split(LINE_END).map((part) => part.trimEnd()),
  );
}

function isBlankBehind(member: Member, printing: Printing): boolean {
  if (isNowhere(member.span)) return false;
  const behind = printing.comments.behind.get(member);
  return isBlankAfter(behind?.[behind.length - 1]?.span.end ?? member.span.end, printing);
}

/** Whether the user left a blank line after what ends at `offset`. */
function isBlankAfter(offset: number, printing: Printing): boolean {
  if (printing.source === undefined) return false;
  const pattern = /[^\S\r\n]*,?[^\S\r\n]*(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*[\r\n]/y;
  pattern.lastIndex = offset;
  return pattern.test(printing.source.text);
}
