/** Loads a TypeScript module of this project into a script: bundled with esbuild, so that Node 20 runs it. */
import { build } from 'esbuild';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The exports of the module at `path` (relative to the repository, or absolute). */
export async function loadTs(path) {
  const folder = await mkdtemp(join(tmpdir(), 'flowc-script-'));
  const outfile = join(folder, 'module.mjs');
  try {
    await build({
      entryPoints: [path],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      logLevel: 'error',
      absWorkingDir: join(import.meta.dirname, '../..'),
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
