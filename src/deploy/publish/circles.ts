/** Which of the things that refer to each other must stand as placeholders first. */

/**
 * `refers`: by key, the keys that it cannot be made without. `mayStandIn`: what can be made before they are, and filled in
 * later. Returns keys without which the rest has no circles; circles of nothing that may stand in are left as they are.
 */
export function placeholders(
  refers: ReadonlyMap<string, readonly string[]>,
  mayStandIn: (key: string) => boolean,
): ReadonlySet<string> {
  const chosen = new Set<string>();
  const hopeless = new Set<string>();
  const passedOver = (key: string): boolean => chosen.has(key) || hopeless.has(key);
  for (;;) {
    const circle = findCircle(refers, passedOver);
    const [first] = circle;
    if (first === undefined) return chosen;
    const member = circle.find(mayStandIn);
    if (member === undefined) hopeless.add(first);
    else chosen.add(member);
  }
}

/** The keys of one circle; none where there is none. References to what is passed over do not count. */
function findCircle(
  refers: ReadonlyMap<string, readonly string[]>,
  passedOver: (key: string) => boolean,
): readonly string[] {
  const done = new Set<string>();
  // Walked with a stack of its own: chains of references may be long.
  for (const root of refers.keys()) {
    if (done.has(root)) continue;
    const path = [root];
    const waiting = [(refers.get(root) ?? [])[Symbol.iterator]()];
    for (let top = waiting.at(-1); top !== undefined; top = waiting.at(-1)) {
      const { value, done: isOver } = top.next();
      if (isOver === true) {
        done.add(path.pop() ?? '');
        waiting.pop();
      } else if (!done.has(value) && !passedOver(value) && refers.has(value)) {
        const from = path.indexOf(value);
        if (from >= 0) return path.slice(from);
        path.push(value);
        waiting.push((refers.get(value) ?? [])[Symbol.iterator]());
      }
    }
  }
  return [];
}
