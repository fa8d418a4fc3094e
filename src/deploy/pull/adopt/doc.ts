/** The `///` lines above a declaration: what is published as its description. */
import type { SourceText, TextEdit } from '../../../text/text.ts';

/** Replaces the lines, adds or removes them. `start`: where the declaration begins. */
export function docEdit({ text }: SourceText, start: number, doc: string | undefined): TextEdit {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  let from = line;
  while (from > 0) {
    const before = text.lastIndexOf('\n', from - 2) + 1;
    if (!/^[ \t]*\/\/\/(?!\/)/.test(text.slice(before, from))) break;
    from = before;
  }
  const said =
    doc === undefined
      ? ''
      : doc
          .split('\n')
          .map((each) => `${`/// ${each}`.trimEnd()}\n`)
          .join('');
  return { span: { start: from, end: line }, newText: said };
}
