/**
 * Makes sure that what is asked for is there: `node scripts/ensure.mjs [modules] [dist]`, both without arguments.
 * Needs nothing installed, so that `npm test` and `npm run demo` work in a fresh clone.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** When a file was last changed; 0 where there is none. */
function changed(path) {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function newest(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);
}

function run(command, args, why) {
  console.error(`${why}: ${[command, ...args].join(' ')}`);
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

export function ensureModules() {
  if (changed('node_modules/.package-lock.json') > 0) return;
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], 'the dependencies are not installed');
}

export function ensureDist() {
  const sources = ['src', 'grammar', 'scripts'].map(newest);
  if (changed('dist/stamp.json') > Math.max(changed('package.json'), ...sources)) return;
  run('node', ['scripts/build.mjs', '--no-types'], 'dist/ is missing or older than the source');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = process.argv.slice(2);
  if (wanted.length === 0 || wanted.includes('modules')) ensureModules();
  if (wanted.length === 0 || wanted.includes('dist')) ensureDist();
}
