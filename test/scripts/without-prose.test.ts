import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROSE } from '../../scripts/lib/without-prose.mjs';

/** Makes schemas and pages, never in a bundle of the command line; and the names of what is left out, as words of others. */
const ALLOWED = ['src/entities/json-schema.ts', 'src/lint/rule.ts'];
const OTHERS = ['.results', '.source', '.example', '.docs', '.notes', '.summary'];

it('is asked for by nothing that the command line runs', () => {
  const names = PROSE.flatMap(([, keys]) => keys).filter((key) => !OTHERS.includes(`.${key}`));
  const asks = new RegExp(String.raw`\.(?:${names.join('|')})\b(?!\()`);
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const asking = files
    .map((file) => join('src', file))
    // Editors are shown the prose: their bundle has it.
    .filter(
      (file) =>
        !file.startsWith(join('src', 'ide')) && !ALLOWED.includes(file) && asks.test(readFileSync(file, 'utf8')),
    );
  expect(files.length).toBeGreaterThan(300);
  expect(asking).toEqual([]);
});
