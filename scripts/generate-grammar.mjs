/** What is made from the parser: grammar/flow.ebnf for people, grammar/tables.generated.ts for starting fast. `--check` tells whether they are up to date. */
import { writeOrCheck } from './lib/generated.mjs';
import { loadTs } from './lib/load-ts.mjs';

const { ebnf, tables } = await loadTs('grammar/ebnf.ts');
const options = { check: process.argv.includes('--check'), command: 'node scripts/generate-grammar.mjs' };
await writeOrCheck([['grammar/tables.generated.ts', tables()]], options);
await writeOrCheck([['grammar/flow.ebnf', ebnf()]], { ...options, asIs: true });
