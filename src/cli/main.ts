/** The command line: which verb, and what its outcome is for the shell. Each verb is loaded when it is called. */
import { Command, CommanderError } from 'commander';
import { nearest } from '../diagnostics/suggest.ts';
import { version } from '../version.ts';
import { systemRefusal } from '../workspace/diagnostics.ts';
import { HELP } from './help.ts';
import type { ExitCode, Io, Refusal } from './io.ts';
import { isForPeople, isRefusal, UsageError } from './io.ts';
import { meantOption, OTHER_WORDS, refuseSingleDash } from './other-tools.ts';
import { shellWord } from './shell-word.ts';
import type { Verb } from './verb.ts';

/** Verbs that speak to an instance: one chunk, which loads the AWS SDK when a connection is opened. */
const INSTANCE_VERBS = ['local', 'refresh', 'env', 'plan', 'publish', 'rollback', 'pull', 'drift', 'adopt'];

async function instanceVerb(name: string): Promise<{ readonly verb: Verb<never> }> {
  const { verbs } = await import('./instance.ts');
  const verb = verbs[name];
  if (verb === undefined) throw new UsageError(`there is no verb \`${name}\`. See \`flowc --help\`.`);
  return { verb };
}

const VERBS: Readonly<Record<string, () => Promise<{ readonly verb: Verb<never> }>>> = {
  init: () => import('./commands/init.ts'),
  check: () => import('./commands/check.ts'),
  build: () => import('./commands/build.ts'),
  import: () => import('./commands/import.ts'),
  fmt: () => import('./commands/fmt.ts'),
  explain: () => import('./commands/explain.ts'),
  lsp: () => import('./commands/lsp.ts'),
  ...Object.fromEntries(INSTANCE_VERBS.map((name) => [name, () => instanceVerb(name)])),
};

/** A verb that is here already: the bundle of a verb holds it, so that nothing is looked for and put together at a start. */
export interface LoadedVerb {
  readonly name: string;
  readonly verb: Verb<never>;
}

/** Runs one command. Total: whatever happens is said in one line, and is an exit code. */
export async function main(args: readonly string[], io: Io, loaded?: LoadedVerb): Promise<ExitCode> {
  try {
    const [first, ...rest] = args;
    return await (loaded !== undefined && first === loaded.name
      ? runVerb(first, loaded.verb, rest, io)
      : dispatch(args, io));
  } catch (error) {
    return failed(error, io);
  }
}

async function dispatch(args: readonly string[], io: Io): Promise<ExitCode> {
  const [first, second] = args;
  if (first === undefined) {
    io.err.write(HELP);
    return 2;
  }
  if (first === '--version' || first === '-V' || first === '-v') {
    io.out.write(`${version}\n`);
    return 0;
  }
  if (first === 'help' && second !== undefined) return dispatch([second, '--help'], io);
  if (first === '--help' || first === '-h' || first === 'help') {
    io.out.write(HELP);
    return 0;
  }
  if (!Object.hasOwn(VERBS, first)) {
    const verb = first.startsWith('-') ? args.findLastIndex((word) => Object.hasOwn(VERBS, word)) : -1;
    if (verb > 0) {
      const inOrder = [args[verb] ?? '', ...args.toSpliced(verb, 1)].map(shellWord).join(' ');
      throw new UsageError(`options stand behind the verb: \`flowc ${inOrder}\`.`);
    }
    const meant = OTHER_WORDS.get(first) ?? nearest(first, Object.keys(VERBS));
    const what = first.startsWith('-') ? `there is no option \`${first}\`` : `there is no verb \`${first}\``;
    throw new UsageError(`${what}${meant === undefined ? '.' : `; did you mean \`${meant}\`?`} See \`flowc --help\`.`);
  }
  const load = VERBS[first];
  const { verb } = (await load?.()) ?? {};
  return verb === undefined ? 2 : runVerb(first, verb, args.slice(1), io);
}

async function runVerb(name: string, verb: Verb<never>, args: readonly string[], io: Io): Promise<ExitCode> {
  const command = verb
    .define(new Command(`flowc ${name}`))
    .exitOverride()
    .allowExcessArguments(false)
    .helpOption('-h, --help', 'this text')
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: io.out.write,
      writeErr: () => {
        // Said once, where the error is caught.
      },
      getOutHelpWidth: () => io.out.columns(),
      getOutHasColors: () => false,
    });
  refuseSingleDash(command, args, name);
  try {
    command.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    const { code, message } = error;
    const meant = code === 'commander.unknownOption' ? meantOption(command, message) : '';
    throw new UsageError(`${sentence(message)}${meant} See \`flowc ${name} --help\`.`);
  }
  refuseEmpty(command, name);
  return verb.run(command.args, command.opts(), io);
}

/** `--out "$DIR"` without a DIR would be the working folder, and a path of nothing the whole of it. Throws `UsageError`. */
function refuseEmpty(command: Command, name: string): void {
  const options: Readonly<Record<string, unknown>> = command.opts();
  const empty = command.options.find((option) => options[option.attributeName()] === '');
  const what = empty?.long ?? (command.args.includes('') ? 'an argument' : undefined);
  if (what !== undefined) {
    throw new UsageError(`${what} is empty; is it a variable that is not set? See \`flowc ${name} --help\`.`);
  }
}

/** Commander's `error: unknown option '--x'\n(Did you mean --y?)` as one line. */
function sentence(message: string): string {
  const line = message
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
  return /[.?!)]$/.test(line) ? line : `${line}.`;
}

function failed(error: unknown, io: Io): ExitCode {
  const line = isForPeople(error)
    ? error.message
    : isRefusal(error)
      ? refusalLine(error)
      : (systemRefusal(error) ??
        `this is a mistake in flowc, not in your flow: ${oneLine(error)} Please report it, with the command and the file.`);
  try {
    io.err.write(`flowc: ${line}\n`);
    if (io.env['FLOWC_DEBUG'] && error instanceof Error) io.err.write(`${error.stack ?? ''}\n`);
  } catch {
    // Standard error is gone as well; the exit code is all that is left.
  }
  return isRefusal(error) ? 3 : 2;
}

/** What the service said, with what support needs to find the request. */
function refusalLine({ message, operation, code, status, requestId }: Refusal): string {
  if (status === 0) return message;
  const request = requestId === undefined ? '' : `, request ${requestId}`;
  const said = /[.?!]$/.test(message) ? message : `${message}.`;
  // A fault of the service's own refuses nothing.
  return `${operation} ${status >= 500 ? 'failed' : 'was refused'}: ${said} (${code}${request})`;
}

function oneLine(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const line = text.replace(/\s+/g, ' ').slice(0, 300);
  return /[.?!]$/.test(line) ? line : `${line}.`;
}
