/**
 * The TextMate grammar of `.flow`, made from what the lexer, the catalogue and the entity model know. It is flat: besides
 * texts and comments nothing spans lines, so that a bracket that is missing colours nothing wrongly. What only the
 * checker knows (is a word a queue or a voice?) is left to the semantic tokens of the language server.
 */
import { LITERAL_SOURCE, MALFORMED_SOURCE } from '../../grammar/lexemes.ts';
import { Comparison, Lookalike } from '../../grammar/tokens.ts';
import { flowTypes } from '../../src/catalogue/flow-types.ts';
import { actions } from '../../src/catalogue/index.ts';
import { entityWords } from '../../src/entities/index.ts';
import { TARGET_WORDS } from '../../src/syntax/ast.ts';
import { PATH_SOURCE } from '../../src/text/json-path.ts';
import { branchWords, phrases, valueWords } from './words.ts';

export interface Rule {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly include?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly Rule[];
}

type Captures = Readonly<Record<string, { readonly name?: string; readonly patterns?: readonly Rule[] }>>;

export interface Grammar {
  readonly information_for_contributors: readonly string[];
  readonly name: string;
  readonly scopeName: string;
  readonly fileTypes: readonly string[];
  readonly patterns: readonly Rule[];
  readonly repository: Readonly<Record<string, { readonly patterns: readonly Rule[] }>>;
}

// ------------------------------------------------------------------------------------------------------ pieces of regex

/** As `endOfName` of grammar/lexemes.ts reads it. */
const NAME = String.raw`[\p{L}_][\p{L}\p{N}\p{Mn}\p{Mc}_]*(?:[-・]+[\p{L}\p{N}\p{Mn}\p{Mc}_]+)*`;
const TEXT = String.raw`"(?:[^"\\]|\\.)*"`;
/** What no name goes on with. */
const END = String.raw`(?![\p{L}\p{N}\p{Mn}\p{Mc}_]|[-・]+[\p{L}\p{N}\p{Mn}\p{Mc}_])`;
const START = String.raw`(?<![\p{L}\p{N}\p{Mn}\p{Mc}_-])`;
/** Where an entry begins: at the start of a line, or behind a bracket or comma as the formatter writes them. */
const ENTRY = String.raw`(?:^\s*|(?<=[{,] |[{,]))`;
const LABELLED = String.raw`(?:^\s*|(?<=[{,:] |[{,]))`;

/** One of some words, the longest first; the words of a phrase may stand apart. */
function oneOf(words: readonly string[]): string {
  const longestFirst = [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `(?:${longestFirst.map((word) => word.replaceAll(' ', String.raw`\s+`)).join('|')})${END}`;
}

/** Ranges of JavaScript's regular expressions as Oniguruma spells them. */
function oniguruma(source: string): string {
  return source.replace(/\\u([0-9a-f]{4})/g, String.raw`\x{$1}`);
}

const sourceOf = ({ PATTERN }: { readonly PATTERN?: unknown }): string => oniguruma((PATTERN as RegExp).source);

// --------------------------------------------------------------------------------------------------------------- rules

const comments: readonly Rule[] = [
  {
    name: 'comment.line.documentation.flow',
    match: String.raw`^\s*(///)(?!/).*$`,
    captures: { 1: { name: 'punctuation.definition.comment.flow' } },
  },
  {
    name: 'comment.line.double-slash.flow',
    match: String.raw`(//).*$`,
    captures: { 1: { name: 'punctuation.definition.comment.flow' } },
  },
  {
    name: 'comment.block.flow',
    begin: String.raw`/\*`,
    end: String.raw`\*/`,
    captures: { 0: { name: 'punctuation.definition.comment.flow' } },
  },
];

const quotes = { 0: { name: 'punctuation.definition.string.flow' } };
const inTexts: readonly Rule[] = [
  { name: 'constant.character.escape.flow', match: String.raw`\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})` },
  { name: 'invalid.illegal.escape.flow', match: String.raw`\\.` },
  { name: 'variable.other.path.flow', match: PATH_SOURCE },
];

const texts: readonly Rule[] = [
  {
    name: 'string.quoted.triple.flow',
    begin: '"""',
    end: '"""',
    beginCaptures: quotes,
    endCaptures: quotes,
    patterns: inTexts,
  },
  {
    // A text without a closing quote ends at its line, before the bracket that opens a block there.
    name: 'string.quoted.double.flow',
    begin: '"',
    end: String.raw`"|(?=\s*[{\[(]?\s*$)`,
    beginCaptures: quotes,
    endCaptures: quotes,
    patterns: inTexts,
  },
  { name: 'invalid.illegal.quotes.flow', match: String.raw`'[^'\r\n]*'|“[^”\r\n]*”` },
];

const paths: readonly Rule[] = [
  {
    name: 'variable.other.path.flow',
    match: PATH_SOURCE,
    captures: { 0: { patterns: [{ name: 'punctuation.definition.variable.flow', match: String.raw`\$` }] } },
  },
];

const literals: readonly Rule[] = [
  {
    name: 'constant.numeric.flow',
    match: oniguruma(LITERAL_SOURCE),
    captures: { 0: { patterns: [{ name: 'keyword.other.unit.flow', match: '(?<=[0-9])(?:ms|[smhd%])$' }] } },
  },
  { name: 'invalid.illegal.number.flow', match: oniguruma(MALFORMED_SOURCE) },
];

const operators: readonly Rule[] = [
  { name: 'keyword.operator.arrow.flow', match: '->' },
  { name: 'keyword.operator.comparison.flow', match: sourceOf(Comparison) },
  { name: 'invalid.illegal.lookalike.flow', match: sourceOf(Lookalike) },
  { name: 'keyword.operator.assignment.flow', match: '=' },
  { name: 'keyword.operator.or.flow', match: String.raw`\|` },
  { name: 'constant.character.key.flow', match: '[*#]' },
  { name: 'punctuation.separator.comma.flow', match: ',' },
  { name: 'punctuation.separator.key-value.flow', match: ':' },
  { name: 'punctuation.section.braces.begin.flow', match: String.raw`\{` },
  { name: 'punctuation.section.braces.end.flow', match: String.raw`\}` },
  { name: 'punctuation.section.brackets.begin.flow', match: String.raw`\[` },
  { name: 'punctuation.section.brackets.end.flow', match: String.raw`\]` },
  { name: 'punctuation.section.parens.begin.flow', match: String.raw`\(` },
  { name: 'punctuation.section.parens.end.flow', match: String.raw`\)` },
];

const NAMED = `(${NAME})?`;

/** `inbound flow Name`, `existing queue Name`, `lambda Name`: only at the start of a line, and never `queue: …`. */
function declarations(): readonly Rule[] {
  const flowWords = flowTypes.map(({ word }) => word).filter((word) => word !== 'module');
  return [
    {
      match: String.raw`^\s*(?:(${oneOf(flowWords)})\s+)?(flow${END}|module${END})(?!\s*:)\s+${NAMED}`,
      captures: {
        1: { name: 'storage.modifier.flow' },
        2: { name: 'storage.type.flow' },
        3: { name: 'entity.name.type.flow' },
      },
    },
    {
      match: String.raw`^\s*(?:(existing${END})\s+)?(${oneOf([...entityWords(), 'param'])})(?!\s*:)(?:\s+${NAMED})`,
      captures: {
        1: { name: 'storage.modifier.flow' },
        2: { name: 'storage.type.flow' },
        3: { name: 'entity.name.type.flow' },
      },
    },
    { match: String.raw`^\s*(existing${END})(?!\s*:)`, captures: { 1: { name: 'storage.modifier.flow' } } },
  ];
}

/** Statements by the words that they begin with. `check: if …` is a label and a statement. */
function statements(): readonly Rule[] {
  const labelled = oneOf([...phrases(), 'if', 'match', 'repeat', 'split', 'action']);
  return [
    {
      match: String.raw`^\s*(?:(${NAME})|(${TEXT}))\s*(:)(?=\s+${labelled}(?!\s*[,}\]]))`,
      captures: {
        1: { name: 'entity.name.function.label.flow' },
        2: { name: 'string.quoted.double.flow entity.name.function.label.flow' },
        3: { name: 'punctuation.separator.key-value.flow' },
      },
    },
    {
      match: String.raw`${ENTRY}(step)${END}(?!\s*:)(?:\s+${NAMED})`,
      captures: { 1: { name: 'keyword.control.step.flow' }, 2: { name: 'entity.name.function.step.flow' } },
    },
    {
      match: String.raw`${LABELLED}(action)${END}(?!\s*:)(?:\s+(?:(${oneOf([...actions.keys()])})|${NAMED}))`,
      captures: {
        1: { name: 'keyword.other.action.flow' },
        2: { name: 'support.class.action.flow' },
        3: { name: 'entity.name.class.action.flow' },
      },
    },
    {
      match: String.raw`${LABELLED}(${oneOf(['match', 'repeat', 'split'])})(?!\s*:)`,
      captures: { 1: { name: 'keyword.control.flow' } },
    },
    { match: String.raw`${ENTRY}(note)${END}(?!\s*:)`, captures: { 1: { name: 'keyword.other.note.flow' } } },
    {
      match: String.raw`${LABELLED}(${oneOf(phrases())})(?!\s*[:\]])`,
      captures: { 1: { name: 'support.function.block.flow' } },
    },
  ];
}

/** `on closed, error -> …`: from `on` to the target. A comma at the end of a line goes on in the next. */
function branches(): Rule {
  return {
    begin: String.raw`${ENTRY}(on)${END}(?=\s+[^\s,:\])}])`,
    end: String.raw`(?=->|[{}]|//|/\*)|(?<![,\n])$`,
    beginCaptures: { 1: { name: 'keyword.control.on.flow' } },
    patterns: [
      { name: 'support.constant.branch.flow', match: `${START}(?:${oneOf([...branchWords(), 'success'])})` },
      { include: '#values' },
    ],
  };
}

const jumps: readonly Rule[] = [
  {
    match: String.raw`(->)\s*(${oneOf([...TARGET_WORDS])})`,
    captures: { 1: { name: 'keyword.operator.arrow.flow' }, 2: { name: 'keyword.control.target.flow' } },
  },
  {
    match: String.raw`(->)\s*(${NAME})`,
    captures: { 1: { name: 'keyword.operator.arrow.flow' }, 2: { name: 'entity.name.function.label.flow' } },
  },
];

function words(): readonly Rule[] {
  const word = (name: string, list: readonly string[]): Rule => ({ name, match: `${START}(?:${oneOf(list)})` });
  return [
    { match: String.raw`${START}(${NAME})(?=\s*:)`, name: 'support.type.property-name.flow' },
    word('keyword.control.conditional.flow', ['if', 'else']),
    word('keyword.operator.logical.flow', ['and', 'or', 'not']),
    word('constant.language.flow', ['on', 'off', 'true', 'false', 'null', 'absent', 'closed']),
    { name: 'constant.other.language.flow', match: `${START}[a-z]{2,3}-[A-Z]{2}${END}` },
    word('support.constant.value.flow', valueWords()),
    { name: 'variable.other.name.flow', match: NAME },
  ];
}

export function textMateGrammar(): Grammar {
  const group = (patterns: readonly Rule[]) => ({ patterns });
  const include = (...names: string[]) => names.map((name) => ({ include: `#${name}` }));
  return {
    information_for_contributors: [
      'Generated by scripts/generate-textmate.mjs from grammar/, src/catalogue and src/entities: edit those, not this file.',
    ],
    name: 'Contact flow',
    scopeName: 'source.flow',
    fileTypes: ['flow'],
    patterns: include('comments', 'declarations', 'statements', 'branches', 'jumps', 'values'),
    repository: {
      comments: group(comments),
      declarations: group(declarations()),
      statements: group(statements()),
      branches: group([branches()]),
      jumps: group(jumps),
      values: group(include('comments', 'texts', 'paths', 'literals', 'words', 'operators')),
      texts: group(texts),
      paths: group(paths),
      literals: group(literals),
      words: group(words()),
      operators: group(operators),
    },
  };
}
