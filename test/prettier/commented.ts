import { tokenize } from '../../grammar/lexer.ts';
import { Newline } from '../../grammar/tokens.ts';

/** Numbered comments at line ends and on lines of their own; `everywhere`: between any two tokens too. */
export function commented(text: string, places: readonly number[], everywhere = false): string {
  const { tokens } = tokenize(text, []);
  let depth = 0;
  const free = tokens.filter(({ tokenType, image }) => {
    depth += image === '(' ? 1 : image === ')' ? -1 : 0;
    return everywhere || (tokenType === Newline && depth === 0);
  });
  const edits = new Map<number, string>();
  places.forEach((place, i) => {
    const token = free[place % Math.max(1, free.length)];
    if (token === undefined) return;
    const kinds =
      token.tokenType === Newline ? [` // c${i}`, `\n// c${i}`, `\n\n  /* c${i}\n c */`] : [` /* c${i} */ `];
    edits.set(token.startOffset, kinds[i % kinds.length] ?? '');
  });
  return Array.from({ length: text.length + 1 }, (_, i) => (edits.get(i) ?? '') + (text[i] ?? '')).join('');
}
