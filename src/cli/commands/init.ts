import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { shownPath } from '../../workspace/discover.ts';
import { PROJECT_FILE } from '../../workspace/project.ts';
import { makeFolder, writeWhole } from '../../workspace/write.ts';
import { UsageError } from '../io.ts';
import { projectFileText } from '../project-file.ts';
import { shellWord } from '../shell-word.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb<object> = {
  define: (command) =>
    command
      .description(
        'Writes a small project that checks and builds at once. Overwrites nothing; a .gitignore that is there gets a line more.',
      )
      .argument('[dir]', 'the folder; it is made if need be', '.')
      .addHelpText('after', HELP),
  run: ([dir = '.'], _options, io) => {
    const folder = resolve(io.cwd, dir);
    const existing = Object.keys(FILES).filter((path) => path !== GITIGNORE && existsSync(join(folder, path)));
    if (existing.length > 0) {
      throw new UsageError(
        `${existing.join(', ')} in ${shownPath(folder, io.cwd)} would be overwritten; choose another folder.`,
      );
    }
    for (const [path, begun] of Object.entries(FILES)) {
      const absolute = join(folder, path);
      const shown = shownPath(absolute, io.cwd);
      const text = path === GITIGNORE ? withLine(absolute, begun) : begun;
      if (text === undefined) continue;
      const problem = makeFolder(join(absolute, '..'), shown) ?? writeWhole(absolute, text, shown);
      if (problem) throw new UsageError(`${shown}: ${problem.message}`);
      io.out.write(`${shown}\n`);
    }
    const go = folder === io.cwd ? '' : `cd ${shellWord(dir)} && `;
    io.err.write(`\n${basename(folder)} is ready. Next: ${go}flowc check && flowc build\n`);
    return 0;
  },
};

/** A repository mostly has a `.gitignore` of its own, which is kept. Undefined where there is nothing to write. */
function withLine(absolute: string, line: string): string | undefined {
  if (!existsSync(absolute)) return line;
  let text: string;
  try {
    text = readFileSync(absolute, 'utf8');
  } catch {
    return undefined; // what cannot be read is left alone
  }
  if (/^\/?build\/?\s*$/m.test(text)) return undefined;
  return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${line}`;
}

const HELP = `
Examples
  flowc init                  in the working folder
  flowc init hello && cd hello && flowc check && flowc build
`;

const MAIN = `/// Runs when a customer calls the main number.
inbound flow Main {
  on error -> apology

  set logging on
  check hours OfficeHours {
    on closed -> closed
  }
  play "Thank you for calling."
  set queue Support
  transfer to queue { on at_capacity -> apology }

  step closed {
    play "We are closed. Please call again during office hours."
    -> disconnect
  }

  step apology {
    play "We are sorry, we cannot take your call now. Please call again later."
    -> disconnect
  }
}
`;

const ENTITIES = `hours OfficeHours "Office hours" {
  timezone: "Asia/Tokyo"
  mon-fri: 09:00-18:00
}

queue Support {
  hours: OfficeHours
}
`;

const GITIGNORE = '.gitignore';

const FILES: Readonly<Record<string, string>> = {
  [PROJECT_FILE]: projectFileText({ include: ['flows'] }),
  'flows/main.flow': MAIN,
  'flows/entities.flow': ENTITIES,
  [GITIGNORE]: 'build/\n',
};
