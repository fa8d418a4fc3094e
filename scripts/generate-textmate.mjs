/** The TextMate grammar of .flow, for VS Code and everything else that takes one. `--check` tells whether it is up to date. */
import { writeOrCheck } from './lib/generated.mjs';
import { loadTs } from './lib/load-ts.mjs';

const { textMateGrammar } = await loadTs('scripts/lib/textmate.ts');
await writeOrCheck(
  [['editors/vscode/syntaxes/flow.tmLanguage.json', `${JSON.stringify(textMateGrammar(), undefined, 2)}\n`]],
  { check: process.argv.includes('--check'), command: 'node scripts/generate-textmate.mjs' },
);
