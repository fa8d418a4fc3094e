/** The grammar as VS Code runs it: vscode-textmate over Oniguruma. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Oniguruma from 'vscode-oniguruma';
import type * as TextMate from 'vscode-textmate';

const require = createRequire(import.meta.url);
const { INITIAL, parseRawGrammar, Registry } = require('vscode-textmate') as typeof TextMate;
const oniguruma = require('vscode-oniguruma') as typeof Oniguruma;

const SYNTAXES = join(import.meta.dirname, '../../editors/vscode/syntaxes');

export interface Scoped {
  /** Offset in the whole text. */
  readonly start: number;
  readonly end: number;
  /** From the language to the innermost. */
  readonly scopes: readonly string[];
}

export type Tokenizer = (text: string) => readonly Scoped[];

/** Loads the grammar; `timeLimit` per line in milliseconds, past which a line counts as given up. */
export async function loadGrammar(timeLimit = 2000): Promise<Tokenizer> {
  const wasm = readFileSync(join(require.resolve('vscode-oniguruma'), '../onig.wasm'));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) =>
      scope === 'source.flow'
        ? parseRawGrammar(readFileSync(join(SYNTAXES, 'flow.tmLanguage.json'), 'utf8'), 'flow.tmLanguage.json')
        : null,
  });
  const grammar = await registry.loadGrammar('source.flow');
  if (grammar === null) throw new Error('the grammar does not load');
  return (text) => {
    const scoped: Scoped[] = [];
    let stack = INITIAL;
    let offset = 0;
    for (const line of text.split('\n')) {
      const bare = line.endsWith('\r') ? line.slice(0, -1) : line;
      const { tokens, ruleStack, stoppedEarly } = grammar.tokenizeLine(bare, stack, timeLimit);
      if (stoppedEarly) throw new Error(`gave up at: ${bare.slice(0, 80)}`);
      for (const token of tokens) {
        const end = Math.min(token.endIndex, bare.length);
        if (end > token.startIndex)
          scoped.push({ start: offset + token.startIndex, end: offset + end, scopes: token.scopes });
      }
      stack = ruleStack;
      offset += line.length + 1;
    }
    return scoped;
  };
}
