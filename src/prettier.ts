/**
 * flowc as a plugin of Prettier: `prettier --plugin flowc/prettier` gives the bytes that `flowc fmt` gives. Prettier is
 * the user's own; of it the plugin takes only the builders of documents.
 */
import type { Parser, ParserOptions, Plugin, Printer, SupportLanguage } from 'prettier';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { SourceFile } from './syntax/ast.ts';
import { format, hasErrors } from './syntax/format.ts';
import { parse } from './syntax/parse.ts';
import { DEFAULTS, fileDoc, printingOf } from './syntax/print.ts';
import { positionAt, type SourceText } from './text/text.ts';

/** Name of the parser, for `overrides` of files that are called otherwise, and of the documents it makes. */
const FORMAT = 'flowc';

/** One node is all that Prettier sees: comments and what to leave alone are the printer's own affair. */
interface Root {
  readonly type: 'file';
  readonly tree: SourceFile;
  readonly source: SourceText;
}

export const languages: SupportLanguage[] = [
  // Prettier takes the first that fits: files of JavaScript with Flow types stay what they are.
  {
    name: 'JavaScript with Flow types',
    parsers: ['flow'],
    extensions: ['.js.flow', '.jsx.flow', '.mjs.flow', '.cjs.flow'],
  },
  {
    name: 'Amazon Connect flow',
    parsers: [FORMAT],
    extensions: ['.flow'],
    aliases: ['connect-flow'],
    vscodeLanguageIds: ['flow'],
  },
];

/** A file with mistakes is refused with the first of them, at its place. */
function parseText(text: string, options: ParserOptions): Root {
  const source = sourceOf(text, options);
  const parsed = parse(source);
  if (hasErrors(parsed)) throw refusal(parsed.diagnostics, source);
  return { type: 'file', tree: parsed.tree, source };
}

function sourceOf(text: string, options: ParserOptions): SourceText {
  return { path: typeof options.filepath === 'string' ? options.filepath : 'text.flow', text };
}

function refusal(diagnostics: readonly Diagnostic[], source: SourceText): SyntaxError {
  const [first] = diagnostics.filter(({ severity }) => severity === 'error') as [Diagnostic];
  const [start, end] = [first.place.span.start, first.place.span.end].map((offset) => positionAt(source, offset));
  const message = [first.message, first.help].filter(Boolean).join(' ');
  return Object.assign(new SyntaxError(`${message} [${first.code}] (${start?.line}:${start?.column})`), {
    loc: { start, end },
  });
}

/**
 * Prettier finds out what a range means from the names of the nodes of its own languages, and gives a text back as it
 * was where it knows none. So a range is formatted before it looks.
 */
function preprocess(text: string, options: ParserOptions): string {
  const { rangeStart, rangeEnd } = options;
  const isPart = rangeStart > 0 || rangeEnd < text.length;
  if (!isPart || isEmbedded(options)) return text;
  const { printWidth: width, tabWidth, useTabs = false } = options;
  return format(sourceOf(text, options), { width, tabWidth, useTabs, range: { start: rangeStart, end: rangeEnd } })
    .text;
}

/** In a code block of Markdown the range is the document's. */
function isEmbedded(options: { readonly parentParser?: unknown }): boolean {
  return typeof options.parentParser === 'string';
}

/** What `--debug-check` holds against each other before and after: what the text says, without how it is laid out. */
function said(root: Root, clone: Record<string, unknown>): void {
  delete clone['source'];
  clone['tree'] = JSON.stringify(root.tree, (key, value: unknown) => (LAYOUT.has(key) ? undefined : value));
}

const LAYOUT: ReadonlySet<string> = new Set(['span', 'comments']);

const parser: Parser<Root> = {
  astFormat: FORMAT,
  parse: parseText,
  preprocess,
  locStart: () => 0,
  locEnd: ({ source }) => source.text.length,
};

const printer: Printer<Root> = {
  print: ({ node: { tree, source } }, { printWidth: width }) =>
    fileDoc(tree, printingOf(tree, source, { width })) ?? '',
  getVisitorKeys: () => [],
  massageAstNode: said,
};

export const parsers: Plugin<Root>['parsers'] = { [FORMAT]: parser };
export const printers: Plugin['printers'] = { [FORMAT]: printer };
export const defaultOptions: Plugin['defaultOptions'] = {
  printWidth: DEFAULTS.width,
  tabWidth: DEFAULTS.tabWidth,
  useTabs: DEFAULTS.useTabs,
};
