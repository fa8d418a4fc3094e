/** How far long work is, and how long it will take: one line on a terminal, which goes away when the work is done. */
import type { Reading } from '../connect/types.ts';
import type { Io } from './io.ts';

/** Milliseconds after which work counts as long, and between two looks of the line. */
const LONG = 1000;
const PAUSE = 200;

/** Milliseconds. `performance` would do too, but to load it costs a start a twentieth. */
const uptime = (): number => process.uptime() * 1000;

export interface Progress {
  /** One more is done. */
  readonly step: () => void;
  readonly end: () => void;
}

interface Setting {
  readonly io: Pick<Io, 'err' | 'env'>;
  readonly quiet: boolean;
  readonly now?: (() => number) | undefined;
}

/** `what`: what is counted, in the plural. Shows nothing in CI, with `--quiet`, and where there is no terminal. */
export function progress(total: number, what: string, setting: Setting): Progress {
  let first: number | undefined; // what goes before the first, such as parsing, tells nothing of the pace
  return line(setting, (done, time) => {
    first ??= time;
    if (done < 2) return undefined;
    const left = Math.ceil((((time - first) / (done - 1)) * (total - done)) / 1000);
    return `${done} of ${total} ${what}, about ${left} s left `;
  });
}

/** While `work` reads: it is told how much there is when `work` knows. The line goes away however the work ends. */
export async function showReading<T>(
  what: string,
  setting: Setting,
  work: (onRead: Reading) => Promise<T>,
): Promise<T> {
  let shown: Progress | undefined;
  try {
    return await work({
      total: (things) => {
        shown = progress(things, what, setting);
      },
      step: () => shown?.step(),
    });
  } finally {
    shown?.end();
  }
}

/** The same where nobody knows how much there is: `looking for flows: 1200 files and folders so far`. */
export function progressOfSearch(what: string, found: string, setting: Setting): Progress {
  return line(setting, (done) => `${what}: ${done} ${found} so far `);
}

/** `say` is asked at the first step and whenever the line is shown; undefined: nothing yet. */
function line({ io, quiet, now = uptime }: Setting, say: (done: number, time: number) => string | undefined): Progress {
  let done = 0;
  let shown = now() + LONG - PAUSE;
  let visible: boolean | undefined;
  return {
    step() {
      done++;
      const time = now();
      if (done > 1 && (visible === false || time - shown < PAUSE)) return;
      const text = say(done, time);
      if (text === undefined || time - shown < PAUSE) return;
      shown = time;
      visible ??= !quiet && !io.env['CI'] && io.err.isTerminal(); // asked late: most work is over before
      if (visible) io.err.write(`\r${text}\u001b[K`);
    },
    end() {
      if (visible) io.err.write('\r\u001b[K');
    },
  };
}
