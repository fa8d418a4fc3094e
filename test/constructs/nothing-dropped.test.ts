/** Nothing that a flow says is dropped without a word: not the first of two keys, not a word too much. */
import { expect, it } from 'vitest';
import { compile } from '../../src/compiler.ts';
import type { SourceText } from '../../src/text/text.ts';

/** What is said of a statement in a flow without other faults, as `code: the text that it is about`. */
function toldOf(statement: string): string[] {
  const text = `existing lambda L\ninbound flow F {\n  on error -> bye\n  ${statement}\n  bye: disconnect\n}\n`;
  const source: SourceText = { path: 'x.flow', text };
  return compile([source], { lint: false }).diagnostics.map(
    ({ code, place: { span } }) => `${code}: ${text.slice(span.start, span.end)}`,
  );
}

it.each([
  ['keys of the user’s own', 'set attributes { a: "1", a: "2" }', 'a: "2"'],
  ['a map', 'invoke lambda L { timeout: 8s, with { k: "1", k: "2" } }', 'k: "2"'],
  [
    'a map whose keys are spelled in two ways',
    'invoke lambda L { timeout: 8s, with { k: "1", "k": "2" } }',
    '"k": "2"',
  ],
  ['a parameter of a raw action', 'action Foo { A: 1, A: 2 }', 'A: 2'],
  ['braces of a raw action', 'action Foo { A: [{ b: 1, c: 2, b: 3 }] }', 'b: 3'],
  ['the document', 'document { Foo: "a", Foo: "b" }', 'Foo: "b"'],
])('tells of a key that stands twice in %s', (_, statement, second) => {
  expect(toldOf(statement)).toEqual([`check/duplicate-parameter: ${second}`]);
});

it('takes the same key in braces of their own', () => {
  expect(toldOf('action Foo { A: { b: 1 }, B: [{ b: 1 }, { b: 2 }] }')).toEqual([]);
});

it('tells of a member of the document that is no JSON', () => {
  expect(toldOf('document { Foo: one two }')).toEqual(['check/value-kind: one two']);
});

it.each([
  ['if $.Attributes.n > 10 minutes { play "x" }', 'check/surplus-operand: minutes'],
  ['match $.Attributes.n { on > 5 6 -> bye, on default -> next }', 'check/unknown-branch: > 5 6'],
])('tells of a second operand of a comparison of numbers: %s', (statement, told) => {
  expect(toldOf(statement)).toEqual([told]);
});
