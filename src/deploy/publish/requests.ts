/** Requests of a run: written into the journal before they are sent and after they are answered. */
import { isServiceError, type Connection } from '../../connect/types.ts';
import type { Json, JsonObject } from '../../text/json.ts';
import type { Call } from '../kinds/types.ts';
import { pendingIn } from '../pending.ts';
import type { ResourceKey } from '../types.ts';
import type { Ids } from './ids.ts';
import type { Journal } from './journal.ts';

export interface Requests {
  /** Sends what changes something. Throws `ServiceError`. */
  readonly write: (key: ResourceKey, call: Pick<Call, 'operation' | 'input' | 'creates'>) => Promise<JsonObject>;
  /** Asks for something, which needs no journal. */
  readonly connection: Connection;
  /** How many were written. */
  readonly written: () => number;
  /** Whether any of them may have changed something: what was refused has not. */
  readonly hadEffect: () => boolean;
}

export function journaledRequests(
  connection: Connection,
  journal: Journal,
  ids: Ids,
  onWritten: () => void = () => undefined,
): Requests {
  let number = 0;
  let effect = false;
  return {
    connection,
    written: () => number,
    hadEffect: () => effect,
    write: async ({ kind, name }, { operation, input, creates }) => {
      const filled = ids.filledIn<Json>(input) as JsonObject;
      const [unknown] = pendingIn(JSON.stringify(filled));
      if (unknown !== undefined)
        throw new Error(`${operation} of ${kind} "${name}" speaks of ${unknown}, which was not made.`);
      const request = ++number;
      journal.intend([{ request, operation, kind, name, ...(creates === undefined ? {} : { creates: true }) }]);
      try {
        const answer = await connection.call(operation, filled);
        effect = true;
        const id = creates === undefined ? undefined : answer[creates.answer.id];
        journal.answered({ answered: request, ...(typeof id === 'string' ? { id } : {}) });
        return answer;
      } catch (error) {
        effect ||= !isServiceError(error) || error.status < 400 || error.status >= 500 || error.attempts > 1;
        const said = isServiceError(error) ? `${error.code}: ${error.message}` : String(error);
        journal.answered({ answered: request, error: said.slice(0, 500) });
        throw error;
      } finally {
        onWritten();
      }
    },
  };
}
