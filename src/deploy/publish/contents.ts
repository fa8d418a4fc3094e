/** What is sent as the content of each flow and module, and where its blocks come from. */
import { carryOver } from '../../flowjson/carry-over.ts';
import type { Change } from '../types.ts';
import type { Ids } from './ids.ts';
import { isPlaceholder } from './placeholder.ts';

export interface Sent {
  /** Compact JSON. */
  readonly content: string;
  /** For each action of the content, its index among those of the compiled flow. */
  readonly order: readonly number[] | undefined;
}

/**
 * The content as it is to be stored: with real ids, and with what the designer keeps of the live flow. `verbatim` leaves the
 * layout as it is said, which is how a former version is restored.
 */
export function contentOf({ before, after }: Change, ids: Ids, verbatim: boolean): Sent {
  const next = ids.filledIn(after?.flow?.content ?? '');
  const live = before?.flow?.content;
  if (verbatim || live === undefined || live === '' || isPlaceholder(live)) return { content: next, order: undefined };
  return carryOver(live, next);
}
