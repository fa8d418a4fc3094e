/**
 * The same rules over flow JSON and over the text that it is imported as: every rule over FlowGraph finds the same. What
 * needs the text or the declarations of a project is listed.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkJson, compile } from '../../src/compiler.ts';
import { decompile } from '../../src/decompiler.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { readFlow } from '../../src/flowjson/read.ts';
import type { FlowType } from '../../src/graph/flow-graph.ts';
import { lintGraph, rules } from '../../src/lint/index.ts';
import { RECOMMENDED, type RuleChoice } from '../../src/lint/levels.ts';

const ROOT = join(import.meta.dirname, '../../../shared/corpus');
const there = existsSync(join(ROOT, 'manifest.tsv'));
const title = there ? 'real flows' : 'real flows (skipped: the corpus is not beside this clone, ../shared/corpus)';

const STRICT: RuleChoice = { ...RECOMMENDED, preset: 'strict' };

interface Row {
  readonly file: string;
  readonly type: FlowType | undefined;
}

function complete(): readonly Row[] {
  const [head = '', ...lines] = readFileSync(join(ROOT, 'manifest.tsv'), 'utf8').trimEnd().split('\n');
  const names = head.split('\t');
  return lines.flatMap((line) => {
    const cells = line.split('\t');
    const cell = (name: string): string => cells[names.indexOf(name)] ?? '';
    if (cell('kind') !== 'modern' || cell('quality') !== 'A') return [];
    const type = cell('type');
    return [{ file: cell('file'), type: type === '' || type.endsWith('?') ? undefined : (type as FlowType) }];
  });
}

/** How often each rule spoke, as `code severity`. */
function counted(found: readonly Diagnostic[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { code, severity } of found) {
    const key = `${code} ${severity}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort());
}

describe.skipIf(!there)(title, () => {
  it('get the same findings as JSON and as text', () => {
    const rows = there ? complete() : [];
    expect(rows).toHaveLength(195);
    let findings = 0;
    for (const { file, type } of rows) {
      const source = { path: file, text: readFileSync(join(ROOT, file), 'utf8') };
      const { graph } = readFlow(source);
      if (graph === undefined) continue;
      const typed = { ...graph, type: type ?? graph.type };
      const asJson = lintGraph(typed, { choice: STRICT });
      const [imported] = decompile([{ source, graph: typed }], { project: false }).files;
      const { flows, program } = compile([{ path: 'flow.flow', text: imported?.text ?? '' }], { lint: false });
      const asText = flows.flatMap((flow) => lintGraph(flow.graph, { program, choice: STRICT }));
      expect([file, counted(asText)]).toEqual([file, counted(asJson)]);
      findings += asJson.length;
    }
    expect(findings).toBeGreaterThan(200);
  });
});

/** Rules that need more than a flow: what the project declares, or how the text says it. They are silent about JSON. */
const NEED_THE_PROJECT: Readonly<Record<string, string>> = {
  'lint/callback-without-caller-id': 'the declaration of the queue',
  'lint/external-not-returned': 'what a function returns',
  'lint/external-overwritten': 'what a function returns',
  'lint/key-not-declared': 'what functions, bots and views take and answer',
  'lint/literal-arn': 'the text',
  'lint/module-branch-not-handled': 'the branches of a module',
  'lint/module-value-not-declared': 'what a module takes and returns',
  'lint/pinned-arn': 'declarations',
  'lint/queue-channel': 'routing profiles',
  'lint/unknown-answer': 'intents and actions',
  'service/module-contract': 'the contract of the module',
  'service/number-not-claimed': 'the numbers of the project',
};

describe('rules', () => {
  it.each(rules.map((rule) => [rule.code, rule] as const))('%s needs no project, or is listed', (code, rule) => {
    const { content, type, channel } = rule.bad();
    const text = JSON.stringify({ ...content, ...(type === undefined ? {} : { Metadata: { type } }) });
    const { graph } = readFlow({ path: 'flow.json', text });
    const found =
      graph === undefined ? [] : lintGraph({ ...graph, type: type ?? graph.type }, { channel, choice: STRICT });
    expect(found.some((diagnostic) => diagnostic.code === code)).toBe(!Object.hasOwn(NEED_THE_PROJECT, code));
  });

  it('run over JSON as `flowc check` runs them', () => {
    const bad = rules.find(({ code }) => code === 'lint/unreachable-block')?.bad();
    const found = checkJson({ path: 'flow.json', text: JSON.stringify(bad?.content) });
    expect(found.map(({ code }) => code)).toContain('lint/unreachable-block');
  });
});
