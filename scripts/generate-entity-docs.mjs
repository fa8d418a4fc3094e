/** docs/entities from the entity model: one page per kind and an index. `--check` tells whether they are up to date. */
import { entityPages } from './lib/entity-pages.mjs';
import { writeOrCheck } from './lib/generated.mjs';
import { loadTs } from './lib/load-ts.mjs';

const { entityModels } = await loadTs('src/entities/index.ts');
const { wordOfFlowType } = await loadTs('src/catalogue/flow-types.ts');
const { describe } = await loadTs('src/check/describe.ts');
await writeOrCheck(entityPages(Object.values(entityModels), describe, wordOfFlowType), {
  check: process.argv.includes('--check'),
  folder: 'docs/entities',
  command: 'node scripts/generate-entity-docs.mjs',
});
