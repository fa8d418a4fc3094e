/** The TextMate grammar against the lexer: what the lexer reads as a text, a path, a word must have the scope of one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { scan } from '../../grammar/scan.ts';
import { endOf } from '../../grammar/tokens.ts';
import { decompile } from '../../src/decompiler.ts';
import { readFlow } from '../../src/flowjson/read.ts';
import { corpusFiles, corpusIsThere, WHY_SKIPPED } from '../corpus/corpus.ts';
import { loadGrammar, type Scoped, type Tokenizer } from './textmate.ts';

const EXAMPLES = join(import.meta.dirname, '../../examples');

let tokenize: Tokenizer;
beforeAll(async () => {
  tokenize = await loadGrammar();
});

/** What one of the scopes of every character of a token must begin with. */
const SCOPE_OF: Readonly<Record<string, RegExp>> = {
  Comment: /^comment\./,
  Text: /^string\.quoted\./,
  Path: /^variable\.other\.path/,
  Literal: /^constant\.numeric/,
  Identifier: /^(?:entity\.name|support|storage|variable|keyword|constant\.(?:language|other))/,
  On: /^(?:keyword\.control\.on|constant\.language|support\.type|support\.function|entity\.name)/,
  If: /^(?:keyword\.control\.conditional|support\.type|entity\.name)/,
  Else: /^(?:keyword\.control\.conditional|support\.type|entity\.name)/,
  And: /^(?:keyword\.operator\.logical|support\.type|entity\.name)/,
  Or: /^(?:keyword\.operator\.logical|support\.type|entity\.name)/,
  Not: /^(?:keyword\.operator\.logical|support\.type|entity\.name)/,
  Arrow: /^keyword\.operator\.arrow/,
  Comparison: /^keyword\.operator\.comparison/,
  Equals: /^keyword\.operator\.assignment/,
  Sign: /^(?:constant\.character\.key|keyword\.operator\.or)/,
  Colon: /^punctuation\.separator\.key-value/,
  Comma: /^punctuation\.separator\.comma/,
};
const BRACKET = /^punctuation\.section\./;
/** No token but these may stand in a text or a comment: what does is in one that ran away. */
const RUNAWAY = /^(?:string|comment|invalid)/;

/** Tokens of the lexer whose scope is another's, as lines for people. */
function lost(text: string): readonly string[] {
  const scoped = tokenize(text);
  const { tokens, comments } = scan(text);
  const found: string[] = [];
  let at = 0;
  for (const token of [...tokens, ...comments].sort((a, b) => a.startOffset - b.startOffset)) {
    const { name } = token.tokenType;
    if (name === 'Newline') continue;
    const wanted = SCOPE_OF[name] ?? BRACKET;
    while ((scoped[at]?.end ?? Infinity) <= token.startOffset) at++;
    for (let i = at; (scoped[i]?.start ?? Infinity) < endOf(token); i++) {
      const { start, end, scopes } = scoped[i] as Scoped;
      if (isBlank(text.slice(Math.max(start, token.startOffset), Math.min(end, endOf(token))))) continue;
      const astray = name === 'Text' || name === 'Comment' ? false : scopes.some((scope) => RUNAWAY.test(scope));
      if (astray || !scopes.some((scope) => wanted.test(scope))) {
        found.push(
          `${name} ${JSON.stringify(token.image.slice(0, 40))}: ${scopes.slice(1).join(' ')} (line ${lineOf(text, start)})`,
        );
        break;
      }
    }
  }
  return found;
}

const isBlank = (text: string): boolean => text.trim() === '';
const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

describe('what the lexer reads has its scope', () => {
  const examples = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.flow'),
  );

  test('there are examples', () => expect(examples.length).toBeGreaterThan(10));

  test.each(examples)('example %s', (path) => {
    expect(lost(readFileSync(join(EXAMPLES, path), 'utf8'))).toEqual([]);
  });

  test.skipIf(!corpusIsThere)(`thirty imports${corpusIsThere ? '' : `: ${WHY_SKIPPED}`}`, () => {
    const files = corpusFiles().filter(({ kind, quality }) => kind === 'modern' && quality === 'A');
    const stride = Math.max(1, Math.floor(files.length / 30));
    let looked = 0;
    for (const file of files.filter((_, index) => index % stride === 0).slice(0, 30)) {
      const source = { path: file.path, text: Buffer.from(file.bytes()).toString('utf8') };
      const { graph } = readFlow(source);
      if (graph === undefined) continue;
      const [imported] = decompile([{ source, graph }], { project: false }).files;
      expect(lost(imported?.text ?? ''), file.path).toEqual([]);
      looked++;
    }
    expect(looked).toBe(30);
  });
});

describe('what is not yet written to its end', () => {
  const text = readFileSync(join(EXAMPLES, 'callcentre-ja/flows/inbound.flow'), 'utf8');
  const quotes = [...text.matchAll(/"/g)].map(({ index }) => index);

  test('a quote that is missing colours its own line and no other', () => {
    for (const at of quotes.filter((_, index) => index % 5 === 0)) {
      const line = lineOf(text, at);
      const elsewhere = lost(text.slice(0, at) + text.slice(at + 1)).filter((one) => !one.endsWith(`(line ${line})`));
      expect(elsewhere).toEqual([]);
    }
  });

  test('a brace that is missing or too many colours nothing', () => {
    for (const { index } of [...text.matchAll(/[{}]/g)].filter((_, n) => n % 9 === 0)) {
      expect(lost(text.slice(0, index) + text.slice(index + 1))).toEqual([]);
      expect(lost(`${text.slice(0, index)}}${text.slice(index)}`)).toEqual([]);
    }
  });
});

describe('scopes', () => {
  /** The innermost scope of the first place of each of some pieces, without the language's name. */
  const scopesIn = (text: string, ...pieces: string[]) =>
    pieces.map((piece) => {
      const at = text.indexOf(piece);
      const token = tokenize(text).find(({ start, end }) => start <= at && at < end);
      return `${piece} ${token?.scopes.at(-1)?.replace(/\.flow$/, '') ?? 'nothing'}`;
    });

  test('declarations', () => {
    expect(scopesIn('inbound flow 受付 "Main" {', 'inbound', 'flow', '受付', 'Main', '{')).toEqual([
      'inbound storage.modifier',
      'flow storage.type',
      '受付 entity.name.type',
      'Main string.quoted.double',
      '{ punctuation.section.braces.begin',
    ]);
    expect(scopesIn('existing queue Leads = "arn"', 'existing', 'queue', 'Leads', '=')).toEqual([
      'existing storage.modifier',
      'queue storage.type',
      'Leads entity.name.type',
      '= keyword.operator.assignment',
    ]);
    expect(scopesIn('  queue: Leads', 'queue', 'Leads')).toEqual([
      'queue support.type.property-name',
      'Leads variable.other.name',
    ]);
  });

  test('statements, labels and targets', () => {
    expect(scopesIn('  set queue of agent Ann', 'set', 'of', 'Ann')).toEqual([
      'set support.function.block',
      'of support.function.block',
      'Ann variable.other.name',
    ]);
    expect(scopesIn('  again: play prompt P', 'again', ':', 'play', 'P')).toEqual([
      'again entity.name.function.label',
      ': punctuation.separator.key-value',
      'play support.function.block',
      'P variable.other.name',
    ]);
    expect(scopesIn('  "Is it?": if $.A == "x" -> y', 'Is', 'if', '.A', '==', 'y')).toEqual([
      'Is entity.name.function.label',
      'if keyword.control.conditional',
      '.A variable.other.path',
      '== keyword.operator.comparison',
      'y entity.name.function.label',
    ]);
    expect(scopesIn('-> disconnect', 'disconnect')).toEqual(['disconnect keyword.control.target']);
    expect(scopesIn('  action NewThing { A: 1 }', 'action', 'NewThing', 'A:', '1')).toEqual([
      'action keyword.other.action',
      'NewThing entity.name.class.action',
      'A: support.type.property-name',
      '1 constant.numeric',
    ]);
    expect(scopesIn('  action Loop { }', 'Loop')).toEqual(['Loop support.class.action']);
  });

  test('branches and values', () => {
    expect(scopesIn('check hours H { on closed, error -> x }', 'on', 'closed', 'error', 'x')).toEqual([
      'on keyword.control.on',
      'closed support.constant.branch',
      'error support.constant.branch',
      'x entity.name.function.label',
    ]);
    expect(scopesIn('  on 1, *, # -> x', '1', '*', '#')).toEqual([
      '1 constant.numeric',
      '* constant.character.key',
      '# constant.character.key',
    ]);
    expect(scopesIn('  on timeout,\n    default -> x', 'default')).toEqual(['default support.constant.branch']);
    expect(scopesIn('  set logging on', 'on')).toEqual(['on constant.language']);
    expect(scopesIn('  set voice Kazuha neural { language: ja-JP }', 'Kazuha', 'neural', 'ja-JP')).toEqual([
      'Kazuha support.constant.value',
      'neural support.constant.value',
      'ja-JP constant.other.language',
    ]);
    expect(scopesIn('delay: 10s', 'delay', '10', 's')).toEqual([
      'delay support.type.property-name',
      '10 constant.numeric',
      's keyword.other.unit',
    ]);
  });

  test('texts', () => {
    expect(scopesIn('play "Oh \\n $.Attributes.x end \\q"', 'Oh', '\\n', '$', 'end', '\\q')).toEqual([
      'Oh string.quoted.double',
      '\\n constant.character.escape',
      '$ variable.other.path',
      'end string.quoted.double',
      '\\q invalid.illegal.escape',
    ]);
    expect(scopesIn('play """\n  one "two"\n  """ {', 'two', '{')).toEqual([
      'two string.quoted.triple',
      '{ punctuation.section.braces.begin',
    ]);
    expect(scopesIn('/// about\nnumber N // end /* no */', 'about', 'N', 'end', '*/')).toEqual([
      'about comment.line.documentation',
      'N entity.name.type',
      'end comment.line.double-slash',
      '*/ comment.line.double-slash',
    ]);
  });

  test('what other languages write is marked', () => {
    expect(scopesIn('if a && b => c；', '&&', '=>', '；')).toEqual([
      '&& invalid.illegal.lookalike',
      '=> invalid.illegal.lookalike',
      '； invalid.illegal.lookalike',
    ]);
  });
});
