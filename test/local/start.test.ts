/** Starting, stopping, and what a new instance holds. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FlowType } from '../../src/graph/flow-graph.ts';
import { judgeContent } from '../../src/connect/local/validate/index.ts';
import type { JsonObject } from '../../src/text/json.ts';
import { ask, createFlow, newFolder, start } from './harness.ts';

const names = async (...[local, path, list]: [Awaited<ReturnType<typeof start>>, string, string]): Promise<unknown[]> =>
  ((await ask(local, 'GET', path)).body[list] as unknown as JsonObject[]).map(({ Name }) => Name);

describe('a new instance', () => {
  it('holds what a new instance of the service holds', async () => {
    const local = await start();
    expect(await names(local, '/contact-flows-summary/{i}', 'ContactFlowSummaryList')).toEqual([
      'Default customer queue',
      'Default customer hold',
      'Default agent hold',
      'Default customer whisper',
      'Default agent whisper',
      'Default outbound',
      'Default agent transfer',
      'Default queue transfer',
    ]);
    expect(await names(local, '/queues-summary/{i}?queueTypes=STANDARD', 'QueueSummaryList')).toEqual(['BasicQueue']);
    expect(await names(local, '/hours-of-operations-summary/{i}', 'HoursOfOperationSummaryList')).toEqual([
      'Basic Hours',
    ]);
    expect(await names(local, '/routing-profiles-summary/{i}', 'RoutingProfileSummaryList')).toEqual([
      'Basic Routing Profile',
    ]);
    expect(await names(local, '/security-profiles-summary/{i}', 'SecurityProfileSummaryList')).toEqual([
      'Admin',
      'Agent',
      'CallCenterManager',
      'QualityAnalyst',
    ]);
    expect(await names(local, '/agent-status/{i}', 'AgentStatusSummaryList')).toEqual(['Available', 'Offline']);
    expect(await names(local, '/prompts-summary/{i}', 'PromptSummaryList')).toContain('Beep.wav');
  });

  it('has default flows that the service would publish', async () => {
    const local = await start();
    const { body } = await ask(local, 'GET', '/contact-flows-summary/{i}');
    for (const { Id } of body['ContactFlowSummaryList'] as unknown as JsonObject[]) {
      const flow = (await ask(local, 'GET', `/contact-flows/{i}/${String(Id)}`)).body['ContactFlow'] as JsonObject;
      const known = (_kind: string, arn: string): boolean => arn.startsWith(`${local.instance.arn}/`);
      const verdict = judgeContent(String(flow['Content']), { type: flow['Type'] as FlowType, known });
      expect([flow['Name'], verdict]).toEqual([flow['Name'], { is: 'accepted' }]);
    }
  });

  it('has the same ids every time, so that a reset breaks no script', async () => {
    const [a, b] = [await start(), await start()];
    const list = async (local: typeof a): Promise<unknown> =>
      (
        (await ask(local, 'GET', '/contact-flows-summary/{i}')).body[
          'ContactFlowSummaryList'
        ] as unknown as JsonObject[]
      ).map(({ Arn }) => Arn);
    expect(await list(a)).toEqual(await list(b));
  });
});

describe('state', () => {
  it('is there after the next start, and gone after a reset', async () => {
    const folder = newFolder();
    const first = await start({ folder });
    const id = await createFlow(first, 'Kept');
    await first.close();
    const second = await start({ folder });
    expect((await ask(second, 'GET', `/contact-flows/{i}/${id}`)).body['ContactFlow']).toMatchObject({ Name: 'Kept' });
    await second.close();
    const third = await start({ folder, reset: true });
    expect((await ask(third, 'GET', `/contact-flows/{i}/${id}`)).status).toBe(404);
    expect(readdirSync(folder).filter((name) => name.startsWith('state.'))).toEqual([]);
  });

  it('that is damaged is told by its file, and left alone', async () => {
    const folder = newFolder();
    const local = await start({ folder });
    const id = await createFlow(local, 'Main');
    await local.close();
    for (const file of [join(folder, 'state', 'contact-flow', `${id}.json`), join(folder, 'state', 'base.json')]) {
      writeFileSync(file, '[{"order":1,');
      await expect(start({ folder })).rejects.toThrow(file);
      expect(existsSync(file)).toBe(true);
      expect(existsSync(join(folder, 'lock'))).toBe(false);
    }
  });
});

describe('the folder', () => {
  it('belongs to one at a time', async () => {
    const folder = newFolder();
    const local = await start({ folder });
    await expect(start({ folder })).rejects.toThrow(`runs already at ${local.endpoint}, in process ${process.pid}`);
  });

  it('that a dead process held is free', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'lock'), '999999999 1 x\n');
    expect((await ask(await start({ folder }), 'GET', '/instance')).status).toBe(200);
  });
});

describe('the port', () => {
  it('that is taken is told', async () => {
    const { endpoint } = await start();
    const port = Number(new URL(endpoint).port);
    await expect(start({ port })).rejects.toThrow(`port ${port} is taken`);
  });
});
