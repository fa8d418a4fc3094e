/** docs/lint/precision.md: rule × hits × judged precision. `--check` tells whether it is up to date. */
import { writeOrCheck } from './lib/generated.mjs';
import { loadTs } from './lib/load-ts.mjs';

const { findHits, hasCorpus, precisionPage } = await loadTs('scripts/lint-precision.ts');
if (hasCorpus()) {
  await writeOrCheck([['docs/lint/precision.md', precisionPage(findHits())]], {
    check: process.argv.includes('--check'),
    command: 'node scripts/generate-lint-precision.mjs',
  });
} else console.log('skipped: the corpus is not beside this clone, ../shared/corpus');
