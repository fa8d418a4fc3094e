/** What the paths of a command line stand for. On a terminal, a search that takes long says so. */
import type { Wanted } from '../workspace/discover.ts';
import { loadWorkspace, type Workspace } from '../workspace/load.ts';
import type { Io } from './io.ts';
import { progressOfSearch } from './progress.ts';

export const FLOWS: Wanted = { inFolders: 'flow', named: 'flow' };

export function load(paths: readonly string[], wanted: Wanted, io: Io, { quiet = false } = {}): Workspace {
  const shown = progressOfSearch('looking for flows', 'files and folders', { io, quiet });
  try {
    return loadWorkspace(paths, { cwd: io.cwd, wanted, onLook: shown.step });
  } finally {
    shown.end();
  }
}
