/** Things that refer to each other in circles, on an empty instance. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codes, planOf, publishText, site, todo, type Site } from './project.ts';

const CIRCLES = `
hours Office "Circle hours" { timezone: "Asia/Tokyo", mon-fri: 09:00-18:00 }
queue Support "Circle support" { hours: Office, outbound_whisper: Whisper, quick_connects: [Upstairs] }
quick_connect Upstairs "Circle upstairs" { queue: Support, flow: Transfer }

inbound flow Main "Circle main" {
  on error -> disconnect
  play "hello"
  transfer to flow Night
}

inbound flow Night "Circle night" {
  on error -> disconnect
  set queue Support
  transfer to flow Main
}

outbound_whisper flow Whisper "Circle whisper" {
  on error -> end
  set disconnect Night
  play "whisper"
  end
}

queue_transfer flow Transfer "Circle transfer" {
  on error, at_capacity -> disconnect
  set queue Support
  transfer to queue
}
`;

describe('circular references on an empty instance', () => {
  let place: Site;
  beforeAll(async () => {
    place = await site();
  });
  afterAll(() => place.close());

  it('publishes all of them', async () => {
    const published = await publishText(place, CIRCLES);
    expect(codes(published)).toEqual([]);
    expect(published.release?.changes.map(({ action, name }) => `${action} ${name}`)).toHaveLength(7);
  });

  it('has nothing to do afterwards', async () => {
    expect(todo(await planOf(place, CIRCLES))).toEqual([]);
  });
});
