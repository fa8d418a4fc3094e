/** How a new instance is filled: by requests such as users make, and by hand where the service makes things itself. */
import { localUuid } from '../../../check/local-id.ts';
import type { JsonObject } from '../../../text/json.ts';
import { perform } from '../dispatch.ts';
import { modified } from '../operations/shared/entities.ts';
import type { Context, StoredEntity } from '../types.ts';

export interface Seeding {
  readonly context: Context;
  /** `key`: what the id of the made thing is made from, so that it is the same in every new instance. */
  readonly perform: (operation: string, key: string, input: JsonObject) => JsonObject;
  /** The bare thing, with id and ARN: what a request would have made of it besides its own members. */
  readonly thing: (collection: string, key: string) => StoredEntity;
  readonly put: (collection: string, thing: StoredEntity) => void;
}

export function makeSeeding(context: Context): Seeding {
  return {
    context,
    perform: (operation, key, input) => {
      let made = 0;
      const newId = (): string => localUuid(made++ === 0 ? key : `${key}/${made}`);
      return perform(operation, input, { ...context, newId });
    },
    thing: (collection, key) => {
      const id = localUuid(key);
      return { ...modified(context), Id: id, Arn: `${context.instance.arn}/${collection}/${id}` };
    },
    put: (collection, put) => context.store.write([{ put, in: collection }]),
  };
}
