/** Tokens to the leaves of the tree. */
import type { IToken } from 'chevrotain';
import type { Literal, Name, Numeral, Path, Sign, Text, Word } from '../src/syntax/ast.ts';
import { span } from '../src/text/text.ts';
import type { Finding } from './findings.ts';
import { literalType } from './lexemes.ts';
import { readText } from './texts.ts';
import { endOf, Literal as LiteralToken, Path as PathToken, Sign as SignToken, Text as TextToken } from './tokens.ts';

export type Leaf = Word | Text | Path | Numeral | Literal | Sign;

export function leafOf(token: IToken, findings: Finding[]): Leaf {
  const { image, startOffset } = token;
  const where = span(startOffset, startOffset + image.length);
  switch (token.tokenType) {
    case TextToken:
      return { kind: 'text', ...readText(image, startOffset, findings), span: where };
    case PathToken:
      return { kind: 'path', text: image, span: where };
    case SignToken:
      return { kind: 'sign', text: image.normalize('NFKC'), span: where };
    case LiteralToken: {
      const type = literalType(image) ?? 'number';
      return type === 'number'
        ? { kind: 'number', text: image, span: where }
        : { kind: 'literal', type, text: image, span: where };
    }
    default:
      return { kind: 'word', text: inOneForm(image), span: where };
  }
}

export function nameOf(token: IToken, findings: Finding[]): Name {
  const { image } = token;
  const quoted = /^["'“]/.test(image);
  const isExact = quoted || token.tokenType === PathToken;
  const text = quoted ? readText(image, token.startOffset, findings).value : image;
  return { kind: 'name', text: isExact ? text : inOneForm(text), quoted, span: span(token.startOffset, endOf(token)) };
}

/** Bare names are compared letter by letter, so they are kept in one Unicode form; what is quoted stays to the letter. */
function inOneForm(text: string): string {
  return isComposed(text) ? text : text.normalize('NFC');
}

/** Whether a text can only be in the form NFC: characters before the first combining one, kana and ideographs. Others may be. */
function isComposed(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const is =
      c < 0x300 || (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3041 && c <= 0x3096) || (c >= 0x30a0 && c <= 0x30ff);
    if (!is) return false;
  }
  return true;
}

export function signOf(token: IToken): Sign {
  return { kind: 'sign', text: token.image, span: span(token.startOffset, endOf(token)) };
}
