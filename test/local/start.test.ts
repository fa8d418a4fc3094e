/** Starting, stopping, and what a new instance holds. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { startLocal } from '../../src/connect/local/start.ts';

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'flowc-local-'));
  folders.push(made);
  return made;
};
afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

it('holds what a new instance holds', async () => {
  const t0 = performance.now();
  const local = await startLocal({ folder: folder() });
  console.log('start', performance.now() - t0);
  try {
    const get = async (path: string) => (await fetch(local.endpoint + path)).json();
    const t1 = performance.now();
    const flows = await get(`/contact-flows-summary/${local.instance.id}`);
    console.log('first', performance.now() - t1);
    const t2 = performance.now();
    for (let i = 0; i < 100; i++) await get(`/contact-flows-summary/${local.instance.id}`);
    console.log('each', (performance.now() - t2) / 100);
    console.log(JSON.stringify(flows).slice(0, 500));
    console.log(JSON.stringify(await get(`/queues-summary/${local.instance.id}`)));
    console.log(JSON.stringify(await get(`/contact-flows/${local.instance.id}/${flows.ContactFlowSummaryList[0].Id}`)));
    expect(flows.ContactFlowSummaryList).toHaveLength(8);
  } finally {
    await local.close();
  }
});
