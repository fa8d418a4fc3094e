/** `npm run demo`: compiles an example project, in a fresh clone too, and says what it did. */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
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
console.log(
  `\n${example} holds the flows of a small call centre as source. They are now flow-language JSON in ${out}:`,
);
console.log(sizes.join('\n'));
console.log('\nRead the source, change a line, run `npm run demo` again, and compare.');
