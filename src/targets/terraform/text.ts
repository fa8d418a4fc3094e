/** Texts with references, as JSON configuration of Terraform says them: every text is a template there. */
import type { Piece, Reference } from '../tokens.ts';

/** A text that Terraform gives back as it is. `beforeReference`: what comes next begins with `${`. */
export function literal(text: string, beforeReference = false): string {
  const escaped = text.replace(/[$%](?=\{)/g, (sign) => sign + sign);
  // `$` and then `${…}` would read as an escaped `${`; so the dollars are said by a template of their own.
  return beforeReference ? escaped.replace(/\$+$/, (dollars) => `\${"${dollars}"}`) : escaped;
}

/** An expression for a reference: `aws_connect_queue.Q.arn`. */
export type ExpressionOf = (reference: Reference) => string;

export function templateText(pieces: readonly Piece[], expressionOf: ExpressionOf): string {
  return pieces
    .map((piece, i) =>
      typeof piece === 'string' ? literal(piece, typeof pieces[i + 1] === 'object') : `\${${expressionOf(piece)}}`,
    )
    .join('');
}

/** The same as an expression, to stand within others. */
export function textExpression(pieces: readonly Piece[], expressionOf: ExpressionOf): string {
  const [first] = pieces;
  if (pieces.length === 1 && typeof first === 'object') return expressionOf(first);
  const parts = pieces.map((piece, i) => {
    if (typeof piece !== 'string') return `\${${expressionOf(piece)}}`;
    return literal(quoted(piece), typeof pieces[i + 1] === 'object');
  });
  return `"${parts.join('')}"`;
}

/** As it stands between the quotes of an expression, which know fewer short escapes than JSON. */
function quoted(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(/\\\\|\\b|\\f/g, (escape) => (escape === '\\b' ? '\\u0008' : escape === '\\f' ? '\\u000c' : escape));
}
