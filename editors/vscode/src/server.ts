/** Which flowc serves the editor and runs its tasks. */
import { dirname, isAbsolute, join, resolve } from 'node:path';

export interface Flowc {
  /** The launcher, `bin/flowc.cjs`. */
  readonly launcher: string;
  readonly from: 'setting' | 'project' | 'extension';
}

export interface Choice {
  /** The setting `flowc.path`; empty where it is not set. */
  readonly setting: string;
  /** Folders that are open, the first first. */
  readonly folders: readonly string[];
  /** Only in a trusted folder is a program run that lies in it. */
  readonly isTrusted: boolean;
  /** Folder of the extension. */
  readonly extension: string;
}

const LAUNCHER = join('bin', 'flowc.cjs');

/** The setting, else the project's own, else the extension's. `isFile` looks at the disk. */
export function chooseFlowc(choice: Choice, isFile: (path: string) => boolean): Flowc {
  const { setting, folders, isTrusted, extension } = choice;
  if (isTrusted && setting !== '') {
    const said = isAbsolute(setting) ? setting : resolve(folders[0] ?? extension, setting);
    return { launcher: isFile(said) ? said : join(said, LAUNCHER), from: 'setting' };
  }
  const own = isTrusted ? folders.flatMap((folder) => launchersAround(folder)).find(isFile) : undefined;
  if (own !== undefined) return { launcher: own, from: 'project' };
  return { launcher: join(extension, 'server', LAUNCHER), from: 'extension' };
}

/** Where Node would look for the package, from a folder upwards. */
function launchersAround(folder: string): readonly string[] {
  const found: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    found.push(join(at, 'node_modules', 'flowc', LAUNCHER));
    if (dirname(at) === at) return found;
  }
}

/** How a program of Node is started by VS Code's own, so that none need be installed. */
export function nodeCommand(launcher: string, args: readonly string[]) {
  return { command: process.execPath, args: [launcher, ...args], env: { ELECTRON_RUN_AS_NODE: '1' } };
}
