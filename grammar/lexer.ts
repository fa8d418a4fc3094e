/** Text to tokens. Total: what begins no token is a `Strange` token. */
import type { IToken } from 'chevrotain';
import { span } from '../src/text/text.ts';
import type { Finding } from './findings.ts';
import { scan } from './scan.ts';
import { endOf, Identifier, Literal, Lookalike, LOOKALIKES, Malformed, retype, Strange, Text } from './tokens.ts';

export interface Lexed {
  readonly tokens: IToken[];
  readonly comments: IToken[];
}

/** Tokens that can be parsed, comments apart; what had to be put right on the way goes to `findings`. */
export function tokenize(text: string, findings: Finding[]): Lexed {
  const { tokens, comments } = scan(text);
  for (const comment of comments) {
    const { image } = comment;
    if (image.startsWith('/*') && (image.length < 4 || !image.endsWith('*/'))) {
      findings.push({ kind: 'unclosed-comment', span: span(comment.startOffset, endOf(comment)) });
    }
  }
  return { tokens: tokens.every(isSound) ? tokens : tokens.filter((token) => mend(token, findings)), comments };
}

function isSound(token: IToken): boolean {
  const type = token.tokenType;
  return type !== Strange && type !== Lookalike && type !== Malformed && (type !== Text || token.payload === undefined);
}

/** Reports a token that is not sound and makes it one that can be parsed; false when there is nothing to be made of it. */
function mend(token: IToken, findings: Finding[]): boolean {
  if (isSound(token)) return true;
  const { image } = token;
  const where = span(token.startOffset, endOf(token));
  if (token.tokenType === Text) {
    findings.push({ kind: 'text', flaw: token.payload, span: where });
    return true;
  }
  if (token.tokenType === Malformed) {
    findings.push({ kind: 'malformed', text: image, span: where });
    retype(token, Identifier);
    return true;
  }
  const meant = LOOKALIKES.get(image);
  if (meant !== undefined) {
    findings.push({ kind: 'lookalike', text: image, instead: meant.instead, span: where });
    retype(token, meant.type);
    return true;
  }
  if (token.tokenType === Lookalike) {
    // Each full-width digit is one character, as the digit that it stands for is: places stay right.
    const instead = image.normalize('NFKC');
    findings.push({ kind: 'lookalike', text: image, instead, span: where });
    token.image = instead;
    retype(token, /^(?:0|[1-9]\d*)(?:\D|$)/.test(instead) ? Literal : Identifier);
    return true;
  }
  findings.push({ kind: 'strange', text: image, span: where });
  return false;
}
