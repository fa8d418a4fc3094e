/** Every ```flow block of the pages compiles, or shows the diagnostic that it promises. */
import { describe, expect, it } from 'vitest';
import { render } from '../../src/diagnostics/render/index.ts';
import { blocksOf, pages } from './blocks.ts';
import { diagnosticsOf } from './compile-block.ts';

const PROMISE = /^(error|warning|hint)=(\S+)$/;

describe('flow blocks of the pages', () => {
  for (const page of pages()) {
    for (const block of blocksOf(page).filter(({ language }) => language === 'flow')) {
      const promised = block.markers.filter((marker) => PROMISE.test(marker));
      // Pages of the diagnostics show their fixtures, which test/diagnostics compiles with what belongs to them.
      if (block.isGenerated && block.at.startsWith('docs/diagnostics/') && promised.length === 0) continue;
      it(`${block.at} ${promised.join(' ')}`, () => {
        const unknown = block.markers.filter((marker) => !/^(statement$|file=)/.test(marker) && !PROMISE.test(marker));
        expect(unknown, 'markers').toEqual([]);
        const found = diagnosticsOf(block);
        const shown = render(found, { format: 'human', colour: false, width: 100, files: [] });
        const given = new Set(found.map(({ severity, code }) => `${severity}=${code}`));
        expect([...given].sort(), shown).toEqual([...new Set(promised)].sort());
      });
    }
  }
});
