import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeEntry } from '../../diagnostics/codes.ts';
import { allCodes } from '../../diagnostics/codes.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import type { ExitCode, Io } from '../io.ts';
import { UsageError } from '../io.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb<object> = {
  define: (command) =>
    command
      .description('Says what a diagnostic means, and what to do about it. `all` lists the codes.')
      .argument('<code>', 'as printed in brackets, for example check/unhandled-branch')
      .addHelpText('after', HELP),
  run: async ([code = ''], _options, io): Promise<ExitCode> => {
    const codes = await allCodes();
    if (code === 'all') {
      io.out.write([...codes].map(([name, { severity }]) => `${name}  ${severity}\n`).join(''));
      return 0;
    }
    const full = codes.has(code) ? code : [...codes.keys()].find((name) => name.endsWith(`/${code}`));
    const entry = full === undefined ? undefined : codes.get(full);
    if (entry === undefined) {
      const meant = nearest(code, codes.keys());
      const hint = meant === undefined ? '`flowc explain all` lists them.' : `did you mean \`${meant}\`?`;
      throw new UsageError(`there is no diagnostic \`${code}\`; ${hint}`);
    }
    io.out.write(`${pageOf(entry, io).trimEnd()}\n`);
    return 0;
  },
};

const HELP = `
Examples
  flowc explain check/unhandled-branch
  flowc explain all
`;

/** The page that was written for a code, or what its table says. */
function pageOf({ code, severity, summary, docs }: CodeEntry, io: Io): string {
  try {
    return readFileSync(join(io.pages, `${code}.md`), 'utf8');
  } catch {
    return `# ${code} (${severity})\n\n${summary}\n\n${docs ?? ''}`;
  }
}
