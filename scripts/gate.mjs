/**
 * `npm run check`: the single gate before a commit. Types, lint, formatting, generated files, tests; two at a time,
 * because that is what a small machine has. `--all` adds slow tests and the bench.
 */
import { spawn } from 'node:child_process';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDist, ensureModules } from './ensure.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const PATH = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
const all = process.argv.includes('--all');

/** What did not change since the last time is not looked at again. */
const INCREMENTAL = (name) => ['--incremental', '--tsBuildInfoFile', `node_modules/.cache/${name}.tsbuildinfo`];

const STEPS = [
  ['tests', 'vitest', 'run', '--reporter=dot'],
  ['types', 'tsc', '-p', '.', ...INCREMENTAL('types')],
  ['types of the extension', 'tsc', '-p', 'editors/vscode', ...INCREMENTAL('extension')],
  ['lint', 'eslint', '--cache', '--cache-location', 'node_modules/.cache/eslint', '.'],
  ['formatting', 'prettier', '--check', '--cache', '--log-level=warn', '.'],
  ['generated files', 'node', 'scripts/generate.mjs', '--check'],
  ...(all ? [['slow tests', 'vitest', 'run', '--config', 'vitest.slow.config.ts']] : []),
];
/** Alone, because others on the machine would be in its figures. */
const LAST = all ? [['bench', 'node', 'bench/run.mjs', '--quick']] : [];

ensureModules();
ensureDist();

function step([name, command, ...args]) {
  const began = Date.now();
  return new Promise((settle) => {
    const chunks = [];
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, PATH },
      shell: process.platform === 'win32',
    });
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('close', (code) => {
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
      if (code !== 0) console.log(Buffer.concat(chunks).toString());
      settle(code === 0);
    });
  });
}

async function lane(queue) {
  let ok = true;
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) ok = (await step(next)) && ok;
  return ok;
}

const queue = [...STEPS];
const passed = [...(await Promise.all([lane(queue), lane(queue)])), await lane([...LAST])];
process.exit(passed.every(Boolean) ? 0 : 1);
