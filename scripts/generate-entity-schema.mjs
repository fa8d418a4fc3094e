/** schemas/entities.schema.json from the entity model. `--check` tells whether it is up to date. */
import { writeOrCheck } from './lib/generated.mjs';
import { loadTs } from './lib/load-ts.mjs';

const { entitySchema } = await loadTs('src/entities/json-schema.ts');
await writeOrCheck([['schemas/entities.schema.json', JSON.stringify(entitySchema(), undefined, 2)]], {
  check: process.argv.includes('--check'),
  command: 'node scripts/generate-entity-schema.mjs',
});
