/** The raw SDK drives the instance; every answer is held against the model on its way. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sdkClient, type Client } from './clients.ts';
import { startListened, type Running } from './instance.ts';
import { scenarios } from './scenarios/index.ts';

let running: Running;
let client: Client;

beforeAll(async () => {
  running = await startListened();
  client = await sdkClient(running.listener.endpoint, running.instance);
});

afterAll(() => running.close());

describe('the SDK', () => {
  test.each(scenarios)('$name', async ({ run }) => {
    await run(client);
    expect(running.listener.wrong.splice(0)).toEqual([]);
  });
});
