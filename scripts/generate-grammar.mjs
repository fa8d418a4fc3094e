/** grammar/flow.ebnf from the parser. `--check` tells whether it is up to date. */
import { writeOrCheck } from './lib/generated.mjs';
import { loadTs } from './lib/load-ts.mjs';

const { ebnf } = await loadTs('grammar/ebnf.ts');
await writeOrCheck([['grammar/flow.ebnf', ebnf()]], {
  check: process.argv.includes('--check'),
  command: 'node scripts/generate-grammar.mjs',
  asIs: true,
});
