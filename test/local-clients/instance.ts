import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocal } from '../../src/connect/local/start.ts';
import { listen, type Listener } from './listener.ts';

export interface Running {
  readonly listener: Listener;
  readonly instance: string;
  readonly close: () => Promise<void>;
}

/** A new instance in a folder of its own, with a listener before it, and one quota so small that it can be reached. */
export async function startListened(): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'flowc-local-clients-'));
  const local = await startLocal({ folder, port: 0, quotas: { 'Predefined attributes per instance': 2 } });
  const listener = await listen(local.endpoint);
  return {
    listener,
    instance: local.instance.id,
    close: async () => {
      await listener.close();
      await local.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
