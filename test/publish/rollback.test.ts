/** A release, a second one, and back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codes, planOf, publishText, rollBack, site, todo, type Site } from './project.ts';
import { stateOf } from './state.ts';
import { twelve } from './twelve.ts';

let place: Site;
beforeEach(async () => {
  place = await site();
});
afterEach(() => place.close());

describe('rollback', () => {
  it('restores to the letter what was live before', async () => {
    expect(codes(await publishText(place, twelve('Hello')))).toEqual([]);
    const before = await stateOf(place.connection);
    expect(codes(await publishText(place, twelve('Welcome')))).toEqual([]);
    expect(await stateOf(place.connection)).not.toEqual(before);
    const back = await rollBack(place);
    expect(codes(back)).toEqual([]);
    expect(back.left).toEqual([]);
    expect(back.foreign).toEqual([]);
    expect(await stateOf(place.connection)).toEqual(before);
    expect(todo(await planOf(place, twelve('Hello')))).toEqual([]);
  });

  it('archives what the first release made, and says what it leaves', async () => {
    const before = await stateOf(place.connection);
    await publishText(place, twelve('Hello'));
    const back = await rollBack(place);
    expect(codes(back)).toEqual([]);
    expect(back.left.map((word) => word.slice(0, 30))).toMatchInlineSnapshot(`
      [
        "hours "Office hours" was creat",
        "queue "Desk" was created, and ",
        "quick_connect "Upstairs" was c",
      ]
    `);
    const after = await stateOf(place.connection);
    const added = after.filter((line) => !before.includes(line));
    expect(added.filter((line) => /^(flow|module)/.test(line) && line.includes(' ACTIVE '))).toEqual([]);
    // And the way forward again: what is archived is taken into use.
    const again = await publishText(place, twelve('Hello'));
    expect(codes(again)).toEqual([]);
    expect(todo(await planOf(place, twelve('Hello')))).toEqual([]);
  });
});
