import type { Json } from '../../text/json.ts';

/** The answer of a block that an operand is in other letters, or as a truth value: `"true"` and `true` for "True". */
export function answerMeant(operand: Json | undefined, answers: readonly string[]): string | undefined {
  if (typeof operand !== 'string' && typeof operand !== 'boolean') return undefined;
  const said = String(operand).trim().toLowerCase();
  return answers.find((answer) => answer !== operand && answer.toLowerCase() === said);
}
