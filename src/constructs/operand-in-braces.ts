/** An operand that stands in the braces under some key: `set queue { queue: Support }` for `set queue Support`. */
import type { Codec } from '../catalogue/types.ts';
import type { Value } from '../syntax/ast.ts';
import type { ParameterProblem } from './parameters.ts';

/** The problems, with one in the place of two where an operand lacks and a key that there is not has a value fit for it. */
export function joinMissing(problems: readonly ParameterProblem[]): readonly ParameterProblem[] {
  const missing = problems.find((problem) => problem.kind === 'missing-operand');
  if (missing === undefined || missing.instead.length > 0) return problems;
  const stray = problems.find(
    (problem) =>
      problem.kind === 'unknown-key' && problem.value !== undefined && fits(problem.value, missing.operand.as),
  );
  if (stray === undefined) return problems;
  return problems.flatMap((problem) =>
    problem === missing
      ? []
      : problem === stray && stray.kind === 'unknown-key'
        ? [{ ...stray, isOperand: true }]
        : [problem],
  );
}

function fits(value: Value, codec: Codec): boolean {
  if (codec === 'speech' || codec === 'text') return value.kind === 'text' || value.kind === 'path';
  if (codec === 'duration' || codec === 'duration_minutes')
    return value.kind === 'literal' && value.type === 'duration';
  if (typeof codec !== 'object') return false;
  if ('ref' in codec) return value.kind === 'word' || value.kind === 'text' || value.kind === 'path';
  if ('enum' in codec) return value.kind === 'word' && Object.hasOwn(codec.enum, value.text);
  return 'flag' in codec && value.kind === 'word' && (value.text === 'on' || value.text === 'off');
}
