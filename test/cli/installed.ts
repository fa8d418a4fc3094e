import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { folder } from '../workspace/folder.ts';

/**
 * A copy of the built program that a test may damage. The code caches stay behind: other tests run the program meanwhile,
 * and what it writes there comes and goes.
 */
export function installed(): string {
  const root = folder();
  const caches = join('dist', 'cache');
  for (const part of ['bin', 'dist'])
    cpSync(resolve(part), join(root, part), { recursive: true, filter: (path) => !path.endsWith(caches) });
  return root;
}
