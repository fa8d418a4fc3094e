import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { nearestKey } from '../../diagnostics/suggest.ts';
import type { ExitCode } from '../io.ts';
import { UsageError } from '../io.ts';
import { renderPage } from '../page.ts';
import { wantsColour } from '../report.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb<object> = {
  define: (command) =>
    command
      .description('Says what a diagnostic means, and what to do about it. `all` lists the codes.')
      .argument('<code>', 'as printed in brackets, for example check/unknown-target')
      .addHelpText('after', HELP),
  run: ([said = ''], _options, io): ExitCode => {
    const codes = codesIn(io.pages);
    if (said === 'all') {
      io.out.write(listOf(codes, io.pages));
      return 0;
    }
    const [code, ...others] = codesMeant(said, codes);
    if (others.length > 0) throw new UsageError(`\`${said}\` may be ${[code, ...others].join(' or ')}; say which.`);
    if (code === undefined) {
      const meant = nearestKey(said, codes) ?? byName(said, codes);
      const hint = meant === undefined ? '`flowc explain all` lists them.' : `did you mean \`${meant}\`?`;
      throw new UsageError(`there is no diagnostic \`${said}\`; ${hint}`);
    }
    io.out.write(renderPage(pageOf(code, io.pages), { colour: wantsColour(io, io.out), width: io.out.columns() }));
    return 0;
  },
};

const HELP = `
Examples
  flowc explain check/unknown-target
  flowc explain unknown-target             the name alone is enough where only one phase has it
  flowc explain all
`;

/** The codes that have a page, in alphabetical order. The pages are all that explaining needs: no table is loaded for it. */
function codesIn(pages: string): readonly string[] {
  try {
    return readdirSync(pages, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name: phase }) =>
        readdirSync(join(pages, phase))
          .filter((file) => file.endsWith('.md'))
          .map((file) => `${phase}/${file.slice(0, -'.md'.length)}`),
      )
      .sort();
  } catch {
    throw new UsageError(`the pages of the diagnostics are missing in this copy: ${pages}.`);
  }
}

/** The code that was meant: alone, or in the line that a diagnostic begins with. By its name alone several may be. */
function codesMeant(said: string, codes: readonly string[]): readonly string[] {
  const bare = /\[([^\]]*)\]/.exec(said)?.[1] ?? said;
  return codes.includes(bare) ? [bare] : codes.filter((code) => code.endsWith(`/${bare}`));
}

/** The code whose name is nearest, where the phase is missing or another one. */
function byName(said: string, codes: readonly string[]): string | undefined {
  const nameOf = (code: string) => code.slice(code.indexOf('/') + 1);
  const meant = nearestKey(nameOf(said), codes.map(nameOf));
  return codes.find((code) => nameOf(code) === (meant ?? nameOf(said)));
}

function pageOf(code: string, pages: string): string {
  return readFileSync(join(pages, `${code}.md`), 'utf8');
}

/** A line for each code: its severity and its summary, as its page begins. */
function listOf(codes: readonly string[], pages: string): string {
  const width = Math.max(...codes.map((code) => code.length));
  return codes
    .map((code) => {
      const [, severity = '', summary = ''] = /^\*\*(\w+)\*\* \u00b7 (.*)$/m.exec(pageOf(code, pages)) ?? [];
      return `${code.padEnd(width)}  ${severity.padEnd('warning'.length)}  ${summary}\n`;
    })
    .join('');
}
