/** A store that is nowhere but in memory: for a state that is put together before it is written whole. */
import type { Change, Store, StoredEntity } from './types.ts';

export interface MemoryStore extends Store {
  /** All that it holds, as the changes that make it. */
  readonly everything: () => readonly Change[];
}

export function memoryStore(): MemoryStore {
  const collections = new Map<string, Map<string, StoredEntity>>();
  return {
    all: (collection) => [...(collections.get(collection)?.values() ?? [])],
    get: (collection, id) => collections.get(collection)?.get(id),
    write: (changes) => {
      for (const change of changes) {
        const collection = collections.get(change.in) ?? new Map<string, StoredEntity>();
        collections.set(change.in, collection);
        if ('remove' in change) collection.delete(change.remove);
        else collection.set(change.put.Id, change.put);
      }
    },
    everything: () =>
      [...collections].flatMap(([name, things]) => [...things.values()].map((put) => ({ put, in: name }))),
  };
}
