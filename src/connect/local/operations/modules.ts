/** Modules. There is no way to make one that is not published, or to see a draft of one. */
import type { JsonObject } from '../../../text/json.ts';
import { Refusal, type Context, type Handlers, type StoredEntity } from '../types.ts';
import { findQualified, hashOf, LATEST, requirePublishable, SAVED } from './shared/content.ts';
import { change, make, put } from './shared/entities.ts';
import { cleared, optionalText, pick, present, text, type Loose } from './shared/members.ts';
import { page } from './shared/page.ts';
import { modulePlace } from './shared/places.ts';
import { invalidParameter, invalidRequest } from './shared/refusals.ts';
import { search } from './shared/search.ts';
import { aliasesAndVersionsOf, requireVersion, versionHandlers } from './versions.ts';

const SHOWN = ['Id', 'Arn', 'Name', 'State', 'Description', 'Tags', 'Settings', 'ExternalInvocationConfiguration'];

const shown = (module: StoredEntity): JsonObject => ({
  ...pick(module, SHOWN),
  Status: 'PUBLISHED',
  Content: text(module, 'Content'),
  FlowModuleContentSha256: hashOf(text(module, 'Content')),
});

function described(context: Context, input: JsonObject): JsonObject {
  const { entity: module, qualifier } = findQualified(context, modulePlace, input, 'ContactFlowModuleId');
  if (qualifier === undefined || qualifier === LATEST || qualifier === SAVED) return shown(module);
  const version = requireVersion(context, modulePlace, module, qualifier);
  return {
    ...shown({ ...module, ...pick(version, ['Content', 'Settings']) }),
    ...pick(version, ['Version', 'VersionDescription']),
  };
}

function update(context: Context, input: JsonObject, more: (module: StoredEntity) => Loose): JsonObject {
  const { entity: module, qualifier } = findQualified(context, modulePlace, input, 'ContactFlowModuleId');
  if (qualifier !== undefined && qualifier !== LATEST && qualifier !== SAVED) {
    throw invalidParameter(`Invalid parameter: ContactFlowModuleId, a version cannot be changed: ${qualifier}`);
  }
  put(context, modulePlace, change(context, modulePlace, module, more(module)));
  return {};
}

/** What a request that is sent again with the same token must say again. */
const toldBy = (input: JsonObject): string =>
  hashOf(
    JSON.stringify(
      pick(input, ['Name', 'Content', 'Description', 'Settings', 'Tags', 'ExternalInvocationConfiguration']),
    ),
  );

/** The module that an earlier request with the same token made. Refuses the token when that request said something else. */
function madeBefore(context: Context, input: JsonObject): StoredEntity | undefined {
  const token = optionalText(input, 'ClientToken');
  if (token === undefined) return undefined;
  const made = context.store.all(modulePlace.collection).find((module) => module['ClientToken'] === token);
  if (made !== undefined && made['ToldByToken'] !== toldBy(input)) {
    throw new Refusal('IdempotencyException', 'The ClientToken was used with other parameters');
  }
  return made;
}

export const moduleHandlers: Handlers = {
  CreateContactFlowModule: (input, context) => {
    const before = madeBefore(context, input);
    if (before !== undefined) return { Id: before.Id, Arn: before.Arn };
    const module = make(context, modulePlace, {
      ...pick(input, ['Name', 'Content', 'Settings', 'Tags', 'ExternalInvocationConfiguration', 'ClientToken']),
      Description: cleared(optionalText(input, 'Description')),
      State: 'ACTIVE',
      ToldByToken: toldBy(input),
    });
    requirePublishable(context, 'MODULE', text(input, 'Content'), optionalText(input, 'Settings'));
    put(context, modulePlace, module);
    return { Id: module.Id, Arn: module.Arn };
  },
  DescribeContactFlowModule: (input, context) => ({ ContactFlowModule: described(context, input) }),
  ListContactFlowModules: (input, context) => {
    const state = optionalText(input, 'ContactFlowModuleState');
    const modules = context.store
      .all(modulePlace.collection)
      .filter(({ State }) => state === undefined || State === state);
    return page(
      input,
      'ContactFlowModulesSummaryList',
      modules.map((module) => pick(module, ['Id', 'Arn', 'Name', 'State'])),
    );
  },
  SearchContactFlowModules: (input, context) =>
    search(
      input,
      'ContactFlowModules',
      context.store.all(modulePlace.collection).map((module) => ({ ...module, Status: 'PUBLISHED' })),
      {
        fields: { name: 'Name', description: 'Description', resourceID: 'Id' },
        conditions: { StateCondition: 'State', StatusCondition: 'Status' },
      },
      (module) => pick(module, [...SHOWN, 'Status']),
    ),
  UpdateContactFlowModuleContent: (input, context) => {
    const content = optionalText(input, 'Content');
    const settings = optionalText(input, 'Settings');
    if (content === undefined && settings === undefined) throw invalidRequest('Neither Content nor Settings is there');
    return update(context, input, (module) => {
      const next = { ...module, ...present({ Content: content, Settings: settings }) };
      requirePublishable(context, 'MODULE', text(next, 'Content'), optionalText(next, 'Settings'));
      return present({ Content: content, Settings: settings });
    });
  },
  UpdateContactFlowModuleMetadata: (input, context) =>
    update(context, input, () => ({
      ...pick(input, ['Name', 'State']),
      ...('Description' in input ? { Description: cleared(optionalText(input, 'Description')) } : {}),
    })),
  DeleteContactFlowModule: (input, context) => {
    const { entity: module } = findQualified(context, modulePlace, input, 'ContactFlowModuleId');
    context.store.write([
      { remove: module.Id, in: modulePlace.collection },
      ...aliasesAndVersionsOf(context, modulePlace, module),
    ]);
    return {};
  },
  ...versionHandlers('ContactFlowModule', modulePlace),
};
