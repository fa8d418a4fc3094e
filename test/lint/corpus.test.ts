/** The rules against real flows: errors only where Connect would refuse, and few false alarms. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { readFlow } from '../../src/flowjson/read.ts';
import type { FlowType } from '../../src/graph/flow-graph.ts';
import { lintGraph, rules } from '../../src/lint/index.ts';

const ROOT = join(import.meta.dirname, '../../../shared/corpus');
const there = existsSync(join(ROOT, 'manifest.tsv'));
const title = there ? 'real flows' : 'real flows (skipped: the corpus is not beside this clone, ../shared/corpus)';

interface Row {
  readonly file: string;
  readonly kind: string;
  readonly quality: string;
  /** Only where it is certain. */
  readonly type: FlowType | undefined;
}

function manifest(): readonly Row[] {
  const [head = '', ...lines] = readFileSync(join(ROOT, 'manifest.tsv'), 'utf8').trimEnd().split('\n');
  const names = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    const cell = (name: string): string => cells[names.indexOf(name)] ?? '';
    const type = cell('type');
    return {
      file: cell('file'),
      kind: cell('kind'),
      quality: cell('quality'),
      type: type === '' || type.endsWith('?') ? undefined : (type as FlowType),
    };
  });
}

function lint({ file, type }: Row): readonly Diagnostic[] {
  const { graph } = readFlow({ path: file, text: readFileSync(join(ROOT, file), 'utf8') });
  return graph === undefined ? [] : lintGraph(graph, { flowType: type });
}

function errorsOf(rows: readonly Row[]): Record<string, readonly string[]> {
  const found = rows.map((row): [string, string[]] => {
    const codes = lint(row)
      .filter(({ severity }) => severity === 'error')
      .map(({ code }) => code);
    return [row.file, [...new Set(codes)].sort()];
  });
  return Object.fromEntries(found.filter(([, codes]) => codes.length > 0));
}

/** An ARN or id was taken out before the flow was put into public: the service takes no empty text. */
const BLANKED = ['service/empty-value'];
/** Written by hand before it was tried: StoreInput is missing, and DTMFConfiguration has no InputTimeLimitSeconds. */
const UNTRIED_MENU = ['service/missing-parameter', 'service/unknown-parameter'];
/** The same, and a comparison lists NoMatchingError instead of NoMatchingCondition. */
const UNTRIED_COMPARE = [
  'service/missing-error',
  'service/missing-parameter',
  'service/refused-error',
  'service/unknown-parameter',
];

const builder = 'modern/aws-samples__amazon-connect-experience-builder';
const blueprint = 'modern/ippei2480__connect-blueprint';

/** Every flow of quality A that gets an error, and why that is right. */
const EXPECTED: Record<string, readonly string[]> = {
  // Stored input with the timeout branch of a menu and without validation: live calls refuse both.
  'modern/Richard1007__claude-connect-skills/flow__hist-5.json': ['service/missing-parameter', 'service/refused-error'],
  [`${builder}/contact-flow-dtmf0.content.json`]: BLANKED,
  [`${builder}/contact-flow-dtmf0__SEB_-_DTMF_0.json`]: BLANKED,
  [`${builder}/contact-flow-hop.content.json`]: BLANKED,
  [`${builder}/contact-flow-journey.content.json`]: BLANKED,
  [`${builder}/contact-flow-queue.content.json`]: BLANKED,
  [`${builder}/contact-flow-setup.content.json`]: BLANKED,
  'modern/aws-samples__amazon-connect-step-by-step-guides-module-library/SBS_Lex_Integration_Handler.json': BLANKED,
  'modern/deepgram__amazon-connect-integration/sample_contact_flow.json': BLANKED,
  'modern/deepgram__amazon-connect-integration/sample_contact_flow_load_test.json': BLANKED,
  // A draft from a document: a queue transfer with a QueueId, a bot without its default branch.
  'modern/aws-samples__sample-aicc-builder-for-amazon-connect-ai-agent/q-in-connect-self-service___1365.json': [
    'service/missing-error',
    'service/unknown-parameter',
  ],
  [`${blueprint}/flow__hist.json`]: UNTRIED_MENU,
  [`${blueprint}/flow__hist-2.json`]: UNTRIED_MENU,
  [`${blueprint}/flow__hist-3.json`]: UNTRIED_MENU,
  [`${blueprint}/flow__hist-4.json`]: UNTRIED_COMPARE,
  [`${blueprint}/flow__hist-5.json`]: UNTRIED_MENU,
  [`${blueprint}/flow__hist-6.json`]: UNTRIED_COMPARE,
};

/** Findings that are no errors, over the 195 flows of quality A: a rule that suddenly says much more is to be looked at. */
const ADVICE: Record<string, number> = {
  'service/wrong-flow-type': 2,
  'service/invalid-condition': 1,
  'service/not-an-id': 18,
  'lint/attribute-names-alike': 1,
  'lint/attribute-never-set': 1,
  'lint/bot-language': 1,
  'lint/flow-attribute-not-set': 3,
  'lint/lambda-chain': 1,
  'lint/lambda-error-ignored': 3,
  'lint/missing-translation': 14,
  'lint/no-queue': 2,
  'lint/padded-value': 1,
  'lint/pointless-decision': 1,
  'lint/read-before-filled': 1,
  'lint/retired': 6,
  'lint/ssml-break-too-long': 1,
  'lint/ssml-malformed': 6,
  'lint/text-language': 2,
  'lint/unbounded-retry': 3,
  'lint/unknown-namespace': 1,
  'lint/unreachable-block': 8,
};

describe.skipIf(!there)(title, () => {
  const rows = there ? manifest() : [];
  const complete = rows.filter(({ kind, quality }) => kind === 'modern' && quality === 'A');
  const broken = rows.filter(({ kind, quality }) => kind === 'modern' && quality.startsWith('C'));

  it('gets errors only where Connect would refuse it', () => {
    expect(complete).toHaveLength(195);
    expect(errorsOf(complete)).toEqual(EXPECTED);
  });

  it('gets errors where it is broken', () => {
    expect(broken).toHaveLength(21);
    expect(Object.keys(errorsOf(broken))).toHaveLength(21);
  });

  it('gets advice sparingly', () => {
    const counts = new Map<string, number>();
    for (const row of complete) {
      for (const { code, severity } of lint(row)) {
        if (severity !== 'error') counts.set(code, (counts.get(code) ?? 0) + 1);
      }
    }
    expect(Object.fromEntries(counts)).toEqual(ADVICE);
  });

  it('is judged without an exception, old formats and revisions included', () => {
    const codes = new Set(rules.map(({ code }) => code));
    for (const row of rows) for (const { code } of lint(row)) expect(codes).toContain(code);
  });
});
