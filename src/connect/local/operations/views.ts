/**
 * Views. What is stored: `Saved`, the content that was sent last, `Latest`, what was published last, and `Versions` of it.
 * Views of the service itself (`Type` AWS_MANAGED) can be read only.
 */
import { createHash } from 'node:crypto';
import type { JsonObject } from '../../../text/json.ts';
import { Refusal, type Context, type Handlers, type StoredEntity } from '../types.ts';
import { arnOf, modified, named, put, remove } from './shared/entities.ts';
import { numeral, object, objects, optionalText, pick, present, text, type Loose } from './shared/members.ts';
import { page } from './shared/page.ts';
import { viewPlace } from './shared/places.ts';
import { invalidParameter, invalidRequest, notFound } from './shared/refusals.ts';
import { search } from './shared/search.ts';

/** A view and the qualifier behind its id or ARN: `$SAVED`, `$LATEST`, a version, or none. */
interface Said {
  readonly view: StoredEntity;
  readonly qualifier: string | undefined;
}

function said(context: Context, input: JsonObject): Said {
  const reference = text(input, 'ViewId');
  const [id = '', qualifier] = reference.slice(reference.lastIndexOf('/') + 1).split(':');
  const view = context.store.get(viewPlace.collection, id);
  if (view === undefined || (reference.startsWith('arn:') && stem(view.Arn) !== stem(reference))) {
    throw notFound(viewPlace.label, reference);
  }
  return { view, qualifier };
}

/** An ARN without its qualifier. */
const stem = (arn: string): string => arn.replace(/(\/[^/:]+):[^/]*$/, '$1');

const isManaged = (view: StoredEntity): boolean => view['Type'] === 'AWS_MANAGED';

/** The view to change. Refuses those of the service. */
function own(context: Context, input: JsonObject): StoredEntity {
  const { view } = said(context, input);
  if (isManaged(view)) throw new Refusal('AccessDeniedException', `View ${view.Id} is managed by AWS`);
  return view;
}

const hashOf = (content: JsonObject): string => createHash('sha256').update(JSON.stringify(content)).digest('hex');

/** One content of a view as answers show it. */
function shown(view: StoredEntity, content: JsonObject, status: 'PUBLISHED' | 'SAVED', more: Loose = {}): JsonObject {
  return {
    ...pick(view, ['Id', 'Arn', 'Name', 'Type', 'Description', 'Tags', 'CreatedTime', 'LastModifiedTime']),
    Status: status,
    Content: content,
    ViewContentSha256: hashOf(content),
    ...present(more),
  };
}

function saved(view: StoredEntity): JsonObject {
  const [last, published] = [object(view, 'Saved') ?? {}, object(view, 'Latest')];
  const isPublished = published !== undefined && hashOf(published) === hashOf(last);
  return shown(view, last, isPublished ? 'PUBLISHED' : 'SAVED');
}

const versions = (view: StoredEntity): readonly JsonObject[] => objects(view, 'Versions');

const versionShown = (view: StoredEntity, version: JsonObject): JsonObject =>
  shown(view, object(version, 'Content') ?? {}, 'PUBLISHED', {
    Arn: `${stem(view.Arn)}:${numeral(version, 'Version') ?? 0}`,
    Version: version['Version'],
    VersionDescription: version['VersionDescription'],
  });

function described({ view, qualifier }: Said): JsonObject {
  if (qualifier === '$SAVED') return saved(view);
  if (qualifier === undefined || qualifier === '$LATEST') {
    const latest = object(view, 'Latest');
    if (latest === undefined) throw notFound(viewPlace.label, `${view.Id}:$LATEST`);
    return shown(view, latest, 'PUBLISHED', isManaged(view) ? { Version: 1 } : {});
  }
  const version = versions(view).find((one) => String(one['Version']) === qualifier);
  if (version !== undefined) return versionShown(view, version);
  if (isManaged(view) && qualifier === '1') return described({ view, qualifier: undefined });
  throw notFound(viewPlace.label, `${view.Id}:${qualifier}`);
}

const statusOf = (view: StoredEntity): string => (view['Latest'] === undefined ? 'SAVED' : 'PUBLISHED');

const summary = (view: StoredEntity): JsonObject => ({
  ...pick(view, ['Id', 'Arn', 'Name', 'Type', 'Description']),
  Status: statusOf(view),
});

/** Refuses a template that is no JSON object; what is published must have one. */
function contentSaid(input: JsonObject): JsonObject {
  const content = pick(object(input, 'Content') ?? {}, ['Template', 'Actions']);
  const template = optionalText(content, 'Template');
  if (template === undefined && input['Status'] === 'PUBLISHED') {
    throw invalidParameter('Invalid parameter: Content.Template is required');
  }
  if (template !== undefined && !isJsonObject(template)) throw invalidParameter('Invalid parameter: Content.Template');
  return content;
}

function isJsonObject(template: string): boolean {
  try {
    const value: unknown = JSON.parse(template);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function requireFreeName(context: Context, name: string): void {
  if (named(context, viewPlace, name) === undefined) return;
  throw new Refusal('DuplicateResourceException', 'View name already exists for the instance');
}

function write(context: Context, view: StoredEntity, more: Loose): StoredEntity {
  const { LastModifiedTime } = modified(context);
  const after: StoredEntity = { ...view, ...present({ ...more, LastModifiedTime }) };
  put(context, viewPlace, after);
  return after;
}

const published = (input: JsonObject, content: JsonObject): Loose =>
  input['Status'] === 'PUBLISHED' ? { Saved: content, Latest: content } : { Saved: content };

export const viewHandlers: Handlers = {
  /** The same again with the same token is the view that is there. */
  CreateView: (input, context) => {
    const token = optionalText(input, 'ClientToken');
    const again = context.store
      .all(viewPlace.collection)
      .find((view) => token !== undefined && view['ClientToken'] === token);
    if (again !== undefined) return { View: saved(again) };
    requireFreeName(context, text(input, 'Name'));
    const content = contentSaid(input);
    const id = context.newId();
    const view = write(
      context,
      { Id: id, Arn: arnOf(context, viewPlace, id) },
      {
        ...pick(input, ['Name', 'Description', 'Tags', 'ClientToken']),
        Type: 'CUSTOMER_MANAGED',
        CreatedTime: context.now(),
        ...published(input, content),
      },
    );
    return { View: saved(view) };
  },
  DescribeView: (input, context) => ({ View: described(said(context, input)) }),
  ListViews: (input, context) =>
    page(
      input,
      'ViewsSummaryList',
      context.store
        .all(viewPlace.collection)
        .filter((view) => input['Type'] === undefined || input['Type'] === view['Type'])
        .map(summary),
    ),
  SearchViews: (input, context) =>
    search(
      input,
      'Views',
      context.store.all(viewPlace.collection).map((view) => ({ ...view, Status: statusOf(view) })),
      {
        fields: { name: 'Name', description: 'Description', resourceID: 'Id' },
        conditions: { ViewTypeCondition: 'Type', ViewStatusCondition: 'Status' },
      },
      (view) => (view['Latest'] === undefined ? saved(view) : described({ view, qualifier: undefined })),
    ),
  UpdateViewContent: (input, context) => {
    const view = own(context, input);
    return { View: saved(write(context, view, published(input, contentSaid(input)))) };
  },
  UpdateViewMetadata: (input, context) => {
    const view = own(context, input);
    const name = optionalText(input, 'Name');
    if (name !== undefined && name !== view['Name']) requireFreeName(context, name);
    write(context, view, pick(input, ['Name', 'Description']));
    return {};
  },
  DeleteView: (input, context) => {
    remove(context, viewPlace, own(context, input));
    return {};
  },
  /** Of what is published; the last version again when that has not changed since. */
  CreateViewVersion: (input, context) => {
    const view = own(context, input);
    const latest = object(view, 'Latest');
    if (latest === undefined) throw invalidRequest(`View ${view.Id} has not been published`);
    const hash = optionalText(input, 'ViewContentSha256');
    if (hash !== undefined && hash !== hashOf(latest)) throw invalidParameter('Invalid parameter: ViewContentSha256');
    const last = versions(view).at(-1);
    if (last !== undefined && hashOf(object(last, 'Content') ?? {}) === hashOf(latest)) {
      return { View: versionShown(view, last) };
    }
    const Version = (numeral(view, 'LastVersion') ?? 0) + 1;
    const version = { Version, Content: latest, ...pick(input, ['VersionDescription']) };
    const after = write(context, view, { Versions: [...versions(view), version], LastVersion: Version });
    return { View: versionShown(after, version) };
  },
  ListViewVersions: (input, context) => {
    const { view } = said(context, input);
    return page(
      input,
      'ViewVersionSummaryList',
      versions(view).map((version) => ({
        ...pick(view, ['Id', 'Name', 'Type', 'Description']),
        ...pick(version, ['Version', 'VersionDescription']),
        Arn: `${view.Arn}:${numeral(version, 'Version') ?? 0}`,
      })),
    );
  },
  DeleteViewVersion: (input, context) => {
    const view = own(context, input);
    const wanted = numeral(input, 'ViewVersion');
    const left = versions(view).filter((version) => version['Version'] !== wanted);
    if (left.length === versions(view).length) throw notFound(viewPlace.label, `${view.Id}:${wanted ?? ''}`);
    write(context, view, { Versions: left });
    return {};
  },
};
