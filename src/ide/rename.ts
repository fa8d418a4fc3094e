/** A new name for something, everywhere that it is spoken of, and reasons why it cannot be had. */
import { aKind } from '../check/diagnostics.ts';
import { asName } from '../syntax/bare.ts';
import { TARGET_WORDS } from '../syntax/ast.ts';
import type { SourceText, Span, TextEdit } from '../text/text.ts';
import { occurrenceAt, occurrences, sameMeaning, type Occurrence } from './occurrences.ts';
import type { Analysis, EditsByFile } from './types.ts';

/** The name that would be changed, and what it is now; undefined where nothing has a name of the project's own. */
export function prepareRename(
  analysis: Analysis,
  path: string,
  offset: number,
): { readonly span: Span; readonly name: string } | undefined {
  const at = occurrenceAt(analysis, path, offset);
  return at && { span: at.span, name: nameOf(at) };
}

/** The edits, or a sentence that says why there are none. */
export function renameAt(
  analysis: Analysis,
  path: string,
  offset: number,
  newName: string,
): readonly EditsByFile[] | string {
  const at = occurrenceAt(analysis, path, offset);
  if (at === undefined) return 'Nothing with a name stands here.';
  const name = newName.trim().normalize('NFC');
  const clash = clashOf(analysis, at, name);
  if (clash !== undefined) return clash;
  const byFile = new Map<SourceText, TextEdit[]>();
  for (const one of sameMeaning(analysis, at.id)) {
    const edits = byFile.get(one.source) ?? [];
    byFile.set(one.source, [...edits, ...editsFor(one, name)]);
  }
  return [...byFile].map(([source, edits]) => ({ source, edits }));
}

function nameOf({ meaning }: Occurrence): string {
  if (meaning.is === 'label') return meaning.name;
  if (meaning.is === 'attribute') return meaning.key;
  if (meaning.is === 'param') return meaning.name;
  return meaning.named.kind === 'attribute' ? meaning.named.display : meaning.named.name;
}

function clashOf(analysis: Analysis, at: Occurrence, name: string): string | undefined {
  const { meaning } = at;
  if (name === '' || /[\n\r"]/.test(name)) return 'A name is not empty, and has no quotes and no line ends.';
  if (name === nameOf(at)) return undefined;
  if (meaning.is === 'label') {
    if ((TARGET_WORDS as readonly string[]).includes(name)) return `\`${name}\` is a word of the language.`;
    const id = at.id.slice(0, at.id.length - meaning.name.length) + name;
    const taken = occurrences(analysis)
      .get(at.source.path)
      ?.some((one) => one.id === id);
    return taken === true ? `This flow speaks of \`${name}\` already.` : undefined;
  }
  if (at.id.startsWith('attribute ')) {
    if (!/^[A-Za-z0-9_-]+$/.test(name)) return 'The key of an attribute is made of letters, digits, `-` and `_`.';
    return sameMeaning(analysis, `attribute ${name}`).length > 0
      ? `There is an attribute \`${name}\` already.`
      : undefined;
  }
  if (meaning.is === 'param') {
    if (asName(name) !== name) return 'The name of a param is one word, and none of the language.';
    return sameMeaning(analysis, `param ${name}`).length > 0 ? `There is a param \`${name}\` already.` : undefined;
  }
  if (meaning.is !== 'named') return undefined;
  const { kind } = meaning.named;
  const taken = analysis.program.names.get(kind)?.has(name) === true;
  return taken ? `There is ${aKind(kind)} \`${name}\` already.` : undefined;
}

function editsFor(one: Occurrence, name: string): readonly TextEdit[] {
  const { meaning, source, span, role } = one;
  const said = source.text.slice(span.start, span.end);
  if (meaning.is === 'param') return [{ span, newText: name }];
  if (one.id.startsWith('attribute ')) {
    return [{ span, newText: said.startsWith('"') ? JSON.stringify(name) : name }];
  }
  const edits = [{ span, newText: said.startsWith('"') ? JSON.stringify(name) : asName(name) }];
  if (meaning.is !== 'named' || role !== 'declaration') return edits;
  const { named } = meaning;
  // Connect knows it by what it was called so far; that stays.
  const isCalledSo = named.pin === undefined && named.display === named.name && !hasDisplay(one);
  return isCalledSo
    ? [...edits, { span: { start: span.end, end: span.end }, newText: ` ${JSON.stringify(named.display)}` }]
    : edits;
}

function hasDisplay({ meaning }: Occurrence): boolean {
  if (meaning.is !== 'named') return false;
  const { declaration } = meaning.named;
  return declaration.kind === 'flow' ? declaration.display !== undefined : declaration.operands.length > 0;
}
