/** The entry of the bundle: ties the command line to this process. */
import { fstatSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode, reasonOf } from '../workspace/diagnostics.ts';
import { SIZE_LIMIT } from '../workspace/read.ts';
import type { Io, Output } from './io.ts';
import { OutputFailed, UsageError } from './io.ts';
import { main, type LoadedVerb } from './main.ts';

/**
 * Runs the command that `args` say and ends the process. `root` is the folder of the installed package, `loaded` the verb
 * that this bundle was made for.
 */
export async function run(args: readonly string[], root: string, loaded?: LoadedVerb): Promise<void> {
  process.exit(await main(args, processIo(root), loaded));
}

function processIo(root: string): Io {
  const err = output(2, 'standard error');
  return {
    cwd: process.cwd(),
    env: process.env,
    out: output(1, 'standard output'),
    err,
    readInput,
    ask: (question) => ask(question, err),
    pages: join(root, 'docs', 'diagnostics'),
    build: () => buildOf(root),
    interrupted: () =>
      new Promise((settle) => {
        process.once('SIGINT', settle);
        process.once('SIGTERM', settle);
      }),
  };
}

function buildOf(root: string): string | undefined {
  try {
    return readFileSync(join(root, 'dist', 'stamp.json'), 'utf8');
  } catch {
    return undefined;
  }
}

/** `process.stdout` costs a sixth of a start and may not be written before an exit; the descriptor itself does neither. */
function output(descriptor: 1 | 2, name: string): Output {
  let gone = false;
  return {
    write(text) {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length && !gone;) {
        try {
          at += writeSync(descriptor, bytes, at);
        } catch (error) {
          const code = errorCode(error);
          if (code === 'EPIPE') gone = true;
          else if (code === 'EAGAIN') pause();
          else throw new OutputFailed(`${name} cannot be written: ${reasonOf(error)}.`);
        }
      }
    },
    isTerminal: () => isTerminal(descriptor),
    columns: () => (isTerminal(descriptor) ? (descriptor === 1 ? process.stdout : process.stderr).columns || 100 : 100),
  };
}

/** Loads node:tty, with all of the network, only when somebody wants to know. */
function isTerminal(descriptor: number): boolean {
  return process.getBuiltinModule('node:tty').isatty(descriptor);
}

/** A pipe whose reader is slow says "again"; waiting a little is all there is to do. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}

/** Everything on standard input, but not much more than the largest file that would be read. */
async function readInput(): Promise<Uint8Array> {
  // Node takes a folder for a stream that has ended.
  if (isFolder(0)) throw new UsageError('standard input cannot be read: it is a folder.');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > SIZE_LIMIT) break;
  }
  return Buffer.concat(chunks);
}

function isFolder(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isDirectory();
  } catch {
    return false; // closed: there is nothing to read
  }
}

/** Ends without an answer when the terminal is closed, or the question is interrupted. */
async function ask(question: string, { write }: Output): Promise<string | undefined> {
  if (!process.getBuiltinModule('node:tty').isatty(0)) return undefined;
  write(question);
  const { createInterface } = await import('node:readline');
  const lines = createInterface({ input: process.stdin });
  const line = await new Promise<string | undefined>((settle) => {
    lines.once('line', settle);
    lines.once('close', () => {
      settle(undefined);
    });
  });
  if (line === undefined) write('\n');
  lines.close();
  return line;
}
