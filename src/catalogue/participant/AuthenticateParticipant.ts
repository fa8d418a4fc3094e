import type { ActionEntry } from '../types.ts';

const authenticateParticipant: ActionEntry = {
  type: 'AuthenticateParticipant',
  category: 'participant',
  block: { en: 'Authenticate Customer', ja: '顧客の認証', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'authenticate customer',
      entries: [
        { key: 'user_pool', path: 'CognitoConfiguration.UserPoolArn', as: 'text' },
        { key: 'app_client', path: 'CognitoConfiguration.AppClientId', as: 'text' },
        { key: 'profile_object', path: 'CustomerProfilesConfiguration.ObjectTypeName', as: 'text' },
        { key: 'timeout', path: 'TimeLimitMinutes', as: 'duration_minutes' },
      ],
      control: { kind: 'plain' },
      branches: [
        { word: 'opted_out', equals: 'OptedOut', need: 'written' },
        { word: 'timeout', error: 'TimeLimitExceeded', need: 'optional' },
        { word: 'error', error: 'NoMatchingError', need: 'optional' },
      ],
    },
  ],
  example: `authenticate customer {
  user_pool: "arn:aws:cognito-idp:ap-northeast-1:000000000000:userpool/ap-northeast-1_example"
  app_client: "example"
  profile_object: "Cognito-attributes"
  timeout: 3m
  on opted_out, timeout, error -> disconnect
}`,
  docStatus: 'admin guide + third-party export',
  parameters: [
    { name: 'CognitoConfiguration', required: 'yes', kind: 'object', mode: 'static' },
    { name: 'CognitoConfiguration.UserPoolArn', required: 'yes', kind: 'arn', mode: 'unconfirmed' },
    { name: 'CognitoConfiguration.AppClientId', required: 'yes', kind: 'string', mode: 'unconfirmed' },
    { name: 'CustomerProfilesConfiguration', required: 'yes', kind: 'object', mode: 'static' },
    { name: 'CustomerProfilesConfiguration.ObjectTypeName', required: 'yes', kind: 'string', mode: 'unconfirmed' },
    { name: 'TimeLimitMinutes', required: 'yes', kind: 'int-string', mode: 'unconfirmed', min: 3, max: 15, default: 3 },
  ],
  constraints: [],
  results: [],
  conditions: {
    supported: true,
    operators: ['Equals'],
    operands: ['OptedOut'],
    requiredOperands: [],
    notes: 'block branches: Success, Timeout, Opted out, Error',
  },
  errors: [
    { type: 'TimeLimitExceeded', mandatory: 'unconfirmed', evidence: 'one console export' },
    { type: 'NoMatchingError', mandatory: 'unconfirmed', evidence: 'third-party export' },
  ],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: ['CONTACT_FLOW'],
  flowTypesDisallowed: [],
  flowTypesBlockPage: ['CONTACT_FLOW'],
  channels: { voice: 'error_branch', chat: 'yes', task: 'error_branch', email: 'error_branch' },
  restrictions: ['chat only; needs Cognito user pool and Customer Profiles'],
  errata: [],
  liveChecked: [],
  realFlowUsesSeen: 0,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/adminguide/authenticate-customer.html',
  moreUrls: [],
  unconfirmed: [
    'operands of the conditions',
    'error list',
    'live create refused it with empty parameters (Invalid Action type, 2026-10)',
  ],
  doubts: ['conditions', 'errors'],
  confidence: 'low',
};

export default authenticateParticipant;
