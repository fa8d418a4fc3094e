/**
 * Bridge 1, backward: tree to text, for the formatter and the decompiler alike. Layout is decided by the tree alone: a
 * block stands on one line when it is short and simple, whatever the user typed. Of the source only its comments and
 * single blank lines are kept.
 */
import { builders, printer } from 'prettier/doc';
import type { SourceText } from '../text/text.ts';
import type { Declaration, Entity, Flow, Item, SourceFile, Word } from './ast.ts';
import { attachComments, NO_COMMENTS, type Member } from './comments.ts';
import { blockDoc, bodyDoc } from './print-body.ts';
import { docLines, insideOf, isNowhere, type Doc, type Inside, type Part, type Printing } from './print-doc.ts';
import { printLeaf, printName, printWord, quote } from './print-leaves.ts';
import { bodiesOf, jumpsOf } from './walk.ts';

const { hardline } = builders;

/** What `.prettierrc` and `.editorconfig` say of the layout. */
export interface PrintOptions {
  /** Columns that a line may take; East Asian wide characters take two. */
  readonly width?: number;
  /** Columns of one indentation. */
  readonly tabWidth?: number;
  /** Indents with tabs. */
  readonly useTabs?: boolean;
  readonly endOfLine?: LineEnd;
}

/** `auto`: as the source has it (see `lineEndOf`). */
export type LineEnd = 'lf' | 'crlf' | 'cr' | 'auto';

/** What holds where nobody said otherwise. Prettier's own width is 80, which Japanese prompts fill with 40 characters. */
export const DEFAULTS = { width: 100, tabWidth: 2, useTabs: false, endOfLine: 'lf' } as const;
export const DEFAULT_WIDTH = DEFAULTS.width;

/**
 * The text of a tree. `source` is the text that the tree was parsed from, for its comments and blank lines; trees that
 * were made by program have none.
 */
export function printFile(tree: SourceFile, source?: SourceText, options: PrintOptions = {}): string {
  const doc = fileDoc(tree, printingOf(tree, source, options));
  return doc === undefined ? '' : layOut(doc, source, options);
}

/** The document of a whole file with its last line end; nothing where there is nothing to print. */
export function fileDoc(tree: SourceFile, printing: Printing): Doc | undefined {
  const inside = insideOfFile(tree, printing);
  return inside.isEmpty ? undefined : [inside.members, hardline];
}

/** The declarations of a file, or a part of them. */
export function insideOfFile(tree: SourceFile, printing: Printing, part?: Part): Inside {
  const print = (declaration: Declaration): Doc => declarationDoc(declaration, printing);
  return insideOf(tree, print, { separator: '', blank: isBlankBetween }, printing, part);
}

/** What printing this tree takes besides the tree. */
export function printingOf(tree: SourceFile, source: SourceText | undefined, { width }: PrintOptions): Printing {
  let targets: ReadonlySet<string> | undefined;
  return {
    width: width ?? DEFAULTS.width,
    source,
    comments: source ? attachComments(tree, source) : NO_COMMENTS,
    isTarget: (name) => (targets ??= targetsIn(tree)).has(name),
  };
}

/** The names that jumps lead to. */
function targetsIn({ declarations }: SourceFile): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (item: Item): void => {
    for (const { target } of jumpsOf(item)) found.add(target.text);
    for (const { items } of bodiesOf(item)) items.forEach(visit);
  };
  for (const each of declarations) if (each.kind === 'flow') each.body.items.forEach(visit);
  return found;
}

/** A document as text. */
export function layOut(doc: Doc, source: SourceText | undefined, options: PrintOptions): string {
  const { width, tabWidth, useTabs, endOfLine } = { ...DEFAULTS, ...options };
  const end = endOfLine === 'auto' ? lineEndOf(source?.text ?? '') : endOfLine;
  // The printer takes the line end too; its type does not say so.
  const printerOptions = { printWidth: width, tabWidth, useTabs, endOfLine: end };
  return printer.printDocToString(doc, printerOptions).formatted;
}

/** How lines of a text end. Of a mixed one, as the first that ends with a carriage return: Prettier guesses so too. */
export function lineEndOf(text: string): Exclude<LineEnd, 'auto'> {
  const at = text.indexOf('\r');
  if (at < 0) return 'lf';
  return text[at + 1] === '\n' ? 'crlf' : 'cr';
}

/** Around flows; and, where the tree comes from no text, around everything but lines of `existing`. */
function isBlankBetween(before: Member, next: Member): boolean {
  if (before.kind === 'flow' || next.kind === 'flow') return true;
  if (!isNowhere(before.span) || !isNowhere(next.span)) return false;
  return !isExistingLine(before) || !isExistingLine(next);
}

function isExistingLine(member: Member): boolean {
  return member.kind === 'entity' && member.existing && member.doc === undefined;
}

function declarationDoc(declaration: Declaration, printing: Printing): Doc {
  return declaration.kind === 'flow' ? flowDoc(declaration, printing) : entityDoc(declaration, printing);
}

function flowDoc(flow: Flow, printing: Printing): Doc {
  const type = flow.type === undefined ? 'flow' : kindWords(flow.type);
  const header = [
    ...(type === 'flow' || type === 'module' ? [type] : [type, 'flow']),
    printName(flow.name, 'flow'),
    ...(flow.display ? [quote(flow.display.value)] : []),
  ];
  return [docLines(flow.doc), header.join(' '), ' ', bodyDoc(flow.body, printing)];
}

/** `agent whisper` is one word to the checker, which says how it is spelled; in the text it stays two. */
function kindWords(type: Word): string {
  return type.text
    .split(' ')
    .map((part) => printWord({ ...type, text: part }, 'first'))
    .join(' ');
}

function entityDoc(entity: Entity, printing: Printing): Doc {
  const header = [
    ...(entity.existing ? ['existing'] : []),
    printWord(entity.entityKind, entity.existing ? 'operand' : 'first'),
    printName(entity.name, 'entity'),
    ...entity.operands.map((operand) => printLeaf(operand, 'operand')),
    ...(entity.pin ? ['=', printLeaf(entity.pin, 'condition')] : []),
  ];
  return [
    docLines(entity.doc),
    header.join(' '),
    entity.block ? [' ', blockDoc(entity.block, printing)] : '',
    entity.target ? ` -> ${printName(entity.target, 'target')}` : '',
  ];
}
