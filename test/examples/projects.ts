/** The projects below examples/, read as the command line reads them. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceText } from '../../src/text/text.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));

export const exampleNames: readonly string[] = readdirSync(EXAMPLES)
  .filter((name) => statSync(join(EXAMPLES, name)).isDirectory())
  .sort();

/** The `.flow` files of an example, with paths as seen from its folder. */
export function sourcesOf(example: string): readonly SourceText[] {
  const workspace = loadWorkspace([], {
    cwd: join(EXAMPLES, example),
    wanted: { inFolders: 'flow', named: 'flow' },
  });
  if (workspace.diagnostics.length > 0) throw new Error(JSON.stringify(workspace.diagnostics));
  const [unit, ...others] = workspace.units;
  if (unit === undefined || others.length > 0) throw new Error(`${example} is not one project`);
  return unit.flows;
}
