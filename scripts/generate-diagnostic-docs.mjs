/** docs/diagnostics: a page for every code, and an index. `--check` tells whether they are up to date. */
import { writeOrCheck } from './lib/generated.mjs';
import { loadTs } from './lib/load-ts.mjs';

const { diagnosticPages } = await loadTs('scripts/lib/diagnostic-pages.ts');
for (const [folder, files] of await diagnosticPages()) {
  await writeOrCheck(files, {
    check: process.argv.includes('--check'),
    folder,
    command: 'node scripts/generate-diagnostic-docs.mjs',
  });
}
