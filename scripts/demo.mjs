/** `npm run demo`: compiles an example project and publishes it to an instance on this machine, in a fresh clone too. */
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDist, ensureModules } from './ensure.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const example = join('examples', 'callcentre-ja');
const out = join('build', 'callcentre-ja');

ensureModules();
ensureDist();

function flowc(...args) {
  console.log(`\n$ flowc ${args.join(' ')}`);
  const { status } = spawnSync(process.execPath, [join('bin', 'flowc.cjs'), ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

flowc('check', example);
flowc('build', example, '--out', out);

const files = readdirSync(join(root, out)).sort();
const sizes = files.map((file) => `  ${file}  ${(statSync(join(root, out, file)).size / 1024).toFixed(1)} kB`);
console.log(`\n${example} holds a small call centre as source. Its flows are now flow-language JSON in ${out}:`);
console.log(sizes.join('\n'));

// Without the changes that an earlier run has published already there would be nothing to see.
rmSync(join(root, example, '.flowc'), { recursive: true, force: true });
flowc('publish', example);
flowc('plan', example);

console.log(`
The queues, hours, people and flows of ${example} are now in a Connect-compatible instance, whose state lies in
${join(example, '.flowc')}. Change a line of the source, and ask what that would change:

  node ${join('bin', 'flowc.cjs')} plan ${example}`);
