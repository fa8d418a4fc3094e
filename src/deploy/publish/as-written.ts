/** What is live, held against what this project's releases wrote: whether somebody else has changed it since. */
import { sameJson } from '../../text/json.ts';
import { codecFor } from '../kinds/index.ts';
import { keyOf } from '../lookup.ts';
import type { Change, LiveResource, Plan } from '../types.ts';
import { openJournals } from './journal.ts';
import type { Kept } from './records.ts';
import { readRelease, releaseIds } from './releases.ts';

export function isAsWritten(live: LiveResource, after: Kept): boolean {
  if (after.flow !== undefined && live.flow !== undefined) return live.flow.content === after.flow.content;
  return sameJson(live.settings, codecFor(live.kind)?.settle(live.settings, after.settings) ?? after.settings);
}

/**
 * The plan, with the release named beside each thing that is not as the release left it: what publishing would take back is
 * somebody's work in the console, or was published from elsewhere. Of things that no release here wrote nothing is known.
 */
export function withReleasesSince(plan: Plan, root: string): Plan {
  const open = new Map(plan.changes.filter(isOverwritten).map((change) => [keyOf(change), change.before]));
  // What a run that was cut short wrote nobody knows.
  for (const run of openJournals(root, plan.environment)) for (const change of run.changes) open.delete(keyOf(change));
  const since = new Map<string, string>();
  for (const id of releaseIds(root, plan.environment).toReversed()) {
    if (open.size === 0) break;
    const release = readRelease(root, plan.environment, id);
    if (release?.instance !== plan.instance.arn) continue;
    for (const touched of release.changes) {
      const key = keyOf(touched);
      const live = open.get(key);
      if (live === undefined || !open.delete(key) || touched.after === null) continue;
      if (!isAsWritten(live, touched.after)) since.set(key, id);
    }
  }
  if (since.size === 0) return plan;
  return { ...plan, changes: plan.changes.map((change) => ({ ...change, changedSince: since.get(keyOf(change)) })) };
}

function isOverwritten(change: Change): change is Change & { readonly before: LiveResource } {
  return change.before !== undefined && change.action !== 'none';
}
