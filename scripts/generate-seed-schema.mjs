/** schemas/local-seed.schema.json: the seed file of the local instance. `--check` tells whether it is up to date. */
import { writeOrCheck } from './lib/generated.mjs';
import { loadTs } from './lib/load-ts.mjs';

const { seedSchema } = await loadTs('src/connect/local/seed/schema.ts');
await writeOrCheck([['schemas/local-seed.schema.json', JSON.stringify(seedSchema(), undefined, 2)]], {
  check: process.argv.includes('--check'),
  command: 'node scripts/generate-seed-schema.mjs',
});
