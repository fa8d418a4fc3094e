/** The requests that a change takes. */
import { archiveCall, contentCall } from './kinds/flow.ts';
import { codecFor, type Call, type IdOf } from './kinds/index.ts';
import type { Change } from './types.ts';

/** The calls of one change, in order within each phase. Ids that `idOf` does not know are pending ones. */
export function callsOf(change: Change, idOf: IdOf): readonly Call[] {
  const { kind, action, before, after } = change;
  const codec = codecFor(kind);
  if (codec === undefined || action === 'none') return [];
  if (action === 'archive') return before === undefined ? [] : [archiveCall(before)];
  if (after === undefined) return [];
  if (before === undefined) return codec.create(after, idOf);
  const calls = codec.update(before, after, idOf);
  if (!writesContent(change)) return calls;
  // Content takes a module's contract along; it is not to be sent twice.
  const others = calls.filter(({ phase }) => phase !== 'content');
  return [...others, contentCall(after, before.listed.id)];
}

/** Whether the document of a flow or module is sent: it changed, or it was never published, or keeps an old description. */
export function writesContent({ blocks, after, before, properties, action }: Change): boolean {
  if (after?.flow === undefined || action === 'none' || action === 'archive') return false;
  if (before === undefined || blocks.length > 0) return true;
  return properties.some(({ path }) => path === 'status' || path === 'description');
}
