import { description, inInstance, tags } from './shared.ts';
import type { EntityModel } from './types.ts';

const prompt: EntityModel = {
  kind: 'prompt',
  spellings: ['prompt'],
  console: { en: 'Prompt', ja: 'プロンプト', plural: 'prompts' },
  doc: 'A recording that flows play: `play prompt 保留音`.',
  managed: true,
  lifecycle: 'Created from its S3 object and updated when the object’s address changes. Never deleted.',
  operand: { role: 'display name', required: false, minLength: 1, maxLength: 127, source: 'CreatePrompt.Name' },
  properties: [
    {
      key: 'source',
      type: {
        is: 'text',
        minLength: 1,
        maxLength: 2000,
        pattern: '^s3://\\S+/.+$|^https://\\S+\\.s3\\.\\S+\\.amazonaws\\.com/\\S+$',
        form: 'the address of an S3 object, `s3://bucket/key`',
      },
      required: true,
      doc: 'Where the recording lies: `s3://bucket/key`.',
      source: 'CreatePrompt.S3Uri',
    },
    description('CreatePrompt.Description'),
    tags('CreatePrompt.Tags'),
  ],
  clauses: [],
  rules: [],
  alsoCalled: {
    file: 'source',
    path: 'source',
    uri: 'source',
    url: 'source',
    s3uri: 'source',
    audio: 'source',
  },
  api: {
    list: 'ListPrompts',
    nameMember: 'Name',
    listed: { items: 'PromptSummaryList', page: 1000 },
    describe: 'DescribePrompt',
    create: 'CreatePrompt',
    update: ['UpdatePrompt'],
    delete: 'DeletePrompt',
  },
  arn: { template: inInstance('prompt'), localId: 'uuid' },
  quota: { max: 500, adjustable: true, name: 'Prompts per instance' },
  example: 'prompt 保留音 "CustomerHold.wav" { source: "s3://prompts/hold.wav" }',
};

export default prompt;
