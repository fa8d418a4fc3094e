/** Three versions of a text, line by line: what changed from `base` to `theirs` is done to `ours`. */

/** Undefined where both changed the same lines in different ways. */
export function mergeLines(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly string[] | undefined {
  const mine = matchLines(base, ours);
  const other = matchLines(base, theirs);
  const merged: string[] = [];
  let b = 0;
  let m = 0;
  let o = 0;
  while (b < base.length || m < ours.length || o < theirs.length) {
    if (b < base.length && mine[b] === m && other[b] === o) {
      merged.push(ours[m] as string);
      b++;
      m++;
      o++;
      continue;
    }
    // Up to the next line that all three have.
    let end = b;
    while (end < base.length && (mine[end] === -1 || other[end] === -1)) end++;
    const mineEnd = end < base.length ? (mine[end] as number) : ours.length;
    const otherEnd = end < base.length ? (other[end] as number) : theirs.length;
    const chunk = pick(base.slice(b, end), ours.slice(m, mineEnd), theirs.slice(o, otherEnd));
    if (chunk === undefined) return undefined;
    merged.push(...chunk);
    b = end;
    m = mineEnd;
    o = otherEnd;
  }
  return merged;
}

function pick(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly string[] | undefined {
  const isSame = (a: readonly string[], b: readonly string[]) =>
    a.length === b.length && a.every((line, i) => line === b[i]);
  if (isSame(base, theirs) || isSame(ours, theirs)) return ours;
  return isSame(base, ours) ? theirs : undefined;
}

/** For each line of `a` the line of `b` that it is in a longest common subsequence; -1 where there is none. */
function matchLines(a: readonly string[], b: readonly string[]): readonly number[] {
  const pairs = new Array<number>(a.length).fill(-1);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) pairs[start] = start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) pairs[--endA] = --endB;
  const rows = endA - start;
  const columns = endB - start;
  if (rows === 0 || columns === 0 || rows * columns > MOST_CELLS) return pairs;
  const lengths = new Uint32Array((rows + 1) * (columns + 1));
  const at = (i: number, j: number) => i * (columns + 1) + j;
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const same = a[start + i] === b[start + j];
      lengths[at(i, j)] = same
        ? (lengths[at(i + 1, j + 1)] ?? 0) + 1
        : Math.max(lengths[at(i + 1, j)] ?? 0, lengths[at(i, j + 1)] ?? 0);
    }
  }
  for (let i = 0, j = 0; i < rows && j < columns;) {
    if (a[start + i] === b[start + j]) pairs[start + i++] = start + j++;
    else if ((lengths[at(i + 1, j)] ?? 0) >= (lengths[at(i, j + 1)] ?? 0)) i++;
    else j++;
  }
  return pairs;
}

/** Two texts of 4,000 lines; beyond, the middle counts as changed. */
const MOST_CELLS = 16_000_000;

/** How many lines of two texts are not in both. */
export function changedLines(a: readonly string[], b: readonly string[]): number {
  const same = matchLines(a, b).filter((line) => line !== -1).length;
  return a.length + b.length - 2 * same;
}
