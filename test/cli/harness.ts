/** Runs the command line in this process, on a folder of its own. */
import { resolve } from 'node:path';
import type { Io, Output } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Setting {
  readonly stdin?: string | Uint8Array;
  /** What somebody at the terminal types. */
  readonly line?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether standard error is a terminal. */
  readonly terminal?: boolean;
  readonly interrupted?: Promise<void>;
  /** Which build this is; without it none that is known. */
  readonly build?: string;
  /** Called with everything that is written. */
  readonly onWrite?: (text: string) => void;
}

export async function flowc(cwd: string, args: readonly string[], setting: Setting = {}): Promise<Ran> {
  let out = '';
  let err = '';
  const output = (keep: (text: string) => void): Output => ({
    write: (text) => {
      keep(text);
      setting.onWrite?.(text);
    },
    isTerminal: () => setting.terminal ?? false,
    columns: () => 100,
  });
  const io = ioIn(cwd, setting, { out: output((text) => (out += text)), err: output((text) => (err += text)) });
  return { code: await main(args, io), out, err };
}

const NOWHERE: Output = { write: () => undefined, isTerminal: () => false, columns: () => 100 };

/** What a command is given of the process; writes go nowhere unless `outputs` says where. */
export function ioIn(cwd: string, setting: Setting = {}, outputs: Partial<Pick<Io, 'out' | 'err'>> = {}): Io {
  return {
    cwd,
    env: setting.env ?? {},
    out: NOWHERE,
    err: NOWHERE,
    readInput: () => Promise.resolve(Buffer.from(setting.stdin ?? '')),
    ask: (question) => {
      if (setting.line !== undefined) outputs.err?.write(question);
      return Promise.resolve(setting.line);
    },
    pages: resolve('docs/diagnostics'),
    build: () => setting.build,
    interrupted: () => setting.interrupted ?? new Promise(() => undefined),
    ...outputs,
  };
}

/** A flow without anything to complain about. */
export const GOOD = `/// Says goodbye.
inbound flow Good {
  on error -> bye

  set logging on
  play "Thank you for calling."
  -> bye

  step bye {
    disconnect
  }
}
`;

/** One error that leaves the meaning clear: a name that nothing declares. */
export const WRONG_NAME = `inbound flow Wrong {
  on error -> bye

  set logging on
  set queue Suport
  transfer to queue { on at_capacity -> bye }

  step bye {
    disconnect
  }
}

existing queue Support
`;

/** Text that does not parse. */
export const BROKEN = `inbound flow Broken {
  play "never closed
  ->
}
`;
