/** Flows and modules: what they have besides content, and how content travels. */
import { isServiceError, type Connection, type Listed } from '../../connect/types.ts';
import { completeContract, contractText, readContract, saysContract } from '../../flowjson/module-contract.ts';
import type { FlowType } from '../../graph/flow-graph.ts';
import { asDocText } from '../../syntax/docs.ts';
import type { JsonObject } from '../../text/json.ts';
import { placeholderOf } from '../publish/placeholder.ts';
import type { FlowContent, LiveResource, Resource } from '../types.ts';
import { objectAt, textAt } from '../../text/json-members.ts';
import { without } from './json.ts';
import { readTags, tagCalls, tagMembers } from './tags.ts';
import type { Call, CallPhase, KindCodec } from './types.ts';

export interface ReadFlow {
  readonly settings: JsonObject;
  readonly flow: FlowContent;
}

interface FlowApi {
  readonly kind: 'flow' | 'module';
  readonly described: 'ContactFlow' | 'ContactFlowModule';
  /** The member that names it in requests. */
  readonly id: 'ContactFlowId' | 'ContactFlowModuleId';
  /** In full, so that they are found where somebody looks for an operation. */
  readonly operations: Readonly<Record<'describe' | 'create' | 'content' | 'metadata', string>>;
  readonly stateMember: 'ContactFlowState' | 'State';
  readonly answer: { readonly id: string; readonly arn: string };
}

const FLOW: FlowApi = {
  kind: 'flow',
  described: 'ContactFlow',
  id: 'ContactFlowId',
  operations: {
    describe: 'DescribeContactFlow',
    create: 'CreateContactFlow',
    content: 'UpdateContactFlowContent',
    metadata: 'UpdateContactFlowMetadata',
  },
  stateMember: 'ContactFlowState',
  answer: { id: 'ContactFlowId', arn: 'ContactFlowArn' },
};

const MODULE: FlowApi = {
  kind: 'module',
  described: 'ContactFlowModule',
  id: 'ContactFlowModuleId',
  operations: {
    describe: 'DescribeContactFlowModule',
    create: 'CreateContactFlowModule',
    content: 'UpdateContactFlowModuleContent',
    metadata: 'UpdateContactFlowModuleMetadata',
  },
  stateMember: 'State',
  answer: { id: 'Id', arn: 'Arn' },
};

export const flow: KindCodec = codecFor(FLOW);
export const module: KindCodec = codecFor(MODULE);

/** A flow or module as the instance has it: what is published, or its draft where it never was. */
export async function readFlowThing(connection: Connection, listed: Listed): Promise<ReadFlow> {
  const api = listed.kind === 'module' ? MODULE : FLOW;
  const described = await describe(api, connection, listed);
  const content = textAt(described, 'Content') ?? '';
  const description = textAt(described, 'Description') ?? metadataText(content, 'description');
  const isDraft = textAt(described, 'Status')?.toUpperCase() === 'SAVED';
  const settings: JsonObject = {
    ...(description === undefined ? {} : { description }),
    ...readTags(described),
    ...(api.kind === 'module' ? readContract(textAt(described, 'Settings')) : {}),
    state: textAt(described, 'State') === 'ARCHIVED' ? 'archived' : 'active',
    status: isDraft ? 'draft' : 'published',
  };
  const type = api.kind === 'module' ? 'MODULE' : ((textAt(described, 'Type') ?? listed.type) as FlowType | undefined);
  return { settings, flow: { type: type ?? 'CONTACT_FLOW', content } };
}

async function describe(
  { operations, id, described }: FlowApi,
  { call }: Connection,
  listed: Listed,
): Promise<JsonObject> {
  const draft = () => call(operations.describe, { [id]: `${listed.id}:$SAVED` });
  if (listed.status === 'SAVED') return objectAt(await draft(), described);
  try {
    return objectAt(await call(operations.describe, { [id]: listed.id }), described);
  } catch (error) {
    if (!isServiceError(error) || error.code !== 'ContactFlowNotPublishedException') throw error;
    return objectAt(await draft(), described);
  }
}

/** The designer keeps a copy of the description in the content, and reading a flow falls back to it. */
function metadataText(content: string, key: string): string | undefined {
  if (!content.includes(`"${key}"`)) return undefined;
  try {
    const document: unknown = JSON.parse(content);
    return textAt(document as JsonObject, `Metadata.${key}`);
  } catch {
    return undefined;
  }
}

function codecFor(api: FlowApi): KindCodec {
  const isModule = api.kind === 'module';
  return {
    read: async (connection, listed) => (await readFlowThing(connection, listed)).settings,
    create: (resource, idOf) => {
      const { name, settings, flow: content } = resource;
      const type = content?.type ?? 'CONTACT_FLOW';
      const description = textAt(settings, 'description');
      const input: JsonObject = {
        Name: name,
        ...(isModule ? { Settings: contractText(settings) } : { Type: type }),
        Content: placeholderOf(type),
        ...(description === undefined ? {} : { Description: description }),
        ...tagMembers(settings),
      };
      const create: Call = {
        operation: api.operations.create,
        input,
        phase: 'placeholder',
        creates: { kind: api.kind, name, answer: api.answer },
      };
      return [create, contentCall(resource, idOf(api.kind, name))];
    },
    update: (before, after) => [...headCalls(api, before, after), ...tagCalls(before, after)],
    complete: (settings) => ({ ...(isModule ? completeContract(settings) : settings), ...LIFECYCLE }),
    settle: (before, after) => {
      let settled = after;
      // A module that says nothing of its contract may have one that was made in the console.
      if (isModule && !saysContract(after)) {
        const { input, returns, branches } = before;
        settled = { ...settled, ...Object.fromEntries(saidOf({ input, returns, branches })) };
      }
      // Source cannot say how lines of a description end, and the service takes no empty one of a module.
      const live = textAt(before, 'description');
      const wanted = textAt(after, 'description');
      const isKept = live !== undefined && (asDocText(live) === (wanted ?? '') || (isModule && wanted === undefined));
      return isKept ? { ...settled, description: live } : settled;
    },
  };
}

function saidOf<T>(members: Readonly<Record<string, T | undefined>>): readonly [string, T][] {
  return Object.entries(members).filter((member): member is [string, T] => member[1] !== undefined);
}

/** The call that says what a flow or module does; a module's contract goes with it, since the two are judged together. */
export function contentCall(resource: Resource, id: string): Call {
  const api = resource.kind === 'module' ? MODULE : FLOW;
  const contract = api === MODULE ? { Settings: contractText(resource.settings) } : {};
  const input = { [api.id]: id, Content: resource.flow?.content ?? '', ...contract };
  return { operation: api.operations.content, input, phase: 'content' };
}

/** Whether a flow or module is out of use; other kinds never are. */
export function isArchived({ settings }: Pick<LiveResource, 'settings'>): boolean {
  return settings['state'] === 'archived';
}

/** Takes a flow or module out of use. Nothing is deleted: it can be activated again. */
export function archiveCall({ kind, listed }: LiveResource): Call {
  const api = kind === 'module' ? MODULE : FLOW;
  const input = { [api.id]: listed.id, [api.stateMember]: 'ARCHIVED' };
  return { operation: api.operations.metadata, input, phase: 'association' };
}

function headCalls(api: FlowApi, before: LiveResource, after: Resource): readonly Call[] {
  const calls: Call[] = [];
  const wanted = textAt(after.settings, 'description');
  const isSame = textAt(before.settings, 'description') === wanted;
  const isActivated = isArchived(before);
  if (!isSame || isActivated) {
    const input: JsonObject = {
      [api.id]: before.listed.id,
      ...(isSame ? {} : { Description: wanted ?? '' }),
      ...(isActivated ? { [api.stateMember]: 'ACTIVE' } : {}),
    };
    // An archived one cannot be referred to, nor written.
    const phase: CallPhase = isActivated ? 'placeholder' : 'entity';
    calls.push({ operation: api.operations.metadata, input, phase });
  }
  if (api === MODULE && contractText(before.settings) !== contractText(after.settings)) {
    const input = { [api.id]: before.listed.id, Settings: contractText(after.settings) };
    calls.push({ operation: 'UpdateContactFlowModuleContent', input, phase: 'content' });
  }
  return calls;
}

/** What every flow of a project is once it is published; in an instance there are drafts and archived ones. */
const LIFECYCLE: JsonObject = { state: 'active', status: 'published' };

/** Settings without what is of the service's making: nothing that source could say. */
export function withoutLifecycle(settings: JsonObject): JsonObject {
  return without(without(settings, 'state'), 'status');
}
