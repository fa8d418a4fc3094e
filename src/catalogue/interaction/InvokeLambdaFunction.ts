import { error, everyFlowType } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const invokeLambdaFunction: ActionEntry = {
  type: 'InvokeLambdaFunction',
  category: 'interaction',
  block: { en: 'AWS Lambda function', ja: 'AWS Lambda 関数の呼び出し', jaStatus: 'confirmed' },
  forms: [
    {
      phrase: 'invoke lambda',
      operands: [{ path: 'LambdaFunctionARN', as: { ref: 'lambda' } }],
      entries: [
        { key: 'with', path: 'LambdaInvocationAttributes', as: 'texts', braces: true },
        { key: 'timeout', path: 'InvocationTimeLimitSeconds', as: 'duration', implied: '3' },
        {
          key: 'returns',
          path: 'ResponseValidation.ResponseType',
          as: { enum: { json: 'JSON', string_map: 'STRING_MAP' } },
        },
        { key: 'async', path: 'InvocationType', as: { flag: ['ASYNCHRONOUS', 'SYNCHRONOUS'] } },
      ],
      control: { kind: 'plain' },
      branches: [error],
    },
  ],
  example: `invoke lambda LookupCustomer {
  with { phone: $.CustomerEndpoint.Address }
  timeout: 4s
  returns: json
  on error -> next
}`,
  docStatus: 'documented',
  parameters: [
    { name: 'LambdaFunctionARN', required: 'yes', kind: 'arn', mode: 'any', ref: 'lambda' },
    {
      name: 'InvocationTimeLimitSeconds',
      required: 'yes',
      kind: 'int-string',
      mode: 'static',
      min: 1,
      max: 8,
      notes: 'asynchronous mode up to 60 in console (unconfirmed)',
    },
    {
      name: 'InvocationType',
      required: 'no',
      kind: 'enum',
      mode: 'static',
      values: ['SYNCHRONOUS', 'ASYNCHRONOUS'],
      default: 'SYNCHRONOUS',
    },
    { name: 'LambdaInvocationAttributes', required: 'no', kind: 'map<string,string>', mode: 'any' },
    { name: 'ResponseValidation', required: 'no', kind: 'object', mode: 'static' },
    {
      name: 'ResponseValidation.ResponseType',
      required: 'no',
      kind: 'enum',
      mode: 'static',
      values: ['STRING_MAP', 'JSON'],
      default: 'STRING_MAP',
    },
  ],
  constraints: [],
  results: ['$.External.<key> (also $.LambdaInvocation.ResultData.<key> in newer docs)'],
  conditions: { supported: false },
  errors: [{ type: 'NoMatchingError', mandatory: 'yes', evidence: 'doc+live' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: everyFlowType,
  flowTypesDisallowed: [],
  flowTypesBlockPage: [
    'CONTACT_FLOW',
    'CUSTOMER_QUEUE',
    'CUSTOMER_HOLD',
    'CUSTOMER_WHISPER',
    'AGENT_HOLD',
    'AGENT_WHISPER',
    'AGENT_TRANSFER',
    'QUEUE_TRANSFER',
  ],
  channels: { voice: 'yes', chat: 'yes', task: 'yes', email: 'yes' },
  restrictions: [
    '8 s limit; response < 32 KB; retried up to three times on throttling/500 within the limit',
    '$.LambdaInvocation.InvocationId holds the request id of the last asynchronous call',
  ],
  errata: ['RequestAttributes refused'],
  liveChecked: ['mgaffigan/pulumi-amazon-connect (live CreateContactFlow, 2026-08)'],
  realFlowUsesSeen: 216,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/interactions-invokelambdafunction.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/invoke-lambda-function-block.html'],
  unconfirmed: [
    'synchronous block now has a Timeout branch: ErrorType word unconfirmed',
    '"Load Lambda result" action of the block: Type unconfirmed',
    '60 s limit in asynchronous mode',
  ],
  doubts: ['errors'],
  confidence: 'high',
};

export default invokeLambdaFunction;
