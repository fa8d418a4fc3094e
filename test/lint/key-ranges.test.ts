/** A text that says the first and the last key of a row speaks of those between. */
import { expect, it } from 'vitest';
import { found } from './found.ts';

const menuSaying = (said: string) =>
  found(
    `inbound flow F {
  on error -> disconnect
  menu "${said}" {
    on 1, 2, 3, 4 -> next
    on timeout, default -> disconnect
  }
  disconnect
}
`,
    'lint/handled-key-not-spoken',
  ).length;

it.each([
  ['Press 1 to 4 to rate the call.', 0],
  ['Rate us from 1 through 5: press 1 for poor.', 0],
  ['Oprima 1 para mal. Califique del 1 al 5.', 0],
  ['1から4のいずれかを押してください。1を押すと不満です。', 0],
  ['Press 1 to talk to us.', 3],
  ['Press 1 for sales, 4 for support.', 2],
])('%s', (said, missing) => {
  expect(menuSaying(said)).toBe(missing);
});
