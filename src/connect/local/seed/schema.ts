/** JSON Schema of seed files (schemas/local-seed.schema.json), for editors. */
import { quotas } from '../../../catalogue/quotas.ts';
import type { JsonObject } from '../../../text/json.ts';
import { serviceOperations } from '../model/index.ts';

const texts = (description: string, item: JsonObject = {}): JsonObject => ({
  description,
  type: 'array',
  items: { type: 'string', minLength: 1, ...item },
  uniqueItems: true,
});

export function seedSchema(): JsonObject {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Seed of a local instance',
    description:
      'What a local instance holds besides what every new instance holds. What is there already is left alone.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      numbers: texts('Phone numbers in E.164.', { pattern: '^\\+[1-9][0-9]{1,14}$' }),
      lambdas: texts('Lambda functions that flows may invoke: names, or ARNs.'),
      bots: texts('Amazon Lex V2 bots that flows may speak with: `Bot:alias`, or ARNs of aliases.'),
      prompts: texts('Names of prompts.'),
      quotas: {
        description: 'Quotas other than the defaults of the service, by the names of its documentation.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(quotas.map(({ name }) => [name, { type: 'number', minimum: 0 }])),
      },
      requests: {
        description: 'Requests to make, in order, for what the other keys cannot say.',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['operation', 'input'],
          properties: {
            operation: { enum: Object.keys(serviceOperations()) },
            input: { description: 'Members of the operation; InstanceId is filled in.', type: 'object' },
          },
        },
      },
    },
  };
}
