/** Kinds of things in sentences: as English says them, not as source does. */
import { expect, it } from 'vitest';
import { aKind, kindInSource } from '../../src/check/diagnostics.ts';
import { compile } from '../../src/compiler.ts';
import { entityModels } from '../../src/entities/index.ts';

/** Messages of errors of a flow with this statement. */
function told(statement: string): readonly string[] {
  const text = `inbound flow Main {\n  on error, closed -> disconnect\n\n  ${statement}\n  disconnect\n}\n`;
  const { diagnostics } = compile([{ path: 'x.flow', text }]);
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
}

it.each([
  ['check hours Office', 'No set of hours is called `Office`.'],
  ['set queue', '`set queue` wants the name of a queue behind it.'],
])('%s: %s', (statement, expected) => {
  expect(told(statement)).toEqual([expect.stringContaining(expected)]);
});

it('every kind has its article and no underscore', () => {
  const kinds = Object.values(entityModels).flatMap(({ spellings }) => spellings);
  expect(kinds.map(kindInSource).filter((words) => words.includes('_'))).toEqual([]);
  const vowels = kinds.map(aKind).filter((words) => words.startsWith('an '));
  expect(vowels).toEqual(['an attribute', 'an assistant', 'an agent status']);
  expect(aKind('hours')).toBe('a set of hours');
});
