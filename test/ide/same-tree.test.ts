/** What counts as a change to the declarations of a file that is typed in. */
import { expect, it } from 'vitest';
import { sameTree } from '../../src/ide/same-tree.ts';
import { parse } from '../../src/syntax/parse.ts';

const declaration = (text: string) => parse({ path: 'a.flow', text }).tree.declarations[0];
const same = (one: string, other: string): readonly boolean[] => [
  sameTree(declaration(one), declaration(other)),
  sameTree(declaration(other), declaration(one)),
];

it('is told of the same text at another place, and of another layout', () => {
  expect(same('queue Q { hours: H }', '\n\n  queue   Q {\n  hours: H\n}\n')).toEqual([true, true]);
  expect(same('flow F { play "a", disconnect }', '// first\nflow F {\n  play "a"\n  disconnect\n}\n')).toEqual([
    true,
    true,
  ]);
});

it.each([
  ['a word', 'queue Q { hours: H }', 'queue Q { hours: I }'],
  ['a row that goes on', 'flow F { play "a" }', 'flow F { play "a", disconnect }'],
  ['the last of a row', 'flow F { play "a", disconnect }', 'flow F { play "a", return }'],
  ['a part that is not there', 'existing queue Q', 'existing queue Q "Other"'],
  ['a comment that documents it', 'queue Q { hours: H }', '/// All calls.\nqueue Q { hours: H }'],
  ['another kind', 'queue Q { hours: H }', 'flow Q { disconnect }'],
])('is not told where the difference is %s', (_, one, other) => {
  expect(same(one, other)).toEqual([false, false]);
});

it('tells a row from an object, nothing from either, and a member from none', () => {
  expect([sameTree([], {}), sameTree({}, []), sameTree({}, null), sameTree(null, {}), sameTree({}, 1)]).toEqual(
    Array(5).fill(false),
  );
  expect([sameTree({}, { a: 1 }), sameTree({ a: 1 }, {})]).toEqual([false, false]);
  expect(sameTree({ a: undefined }, {}) && sameTree({}, { a: undefined })).toBe(true);
});
