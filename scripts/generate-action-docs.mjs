/** docs/actions from the catalogue: one page per action and an index. `--check` tells whether they are up to date. */
import { writeOrCheck } from './lib/generated.mjs';
import { loadTs } from './lib/load-ts.mjs';

const { actionPages } = await loadTs('scripts/lib/action-pages.ts');
await writeOrCheck(actionPages(), {
  check: process.argv.includes('--check'),
  folder: 'docs/actions',
  command: 'node scripts/generate-action-docs.mjs',
});
