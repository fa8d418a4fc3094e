/**
 * Bridge 1, backward: tree to text, for the formatter and the decompiler alike. Layout is decided by the tree alone: a
 * block stands on one line when it is short and simple, whatever the user typed. Of the source only its comments and
 * single blank lines are kept.
 */
import { builders, printer } from 'prettier/doc';
import type { SourceText } from '../text/text.ts';
import type { Declaration, Entity, Flow, SourceFile } from './ast.ts';
import { attachComments, NO_COMMENTS, type Member } from './comments.ts';
import { blockDoc, bodyDoc, docLines } from './print-body.ts';
import { insideOf, isNowhere, type Doc, type Printing } from './print-doc.ts';
import { printLeaf, printName, printWord, quote } from './print-leaves.ts';

const { hardline } = builders;

export interface PrintOptions {
  /** Columns that a line may take; East Asian wide characters take two. */
  readonly width?: number;
}

export const DEFAULT_WIDTH = 100;

/**
 * The text of a tree. `source` is the text that the tree was parsed from, for its comments and blank lines; trees that
 * were made by program have none.
 */
export function printFile(tree: SourceFile, source?: SourceText, options: PrintOptions = {}): string {
  const width = options.width ?? DEFAULT_WIDTH;
  const printing: Printing = {
    width,
    source,
    comments: source ? attachComments(tree, source) : NO_COMMENTS,
  };
  const print = (declaration: Declaration): Doc => declarationDoc(declaration, printing);
  const inside = insideOf(tree, print, { separator: '', blank: isBlankBetween }, printing);
  if (inside.isEmpty) return '';
  const { formatted } = printer.printDocToString([inside.members, hardline], { printWidth: width, tabWidth: 2 });
  return formatted;
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
  const type = flow.type === undefined ? 'flow' : printWord(flow.type, 'first');
  const header = [
    ...(type === 'flow' || type === 'module' ? [type] : [type, 'flow']),
    printName(flow.name, 'flow'),
    ...(flow.display ? [quote(flow.display.value)] : []),
  ];
  return [docLines(flow.doc), header.join(' '), ' ', bodyDoc(flow.body, printing)];
}

function entityDoc(entity: Entity, printing: Printing): Doc {
  const header = [
    ...(entity.existing ? ['existing'] : []),
    printWord(entity.entityKind, 'first'),
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
