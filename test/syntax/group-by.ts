/**
 * Chevrotain's validations call `Object.groupBy`, which Node 20 does not have. The parser that people run skips them, so
 * only tests need it: it is put there for as long as `run` takes.
 */
interface WithGroupBy {
  groupBy?: (items: Iterable<unknown>, key: (item: unknown) => PropertyKey) => Record<PropertyKey, unknown[]>;
}

export function withGroupBy(run: () => void): void {
  const object = Object as unknown as WithGroupBy;
  if (object.groupBy !== undefined) return run();
  object.groupBy = (items, key) => {
    const groups = Object.create(null) as Record<PropertyKey, unknown[]>;
    for (const item of items) (groups[key(item)] ??= []).push(item);
    return groups;
  };
  try {
    run();
  } finally {
    delete object.groupBy;
  }
}
