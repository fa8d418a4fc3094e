/** Flows: made, published, kept as drafts, renamed, archived. */
import type { FlowType } from '../../../graph/flow-graph.ts';
import type { JsonObject } from '../../../text/json.ts';
import { Refusal, type Context, type Handlers, type StoredEntity } from '../types.ts';
import { findQualified, hashOf, LATEST, requirePublishable, SAVED } from './shared/content.ts';
import { change, find, make, put } from './shared/entities.ts';
import { requireFlowUnused } from './shared/flow-users.ts';
import { cleared, object, optionalText, pick, present, text, texts, type Loose } from './shared/members.ts';
import { page } from './shared/page.ts';
import { flowPlace } from './shared/places.ts';
import { invalidParameter } from './shared/refusals.ts';
import { search } from './shared/search.ts';
import { aliasesAndVersionsOf, requireVersion, versionHandlers } from './versions.ts';

/**
 * `Content` is what is live; '' for a flow that was never published. `Draft` is what was saved since, or at all.
 */
const live = (flow: StoredEntity): string => text(flow, 'Content');

const SHOWN = ['Id', 'Arn', 'Name', 'Type', 'State', 'Description', 'Tags', 'LastModifiedTime', 'LastModifiedRegion'];

function shown(flow: StoredEntity, content: string, status: 'PUBLISHED' | 'SAVED'): JsonObject {
  return { ...pick(flow, SHOWN), Status: status, Content: content, FlowContentSha256: hashOf(content) };
}

function described(context: Context, input: JsonObject): JsonObject {
  const { entity: flow, qualifier } = findQualified(context, flowPlace, input, 'ContactFlowId');
  const published = live(flow);
  const draft = optionalText(flow, 'Draft');
  if (qualifier === SAVED) return shown(flow, draft ?? published, draft === undefined ? 'PUBLISHED' : 'SAVED');
  if (qualifier !== undefined && qualifier !== LATEST) {
    const version = requireVersion(context, flowPlace, flow, qualifier);
    return {
      ...shown(flow, text(version, 'Content'), 'PUBLISHED'),
      ...pick(version, ['Version', 'VersionDescription']),
    };
  }
  if (published === '') {
    throw new Refusal('ContactFlowNotPublishedException', `The flow has not been published: ${flow.Id}`);
  }
  return shown(flow, published, 'PUBLISHED');
}

const summary = (flow: StoredEntity): JsonObject =>
  present({
    ...pick(flow, ['Id', 'Arn', 'Name']),
    ContactFlowType: flow['Type'],
    ContactFlowState: flow['State'],
    ContactFlowStatus: statusOf(flow),
  });

const statusOf = (flow: StoredEntity): 'PUBLISHED' | 'SAVED' => (live(flow) === '' ? 'SAVED' : 'PUBLISHED');

const found = (flow: StoredEntity): JsonObject => ({ ...pick(flow, SHOWN), Status: statusOf(flow) });

/** Changes the flow itself: no version can be. */
function update(context: Context, input: JsonObject, more: Loose): JsonObject {
  const { entity: flow, qualifier } = findQualified(context, flowPlace, input, 'ContactFlowId');
  if (qualifier !== undefined && qualifier !== LATEST && qualifier !== SAVED) throw unchangeable(qualifier);
  put(context, flowPlace, change(context, flowPlace, flow, more));
  return {};
}

const unchangeable = (qualifier: string): Refusal =>
  invalidParameter(`Invalid parameter: ContactFlowId, a version cannot be changed: ${qualifier}`);

/** Name and description, of which the one that is not said stays. */
const named = (input: JsonObject): Loose => ({
  ...pick(input, ['Name']),
  ...('Description' in input ? { Description: cleared(optionalText(input, 'Description')) } : {}),
});

export const flowHandlers: Handlers = {
  CreateContactFlow: (input, context) => {
    const content = text(input, 'Content');
    const isSaved = input['Status'] === 'SAVED';
    const flow = make(context, flowPlace, {
      ...pick(input, ['Name', 'Type', 'Tags']),
      Description: cleared(optionalText(input, 'Description')),
      State: 'ACTIVE',
      Content: isSaved ? '' : content,
      ...(isSaved ? { Draft: content } : {}),
    });
    if (!isSaved) requirePublishable(context, text(input, 'Type') as FlowType, content);
    put(context, flowPlace, flow);
    return { ContactFlowId: flow.Id, ContactFlowArn: flow.Arn, FlowContentSha256: hashOf(content) };
  },
  DescribeContactFlow: (input, context) => ({ ContactFlow: described(context, input) }),
  ListContactFlows: (input, context) => {
    const types = texts(input, 'ContactFlowTypes');
    const flows = context.store.all(flowPlace.collection);
    const wanted = types.length === 0 ? flows : flows.filter((flow) => types.includes(text(flow, 'Type')));
    return page(input, 'ContactFlowSummaryList', wanted.map(summary));
  },
  SearchContactFlows: (input, context) => {
    const wanted = typeWanted(input);
    const flows = context.store.all(flowPlace.collection).filter(wanted);
    const withStatus = flows.map((flow) => ({ ...flow, Status: statusOf(flow) }));
    return search(
      input,
      'ContactFlows',
      withStatus,
      {
        fields: { name: 'Name', description: 'Description', resourceID: 'Id' },
        conditions: { TypeCondition: 'Type', StateCondition: 'State', StatusCondition: 'Status' },
      },
      found,
    );
  },
  UpdateContactFlowContent: (input, context) => {
    const { entity: flow, qualifier } = findQualified(context, flowPlace, input, 'ContactFlowId');
    const content = text(input, 'Content');
    if (qualifier === SAVED) return update(context, input, { Draft: content });
    requirePublishable(context, text(flow, 'Type') as FlowType, content);
    return update(context, input, { Content: content, Draft: undefined });
  },
  UpdateContactFlowMetadata: (input, context) =>
    update(context, input, {
      ...named(input),
      ...('ContactFlowState' in input ? { State: text(input, 'ContactFlowState') } : {}),
    }),
  UpdateContactFlowName: (input, context) => update(context, input, named(input)),
  DeleteContactFlow: (input, context) => {
    const flow = find(context, flowPlace, text(input, 'ContactFlowId'));
    requireFlowUnused(context, flow);
    context.store.write([
      { remove: flow.Id, in: flowPlace.collection },
      ...aliasesAndVersionsOf(context, flowPlace, flow),
    ]);
    return {};
  },
  ...versionHandlers('ContactFlow', flowPlace),
};

/** The one condition of filters that only flows have. */
function typeWanted(input: JsonObject): (flow: StoredEntity) => boolean {
  const filter = object(object(input, 'SearchFilter') ?? {}, 'FlowAttributeFilter') ?? {};
  const condition =
    object(filter, 'ContactFlowTypeCondition') ??
    object(object(filter, 'AndCondition') ?? {}, 'ContactFlowTypeCondition');
  const type = condition?.['ContactFlowType'];
  return (flow) => type === undefined || flow['Type'] === type;
}
