/** Mishaps on request, for tests: throttling, failures, slowness, connections that break, before or after the effect. */

export interface Fault {
  /** Which operation; without it, any. */
  readonly operation?: string;
  /** At which of the requests that it is for, counted from when it was asked for; 1, the next one, when nothing is said. */
  readonly at?: number;
  /** How many of them in a row, from there; 1 when nothing is said, 0 for all that follow. */
  readonly times?: number;
  /** `throttle`: ThrottlingException 429. `error`: InternalServiceException 500. `cut`: no answer, the connection ends. */
  readonly do: 'throttle' | 'error' | 'cut' | 'slow';
  /** `after`: the request has its effect first. `before` when nothing is said. */
  readonly when?: 'before' | 'after';
  /** `slow`: by how many milliseconds; 1000 when nothing is said. */
  readonly ms?: number;
}

export interface Faults {
  readonly add: (faults: readonly Fault[]) => void;
  readonly clear: () => void;
  /** Those that may still happen. */
  readonly pending: () => readonly Fault[];
  /** Counts a request, and says what is to happen to it. */
  readonly next: (operation: string) => readonly Fault[];
}

export function makeFaults(): Faults {
  let all: { readonly fault: Fault; seen: number }[] = [];
  return {
    add: (faults) => {
      all = [...all, ...faults.map((fault) => ({ fault, seen: 0 }))];
    },
    clear: () => {
      all = [];
    },
    pending: () => all.map(({ fault }) => fault),
    next: (operation) => {
      const due: Fault[] = [];
      for (const entry of all) {
        if (entry.fault.operation !== undefined && entry.fault.operation !== operation) continue;
        entry.seen++;
        const { at = 1, times = 1 } = entry.fault;
        if (entry.seen >= at && (times === 0 || entry.seen < at + times)) due.push(entry.fault);
      }
      all = all.filter(({ fault: { at = 1, times = 1 }, seen }) => times === 0 || seen < at + times - 1);
      return due;
    },
  };
}

const DOES: readonly string[] = ['throttle', 'error', 'cut', 'slow'] satisfies readonly Fault['do'][];

/** What is wrong with something that should be a list of faults, in a sentence; `undefined` when nothing is. */
export function wrongWithFaults(value: unknown): string | undefined {
  if (!Array.isArray(value)) return 'faults are a list.';
  for (const fault of value as readonly unknown[]) {
    if (typeof fault !== 'object' || fault === null) return 'a fault is an object.';
    const { operation, at, times, do: does, when, ms, ...others } = fault as Record<string, unknown>;
    const [other] = Object.keys(others);
    if (other !== undefined) return `a fault has no \`${other}\`; it has operation, at, times, do, when, ms.`;
    if (typeof does !== 'string' || !DOES.includes(does)) return `\`do\` is one of ${DOES.join(', ')}.`;
    if (operation !== undefined && typeof operation !== 'string') return '`operation` is the name of an operation.';
    if (when !== undefined && when !== 'before' && when !== 'after') return '`when` is before or after.';
    for (const [name, count] of Object.entries({ at, times, ms })) {
      if (count !== undefined && !(Number.isInteger(count) && (count as number) >= 0)) {
        return `\`${name}\` is a whole number, 0 or more.`;
      }
    }
  }
  return undefined;
}
