/** The corpus of real flows beside the project: read in place, never copied. Absent in most clones. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../../shared/corpus');

export interface CorpusFile {
  readonly path: string;
  readonly kind: 'modern' | 'revision-modern' | 'legacy' | 'revision-legacy';
  readonly quality: string;
  readonly templated: boolean;
  readonly bytes: () => Uint8Array;
}

export const corpusIsThere = existsSync(join(ROOT, 'manifest.tsv'));

/** Why the tests of a clone without the corpus are skipped. */
export const WHY_SKIPPED = 'skipped: the corpus of real flows is not beside this clone (../shared/corpus)';

export function corpusFiles(): readonly CorpusFile[] {
  if (!corpusIsThere) return [];
  const [head = '', ...rows] = readFileSync(join(ROOT, 'manifest.tsv'), 'utf8').trimEnd().split('\n');
  const columns = head.split('\t');
  const column = (name: string) => columns.indexOf(name);
  return rows.map((row) => {
    const cells = row.split('\t');
    const path = cells[column('file')] ?? '';
    return {
      path,
      kind: cells[column('kind')] as CorpusFile['kind'],
      quality: cells[column('quality')] ?? '',
      templated: cells[column('templated')] === 'y',
      bytes: () => readFileSync(join(ROOT, path)),
    };
  });
}
