import { codecOf } from './codec.ts';
import type { Wire } from './wire.ts';

const wire: Wire = {
  kind: 'prompt',
  describe: 'DescribePrompt',
  described: 'Prompt',
  id: 'PromptId',
  create: { operation: 'CreatePrompt', name: 'Name', answer: { id: 'PromptId', arn: 'PromptARN' } },
  settings: [
    // DescribePrompt does not say where the recording came from.
    { path: 'source', member: 'S3Uri', update: 'UpdatePrompt', hidden: true },
    { path: 'description', member: 'Description', update: 'UpdatePrompt', takenBack: 'never' },
  ],
};

export const prompt = codecOf(wire);
