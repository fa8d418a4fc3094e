/** `$.Path == "value" and …`, as far as it goes. */
import type { Completion } from '../types.ts';
import type { Asking } from './asking.ts';
import { valuesOf } from './cases.ts';
import { pathItems } from './paths.ts';
import { leadingItems } from './patterns.ts';

const OPERATORS: Readonly<Record<string, string>> = {
  '==': 'is',
  '!=': 'is not',
  starts_with: 'begins with a text; capitals count',
  ends_with: 'ends with a text; capitals count',
  contains: 'holds a text; capitals count',
  exists: 'there is a value at all',
  '>': 'is a larger number than',
  '>=': 'is at least',
  '<': 'is a smaller number than',
  '<=': 'is at most',
};

/** `words`: those behind `if`. */
export function conditionItems(asking: Asking, words: readonly string[]): readonly Completion[] {
  const { make } = asking;
  const last = words.at(-1);
  if (words.includes('->')) return [];
  const word = (label: string, about: string) =>
    make(label, {
      kind: 'keyword',
      text: `${label} `,
      detail: about,
      documentation: () => `\`${label}\`: ${about}`,
      rank: 1,
    });
  if (last === undefined || ['and', 'or', 'not'].includes(last)) {
    return [...pathItems(asking, ''), ...(last === 'not' ? [] : [word('not', 'the other way round')])];
  }
  if (last.startsWith('$')) return Object.entries(OPERATORS).map(([label, about]) => word(label, about));
  if (Object.hasOwn(OPERATORS, last) && last !== 'exists') {
    const path = words.at(-2) ?? '';
    return (valuesOf(asking, path) ?? []).map((value) =>
      make(JSON.stringify(value), {
        kind: 'value',
        detail: `a value that ${path} may have`,
        documentation: () => `\`${path}\` may be \`${value}\` here.`,
        rank: 1,
      }),
    );
  }
  return [...leadingItems(asking), word('and', 'both'), word('or', 'one of them')];
}
