/** schemas/flow-*.schema.json and the compiled validators, from the catalogue. `--check` tells whether they are up to date. */
import { writeOrCheck } from './lib/generated.mjs';
import { loadTs } from './lib/load-ts.mjs';
import { declarations, validators } from './schemas/validators.mjs';

const { flowLanguageSchema, discriminatedSchema, flowDocumentSchema } = await loadTs(
  'scripts/schemas/flow-language.ts',
);
const options = { check: process.argv.includes('--check'), command: 'node scripts/generate-schemas.mjs' };

await writeOrCheck(
  [
    ['schemas/flow-language.schema.json', JSON.stringify(flowLanguageSchema())],
    ['schemas/flow-document.schema.json', JSON.stringify(flowDocumentSchema())],
  ],
  options,
);
await writeOrCheck(
  [
    ['src/flowjson/validators.generated.js', await validators(discriminatedSchema(), flowDocumentSchema())],
    ['src/flowjson/validators.generated.d.ts', declarations],
  ],
  { ...options, asIs: true },
);
