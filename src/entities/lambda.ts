import type { EntityModel } from './types.ts';

const lambda: EntityModel = {
  kind: 'lambda',
  spellings: ['lambda'],
  console: { en: 'AWS Lambda function', ja: 'AWS Lambda 関数', plural: 'Lambda functions' },
  doc: 'A function that flows call: `invoke lambda 顧客検索`. Its declaration says what it takes and what it answers, so that `$.External.…` is checked.',
  managed: false,
  lifecycle:
    'Found by its function name among those associated with the instance. Functions are never created, updated or associated.',
  operand: {
    role: 'function name',
    required: false,
    minLength: 1,
    maxLength: 140,
    source: 'AssociateLambdaFunction.FunctionArn',
  },
  properties: [
    {
      key: 'input',
      type: { is: 'map', of: { is: 'type' } },
      describes: true,
      braces: true,
      doc: 'What flows pass in `with { }`; the function finds it in `Details.Parameters`.',
    },
    {
      key: 'returns',
      type: { is: 'map', of: { is: 'type' } },
      describes: true,
      braces: true,
      doc: 'What it answers; flows read it as `$.External.…`. Under 32 KB.',
    },
  ],
  clauses: [],
  rules: [],
  alsoCalled: {
    with: 'input',
    parameters: 'input',
    output: 'returns',
    outputs: 'returns',
    result: 'returns',
    response: 'returns',
  },
  api: {
    list: 'ListLambdaFunctions',
    nameMember: '',
    listed: { items: 'LambdaFunctions', page: 25, id: '', arn: '', name: 'function name of the ARN' },
    update: [],
  },
  arn: { template: 'arn:{partition}:lambda:{region}:{account}:function:{id}', localId: 'name' },
  quota: { max: 50, adjustable: true, name: 'AWS Lambda functions per instance' },
  example: `lambda 顧客検索 "lookup-customer" {
  input { phone: text }
  returns { name: text, tier: "gold" | "basic" }
}`,
};

export default lambda;
