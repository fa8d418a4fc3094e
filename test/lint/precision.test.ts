/** docs/lint/precision.md holds what the rules say today of real flows. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countHits, hasCorpus, judgements, precisionPage } from '../../scripts/lint-precision.ts';
import { rules } from '../../src/lint/index.ts';

const there = hasCorpus();
const cells = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| [lint/') || line.startsWith('| [service/'))
    .map((line) => line.replace(/\s+/g, ' '));

describe('judgements', () => {
  it('are of rules that there are, and no more are right than were read', () => {
    expect(existsSync('docs/lint/precision.md')).toBe(true);
    for (const [code, { judged, right }] of judgements()) {
      expect(rules.map((rule) => rule.code)).toContain(code);
      expect(judged).toBeGreaterThan(0);
      expect(right).toBeLessThanOrEqual(judged);
    }
  });

  it('there are sixty rules that a project can configure', () => {
    expect(rules.filter(({ severity }) => severity !== 'error').length).toBeGreaterThanOrEqual(60);
  });
});

describe.skipIf(!there)(
  `the table${there ? '' : ' (skipped: the corpus is not beside this clone, ../shared/corpus)'}`,
  () => {
    const hits = there ? countHits() : { flows: 0, counts: new Map<string, number>() };

    it('says what the rules say today (node scripts/generate-lint-precision.mjs)', () => {
      expect(hits.flows).toBe(195);
      expect(cells(precisionPage(hits))).toEqual(cells(readFileSync('docs/lint/precision.md', 'utf8')));
    });

    it('has a judgement for every lint rule that spoke, of enough of its hits', () => {
      const judged = judgements();
      for (const [code, count] of hits.counts) {
        if (!code.startsWith('lint/') || code === 'lint/no-logging') continue;
        expect(judged.get(code)?.judged ?? 0, code).toBeGreaterThanOrEqual(Math.min(count, 1));
      }
    });

    it('finds the recommended rules right far more often than wrong', () => {
      const recommended = new Set(rules.filter(({ strict }) => strict !== true).map(({ code }) => code));
      const seen = [...judgements()].filter(([code]) => recommended.has(code)).map(([, one]) => one);
      const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
      expect(sum(seen.map(({ right }) => right)) / sum(seen.map(({ judged }) => judged))).toBeGreaterThan(0.8);
    });
  },
);
