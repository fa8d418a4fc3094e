/** Processes that publish, killed with SIGKILL after one of their requests. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Site } from './project.ts';

export interface Killer {
  /**
   * Publishes to a fresh process, and kills it when the nth of its requests has had its effect, before it sees the answer.
   * Returns whether it came to that.
   */
  readonly publishAndKill: (place: Site, nth: number, size: string, words: string) => Promise<boolean>;
  readonly close: () => void;
}

/** Bundles the child once. */
export async function makeKiller(): Promise<Killer> {
  const folder = mkdtempSync(join(tmpdir(), 'flowc-kill-'));
  const program = join(folder, 'child.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'child.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  return {
    publishAndKill: (place, nth, size, words) => publishAndKill(program, place, nth, size, words),
    close: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function publishAndKill(
  program: string,
  place: Site,
  nth: number,
  size: string,
  words: string,
): Promise<boolean> {
  let seen = 0;
  const children: ChildProcess[] = [];
  const proxy = await forwarding(place.local.endpoint, () => {
    if (++seen !== nth) return seen < nth;
    for (const child of children) child.kill('SIGKILL');
    return false;
  });
  const started = spawn(
    process.execPath,
    [program, proxy.endpoint, JSON.stringify(place.local.instance), place.root, size, words],
    { stdio: 'inherit' },
  );
  children.push(started);
  const [, signal] = await new Promise<[number | null, string | null]>((settle) => {
    started.once('exit', (code, by) => {
      settle([code, by]);
    });
  });
  await proxy.close();
  return signal === 'SIGKILL';
}

/** A proxy. `answered` is asked when the instance has answered, and says whether the answer is handed on. */
async function forwarding(endpoint: string, answered: () => boolean) {
  const { hostname, port } = new URL(endpoint);
  const underWay = new Set<Promise<void>>();
  const server = createServer((incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { method, url, headers } = incoming;
    const done = new Promise<void>((settle) => {
      const forward = request({ hostname, port, method, path: url, headers, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          settle();
          if (!answered()) return;
          outgoing.writeHead(response.statusCode ?? 500, response.headers);
          outgoing.end(Buffer.concat(chunks));
        });
      });
      forward.on('error', () => {
        settle();
        outgoing.destroy();
      });
      // What was cut off in the middle of being sent never was a request.
      incoming.on('aborted', () => forward.destroy());
      incoming.pipe(forward);
    });
    underWay.add(done);
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      await Promise.all(underWay);
      server.closeAllConnections();
      await new Promise((settle) => server.close(settle));
    },
  };
}
