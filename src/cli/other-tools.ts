/** Words and options as other tools have them, told with what is meant here. */
import type { Command } from 'commander';
import { UsageError } from './io.ts';

/** What other tools call what a verb does. */
export const OTHER_WORDS: ReadonlyMap<string, string> = new Map([
  ['apply', 'publish'],
  ['deploy', 'publish'],
  ['validate', 'check'],
  ['lint', 'check'],
  ['compile', 'build'],
  ['format', 'fmt'],
]);

/** Options of other verbs or tools: what stands for them, in the verbs that have that option. */
const OTHER_OPTIONS: ReadonlyMap<string, { readonly long: string; readonly meant: string }> = new Map([
  ['--json', { long: '--format', meant: '`--format json`' }],
  ['--format', { long: '--json', meant: '`--json`' }],
  ['--auto-approve', { long: '--yes', meant: '`--yes`' }],
]);

/** ` Did you mean …?` of an option that commander does not know; empty where nothing is like it. */
export function meantOption(command: Command, message: string): string {
  const said = /unknown option '([^'=]+)/.exec(message)?.[1] ?? '';
  if (said === '--dry-run' && command.name() === 'flowc publish') return ' `flowc plan` shows what it would do.';
  const other = OTHER_OPTIONS.get(said);
  return other === undefined || !command.options.some(({ long }) => long === other.long)
    ? ''
    : ` Did you mean ${other.meant}?`;
}

/** `-out=plan.json`, as Terraform writes its options: here that would be `-o ut=plan.json`. Throws `UsageError`. */
export function refuseSingleDash(command: Command, args: readonly string[], name: string): void {
  const options = args.slice(0, args.includes('--') ? args.indexOf('--') : args.length);
  for (const arg of options) {
    const [said = ''] = arg.split('=');
    if (said.startsWith('--') || said.length < 3) continue;
    if (command.options.some(({ long }) => long === `-${said}`)) {
      throw new UsageError(`there is no option \`${said}\`; did you mean \`-${said}\`? See \`flowc ${name} --help\`.`);
    }
  }
}
