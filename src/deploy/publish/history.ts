/** Which releases there are, and which of them a rollback takes back. */
import { openJournals, type OpenJournal } from './journal.ts';
import type { Release } from './records.ts';
import { readRelease, releaseIds } from './releases.ts';

export interface History {
  /** Oldest first. */
  readonly releases: readonly Release[];
  /** Ids of those that a later one took back. */
  readonly undone: ReadonlySet<string>;
  /** Runs that did not come to their end, oldest first. */
  readonly unfinished: readonly OpenJournal[];
}

export function historyOf(root: string, environment: string): History {
  const releases = releaseIds(root, environment).flatMap((id) => readRelease(root, environment, id) ?? []);
  return {
    releases,
    undone: new Set(releases.flatMap(({ undoes }) => undoes ?? [])),
    unfinished: openJournals(root, environment),
  };
}

/**
 * What is taken back, oldest first: the release of that id, or by the beginning of its id, and all that came after it.
 * Without an id the last that was not taken back already; where a run did not come to its end, only that; and where that is a
 * rollback, what it was to take back, so that it goes on. Undefined when there is none.
 */
export function runsBackTo(
  { releases, undone, unfinished }: History,
  id: string | undefined,
): readonly (Release | OpenJournal)[] | undefined {
  if (id === undefined && unfinished.length > 0) {
    const undoes = new Set(unfinished.flatMap((run) => run.undoes ?? []));
    const from = releases.findIndex((release) => undoes.has(release.id));
    return from < 0 ? unfinished : [...releases.slice(from), ...unfinished];
  }
  const from = id === undefined ? releases.findLastIndex((one) => isOpen(one, undone)) : indexOf(releases, id);
  return from < 0 ? undefined : [...releases.slice(from), ...unfinished];
}

function isOpen({ id, undoes }: Release, undone: ReadonlySet<string>): boolean {
  return undoes === undefined && !undone.has(id);
}

/** -1 where there is none, or where the beginning of an id does not tell which. */
function indexOf(releases: readonly Release[], id: string): number {
  const found = releases.filter((release) => release.id.startsWith(id));
  return found.length === 1 ? releases.indexOf(found[0] as Release) : -1;
}
