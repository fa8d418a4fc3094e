/**
 * No noise: every real flow of good quality is put into a local instance, the instance is pulled as a project, and there is
 * nothing to plan. And edits of the console in all of them are adopted exactly.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changedLines } from '../../src/deploy/pull/adopt/merge.ts';
import type { Pulled } from '../../src/deploy/pull/project.ts';
import { decode } from '../../src/flowjson/decode.ts';
import { readFlow } from '../../src/flowjson/read.ts';
import { describeDifference } from '../../src/graph/compare.ts';
import type { FlowType } from '../../src/graph/flow-graph.ts';
import { corpusIsThere, WHY_SKIPPED } from '../corpus/corpus.ts';
import { changed, planOf, testInstance, type TestInstance } from '../deploy/instance.ts';
import { editAndAdopt, goodCorpus, imported } from './adopting.ts';
import { KINDS } from './console-edits.ts';
import { pull } from './pulling.ts';

const why = corpusIsThere ? '' : ` (${WHY_SKIPPED})`;

const TYPES: readonly FlowType[] = [
  'CONTACT_FLOW',
  'CUSTOMER_QUEUE',
  'CUSTOMER_WHISPER',
  'AGENT_WHISPER',
  'OUTBOUND_WHISPER',
  'CUSTOMER_HOLD',
  'AGENT_HOLD',
  'AGENT_TRANSFER',
  'QUEUE_TRANSFER',
];

let instance: TestInstance;
const names = { published: new Set<string>(), drafts: new Set<string>(), modules: new Set<string>(), refused: 0 };

/** Puts a flow in as the first type that it is taken as; as a draft, where it speaks of what the instance does not have. */
async function put(path: string, text: string, n: number): Promise<void> {
  const { graph } = readFlow({ path, text });
  const outer = JSON.parse(text) as { Content?: string };
  const Content = typeof outer.Content === 'string' ? outer.Content : JSON.stringify(outer);
  const Name = `${n} ${path.replace(/^.*\//, '')}`.slice(0, 120);
  const { call } = instance.connection;
  if (graph?.type === 'MODULE') {
    try {
      await call('CreateContactFlowModule', { Name, Content });
      names.modules.add(Name);
    } catch {
      names.refused++; // a module is always validated
    }
    return;
  }
  for (const Type of [...(graph?.type === undefined ? [] : [graph.type]), ...TYPES]) {
    try {
      await call('CreateContactFlow', { Name, Type, Content });
      names.published.add(Name);
      return;
    } catch {
      // Another type may be the one.
    }
  }
  await call('CreateContactFlow', { Name, Type: graph?.type ?? 'CONTACT_FLOW', Content, Status: 'SAVED' });
  names.drafts.add(Name);
}

describe.skipIf(!corpusIsThere)(`real flows in an instance${why}`, () => {
  let pulled: Pulled;
  beforeAll(async () => {
    instance = await testInstance(undefined, { quotas: { 'Flows per instance': 1000, 'Modules per instance': 1000 } });
    for (const [n, file] of goodCorpus().entries()) await put(file.path, decode(file.bytes()).text ?? '', n);
    pulled = await pull(instance, { drafts: true });
  }, 300_000);
  afterAll(() => instance.close());

  it('are pulled, all of them, with names for what the instance has', () => {
    expect(names.published.size).toBeGreaterThan(20);
    expect(pulled.unread).toEqual([]);
    expect(pulled.pinned).toEqual([]);
    const flows = pulled.files.filter(({ path }) => /^(flows|modules)\//.test(path)).length;
    expect(flows).toBeGreaterThanOrEqual(names.published.size + names.drafts.size + names.modules.size);
  });

  it('are no change when the project is planned', async () => {
    const planned = await planOf(instance, pulled.files, { lenient: true });
    const noise = changed(planned).flatMap(({ kind, name, properties, blocks, diff }) => {
      const said = properties.filter(({ path }) => !(path === 'status' && names.drafts.has(name)));
      return said.length + blocks.length + diff.length === 0
        ? []
        : [`${kind} ${name}: ${JSON.stringify({ said, blocks })}`];
    });
    expect(noise).toEqual([]);
  });
});

describe.skipIf(!corpusIsThere)(`edits of real flows in the console${why}`, () => {
  it.each([1, 3])('%i at a time are adopted exactly', (edits) => {
    const changes: number[] = [];
    const ways = new Map<string, number>();
    for (const file of goodCorpus()) {
      const project = imported(file);
      for (const flow of project?.compiled.flows ?? []) {
        for (const kind of KINDS) {
          const edited = project === undefined ? undefined : editAndAdopt(project, flow, kind, { seed: 4711, edits });
          if (edited === undefined) continue;
          const { difference, adopted, before } = edited;
          expect(difference === undefined ? '' : describeDifference(difference), `${file.path}: ${kind}`).toBe('');
          changes.push(changedLines(before.split('\n'), adopted.text.split('\n')));
          ways.set(adopted.how, (ways.get(adopted.how) ?? 0) + 1);
        }
      }
    }
    changes.sort((a, b) => a - b);
    expect(changes.length).toBeGreaterThan(400);
    expect(changes[Math.floor(changes.length / 2)]).toBeLessThanOrEqual(edits === 1 ? 4 : 12);
    expect((ways.get('rewritten') ?? 0) / changes.length).toBeLessThan(0.1);
  });
});
