import type { ExitCode } from '../io.ts';
import type { Verb } from '../verb.ts';
import { serveStandardStreams } from '../../lsp/main.ts';

export const verb: Verb<object> = {
  define: (command) =>
    command
      .description('Serves an editor: the language server, over standard input and output. Editors start it.')
      .option('--stdio', 'standard input and output, which is all there is')
      .addHelpText('after', HELP),
  run: (_paths, _options, io): Promise<ExitCode> => serveStandardStreams({ pages: io.pages }),
};

const HELP = `
docs/editors says how to set up VS Code, Neovim and Helix.
`;
