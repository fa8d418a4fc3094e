/** One instance for a project, whoever needs it: found, started, taken over. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ensureLocal, localFolder, startLocal } from '../../src/connect/local/start.ts';
import type { Local } from '../../src/connect/local/start.ts';
import { ask, closedAfter, createFlow, newFolder } from './harness.ts';

const ensure = async (root: string): Promise<Local> => closedAfter(await ensureLocal(root));

const place = mkdtempSync(join(tmpdir(), 'flowc-ensure-'));
const script = join(place, 'ensure.mjs');
const children: ChildProcess[] = [];

/** A process that ensures the instance of a project, says where it is, and goes on until it is told to end. */
const PROCESS = `
  import { ensureLocal } from './src/connect/local/start.ts';
  const local = await ensureLocal(process.argv[2]);
  process.stdout.write(local.endpoint + '\\n');
  process.stdin.on('data', () => local.close().then(() => process.exit(0)));
`;

beforeAll(async () => {
  await build({
    stdin: { contents: PROCESS, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: script,
    logLevel: 'error',
  });
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

afterAll(() => rmSync(place, { recursive: true, force: true }));

interface Other {
  readonly child: ChildProcess;
  readonly endpoint: string;
}

function otherProcess(root: string): Promise<Other> {
  const child = spawn(process.execPath, [script, root], { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  return new Promise((settle, fail) => {
    child.stdout.setEncoding('utf8');
    child.stdout.once('data', (text: string) => settle({ child, endpoint: text.trim() }));
    child.once('exit', (code) => fail(new Error(`ended with ${code}`)));
  });
}

/** Asks until the instance answers: while one process takes another's place, nobody does. */
async function answered(local: Local, path: string): Promise<number> {
  for (let i = 0; i < 400; i++) {
    const reply = await ask(local, 'GET', path).catch(() => undefined);
    if (reply !== undefined) return reply.status;
    await new Promise((settle) => setTimeout(settle, 10));
  }
  return 0;
}

describe('ensureLocal', () => {
  it('starts one in the project, and keeps git away from it', async () => {
    const root = newFolder();
    const local = await ensure(root);
    expect((await ask(local, 'GET', '/instance')).status).toBe(200);
    expect(readFileSync(join(root, '.flowc', '.gitignore'), 'utf8')).toBe('*\n');
    await local.close();
    expect(existsSync(join(localFolder(root), 'lock'))).toBe(false);
    expect(existsSync(join(localFolder(root), 'server.json'))).toBe(false);
  });

  it('finds the one that runs, which another does not end', async () => {
    const root = newFolder();
    const first = await ensure(root);
    const second = await ensure(root);
    expect(second.endpoint).toBe(first.endpoint);
    await second.close();
    expect((await ask(first, 'GET', '/instance')).status).toBe(200);
  });

  it('finds what `flowc local` started', async () => {
    const root = newFolder();
    const local = closedAfter(await startLocal({ folder: localFolder(root) }));
    expect((await ensure(root)).endpoint).toBe(local.endpoint);
  });

  it('is not misled by what a dead process announced', async () => {
    const root = newFolder();
    const stranger = closedAfter(await startLocal({ folder: newFolder() }));
    await (await ensure(root)).close();
    const port = Number(new URL(stranger.endpoint).port);
    for (const text of [
      JSON.stringify({ pid: 999_999_999, port, key: 'x' }),
      '{"port":1,"pid":1,"key":"x"}',
      '{',
      '',
    ]) {
      writeFileSync(join(localFolder(root), 'server.json'), text);
      const local = await ensure(root);
      expect(local.endpoint).not.toBe(stranger.endpoint);
      await local.close();
    }
  });

  it('seeds it with the project’s own file', async () => {
    const root = newFolder();
    writeFileSync(join(root, 'local-seed.json'), JSON.stringify({ lambdas: ['lookup'] }));
    const { body } = await ask(await ensure(root), 'GET', '/instance/{i}/lambda-functions');
    expect(body['LambdaFunctions']).toEqual(['arn:aws:lambda:us-east-1:000000000000:function:lookup']);
  });
});

describe('processes', () => {
  it('that come at once agree on one', async () => {
    const root = newFolder();
    const others = await Promise.all([otherProcess(root), otherProcess(root), otherProcess(root)]);
    expect(new Set(others.map(({ endpoint }) => endpoint)).size).toBe(1);
  });

  it.each(['SIGKILL', 'close'])(
    'go on with it at the same address when the one that ran it ends by %s',
    async (way) => {
      const root = newFolder();
      const other = await otherProcess(root);
      const local = await ensure(root);
      expect(local.endpoint).toBe(other.endpoint);
      const id = await createFlow(local, 'Kept');
      if (way === 'SIGKILL') other.child.kill('SIGKILL');
      else other.child.stdin?.write('end\n');
      await new Promise((settle) => other.child.once('close', settle));
      expect(await answered(local, `/contact-flows/{i}/${id}`)).toBe(200);
      expect((await otherProcess(root)).endpoint).toBe(local.endpoint);
    },
  );
});
