import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printFile } from '../../src/syntax/print.ts';
import { corpusIsThere, WHY_SKIPPED } from '../corpus/corpus.ts';
import { exampleNames, sourcesOf } from '../examples/projects.ts';
import { arbitraryFile } from '../syntax/arbitrary.ts';
import { importedFlows } from './imports.ts';
import { expectSameBytes } from './laws.ts';
import { byFmt, byPrettier, LAYOUTS } from './pretty.ts';
import { runs } from '../runs.ts';

describe('Prettier and fmt give the same bytes, and nothing to do the second time,', () => {
  it.each(exampleNames)('for the example %s', async (example) => {
    for (const { text } of sourcesOf(example)) for (const layout of LAYOUTS) await expectSameBytes(text, layout);
  });

  it.skipIf(!corpusIsThere)(`for imported flows${corpusIsThere ? '' : ` (${WHY_SKIPPED})`}`, async () => {
    for (const [path, text] of importedFlows(40)) {
      for (const layout of LAYOUTS) await expectSameBytes(text, layout);
      expect(byFmt(text), path).toBe(text);
    }
  });

  it('for random programs', async () => {
    const written = fc.tuple(arbitraryFile, fc.constantFrom(...LAYOUTS), fc.constantFrom('\n', '\r\n', '\r'));
    await fc.assert(
      fc.asyncProperty(written, async ([tree, layout, end]) => {
        await expectSameBytes(printFile(tree).replaceAll('\n', end), layout);
      }),
      { numRuns: runs(150) },
    );
  });

  it.each(['', '\n\n', '\ufeff', '\ufeffqueue   Q\r\n', '// only a comment', '　\t\n'])('for %j', async (text) => {
    for (const layout of LAYOUTS) expect(await byPrettier(text, layout)).toBe(byFmt(text, layout));
  });
});

const MESSY = 'flow F {\r\nmenu {timeout: 5s, on 1 -> next\r\non 2 { play "b" } }\r\n-> disconnect\r\n}';

describe('options', () => {
  it('are 100 columns, two blanks and line feeds where nobody says otherwise', async () => {
    expect(await byPrettier(MESSY)).toBe(
      'flow F {\n  menu {\n    timeout: 5s\n    on 1 -> next\n    on 2 { play "b" }\n  }\n  -> disconnect\n}\n',
    );
  });

  it('say how to indent', async () => {
    expect(await byPrettier(MESSY, { useTabs: true })).toContain('\n\tmenu {\n\t\ttimeout: 5s\n');
    expect(await byPrettier(MESSY, { tabWidth: 4 })).toContain('\n    menu {\n        timeout: 5s\n');
  });

  it('say how lines end, also inside of comments and of what is left alone', async () => {
    const text = 'flow F {\n  /* a\n     b */\n  // prettier-ignore\n  play   """\n     x\n     """\n}\n';
    const windows = text.replaceAll('\n', '\r\n');
    expect(await byPrettier(text, { endOfLine: 'crlf' })).toBe(windows);
    expect(await byPrettier(windows, { endOfLine: 'auto' })).toBe(windows);
    expect(await byPrettier(windows)).toBe(text);
  });

  it('count wide characters as two columns', async () => {
    const wide = (count: number): string => `flow F {\n  play "${'あ'.repeat(count)}" { on error -> next }\n}\n`;
    // 2 + `play "` + 2n + `" { on error -> next }` = 30 + 2n
    expect(await byPrettier(wide(25), { printWidth: 80 })).toBe(wide(25));
    expect(await byPrettier(wide(26), { printWidth: 80 })).toContain('" {\n    on error -> next\n  }\n');
    // Half-width katakana take one, and so do combining marks none.
    const half = wide(0).replace('""', `"${'ｱ'.repeat(48)}か\u3099"`);
    expect(await byPrettier(half, { printWidth: 80 })).toBe(half);
  });
});
