/**
 * An esbuild plugin: of Chevrotain the parser, without its lexer and what analyses a grammar. flowc scans by itself, and its
 * tables are made at build time; V8 would read the rest at each start.
 */
import { readFileSync } from 'node:fs';

const UNUSED =
  /[\\/]chevrotain[\\/]lib[\\/]src[\\/](?:scan[\\/](?:lexer|reg_exp|reg_exp_parser)|parse[\\/]grammar[\\/](?:checks|first|follow|interpreter|llk_lookahead|lookahead|resolver|rest)|diagrams[\\/]render_public)\.js$/;
const EXPORTED = /^export (?:const|let|class|function) (\w+)/gm;
/** Enumerations stay: the parser numbers by them. */
const ENUMERATION = /^export var (\w+);\n\(function[^]*?\n\}\)\(\1 .*$/gm;

/** What has to be there though it is never used: by file, its whole text now. */
const REDUCED = {
  // Only the marks that a token's definition may carry.
  'scan/lexer_public.js':
    "export const LexerDefinitionErrorType = undefined; export class Lexer {} Lexer.SKIPPED = ''; Lexer.NA = /NOT_APPLICABLE/;",
  'parse/parser/traits/gast_recorder.js':
    'export class GastRecorder { initGastRecorder() { this.recordingProdStack = []; this.RECORDING_PHASE = false; } }',
  // The traits share no names, so a chain of prototypes does what copying some 180 methods into one does.
  'parse/parser/utils/apply_mixins.js': `export function applyMixins(derived, bases) {
    let last = null;
    for (const { prototype } of bases) {
      if (last) Object.setPrototypeOf(prototype, last);
      last = prototype;
    }
    Object.setPrototypeOf(derived.prototype, last);
  }`,
};

export const parserOnly = {
  name: 'parser-only',
  setup({ onLoad }) {
    onLoad({ filter: UNUSED }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const unused = [...text.matchAll(EXPORTED)].map(([, name]) => `export const ${name} = undefined;`);
      const contents = [...(text.match(ENUMERATION) ?? []), ...unused].join('\n');
      if (contents === '') throw new Error(`${path} has another shape now`);
      return { contents, loader: 'js' };
    });
    for (const [file, contents] of Object.entries(REDUCED)) {
      const filter = new RegExp(`[\\\\/]chevrotain[\\\\/]lib[\\\\/]src[\\\\/]${file.replaceAll('/', '[\\\\/]')}$`);
      onLoad({ filter }, () => ({ contents, loader: 'js' }));
    }
  },
};
