/** What a command may touch of the process it runs in. Tests give their own. */

export interface Output {
  /** Writes at once. Throws `OutputFailed` when the text cannot be written; a reader that went away is no failure. */
  readonly write: (text: string) => void;
  readonly isTerminal: () => boolean;
  /** Columns of the terminal; 100 where there is none. */
  readonly columns: () => number;
}

export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Results. */
  readonly out: Output;
  /** Diagnostics, progress, complaints. */
  readonly err: Output;
  /** Everything on standard input. */
  readonly readInput: () => Promise<Uint8Array>;
  /** A line that somebody types when asked; undefined, and nothing is asked, where nobody sits at a terminal. */
  readonly ask?: (question: string) => Promise<string | undefined>;
  /** Absolute path of the folder with the diagnostics' pages. */
  readonly pages: string;
  /** Which build of flowc this is; undefined when it runs from source, and may be another one the next time. */
  readonly build?: () => string | undefined;
  /** Settles when somebody interrupts the program; asked for only by what runs until then, or has something to say then. */
  readonly interrupted: () => Promise<void>;
}

/**
 * 0 all well; 1 the source has errors, or something differs; 2 wrong usage or project file; 3 the service refused, or could
 * not be reached; 130 interrupted.
 */
export type ExitCode = 0 | 1 | 2 | 3 | 130;

/** Standard output or standard error refused a text: the disk behind it is full, or the like. */
export class OutputFailed extends Error {
  override readonly name = 'OutputFailed';
}

/** The command line asks for something that cannot be; the message says what, and what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Whether an error is said by its message alone. By name: verbs are bundles of their own, each with its own classes. */
export function isForPeople(error: unknown): error is Error {
  return error instanceof Error && (error.name === 'UsageError' || error.name === 'OutputFailed');
}

/** What `ServiceError` of src/connect has; that class is in other bundles than the one that catches it. */
export interface Refusal extends Error {
  readonly operation: string;
  readonly code: string;
  readonly status: number;
  readonly requestId: string | undefined;
}

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && error.name === 'ServiceError';
}
