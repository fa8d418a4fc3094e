/** Prompts: sound files. Only where they come from is kept, not the sound. */
import type { JsonObject } from '../../../text/json.ts';
import type { Context, Handlers, StoredEntity } from '../types.ts';
import { change, findSaid, make, put, remove } from './shared/entities.ts';
import { optionalText, pick } from './shared/members.ts';
import { page } from './shared/page.ts';
import { promptPlace } from './shared/places.ts';
import { search } from './shared/search.ts';

const described = (prompt: StoredEntity): JsonObject => ({
  PromptId: prompt.Id,
  PromptARN: prompt.Arn,
  ...pick(prompt, ['Name', 'Description', 'Tags', 'LastModifiedTime', 'LastModifiedRegion']),
});

const said = (context: Context, input: JsonObject): StoredEntity => findSaid(context, promptPlace, input, 'PromptId');

/** `s3://bucket/key` as the address that a browser would take; prompts of the service have a bucket of its own. */
function url(context: Context, prompt: StoredEntity): string {
  const uri = optionalText(prompt, 'S3Uri') ?? `s3://connect-prompts/${prompt.Id}.wav`;
  const [, bucket, key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(uri) ?? [];
  return bucket === undefined ? uri : `https://${bucket}.s3.${context.instance.region}.amazonaws.com/${key ?? ''}`;
}

export const promptHandlers: Handlers = {
  CreatePrompt: (input, context) => {
    const prompt = make(context, promptPlace, pick(input, ['Name', 'Description', 'S3Uri', 'Tags']));
    put(context, promptPlace, prompt);
    return { PromptId: prompt.Id, PromptARN: prompt.Arn };
  },
  DescribePrompt: (input, context) => ({ Prompt: described(said(context, input)) }),
  ListPrompts: (input, context) =>
    page(
      input,
      'PromptSummaryList',
      context.store
        .all(promptPlace.collection)
        .map((prompt) => pick(prompt, ['Id', 'Arn', 'Name', 'LastModifiedTime', 'LastModifiedRegion'])),
    ),
  SearchPrompts: (input, context) =>
    search(
      input,
      'Prompts',
      context.store.all(promptPlace.collection),
      { fields: { name: 'Name', description: 'Description', resourceID: 'Id' } },
      described,
    ),
  UpdatePrompt: (input, context) => {
    const prompt = said(context, input);
    put(context, promptPlace, change(context, promptPlace, prompt, pick(input, ['Name', 'Description', 'S3Uri'])));
    return { PromptId: prompt.Id, PromptARN: prompt.Arn };
  },
  DeletePrompt: (input, context) => {
    remove(context, promptPlace, said(context, input));
    return {};
  },
  GetPromptFile: (input, context) => {
    const prompt = said(context, input);
    return {
      PromptPresignedUrl: url(context, prompt),
      ...pick(prompt, ['LastModifiedTime', 'LastModifiedRegion']),
    };
  },
};
