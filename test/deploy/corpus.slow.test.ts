/**
 * No noise: every real flow of good quality, put into a local instance by requests of its own and imported from there, is
 * planned as no change. Flows that the instance does not publish (they speak of things that it does not have) are drafts.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseProject } from '../../src/compiler.ts';
import { isServiceError } from '../../src/connect/types.ts';
import { readInventory } from '../../src/connect/inventory.ts';
import { decompile } from '../../src/decompiler.ts';
import { planProject } from '../../src/deploy/plan-project.ts';
import { flowChanges } from '../../src/deploy/flow-changes.ts';
import { graphOf, isSameFlow } from '../../src/deploy/flow-compare.ts';
import type { Change, FlowContent } from '../../src/deploy/types.ts';
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
/** Modules that speak of things which the instance does not have: there are no drafts of modules. */
const refused: string[] = [];

async function putIn(path: string, text: string, n: number): Promise<Put | undefined> {
  const { graph } = readFlow({ path, text });
  const document = JSON.parse(text) as { Content?: string };
  const Content = typeof document.Content === 'string' ? document.Content : JSON.stringify(document);
  const Name = `${n} ${path.replace(/^.*\//, '')}`.slice(0, 120);
  const { call } = instance.connection;
  if (graph?.type === 'MODULE') {
    try {
      const answer = await call('CreateContactFlowModule', { Name, Content });
      return { path, name: Name, kind: 'module', id: String(answer['Id']), status: 'PUBLISHED' };
    } catch (error) {
      if (isServiceError(error) && error.code === 'InvalidContactFlowModuleException') return undefined;
      throw error;
    }
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
      const one = await putIn(file.path, decode(file.bytes()).text ?? '', n);
      if (one === undefined) refused.push(file.path);
      else put.push(one);
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
    expect(changed).toEqual([]);
    expect(published).toBeGreaterThan(60);
    expect(refused.length).toBeLessThan(12);
  });

  it('are changed by what changes in them, and told in few words and lines', async () => {
    const odd: string[] = [];
    for (const file of corpusFiles().filter(({ quality }) => quality === 'A')) {
      const text = decode(file.bytes()).text ?? '';
      const edited = text.replace(/("Text"\s*:\s*"(?!\$)[^"\\]{3,})"/, '$1 Indeed."');
      const live: FlowContent = { type: 'CONTACT_FLOW', content: text };
      const wanted: FlowContent = { type: 'CONTACT_FLOW', content: edited };
      if (edited === text || graphOf(live) === undefined) continue;
      if (isSameFlow(live, wanted, ARN)) odd.push(`${file.path}: the same`);
      const { blocks, diff } = await flowChanges(live, wanted, { instanceArn: ARN, known: NONE, identifier: 'Main' });
      const lines = diff.split('\n').filter((line) => /^[+-]/.test(line)).length;
      const texts = text.split('"Text"').length - 1;
      if (blocks.length !== 1 || lines === 0 || lines > 12)
        odd.push(`${file.path}: ${blocks.length} blocks, ${lines} lines, ${texts} texts`);
    }
    expect(odd).toEqual([]);
  });

  it('are told apart from every other', async () => {
    const contents = corpusFiles()
      .filter(({ quality }) => quality === 'A')
      .map((file): FlowContent => ({ type: 'CONTACT_FLOW', content: decode(file.bytes()).text ?? '' }))
      .filter((one) => graphOf(one) !== undefined);
    for (const [i, one] of contents.entries()) {
      const other = contents[(i * 7 + 3) % contents.length];
      if (other === undefined || isSameFlow(one, other, ARN)) continue;
      const { blocks, diff } = await flowChanges(one, other, { instanceArn: ARN, known: NONE, identifier: 'Main' });
      expect(blocks.length).toBeGreaterThan(0);
      expect(diff).not.toBe('');
    }
  });
});

const ARN = 'arn:aws:connect:us-east-1:000000000000:instance/00000000-0000-4000-8000-000000000000';
const NONE = { nameOf: () => undefined, valueOf: () => undefined };

/** What a plan says of the flow; that a draft would be published is true, and no noise. */
function sayChange({ properties, blocks, diff }: Change, { status }: Put): string {
  const others = properties.filter(({ path }) => status === 'PUBLISHED' || path !== 'status');
  const said = others.length === 0 && blocks.length === 0 && diff === '';
  return said ? '' : JSON.stringify({ others, blocks: blocks.slice(0, 3) });
}
