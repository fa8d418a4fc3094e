/** Runs all generators (scripts/generate-*.mjs); with `--check`, tells whether what they write is up to date. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const generators = readdirSync(folder).filter((name) => /^generate-.*\.mjs$/.test(name));
let failed = false;
for (const generator of generators.sort()) {
  const args = [join(folder, generator), ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, args, { cwd: dirname(folder), stdio: 'inherit' });
  if (status !== 0) failed = true;
}
process.exit(failed ? 1 : 0);
