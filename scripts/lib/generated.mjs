/** Generated files: written, or with `--check` compared with what stands. */
import { mkdir, readdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { format } from 'prettier';

/** Prettier takes `flow` blocks in Markdown for the JavaScript dialect of that name, so it must leave them alone. */
const STYLE = { printWidth: 120, singleQuote: true, embeddedLanguageFormatting: 'off' };

const root = join(import.meta.dirname, '../..');

/**
 * Writes `files` (path relative to the repository → text), or with `check` tells which of them differ and exits with 1.
 * `folder`: Markdown files in it that are not among them are surplus, and removed. `asIs`: the text is not formatted.
 */
export async function writeOrCheck(files, { check, folder, command, asIs = false }) {
  const stale = [];
  for (const [path, text] of files) {
    const wanted = asIs ? text : await format(text, { ...STYLE, filepath: path });
    const stands = await readFile(join(root, path), 'utf8').catch(() => undefined);
    if (stands === wanted) continue;
    stale.push(path);
    if (check) continue;
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), wanted);
  }
  if (folder !== undefined) {
    const paths = new Set(files.map(([path]) => path));
    const names = await readdir(join(root, folder)).catch(() => []);
    for (const path of names.filter((name) => name.endsWith('.md')).map((name) => `${folder}/${name}`)) {
      if (paths.has(path)) continue;
      stale.push(path);
      if (!check) await unlink(join(root, path));
    }
  }
  if (!check) console.log(`${files.length} files, ${stale.length} written`);
  else if (stale.length > 0) {
    console.error(`Out of date: ${stale.join(', ')}. Run: ${command}`);
    process.exitCode = 1;
  }
}
