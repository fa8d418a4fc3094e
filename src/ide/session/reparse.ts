/**
 * Parses a changed file again where it changed: the declarations whose lines are touched are read, the others are moved.
 * Only where neither text has mistakes, because what a mistake does may reach far; else the whole file is parsed.
 */
import { parse, type Parsed } from '../../syntax/parse.ts';
import type { SourceText } from '../../text/text.ts';
import { movedComment, movedDeclaration } from './shifted.ts';

/** Undefined where only parsing all of it can tell. The same as `parse(now)` otherwise. */
export function reparse(before: SourceText, { tree, diagnostics }: Parsed, now: SourceText): Parsed | undefined {
  if (diagnostics.length > 0 || before.path !== now.path) return undefined;
  const change = changeBetween(before.text, now.text);
  const cuts = cutsOf(before.text, tree);
  const first = lastIndexAtMost(cuts, change.start);
  // The line end before the next declaration has to be there still.
  const next = cuts.findIndex((cut) => cut > change.end);
  const last = next < 0 ? cuts.length : next;
  const start = cuts[first] ?? 0;
  const end = cuts[last] ?? before.text.length;
  const by = now.text.length - before.text.length;
  if ((end - start) * 2 > before.text.length) return undefined;
  const text = now.text.slice(start, end + by);
  const read = parse({ path: now.path, text });
  if (read.diagnostics.length > 0) return undefined;
  const { declarations, comments } = read.tree;
  const behind = declarations.at(-1)?.span.end ?? 0;
  // What stands on lines of its own behind a declaration may belong to the next one.
  if (last < cuts.length && !/^[ \t]*(?:\/\/(?!\/)[^\r\n]*)?\s*$/.test(text.slice(behind))) return undefined;
  return {
    tree: {
      kind: 'file',
      declarations: [
        ...tree.declarations.filter(({ span }) => span.start < start),
        ...declarations.map((one) => movedDeclaration(one, start)),
        ...tree.declarations.filter(({ span }) => span.start >= end).map((one) => movedDeclaration(one, by)),
      ],
      comments: [
        ...tree.comments.filter(({ span }) => span.start < start),
        ...comments.map((one) => movedComment(one, start)),
        ...tree.comments.filter(({ span }) => span.start >= end).map((one) => movedComment(one, by)),
      ],
      span: { start: 0, end: now.text.length },
    },
    diagnostics: [],
  };
}

/** The stretch of the old text that the new one has otherwise. */
function changeBetween(before: string, now: string): { readonly start: number; readonly end: number } {
  const shorter = Math.min(before.length, now.length);
  const same = (count: number, isSame: (from: number, length: number) => boolean): number => {
    let done = 0;
    // Whole blocks are compared at once, then what is left of the first that differs letter by letter.
    for (let length = BLOCK; length > 0; length = length > 1 ? 1 : 0) {
      while (done + length <= count && isSame(done, length)) done += length;
    }
    return done;
  };
  const start = same(shorter, (from, length) => before.slice(from, from + length) === now.slice(from, from + length));
  const tail = same(shorter - start, (from, length) => {
    const at = before.length - from - length;
    const to = now.length - from - length;
    return before.slice(at, at + length) === now.slice(to, to + length);
  });
  return { start, end: before.length - tail };
}

const BLOCK = 4096;

/** Where the text may be cut: at its beginning, and behind the lines on which declarations end. */
function cutsOf(text: string, { declarations }: Parsed['tree']): readonly number[] {
  const cuts = [0];
  for (const { span } of declarations) {
    const end = text.indexOf('\n', span.end);
    const isClean = end >= 0 && /^[ \t]*(?:\/\/(?!\/)[^\r\n]*)?\r?$/.test(text.slice(span.end, end));
    if (isClean && end + 1 > (cuts.at(-1) ?? 0)) cuts.push(end + 1);
  }
  return cuts;
}

function lastIndexAtMost(cuts: readonly number[], offset: number): number {
  let found = 0;
  for (let i = 0; i < cuts.length && (cuts[i] ?? 0) <= offset; i++) found = i;
  return found;
}
