/** Mishaps on the way: each is got over, and the end is that of an undisturbed run. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readInventory } from '../../src/connect/inventory.ts';
import { openConnection } from '../../src/connect/open.ts';
import { resolveTarget } from '../../src/connect/credentials.ts';
import type { Fault } from '../../src/connect/local/start.ts';
import { makeRecordFolder } from '../../src/deploy/publish/folders.ts';
import { historyOf } from '../../src/deploy/publish/history.ts';
import { publish } from '../../src/deploy/publish/publish.ts';
import { codes, planOf, publishText, site, todo, type Site } from './project.ts';
import { stateOf } from './state.ts';
import { three } from './twelve.ts';

let undisturbed: readonly string[];
beforeAll(async () => {
  const calm = await site();
  await publishText(calm, three('Hello'));
  undisturbed = await stateOf(calm.connection);
  await calm.close();
});

/** A site whose waits before another try take no time. */
async function hastySite(faults: readonly Fault[]): Promise<Site> {
  const place = await site();
  const { endpoint, instance } = place.local;
  let time = 0;
  const sleep = (milliseconds: number): Promise<void> => {
    time += milliseconds;
    return Promise.resolve();
  };
  const clock = { now: () => time, sleep };
  const target = resolveTarget({ endpoint, region: instance.region, instance: instance.arn }, {}, {});
  const connection = await openConnection(target, { instance, clock });
  place.local.faults.add(faults);
  return {
    ...place,
    connection,
    close: async () => {
      connection.close();
      await place.close();
    },
  };
}

const MISHAPS: readonly (readonly [string, readonly Fault[]])[] = [
  [
    'throttled at everything',
    [
      { do: 'throttle', at: 1, times: 5 },
      { do: 'throttle', at: 12, times: 4 },
    ],
  ],
  ['500 before a flow is made', [{ operation: 'CreateContactFlow', do: 'error' }]],
  ['500 after a flow was made', [{ operation: 'CreateContactFlow', do: 'error', when: 'after', times: 2 }]],
  ['cut off after a flow was made', [{ operation: 'CreateContactFlow', do: 'cut', when: 'after', at: 2 }]],
  ['cut off after hours were made', [{ operation: 'CreateHoursOfOperation', do: 'cut', when: 'after' }]],
  ['cut off after a queue was made', [{ operation: 'CreateQueue', do: 'cut', when: 'after' }]],
  [
    '500 after contents were written',
    [{ operation: 'UpdateContactFlowContent', do: 'error', when: 'after', times: 2 }],
  ],
];

describe('mishaps', () => {
  it.each(MISHAPS)('%s', async (_, faults) => {
    const place = await hastySite(faults);
    const published = await publishText(place, three('Hello'));
    expect(codes(published)).toEqual([]);
    expect(place.local.faults.pending()).toEqual([]);
    expect(await stateOf(place.connection)).toEqual(undisturbed);
    await place.close();
  });

  it('a service that fails for good is told, and the next run goes on', async () => {
    const place = await hastySite([{ operation: 'UpdateContactFlowContent', do: 'error', times: 0 }]);
    const published = await publishText(place, three('Hello'));
    expect(published.release).toBeUndefined();
    expect(codes(published).map((code) => code.slice(0, 50))).toMatchInlineSnapshot(`
      [
        "deploy/refused: UpdateContactFlowContent for "Outg",
        "deploy/refused: UpdateContactFlowContent for "Nigh",
      ]
    `);
    expect(historyOf(place.root, 'local').unfinished).toHaveLength(1);
    place.local.faults.clear();
    const again = await publishText(place, three('Hello'));
    expect(codes(again)).toEqual([]);
    expect(await stateOf(place.connection)).toEqual(undisturbed);
    expect(again.release?.changes.every(({ before }) => before === null)).toBe(true);
    await place.close();
  });

  it('where something new fails, what is live stays as it was', async () => {
    const place = await hastySite([]);
    const flow = (name: string, words: string) =>
      `inbound flow ${name} {\n  on error -> disconnect\n  play "${words}"\n  disconnect\n}\n`;
    expect(codes(await publishText(place, flow('Live', 'Hello.')))).toEqual([]);
    const before = await stateOf(place.connection);
    place.local.faults.add([{ operation: 'CreateContactFlow', do: 'error', times: 0 }]);
    const published = await publishText(place, flow('Live', 'Changed.') + flow('New', 'Hello.'));
    expect(published.release).toBeUndefined();
    expect(await stateOf(place.connection)).toEqual(before);
    await place.close();
  });

  it('what somebody else made in the meantime is not taken for ours', async () => {
    const place = await site();
    const { connection } = place;
    const planned = await planOf(place, three('Hello'));
    await connection.call('CreateHoursOfOperation', {
      Name: 'Office hours',
      TimeZone: 'Europe/Berlin',
      Config: [{ Day: 'SUNDAY', StartTime: { Hours: 1, Minutes: 0 }, EndTime: { Hours: 2, Minutes: 0 } }],
    });
    const published = await publish(planned.plan, { ...place, inventory: planned.inventory, by: 'tester' });
    expect(codes(published)).toMatchInlineSnapshot(`
      [
        "deploy/moved: The instance is another than it was when this was planned: hours "Office hours" exists by now.",
      ]
    `);
    await place.close();
  });
});

describe('reading back', () => {
  let place: Site;
  beforeAll(async () => {
    place = await site();
  });
  afterAll(() => place.close());

  it('tells what somebody changed while it was written', async () => {
    const { connection, root } = place;
    let meddling: Promise<void> | undefined;
    const meddle = async (): Promise<void> => {
      const { things } = await readInventory(connection, ['flow', 'queue']);
      const [day = '', desk = ''] = ['Day', 'Desk'].map(
        (wanted) => things.find(({ name }) => name === wanted)?.id ?? '',
      );
      const { ContactFlow: flow } = await connection.call('DescribeContactFlow', { ContactFlowId: day });
      const content = (flow as { readonly Content: string }).Content.replace('"Text":"Hello."', '"Text":"Hi."');
      await connection.call('UpdateContactFlowContent', { ContactFlowId: day, Content: content });
      await connection.call('UpdateQueueStatus', { QueueId: desk, Status: 'DISABLED' });
    };
    const call: typeof connection.call = async (operation, input) => {
      // Somebody else at work, between the last write and the first look.
      if (operation.startsWith('Describe')) await (meddling ??= meddle());
      return connection.call(operation, input);
    };
    const published = await publishText({ root, connection: { ...connection, call } }, three('Hello'));
    expect(meddling).toBeDefined();
    expect(published.release).toBeDefined();
    expect(codes(published)).toMatchInlineSnapshot(`
      [
        "queue Desk: status is "disabled", and "enabled" was written.",
        "flow Day: MessageParticipant "play Hello.": Parameters.Text is "Hello." in what was written, "Hi." in what is live.",
      ]
    `);
    expect(todo(await planOf(place, three('Hello')))).toEqual(['update queue Desk', 'update flow Day']);
  });
});

it('a fault of the service is no refusal', async () => {
  const place = await hastySite([{ operation: 'CreateQueue', do: 'error', times: 0 }]);
  const { diagnostics } = await publishText(place, three('Hello'));
  expect(diagnostics.map(({ message, help }) => [message, help])).toEqual([
    [
      'CreateQueue for "Desk" failed: Internal Service Error (InternalServiceException)',
      'Publish again: it goes on where it stopped.',
    ],
  ]);
  await place.close();
});

it('a connection that stays cut is no refusal', async () => {
  const place = await hastySite([{ operation: 'CreateQueue', do: 'cut', times: 0 }]);
  const [said] = codes(await publishText(place, three('Hello')));
  expect(said).toMatch(/^deploy\/refused: CreateQueue for "Desk" got no answer: .* cannot be reached: .*\.$/);
  await place.close();
});

describe('records', () => {
  it('of another instance are left alone', async () => {
    const place = await site();
    const { root, connection } = place;
    const elsewhere = { ...connection.instance, arn: `${connection.instance.arn}0` };
    const planned = await planOf(place, three('Hello'));
    let begin = (): void => undefined;
    const hasBegun = new Promise<void>((settle) => (begin = settle));
    const never: typeof connection.call = () => new Promise<never>(() => begin());
    void publish(
      { ...planned.plan, instance: elsewhere },
      { root, connection: { ...connection, call: never }, inventory: planned.inventory, by: 'tester' },
    );
    await hasBegun;
    expect(historyOf(root, 'local').unfinished).toHaveLength(1);
    const published = await publishText(place, three('Hello'));
    expect(codes(published)).toEqual([]);
    expect(published.release?.changes).toHaveLength(5);
    expect(historyOf(root, 'local').unfinished).toHaveLength(1);
    await place.close();
  });

  it('that were cut in the middle of a line, or hold something else, stop nothing', async () => {
    const place = await site();
    const { root } = place;
    const journal = makeRecordFolder(root, 'journal', 'local');
    const releases = makeRecordFolder(root, 'releases', 'local');
    writeFileSync(join(journal, '20260101T000000000Z-00000000.jsonl'), '{"id":"2026');
    writeFileSync(join(releases, '20260101T000000000Z-00000000.json'), '{"changes":');
    expect(historyOf(root, 'local')).toMatchObject({ releases: [], unfinished: [] });
    expect(codes(await publishText(place, three('Hello')))).toEqual([]);
    expect(historyOf(root, 'local').releases).toHaveLength(1);
    await place.close();
  });
});
