/** How messages speak of blocks and of values. */
import { expect, it } from 'vitest';
import { checkJson } from '../../src/compiler.ts';

function messages(actions: readonly unknown[]): readonly string[] {
  const text = JSON.stringify({ Version: '2019-10-30', StartAction: 'a', Actions: actions });
  return checkJson({ path: 'Main.json', text }).map(({ message }) => message);
}

it('a block without a type is called by its identifier alone', () => {
  const said = messages([{ Identifier: 'a', Parameters: {}, Transitions: { NextAction: 'gone' } }]);
  expect(said).toContain('"a" leads to "gone", and no block is called so.');
  expect(said.join()).not.toContain('``');
});

it('of a long value only the beginning is told', () => {
  const said = messages([
    { Identifier: 'a', Type: 'UpdateContactAttributes', Parameters: { Attributes: 'x'.repeat(5000) }, Transitions: {} },
  ]);
  expect(said.some((message) => message.includes('xxx'))).toBe(true);
  expect(Math.max(...said.map((message) => message.length))).toBeLessThan(400);
});
