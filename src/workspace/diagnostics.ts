import { diagnosticsOf } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Place } from '../text/text.ts';

interface UnknownFile {
  readonly wanted: string;
  /** It may well be a flow, for another verb. */
  readonly isJson: boolean;
}

/** What can be wrong with files and with the project file, before anything is read as a flow. */
export const project = diagnosticsOf('project', {
  'not-found': {
    severity: 'error',
    message: () => 'There is no such file or folder.',
    help: (p: { folder?: string }) =>
      p.folder === undefined
        ? 'Check the path.'
        : `Patterns are not read; name the folder \`${p.folder}\`, which stands for every flow in it.`,
  },
  'no-flows': {
    severity: 'error',
    message: (p: { wanted: string }) => `This folder holds no ${p.wanted} files.`,
    help: () =>
      'Check the path; folders whose name begins with a dot, `node_modules` and the build output are passed over.',
  },
  'unknown-file': {
    severity: 'error',
    message: (p: UnknownFile) => `By its name it is no ${p.wanted} file, and nothing else is read here.`,
    help: (p: UnknownFile) =>
      p.isJson
        ? 'Of flow JSON `flowc import` makes `.flow` text.'
        : 'Rename the file, or pass its text on standard input with `-`.',
  },
  'no-permission': {
    severity: 'error',
    message: () => 'It cannot be read: the permission is missing.',
    help: () => 'Check who owns the file, and its mode.',
  },
  unreadable: {
    severity: 'error',
    message: (p: { reason: string }) => `It cannot be read: ${p.reason}.`,
  },
  'too-large': {
    severity: 'error',
    message: (p: { limit: string }) => `It is larger than ${p.limit}, which no flow is.`,
    help: () => 'Check that this is the right file: Connect takes at most 256,000 characters.',
  },
  binary: {
    severity: 'error',
    message: (p: { offset: number }) => `It is not a text file: byte ${p.offset} is zero.`,
    help: () => 'Give a `.flow` file saved as UTF-8.',
  },
  'not-utf8': {
    severity: 'error',
    message: (p: { line: number; byte: string }) => `It is not UTF-8: line ${p.line} has the byte ${p.byte}.`,
    help: () => 'Save the file as UTF-8; it may be in Windows-1252 or Shift_JIS.',
  },
  'utf-16': {
    severity: 'error',
    message: () => 'It is encoded as UTF-16.',
    help: () => 'Save the file as UTF-8.',
  },
  'not-written': {
    severity: 'error',
    message: (p: { reason: string }) => `It cannot be written: ${p.reason}.`,
    help: () => 'The file is as it was before.',
  },
  'in-the-way': {
    severity: 'error',
    message: () => 'It exists already, and would be overwritten.',
    help: () => 'Choose another folder, or say `--force`.',
  },
  'invalid-json': {
    severity: 'error',
    message: (p: { problem: string }) => `The project file is not valid JSON: ${p.problem}.`,
  },
  'unknown-setting': {
    severity: 'error',
    message: (p: { where: string; key: string; suggestion: string | undefined; keys: readonly string[] }) =>
      `${p.where} has no setting \`${p.key}\`.`,
    help: (p: { where: string; key: string; suggestion: string | undefined; keys: readonly string[] }) =>
      p.suggestion === undefined
        ? `There ${p.keys.length === 1 ? 'is' : 'are'} ${p.keys.map((key) => `\`${key}\``).join(', ')}.`
        : `Did you mean \`${p.suggestion}\`?`,
  },
  'setting-value': {
    severity: 'error',
    message: (p: { key: string; wanted: string }) => `${p.key} wants ${p.wanted}.`,
  },
  'unknown-rule': {
    severity: 'error',
    message: (p: { code: string; suggestion: string | undefined }) => `There is no rule \`${p.code}\`.`,
    help: (p: { code: string; suggestion: string | undefined }) =>
      p.suggestion === undefined
        ? '`flowc check --list-rules` lists those that there are.'
        : `Did you mean \`${p.suggestion}\`?`,
  },
  'fixed-rule': {
    severity: 'error',
    message: (p: { code: string }) => `\`${p.code}\` is always an error: its level cannot be chosen.`,
    help: () => 'Remove it here. `flowc check --list-rules` lists the rules that have a level.',
  },
  'undeclared-param': {
    severity: 'error',
    message: (p: { name: string; suggestion: string | undefined }) =>
      `No file of the project declares a param \`${p.name}\`.`,
    help: (p: { name: string; suggestion: string | undefined }) =>
      p.suggestion === undefined ? 'Remove the value, or declare the param.' : `Did you mean \`${p.suggestion}\`?`,
  },
  'param-setting': {
    severity: 'error',
    message: (p: { name: string; wanted: string; meant: string | undefined }) =>
      `The param \`${p.name}\` wants ${p.wanted}.`,
    help: (p: { name: string; wanted: string; meant: string | undefined }) =>
      p.meant === undefined ? undefined : `Did you mean \`${p.meant}\`?`,
  },
  unbound: {
    severity: 'error',
    message: (p: Unbound) => `The environment \`${p.environment}\` has no ${p.kind} “${p.name}”.`,
    help: (p: Unbound) => {
      const [only, ...others] = p.near;
      const meant =
        only === undefined
          ? p.count === 0
            ? `It has no ${p.plural} at all`
            : `None of its ${p.count} ${p.plural} has a name like it`
          : others.length === 0
            ? `There is “${only}”`
            : `There are ${p.near.map((name) => `“${name}”`).join(', ')}`;
      return p.isRecorded ? `${meant}, as its snapshot says; \`flowc refresh\` records it anew.` : `${meant}.`;
    },
  },
  ambiguous: {
    severity: 'error',
    message: (p: Binding & { names: readonly string[] }) =>
      `The environment \`${p.environment}\` has ${p.names.length} that may be the ${p.kind} “${p.name}”: ${p.names.join(', ')}.`,
    help: (p: Binding & { names: readonly string[] }) =>
      p.name.startsWith('+')
        ? 'Write more of its digits.'
        : 'Rename all but one of them, or pin the one that is meant: `= "arn:…"`.',
  },
  archived: {
    severity: 'error',
    message: (p: Binding) => `The ${p.kind} “${p.name}” is archived in the environment \`${p.environment}\`.`,
    help: () => 'Connect lets nothing refer to it; restore it in the console, or name another one.',
  },
  'other-flow-type': {
    severity: 'error',
    message: (p: Binding & { said: string; found: string }) =>
      `In the environment \`${p.environment}\` the flow “${p.name}” is of type \`${p.found}\`, not \`${p.said}\`.`,
    help: () => 'Correct `type:`, or name another flow.',
  },
  'not-there-yet': {
    severity: 'hint',
    message: (p: Binding) => `The environment \`${p.environment}\` has no ${p.kind} “${p.name}” yet.`,
    help: () => 'Publishing makes it; until then a made-up id stands in its place.',
  },
  'not-listed': {
    severity: 'error',
    message: (p: Binding) => `A ${p.kind} cannot be found by its name: Connect has no list of them.`,
    help: (p: Binding) =>
      `Pin the id that “${p.name}” has: \`= "…"\`, or the name of a param, \`= Name\`, where environments differ.`,
  },
  'unread-list': {
    severity: 'error',
    message: (p: Binding & { reason: string }) =>
      `The ${p.kind} “${p.name}” cannot be found in the environment \`${p.environment}\`: its list may not be read.`,
    help: (p: Binding & { reason: string }) => `The service says: ${p.reason}`,
  },
});

interface Binding {
  readonly environment: string;
  /** What the console calls it: `queue`, `AWS Lambda function`. */
  readonly kind: string;
  readonly name: string;
}

interface Unbound extends Binding {
  readonly plural: string;
  readonly near: readonly string[];
  /** How many of the kind there are. */
  readonly count: number;
  readonly isRecorded: boolean;
}

/** A diagnostic that is about a file as a whole, which was not read. */
export function wholeFile(path: string): Place {
  return { source: { path, text: '' }, span: { start: 0, end: 0 } };
}

/** Problems of these codes are with the command or the machine, not with what somebody wrote in a flow. */
const USAGE = ['not-found', 'no-flows', 'unknown-file', 'no-permission', 'unreadable', 'not-written', 'in-the-way'];
const SETTINGS = ['invalid-json', 'unknown-setting', 'setting-value', 'unknown-rule', 'fixed-rule'];

export function isUsageProblem(diagnostic: Diagnostic): boolean {
  const [phase, name = ''] = diagnostic.code.split('/');
  return phase === project.phase && (USAGE.includes(name) || SETTINGS.includes(name));
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'the permission is missing',
  EPERM: 'the permission is missing',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be too large',
  EISDIR: 'a folder stands in its place',
  ENOTDIR: 'a part of its path is a file, not a folder',
  ENOENT: 'its folder does not exist',
  EEXIST: 'a file stands where a folder should',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ELOOP: 'its links lead in a circle',
  EBUSY: 'another program uses it',
  EIO: 'the disk reports a fault',
};

export function errorCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}

/**
 * What the operating system refused, as a sentence, of an error that nobody expected where it came from: a file system is
 * full or may not be written to. Undefined for errors of other kinds.
 */
export function systemRefusal(error: unknown): string | undefined {
  const code = errorCode(error);
  // A file that is not there is something that flowc should have looked for.
  if (code === undefined || code === 'ENOENT' || !Object.hasOwn(REASONS, code)) return undefined;
  const path = (error as { path?: unknown }).path;
  return `${typeof path === 'string' ? path : 'a file'} cannot be used: ${reasonOf(error)}.`;
}

/** What the operating system refused, as the end of a sentence. */
export function reasonOf(error: unknown): string {
  const code = errorCode(error);
  if (code !== undefined) return REASONS[code] ?? `the system says ${code}`;
  return error instanceof Error ? error.message : String(error);
}
