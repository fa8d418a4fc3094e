/** Slips of the hand: every single one of some kinds, all over a program. */
import { tokenize } from '../../grammar/lexer.ts';
import { endOf, Newline, Text } from '../../grammar/tokens.ts';

export interface Mutation {
  readonly kind: string;
  readonly text: string;
  /** Where the hand slipped. */
  readonly offset: number;
}

export function mutationsOf(text: string): Mutation[] {
  const { tokens } = tokenize(text, []);
  const words = tokens.filter((token) => token.tokenType !== Newline);
  const out: Mutation[] = [];
  const slip = (kind: string, start: number, end: number, instead: string): void => {
    out.push({ kind, text: text.slice(0, start) + instead + text.slice(end), offset: start });
  };
  words.forEach((token, i) => {
    const { image, startOffset: start } = token;
    const end = endOf(token);
    slip('a word is missing', start, end, '');
    slip('a word is doubled', end, end, ` ${image}`);
    const next = words[i + 1];
    if (next && !/[\r\n]/.test(text.slice(end, next.startOffset))) {
      slip('two words are swapped', start, endOf(next), `${next.image} ${image}`);
    }
    if (token.tokenType === Text && !image.startsWith('"""')) {
      slip('an opening quote is missing', start, start + 1, '');
      slip('a closing quote is missing', end - 1, end, '');
      slip('a quote too many', end, end, '"');
    }
    if (image === '{') slip('`(` for `{`', start, end, '(');
    if (image === '}') slip('`]` for `}`', start, end, ']');
    if (image === '->') slip('`=>` for `->`', start, end, '=>');
    if (image === ':') {
      slip('`=` for `:`', start, end, '=');
      slip('full-width colon', start, end, '：');
    }
    if (image === '==') slip('`=` for `==`', start, end, '=');
    if (i % 5 === 0) {
      for (const sign of ['{', '}', '[', ']', '(', ')', ':', '=', '->', '"', ';', '&']) {
        slip(`\`${sign}\` too many`, start, start, `${sign} `);
      }
    }
  });
  for (const token of tokens) {
    if (token.tokenType === Newline) slip('two lines are joined', token.startOffset, endOf(token), ' ');
  }
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() === '}') slip('`}` on a line is missing', start, start + line.length + 1, '');
    if (line.trim() === '}') slip('`}` on a line is doubled', start, start, `${line}\n`);
    start += line.length + 1;
  }
  return out;
}
