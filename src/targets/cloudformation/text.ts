/** Texts with references, as CloudFormation says them. */
import type { Json } from '../../text/json.ts';
import type { Piece, Reference } from '../tokens.ts';

/** What stands for a reference: inside the text of a `Fn::Sub` (`${QueueX.QueueArn}`), and on its own. */
export interface Spelling {
  readonly inText: string;
  readonly alone: Json;
}

/**
 * A text of the template. `Fn::Sub` reads best, but takes every `${` for its own, and flows may hold some: then the parts
 * are joined.
 */
export function templateText(pieces: readonly Piece[], spellingOf: (reference: Reference) => Spelling): Json {
  const [first] = pieces;
  if (pieces.length === 1 && first !== undefined) return typeof first === 'string' ? first : spellingOf(first).alone;
  // A dollar at the end of a part is told apart by being joined as well.
  const plain = pieces.every((piece) => typeof piece !== 'string' || !(piece.includes('${') || piece.endsWith('$')));
  if (!plain) {
    return { 'Fn::Join': ['', pieces.map((piece) => (typeof piece === 'string' ? piece : spellingOf(piece).alone))] };
  }
  const texts = pieces.map((piece) => (typeof piece === 'string' ? piece : spellingOf(piece).inText));
  return { 'Fn::Sub': texts.join('') };
}

/** Whether CloudFormation puts in something else for part of a text, wherever it stands. There is no way to say it plainly. */
export function holdsDynamicReference(text: string): boolean {
  return /\{\{resolve:[^}]*\}\}/.test(text);
}
