/** Files in outline: what they declare, without what their flows do. Read in a fraction of the time, and enough for names. */
import { tokenize } from '../../../grammar/lexer.ts';
import { LCurly, Newline, RCurly } from '../../../grammar/tokens.ts';
import { parse, type Parsed } from '../../syntax/parse.ts';
import type { SourceText } from '../../text/text.ts';

/** The tree of a file with empty flows; modules keep their bodies, which say what they take and where they lead. */
export function parseOutline({ path, text }: SourceText): Parsed {
  return parse({ path, text: outlineOf(text) });
}

/**
 * As long as the text itself, so that everything keeps its place. What stands behind a brace that nothing closes is left as
 * it is, and a text that closes more than it opens altogether.
 */
export function outlineOf(text: string): string {
  let depth = 0;
  /** What stands before the brace. */
  let head: string[] = [];
  let kept = '';
  let from = 0;
  let body = 0;
  for (const { tokenType, image, startOffset } of tokenize(text, []).tokens) {
    if (tokenType === LCurly) {
      if (depth++ === 0) body = startOffset + 1;
    } else if (tokenType === RCurly) {
      if (--depth < 0) return text;
      if (depth > 0 || !isFlow(head)) continue;
      kept += `${text.slice(from, body)}${' '.repeat(startOffset - body)}`;
      from = startOffset;
    } else if (depth === 0) {
      if (tokenType === Newline) head = [];
      else head.push(image);
    }
  }
  return kept + text.slice(from);
}

function isFlow([first, second]: readonly string[]): boolean {
  return first === 'flow' || (second === 'flow' && first !== 'module');
}
