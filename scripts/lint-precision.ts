/** Findings of every configurable rule in real flows of the corpus beside this clone, and what was found when they were read. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readFlow } from '../src/flowjson/read.ts';
import type { FlowType } from '../src/graph/flow-graph.ts';
import { lintGraph, rules } from '../src/lint/index.ts';
import { RECOMMENDED } from '../src/lint/levels.ts';
import { page, table } from './lib/markdown.ts';

const CORPUS = resolve('../shared/corpus');
const JUDGEMENTS = 'docs/lint/judgements.tsv';

export const hasCorpus = (): boolean => existsSync(`${CORPUS}/manifest.tsv`);

/** One finding: `at` is the offset in the flow's JSON. */
export interface Hit {
  readonly code: string;
  readonly file: string;
  readonly at: number;
  readonly message: string;
  /** In one of the complete flows that the table counts; else in an older export, an earlier revision, an excerpt. */
  readonly counted: boolean;
}

export interface Hits {
  /** Complete flows, and others. */
  readonly flows: number;
  readonly others: number;
  readonly hits: readonly Hit[];
}

/** `right`: it holds, and is worth knowing. `arguable`: it holds, and may be meant so. `mended`: was `false`, and is gone. */
export const VERDICTS = ['right', 'arguable', 'false', 'mended'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Judgement {
  readonly code: string;
  readonly verdict: Verdict;
  readonly file: string;
  readonly at: number;
  readonly remark: string;
}

/** Every rule runs, those of the strict preset too. Errors are left out: Connect decides about them, not taste. */
export function findHits(): Hits {
  const [head = '', ...lines] = readFileSync(`${CORPUS}/manifest.tsv`, 'utf8').trimEnd().split('\n');
  const names = head.split('\t');
  const hits: Hit[] = [];
  let flows = 0;
  for (const line of lines) {
    const cells = line.split('\t');
    const cell = (name: string): string => cells[names.indexOf(name)] ?? '';
    const counted = cell('kind') === 'modern' && cell('quality') === 'A';
    if (counted) flows++;
    const file = cell('file');
    const { graph } = readFlow({ path: file, text: readFileSync(`${CORPUS}/${file}`, 'utf8') }, { places: true });
    if (graph === undefined) continue;
    const type = cell('type');
    const flowType = type === '' || type.endsWith('?') ? undefined : (type as FlowType);
    const found = lintGraph(graph, { flowType, choice: { ...RECOMMENDED, preset: 'strict' } });
    for (const { code, severity, message, place } of found) {
      if (severity !== 'error') hits.push({ code, file, at: place.span.start, message, counted });
    }
  }
  return { flows, others: lines.length - flows, hits };
}

/** What was read by eye. */
export function judgements(): readonly Judgement[] {
  const [, ...lines] = readFileSync(JUDGEMENTS, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [code = '', verdict = '', file = '', at = '', remark = ''] = line.split('\t');
    return { code, verdict: verdict as Verdict, file, at: Number(at), remark };
  });
}

interface Row {
  readonly code: string;
  readonly strict: boolean;
  readonly hits: number;
  readonly more: number;
  readonly of: Readonly<Record<Verdict, number>>;
  readonly remark: string;
}

function rowsOf({ hits }: Hits): readonly Row[] {
  const judged = judgements();
  const advice = rules.filter(({ severity }) => severity !== 'error').sort((a, b) => (a.code < b.code ? -1 : 1));
  return advice.map(({ code, strict }) => {
    const found = hits.filter((hit) => hit.code === code);
    const mine = judged.filter((one) => one.code === code);
    const count = (verdict: Verdict) => mine.filter((one) => one.verdict === verdict).length;
    return {
      code,
      strict: strict === true,
      hits: found.filter(({ counted }) => counted).length,
      more: found.filter(({ counted }) => !counted).length,
      of: { right: count('right'), arguable: count('arguable'), false: count('false'), mended: count('mended') },
      remark: [...new Set(mine.filter(({ verdict }) => verdict !== 'mended').map(({ remark }) => remark))]
        .filter((remark) => remark !== '')
        .join('; '),
    };
  });
}

const sum = (rows: readonly Row[], verdict: Verdict): number => rows.reduce((total, { of }) => total + of[verdict], 0);

function summary(rows: readonly Row[]): readonly string[] {
  const [right, arguable, wrong] = [sum(rows, 'right'), sum(rows, 'arguable'), sum(rows, 'false')];
  const all = right + arguable + wrong;
  return [String(all), String(right), String(arguable), String(wrong), all === 0 ? '–' : percent(right, all)];
}

function percent(part: number, whole: number): string {
  return `${Math.round((100 * part) / whole)} %`;
}

export function precisionPage(hits: Hits): string {
  const rows = rowsOf(hits);
  const heard = rows.filter(({ hits, more, of }) => hits + more + of.right + of.arguable + of.false + of.mended > 0);
  const silent = rows.filter((row) => !heard.includes(row));
  const link = (code: string) => `[${code}](../diagnostics/${code}.md)`;
  const mended = judgements().filter(({ verdict }) => verdict === 'mended');
  return page([
    '<!-- Generated by scripts/generate-lint-precision.mjs. Judgements: docs/lint/judgements.tsv. -->',
    '# Precision of the rules',
    `All rules, those of \`strict\` too, over ${hits.flows} complete flows that are public (console exports and deployed JSON). **Hits**: how often a rule spoke there. **Elsewhere**: how often in ${hits.others} further flows (exports of the old designer, earlier revisions, excerpts). Of each rule's hits up to ten were read, spread evenly over the flows, with the flow around them; where there were fewer, all, and some from elsewhere. **Right**: it holds, and the author of the flow would want to know. **Arguable**: it holds, and the flow may be meant so, or is a template in which nobody can tell. **False**: it does not hold. Which hits were read, and what was said of each, is in [judgements.tsv](judgements.tsv).`,
    `The flows are mostly samples and solutions that people publish, so they have fewer callers and more loose ends than flows in service.`,
    table(
      ['preset', 'read', 'right', 'arguable', 'false', 'right of those read'],
      [
        ['recommended', ...summary(rows.filter(({ strict }) => !strict))],
        ['strict', ...summary(rows.filter(({ strict }) => strict))],
      ],
    ),
    '## Rules that spoke',
    table(
      ['rule', 'preset', 'hits', 'elsewhere', 'read', 'right', 'arguable', 'false', 'remark'],
      heard.map(({ code, strict, hits, more, of, remark }) => [
        link(code),
        strict ? 'strict' : 'recommended',
        String(hits),
        String(more),
        String(of.right + of.arguable + of.false),
        String(of.right),
        String(of.arguable),
        String(of.false),
        remark,
      ]),
    ),
    '## False alarms that are gone',
    'Found while reading, and mended since; that they stay away is tested.',
    table(
      ['rule', 'false alarms', 'what it was, and what was changed'],
      [...new Set(mended.map(({ code, remark }) => `${code}\t${remark}`))].map((key) => {
        const [code = '', remark = ''] = key.split('\t');
        const same = mended.filter((one) => one.code === code && one.remark === remark);
        return [link(code), String(same.length), remark];
      }),
    ),
    '## Rules that found nothing',
    `${silent.length} rules have no hit in any of these flows: nothing here proves them, and nothing refutes them. Some need the declarations of a project (types, queues, numbers), which flow JSON does not have; the examples on their pages are tests.`,
    silent.map(({ code }) => link(code)).join(' · '),
  ]);
}
