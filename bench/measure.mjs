/** Whole processes and functions, timed so that the figures say something on a machine that is not alone. */
import { spawn as start, spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(fileURLToPath(import.meta.url), '../..');
const bin = join(root, 'bin', 'flowc.cjs');
const peak = join(root, 'bench', 'peak.cjs');

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Node reads extra certificates at every start when it is told to, which has nothing to do with what is measured. */
export function environment() {
  const env = { ...process.env };
  delete env.NODE_EXTRA_CA_CERTS;
  delete env.NODE_OPTIONS;
  return env;
}

/** One run; exit code 1 only means that what was read has errors. */
function spawn(args, cwd) {
  const began = performance.now();
  const { status, stderr, error } = spawnSync(process.execPath, args, {
    cwd,
    env: environment(),
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 1 << 28,
  });
  const ms = performance.now() - began;
  if (error || (status !== 0 && status !== 1))
    throw new Error(`${args.join(' ')} ended with ${status}: ${error ?? stderr.toString().slice(0, 2000)}`);
  return { ms, stderr: stderr.toString() };
}

/** Milliseconds of a bare Node, and of `flowc args`, in turns; the ratio is that of the medians. */
export function ratioToBare(args, { cwd = root, pairs, before = () => undefined }) {
  before();
  spawn([bin, ...args], cwd); // makes the code cache, as the first run after an installation does
  const bare = [];
  const ours = [];
  for (let n = 0; n < pairs; n++) {
    before();
    bare.push(spawn(['-e', '0'], cwd).ms);
    ours.push(spawn([bin, ...args], cwd).ms);
  }
  return { bare: median(bare), ours: median(ours), ratio: median(ours) / median(bare) };
}

/** Milliseconds and peak memory in MB of one run. */
export function oneRun(args, cwd) {
  const { ms, stderr } = spawn(['--require', peak, bin, ...args], cwd);
  const megabytes = Number(/^peak (\d+)$/m.exec(stderr)?.[1]) / 1024;
  return { ms, megabytes };
}

/** Median milliseconds of each function, in turns, over the second half of the rounds: when V8 has seen enough of them. */
export function warm(functions, rounds) {
  const times = functions.map(() => []);
  for (let n = 0; n < rounds; n++) {
    for (const [i, run] of functions.entries()) {
      const began = performance.now();
      run();
      times[i].push(performance.now() - began);
    }
  }
  return times.map((each) => median(each.slice(rounds >> 1)));
}

/**
 * A local instance of a project, in a process of its own, until `end` is called. `reset` lets it begin anew.
 */
export async function localInstance(cwd, args = []) {
  const child = start(process.execPath, [bin, 'local', '--port', '0', '--json', ...args], {
    cwd,
    env: environment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((settle, fail) => {
    child.stdout.once('data', settle);
    child.once('exit', (code) => fail(new Error(`flowc local ended with ${code}`)));
  });
  return {
    end: () =>
      new Promise((settle) => {
        child.removeAllListeners('exit');
        child.once('exit', settle);
        child.kill('SIGTERM');
      }),
  };
}

/** Like `ratioToBare`, with a local instance running beside. `once` runs before the first, `before` before each. */
export async function ratioBesideInstance(
  args,
  { cwd, pairs, instanceArgs = [], once = [], before = () => undefined },
) {
  const bare = [];
  const ours = [];
  const local = await localInstance(cwd, instanceArgs);
  try {
    for (const command of [...once, args]) spawn([bin, ...command], cwd);
    for (let n = 0; n < pairs; n++) {
      before(n);
      bare.push(spawn(['-e', '0'], cwd).ms);
      ours.push(spawn([bin, ...args], cwd).ms);
    }
  } finally {
    await local.end();
  }
  return { bare: median(bare), ours: median(ours), ratio: median(ours) / median(bare) };
}
