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
  const done = new Set<string>();
  // Walked with a stack of its own: chains of references may be long.
  for (const root of refers.keys()) {
    if (done.has(root)) continue;
    const path: string[] = [];
    const waiting: { readonly key: string; readonly next: Iterator<string> }[] = [];
    const enter = (key: string): void => {
      path.push(key);
      waiting.push({ key, next: (refers.get(key) ?? [])[Symbol.iterator]() });
    };
    enter(root);
    for (let top = waiting.at(-1); top !== undefined; top = waiting.at(-1)) {
      const { value, done: isOver } = top.next.next();
      if (isOver === true) {
        done.add(top.key);
        path.pop();
        waiting.pop();
      } else if (!done.has(value) && !chosen.has(value) && refers.has(value)) {
        const from = path.indexOf(value);
        if (from < 0) enter(value);
        else {
          const circle = path.slice(from);
          const isBroken = circle.some((key) => chosen.has(key));
          const member = circle.find(mayStandIn);
          if (!isBroken && member !== undefined) chosen.add(member);
        }
      }
    }
  }
  return chosen;
}
