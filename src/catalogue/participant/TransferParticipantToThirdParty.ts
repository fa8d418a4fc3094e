import { error } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const transferParticipantToThirdParty: ActionEntry = {
  type: 'TransferParticipantToThirdParty',
  category: 'participant',
  block: { en: 'Transfer to phone number', ja: '電話番号への転送', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'transfer to number',
      operands: [{ path: 'ThirdPartyPhoneNumber', as: 'phone' }],
      entries: [
        { key: 'ring', path: 'ThirdPartyConnectionTimeLimitSeconds', as: 'duration', implied: '30' },
        { key: 'resume', path: 'ContinueFlowExecution', as: { flag: ['True', 'False'] }, implied: 'False' },
        { key: 'dtmf', path: 'ThirdPartyDTMFDigits', as: 'text' },
        { key: 'caller_id', path: 'CallerId.Number', as: 'phone' },
        { key: 'caller_name', path: 'CallerId.Name', as: 'text' },
      ],
      control: { kind: 'plain' },
      branches: [
        {
          word: 'call_failed',
          error: 'CallFailed',
          need: 'always',
          when: { path: 'ContinueFlowExecution', is: 'True' },
        },
        {
          word: 'timeout',
          error: 'ConnectionTimeLimitExceeded',
          need: 'always',
          when: { path: 'ContinueFlowExecution', is: 'True' },
        },
        error,
      ],
    },
  ],
  example: `transfer to number $.Attributes.branchOffice {
  ring: 20s
  resume: on
  on call_failed, timeout, error -> disconnect
}`,
  docStatus: 'documented in 2022, page now empty; console still exports it',
  parameters: [
    {
      name: 'ThirdPartyPhoneNumber',
      required: 'yes',
      kind: 'e164',
      mode: 'any',
      notes: 'checked against allowed numbers at create',
    },
    {
      name: 'ThirdPartyConnectionTimeLimitSeconds',
      required: 'yes',
      kind: 'int-string',
      mode: 'single',
      min: 0,
      max: 600,
      notes: 'doc optional, service required',
    },
    {
      name: 'ContinueFlowExecution',
      required: 'yes',
      kind: 'enum',
      mode: 'static',
      values: ['True', 'False'],
      notes: 'doc optional, service required',
    },
    { name: 'ThirdPartyDTMFDigits', required: 'no', kind: 'string', mode: 'single', maxLen: 50, charset: '0-9,*#' },
    { name: 'CallerId', required: 'no', kind: 'object', mode: 'static' },
    { name: 'CallerId.Number', required: 'no', kind: 'e164', mode: 'single', notes: 'must be claimed on the instance' },
    { name: 'CallerId.Name', required: 'no', kind: 'string', mode: 'any' },
  ],
  constraints: [],
  results: [],
  conditions: { supported: false },
  errors: [
    { type: 'NoMatchingError', mandatory: 'yes', evidence: 'doc+live' },
    {
      type: 'CallFailed',
      mandatory: 'conditional',
      evidence: 'live+real',
      when: 'mandatory with ContinueFlowExecution True; refused with False',
      guard: { path: 'ContinueFlowExecution', is: 'True' },
    },
    {
      type: 'ConnectionTimeLimitExceeded',
      mandatory: 'conditional',
      evidence: 'live+real',
      when: 'mandatory with ContinueFlowExecution True; refused with False',
      guard: { path: 'ContinueFlowExecution', is: 'True' },
    },
  ],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: ['CONTACT_FLOW', 'AGENT_TRANSFER', 'QUEUE_TRANSFER', 'CUSTOMER_QUEUE'],
  flowTypesDisallowed: ['CUSTOMER_HOLD', 'CUSTOMER_WHISPER', 'AGENT_HOLD', 'AGENT_WHISPER', 'OUTBOUND_WHISPER'],
  flowTypesBlockPage: ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'],
  channels: { voice: 'yes', chat: 'error_branch', task: 'error_branch', email: 'error_branch' },
  restrictions: [
    'CallFailed/ConnectionTimeLimitExceeded refused in AGENT_TRANSFER flows (live)',
    'with Continue=True the flow goes on (NextAction) after the third party hangs up',
  ],
  errata: ['NextAction is present even with ContinueFlowExecution False in all exports'],
  liveChecked: ['mgaffigan/pulumi-amazon-connect (live CreateContactFlow, 2026-08)'],
  realFlowUsesSeen: 11,
  sourceUrl:
    'https://docs.aws.amazon.com/connect/latest/APIReference/participant-actions-transferparticipanttothirdparty.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/transfer-to-phone-number.html'],
  unconfirmed: [],
  confidence: 'high',
};

export default transferParticipantToThirdParty;
