/** docs/lint/precision.md holds what the rules say today of real flows, and what was said of their findings. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findHits, hasCorpus, judgements, precisionPage, VERDICTS, type Hit } from '../../scripts/lint-precision.ts';
import { rules } from '../../src/lint/index.ts';

const there = hasCorpus();
const cells = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.replace(/\s+/g, ' ').replace(/-+/g, '-'));

describe('judgements', () => {
  it('are of rules that there are, each of one place, and say why where a finding is not right', () => {
    const codes = new Set(rules.map((rule) => rule.code));
    const seen = new Set<string>();
    for (const { code, verdict, file, at, remark } of judgements()) {
      expect(codes).toContain(code);
      expect(VERDICTS).toContain(verdict);
      expect(at).toBeGreaterThanOrEqual(0);
      expect(seen).not.toContain(`${code} ${file} ${at}`);
      seen.add(`${code} ${file} ${at}`);
      expect(remark === '').toBe(verdict === 'right');
    }
  });

  it('there are sixty rules that a project can configure', () => {
    expect(rules.filter(({ severity }) => severity !== 'error').length).toBeGreaterThanOrEqual(60);
  });
});

describe.skipIf(!there)(
  `the table${there ? '' : ' (skipped: the corpus is not beside this clone, ../shared/corpus)'}`,
  () => {
    const found = there ? findHits() : { flows: 0, others: 0, hits: [] };
    const key = ({ code, file, at }: Pick<Hit, 'code' | 'file' | 'at'>) => `${code} ${file} ${at}`;
    const today = new Set(found.hits.map(key));

    it('says what the rules say today (node scripts/generate-lint-precision.mjs)', () => {
      expect(found.flows).toBe(195);
      expect(cells(precisionPage(found))).toEqual(cells(readFileSync('docs/lint/precision.md', 'utf8')));
    });

    it('rests on findings that there are, and on false alarms that are gone', () => {
      const expected = judgements().map((one) => [key(one), one.verdict === 'mended' ? 'gone' : 'there']);
      expect(expected.map(([one]) => [one, today.has(one ?? '') ? 'there' : 'gone'])).toEqual(expected);
    });

    it('rests on ten findings of each rule, or on all', () => {
      const read = judgements().filter(({ verdict }) => verdict !== 'mended');
      const configurable = rules.filter(({ severity }) => severity !== 'error').map(({ code }) => code);
      const files = new Map(found.hits.map((hit) => [key(hit), hit]));
      const few = configurable.flatMap((code) => {
        const counted = found.hits.filter((hit) => hit.code === code && hit.counted).length;
        const mine = read.filter((one) => one.code === code && files.get(key(one))?.counted === true).length;
        return mine < Math.min(counted, 10) ? [`${code}: ${mine} of ${counted}`] : [];
      });
      expect(few).toEqual([]);
    });

    it('has few findings that are not right, and none that is false, among the recommended rules', () => {
      const recommended = new Set(rules.filter(({ strict }) => strict !== true).map(({ code }) => code));
      const read = judgements().filter(({ code, verdict }) => recommended.has(code) && verdict !== 'mended');
      const count = (verdict: string) => read.filter((one) => one.verdict === verdict).length;
      expect(count('false')).toBe(0);
      expect(count('right') / read.length).toBeGreaterThan(0.8);
    });
  },
);
