/** The state on the disk: whole at every moment, whatever happens to the process. */
import { spawn } from 'node:child_process';
import fs, {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginState, hasState, openStore } from '../../src/connect/local/store.ts';
import type { StoredEntity } from '../../src/connect/local/types.ts';
import { newFolder } from './harness.ts';

const thing = (Id: string, more: Record<string, string | number> = {}): StoredEntity => ({
  Id,
  Arn: `arn:${Id}`,
  ...more,
});

describe('on a disk that is nearly full', () => {
  it('a write that the system takes in parts is whole', () => {
    const folder = newFolder();
    const { writeSync } = fs;
    const half = (file: number, data: string | Uint8Array, at = 0, length = Buffer.byteLength(data) - at): number =>
      writeSync(file, Buffer.from(data), at, Math.ceil(length / 2));
    fs.writeSync = half as typeof fs.writeSync;
    syncBuiltinESMExports();
    try {
      beginState(folder, [{ put: thing('a', { Name: 'あ'.repeat(99) }), in: 'queue' }]);
    } finally {
      fs.writeSync = writeSync;
      syncBuiltinESMExports();
    }
    expect(openStore(folder).get('queue', 'a')).toEqual(thing('a', { Name: 'あ'.repeat(99) }));
  });

  it.runIf(existsSync('/dev/full'))('what was refused is named, and can be written when there is room again', () => {
    const folder = newFolder();
    mkdirSync(folder, { recursive: true });
    symlinkSync('/dev/full', join(folder, 'base.json.new'));
    const begin = (): void => {
      beginState(folder, [{ put: thing('a'), in: 'queue' }]);
    };
    expect(begin).toThrow(expect.objectContaining({ code: 'ENOSPC', path: join(folder, 'base.json') }));
    expect(readdirSync(folder)).toEqual([]);
    begin();
    const store = openStore(folder);
    symlinkSync('/dev/full', join(folder, 'intent.json.new'));
    const both = (): void => {
      store.write(['b', 'c'].map((id) => ({ put: thing(id), in: 'queue' })));
    };
    expect(both).toThrow(expect.objectContaining({ code: 'ENOSPC' }));
    both();
    expect(openStore(folder).all('queue')).toEqual(['a', 'b', 'c'].map((id) => thing(id)));
  });
});

describe('what is written', () => {
  it('is there for the next process, in the order in which it was made', () => {
    const folder = newFolder();
    const store = openStore(folder);
    for (const id of ['c', 'a', 'b']) store.write([{ put: thing(id), in: 'queue' }]);
    store.write([{ put: thing('c', { Name: 'changed' }), in: 'queue' }]);
    store.write([{ remove: 'a', in: 'queue' }]);
    for (const same of [store, openStore(folder)]) {
      expect(same.all('queue')).toEqual([thing('c', { Name: 'changed' }), thing('b')]);
      expect(same.get('queue', 'a')).toBeUndefined();
      expect(same.all('prompt')).toEqual([]);
    }
  });

  it('stands beside what was there first, which can be changed and removed', () => {
    const folder = newFolder();
    expect(hasState(folder)).toBe(false);
    beginState(
      folder,
      ['a', 'b', 'c'].map((id) => ({ put: thing(id), in: 'queue' })),
    );
    const store = openStore(folder);
    store.write([{ remove: 'a', in: 'queue' }]);
    store.write([{ put: thing('b', { Name: 'changed' }), in: 'queue' }]);
    store.write([{ put: thing('d'), in: 'queue' }]);
    store.write([{ remove: 'd', in: 'queue' }]);
    for (const same of [store, openStore(folder)]) {
      expect(same.all('queue')).toEqual([thing('b', { Name: 'changed' }), thing('c')]);
    }
    openStore(folder).write([{ put: thing('a', { Name: 'again' }), in: 'queue' }]);
    expect(openStore(folder).get('queue', 'a')).toEqual(thing('a', { Name: 'again' }));
    expect(hasState(folder)).toBe(true);
  });

  it('may have any text for an id', () => {
    const folder = newFolder();
    const ids = ['../../../x', 'A', 'a', 'x'.repeat(300), 'a/b:c', '', '\u0000', 'ä', '__proto__', 'con', 'a.json'];
    const store = openStore(folder);
    for (const id of ids) store.write([{ put: thing(id), in: 'prompt' }]);
    expect(
      openStore(folder)
        .all('prompt')
        .map(({ Id }) => Id),
    ).toEqual(ids);
    expect(new Set(readdirSync(join(folder, 'prompt')).map((name) => name.toLowerCase())).size).toBe(ids.length);
    expect(readdirSync(folder)).toEqual(['prompt']);
  });
});

describe('what a dead process left', () => {
  it('is finished when it was several changes at once', () => {
    const folder = newFolder();
    openStore(folder).write([{ put: thing('old'), in: 'queue' }]);
    const steps = [
      { collection: 'queue', file: 'old.json' },
      { collection: 'queue', file: 'new.json', kept: { order: 2, thing: thing('new') } },
      { collection: 'prompt', file: 'p.json', kept: { order: 3, thing: thing('p') } },
    ];
    writeFileSync(join(folder, 'intent.json'), JSON.stringify(steps));
    const store = openStore(folder);
    expect([store.all('queue'), store.all('prompt')]).toEqual([[thing('new')], [thing('p')]]);
    expect(existsSync(join(folder, 'intent.json'))).toBe(false);
  });

  it('is swept away when it is half a file', () => {
    const folder = newFolder();
    openStore(folder).write([{ put: thing('a'), in: 'queue' }]);
    const half = join(folder, 'queue', 'b.json.new');
    writeFileSync(half, '{"order":2,"thi');
    writeFileSync(join(folder, 'intent.json.new'), '[{"coll');
    expect(openStore(folder).all('queue')).toEqual([thing('a')]);
    expect(existsSync(half)).toBe(false);
  });
});

describe('a change that cannot be written', () => {
  it('is told, changes nothing, and lets nothing come after it when it was several', () => {
    const folder = newFolder();
    const store = openStore(folder);
    // A folder stands where the file is to be.
    mkdirSync(join(folder, 'queue', 'a.json'), { recursive: true });
    expect(() => store.write([{ put: thing('a'), in: 'queue' }])).toThrow();
    expect(store.all('queue')).toEqual([]);
    store.write([{ put: thing('b'), in: 'queue' }]);
    expect(() =>
      store.write([
        { put: thing('c'), in: 'queue' },
        { put: thing('a'), in: 'queue' },
      ]),
    ).toThrow();
    expect(store.all('queue')).toEqual([thing('b')]);
    expect(() => store.write([{ put: thing('d'), in: 'queue' }])).toThrow('an earlier change');
  });
});

describe('a process that is killed', () => {
  const place = mkdtempSync(join(tmpdir(), 'flowc-writer-'));
  const script = join(place, 'writer.mjs');

  afterAll(() => rmSync(place, { recursive: true, force: true }));

  /** Counts up in two places at once, and moves a third thing about; says each number after it is written. */
  const WRITER = `
    import { openStore } from './src/connect/local/store.ts';
    const store = openStore(process.argv[2]);
    let n = store.get('a', 'x')?.N ?? 0;
    for (;;) {
      n++;
      const changes = [
        { put: { Id: 'x', Arn: '', N: n, Text: 'x'.repeat(n % 5 * 20000) }, in: 'a' },
        { put: { Id: 'y', Arn: '', N: n }, in: 'b' },
        { remove: 'n' + (n - 1), in: 'c' },
        { put: { Id: 'n' + n, Arn: '' }, in: 'c' },
      ];
      store.write(changes);
      process.stdout.write(n + '\\n');
    }
  `;

  beforeAll(async () => {
    await build({
      stdin: { contents: WRITER, resolveDir: process.cwd(), loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: script,
      logLevel: 'error',
    });
  });

  it('leaves all of a change or nothing, and all that it has told of', async () => {
    const folder = newFolder();
    let told = 0;
    for (let round = 0; round < 8; round++) {
      told = Math.max(told, await killedAfter(script, folder, 3 + ((round * 7) % 11)));
      const store = openStore(folder);
      const n = Number(store.get('a', 'x')?.['N']);
      expect(n).toBeGreaterThanOrEqual(told);
      expect(store.get('b', 'y')?.['N']).toBe(n);
      expect(store.all('c').map(({ Id }) => Id)).toEqual([`n${n}`]);
    }
    expect(told).toBeGreaterThan(8);
  });
});

/** Kills the writer some milliseconds after its first number; the last number that it told. */
function killedAfter(script: string, folder: string, ms: number): Promise<number> {
  return new Promise((settle) => {
    const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    let told = '';
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (text: string) => {
      if (told === '') setTimeout(() => child.kill('SIGKILL'), ms);
      told += text;
    });
    child.on('close', () => settle(Number(told.slice(0, told.lastIndexOf('\n')).split('\n').at(-1))));
  });
}

it('files can be read by people', () => {
  const folder = newFolder();
  openStore(folder).write([{ put: thing('a', { Name: 'Support' }), in: 'queue' }]);
  expect(readFileSync(join(folder, 'queue', 'a.json'), 'utf8')).toBe(
    '{\n "order": 1,\n "thing": {\n  "Id": "a",\n  "Arn": "arn:a",\n  "Name": "Support"\n }\n}\n',
  );
});
