/**
 * No noise: every real flow of good quality, put into a local instance by requests of its own and imported from there, is
 * planned as no change. Flows that the instance does not publish (they speak of things that it does not have) are drafts.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseProject } from '../../src/compiler.ts';
import { readInventory } from '../../src/connect/inventory.ts';
import { decompile } from '../../src/decompiler.ts';
import { planProject } from '../../src/deploy/plan-project.ts';
import type { Change } from '../../src/deploy/types.ts';
import { decode } from '../../src/flowjson/decode.ts';
import { readFlow } from '../../src/flowjson/read.ts';
import type { FlowType } from '../../src/graph/flow-graph.ts';
import { compileFor } from '../../src/workspace/compile-for.ts';
import { nothingSaid } from '../../src/workspace/environments.ts';
import { corpusFiles, corpusIsThere, WHY_SKIPPED } from '../corpus/corpus.ts';
import { testInstance, type TestInstance } from './instance.ts';

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

interface Put {
  readonly path: string;
  readonly name: string;
  readonly kind: 'flow' | 'module';
  readonly id: string;
  readonly status: 'PUBLISHED' | 'SAVED';
}

let instance: TestInstance;
const put: Put[] = [];

async function putIn(path: string, text: string, n: number): Promise<Put> {
  const { graph } = readFlow({ path, text });
  const document = JSON.parse(text) as { Content?: string };
  const Content = typeof document.Content === 'string' ? document.Content : JSON.stringify(document);
  const Name = `${n} ${path.replace(/^.*\//, '')}`.slice(0, 120);
  const { call } = instance.connection;
  if (graph?.type === 'MODULE') {
    const answer = await call('CreateContactFlowModule', { Name, Content });
    return { path, name: Name, kind: 'module', id: String(answer['Id']), status: 'PUBLISHED' };
  }
  const types = [...(graph?.type === undefined ? [] : [graph.type]), ...TYPES];
  for (const Type of types) {
    try {
      const answer = await call('CreateContactFlow', { Name, Type, Content });
      return { path, name: Name, kind: 'flow', id: String(answer['ContactFlowId']), status: 'PUBLISHED' };
    } catch {
      // Another type may be the one; what is refused in all of them is kept as a draft.
    }
  }
  const Type = types[0] ?? 'CONTACT_FLOW';
  const answer = await call('CreateContactFlow', { Name, Type, Content, Status: 'SAVED' });
  return { path, name: Name, kind: 'flow', id: String(answer['ContactFlowId']), status: 'SAVED' };
}

/** What pulling it gives: the answer of the instance, as source. */
async function sourceOf({ kind, id, status, name }: Put): Promise<string> {
  const suffix = status === 'SAVED' ? ':$SAVED' : '';
  const answer =
    kind === 'module'
      ? await instance.connection.call('DescribeContactFlowModule', { ContactFlowModuleId: id })
      : await instance.connection.call('DescribeContactFlow', { ContactFlowId: `${id}${suffix}` });
  const source = { path: `${name}.json`, text: JSON.stringify(answer) };
  const { graph } = readFlow(source);
  if (graph === undefined) throw new Error(`${name} cannot be read`);
  return decompile([{ source, graph }], { project: false }).files[0]?.text ?? '';
}

describe.skipIf(!corpusIsThere)(`real flows${corpusIsThere ? '' : ` (${WHY_SKIPPED})`}`, () => {
  beforeAll(async () => {
    instance = await testInstance(undefined, { quotas: { 'Flows per instance': 1000, 'Modules per instance': 1000 } });
    const files = corpusFiles().filter(({ quality }) => quality === 'A');
    for (const [n, file] of files.entries()) {
      try {
        put.push(await putIn(file.path, decode(file.bytes()).text ?? '', n));
      } catch (e) {
        console.log('NOT PUT', file.path, String(e), (e as { problems?: string[] }).problems?.slice(0, 3));
      }
    }
  }, 120_000);
  afterAll(() => instance.close());

  it('are no change when they are planned again', async () => {
    const inventory = await readInventory(instance.connection);
    const changed: string[] = [];
    let published = 0;
    for (const one of put) {
      const parsed = parseProject([{ path: 'main.flow', text: await sourceOf(one) }]);
      const { program, flows } = compileFor(parsed, { inventory, settings: nothingSaid('test') });
      const { plan } = await planProject({
        connection: instance.connection,
        inventory,
        program,
        flows,
        environment: 'test',
      });
      const change = plan.changes.find(({ name }) => name === one.name);
      expect(change, one.path).toBeDefined();
      if (one.status === 'PUBLISHED') published++;
      const said = change === undefined ? '' : sayChange(change, one);
      if (said !== '') changed.push(`${one.path}: ${said}`);
    }
    console.log(put.length, published);
    expect(changed).toEqual([]);
  });
});

/** What a plan says of the flow; that a draft would be published is true, and no noise. */
function sayChange({ properties, blocks, diff }: Change, { status }: Put): string {
  const others = properties.filter(({ path }) => status === 'PUBLISHED' || path !== 'status');
  const said = others.length === 0 && blocks.length === 0 && diff === '';
  return said ? '' : JSON.stringify({ others, blocks: blocks.slice(0, 3) });
}
