/** How far long work is, and how long it will take: one line on a terminal, which goes away when the work is done. */
import type { Io } from './io.ts';

/** Milliseconds after which work counts as long, and between two looks of the line. */
const LONG = 1000;
const PAUSE = 200;

/** Milliseconds. `performance` would do too, but to load it costs a start a twentieth. */
const uptime = (): number => process.uptime() * 1000;

export interface Progress {
  /** One more of the total is done. */
  readonly step: () => void;
  readonly end: () => void;
}

/** `what`: what is counted, in the plural. Shows nothing in CI, with `--quiet`, and where there is no terminal. */
export function progress(
  total: number,
  what: string,
  { io, quiet, now = uptime }: { io: Io; quiet: boolean; now?: () => number },
): Progress {
  let first: number | undefined; // what goes before the first, such as parsing, tells nothing of the pace
  let done = 0;
  let shown = now() + LONG - PAUSE;
  let visible: boolean | undefined;
  return {
    step() {
      done++;
      const time = now();
      first ??= time;
      if (visible === false || done < 2 || time - shown < PAUSE) return;
      shown = time;
      visible ??= !quiet && !io.env['CI'] && io.err.isTerminal(); // asked late: most work is over before
      if (!visible) return;
      const left = Math.ceil((((time - first) / (done - 1)) * (total - done)) / 1000);
      io.err.write(`\r${done} of ${total} ${what}, about ${left} s left \u001b[K`);
    },
    end() {
      if (visible) io.err.write('\r\u001b[K');
    },
  };
}
