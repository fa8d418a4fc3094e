/** Where on the canvas a block finds room among others. */
import type { Point } from '../graph/flow-graph.ts';

export interface Box extends Point {
  readonly height: number;
}

export interface Room {
  readonly take: (box: Box) => void;
  /** How far down a block moves until it overlaps none. */
  readonly freeFrom: (box: Box) => number;
}

/** For boxes of one width. `gap`: what stays free below a box that another one makes way for. All in pixels. */
export function emptyRoom(width: number, gap: number): Room {
  // From above to below, in columns: a box overlaps only those of its column and the ones beside it.
  const columns = new Map<number, Box[]>();
  let tallest = 0;
  const columnOf = ({ x }: Point): number => Math.floor(x / width);

  function take(box: Box): void {
    const column = columnOf(box);
    const others = columns.get(column) ?? [];
    others.splice(firstFrom(others, box.y), 0, box);
    columns.set(column, others);
    tallest = Math.max(tallest, box.height);
  }

  function freeFrom(box: Box): number {
    const { x, height } = box;
    const column = columnOf(box);
    const near = [column - 1, column, column + 1].flatMap((each) => [columns.get(each) ?? []]);
    let top = box.y;
    for (let before = NaN; before !== top;) {
      before = top;
      for (const others of near) {
        for (let i = firstFrom(others, top - tallest); i < others.length; i++) {
          const other = others[i] as Box;
          if (other.y >= top + height) break;
          if (Math.abs(other.x - x) < width && top < other.y + other.height) top = other.y + other.height + gap;
        }
      }
    }
    return top;
  }

  return { take, freeFrom };
}

/** The index of the first box that begins at this height or below it. */
function firstFrom(boxes: readonly Box[], y: number): number {
  let low = 0;
  let high = boxes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((boxes[middle] as Box).y < y) low = middle + 1;
    else high = middle;
  }
  return low;
}
