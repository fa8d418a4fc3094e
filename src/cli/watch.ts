/** `check --watch`: runs again when a file that mattered changes, until somebody interrupts it. */
import { statSync, watch as watchFolder } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import type { Workspace } from '../workspace/load.ts';
import type { ExitCode, Io } from './io.ts';

/** Editors write in several steps; this many milliseconds of quiet end them. */
const QUIET = 80;
/** Milliseconds between looks where the system does not tell of changes. */
const POLL = 1000;

type Checked = Promise<{ readonly workspace: Workspace }>;

/** Runs `check` now and after every change. Settles with 130 when the program is interrupted. */
export function watch(check: () => Checked, io: Io): Promise<ExitCode> {
  return new Promise((settle, fail) => {
    let timer: NodeJS.Timeout | undefined;
    let busy = false;
    const watcher = createWatcher(soon, io);
    const end = () => {
      clearTimeout(timer);
      watcher.close();
    };

    function soon(): void {
      clearTimeout(timer);
      timer = setTimeout(run, QUIET);
    }

    function run(): void {
      if (busy) return soon();
      busy = true;
      check()
        .then(({ workspace }) => {
          watcher.follow(workspace);
          io.err.write('watching for changes\n');
          busy = false;
        })
        .catch((error: unknown) => {
          end();
          fail(error instanceof Error ? error : new Error(String(error)));
        });
    }

    void io.interrupted().then(() => {
      end();
      settle(130);
    });
    run();
  });
}

interface Watcher {
  /** Looks at what this workspace was read from, and at nothing else. */
  readonly follow: (workspace: Workspace) => void;
  readonly close: () => void;
}

/** Folders are watched rather than files: an editor that saves by renaming leaves a watched file behind. */
function createWatcher(changed: () => void, io: Io): Watcher {
  const watched = new Map<string, { readonly watcher: FSWatcher; readonly inode: number }>();
  let times = new Map<string, number>();
  let poll: NodeJS.Timeout | undefined;

  const drop = (folder: string) => {
    watched.get(folder)?.watcher.close();
    watched.delete(folder);
  };
  const dropAll = () => {
    for (const folder of [...watched.keys()]) drop(folder);
  };

  function follow({ folders, files }: Workspace): void {
    if (poll !== undefined) {
      times = timesOf([...folders, ...files.map((file) => file.absolute)]);
      return;
    }
    const wanted = new Set(folders);
    for (const [folder, { inode }] of watched) {
      if (!wanted.has(folder) || inodeOf(folder) !== inode) drop(folder); // gone, or another of the same name
    }
    try {
      for (const folder of wanted) {
        const inode = inodeOf(folder);
        if (watched.has(folder) || inode === undefined) continue;
        const watcher = watchFolder(folder, (_event, name) => {
          if (mayMatter(name)) changed();
        });
        watcher.on('error', () => drop(folder)); // it was removed; the folder around it tells
        watched.set(folder, { watcher, inode });
      }
    } catch {
      dropAll();
      io.err.write(`flowc: the system does not tell of changes here; looking every ${POLL / 1000} s instead\n`);
      times = timesOf([...folders, ...files.map((file) => file.absolute)]);
      poll = setInterval(() => {
        const now = timesOf(times.keys());
        const before = times;
        times = now;
        if ([...now].some(([path, time]) => before.get(path) !== time)) changed();
      }, POLL);
    }
  }

  return {
    follow,
    close: () => {
      dropAll();
      clearInterval(poll);
    },
  };
}

/** Flows, JSON, and what may be a folder; not the temporary files of editors, and of flowc itself. */
function mayMatter(name: string | null): boolean {
  return name === null || (!name.startsWith('.') && /\.(flow|json)$|^[^.]*$/.test(name));
}

function inodeOf(folder: string): number | undefined {
  return statSync(folder, { throwIfNoEntry: false })?.ino;
}

function timesOf(paths: Iterable<string>): Map<string, number> {
  return new Map([...paths].map((path) => [path, statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? -1]));
}
