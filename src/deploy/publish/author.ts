/** Who publishes, and from which commit: read from files and variables, without starting a program. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** In CI the person whose push it was; otherwise the user of this machine. */
export function author(env: Readonly<Record<string, string | undefined>>): string {
  const named = env['GITHUB_ACTOR'] ?? env['GITLAB_USER_LOGIN'] ?? env['BUILD_REQUESTEDFOR'];
  if (named !== undefined && named !== '') return named;
  try {
    return userInfo().username;
  } catch {
    return env['USER'] ?? env['USERNAME'] ?? 'unknown';
  }
}

/** The commit that is checked out in the repository around a folder; undefined where there is none. */
export function commitOf(folder: string): string | undefined {
  try {
    const git = gitFolder(folder);
    if (git === undefined) return undefined;
    const head = readFileSync(join(git, 'HEAD'), 'utf8').trim();
    const [, ref] = /^ref: (.+)$/.exec(head) ?? [];
    return hashIn(ref === undefined ? head : readRef(git, ref));
  } catch {
    return undefined;
  }
}

function gitFolder(folder: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const path = join(at, '.git');
    if (existsSync(path)) {
      if (statSync(path).isDirectory()) return path;
      // A worktree: the file says where its folder is.
      const [, elsewhere] = /^gitdir: (.+)$/m.exec(readFileSync(path, 'utf8')) ?? [];
      return elsewhere === undefined ? undefined : resolve(at, elsewhere.trim());
    }
    if (dirname(at) === at) return undefined;
  }
}

function readRef(git: string, ref: string): string {
  const common = join(git, 'commondir');
  const shared = existsSync(common) ? resolve(git, readFileSync(common, 'utf8').trim()) : git;
  for (const folder of [git, shared]) {
    if (existsSync(join(folder, ref))) return readFileSync(join(folder, ref), 'utf8').trim();
  }
  const packed = readFileSync(join(shared, 'packed-refs'), 'utf8').split('\n');
  return packed.find((line) => line.endsWith(` ${ref}`))?.split(' ')[0] ?? '';
}

function hashIn(text: string): string | undefined {
  return /^[0-9a-f]{40,64}$/.test(text) ? text : undefined;
}
