import { error, everyFlowType } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const checkVoiceId: ActionEntry = {
  type: 'CheckVoiceId',
  category: 'flow_control',
  block: { en: 'Check Voice ID', ja: 'Voice ID を確認する', jaStatus: 'confirmed' },
  forms: [
    {
      phrase: 'check voice_id enrollment',
      fixed: { CheckVoiceIdOption: 'enrollmentStatus' },
      control: { kind: 'decision', mirror: 'NoMatchingError' },
      branches: [
        { word: 'enrolled', equals: 'Enrolled', need: 'written' },
        { word: 'not_enrolled', equals: 'NotEnrolled', need: 'written' },
        { word: 'opted_out', equals: 'OptedOut', need: 'written' },
        error,
      ],
    },
    {
      phrase: 'check voice_id authentication',
      fixed: { CheckVoiceIdOption: 'voiceAuthentication' },
      control: { kind: 'decision', mirror: 'NoMatchingError' },
      branches: [
        { word: 'authenticated', equals: 'Authenticated', need: 'written' },
        { word: 'not_authenticated', equals: 'NotAuthenticated', need: 'written' },
        { word: 'inconclusive', equals: 'Inconclusive', need: 'written' },
        { word: 'not_enrolled', equals: 'NotEnrolled', need: 'written' },
        { word: 'opted_out', equals: 'OptedOut', need: 'written' },
        error,
      ],
    },
    {
      phrase: 'check voice_id fraud',
      fixed: { CheckVoiceIdOption: 'fraudDetection' },
      control: { kind: 'decision', mirror: 'NoMatchingError' },
      branches: [
        { word: 'high_risk', equals: 'HighRisk', need: 'written' },
        { word: 'low_risk', equals: 'LowRisk', need: 'written' },
        { word: 'inconclusive', equals: 'Inconclusive', need: 'written' },
        { word: 'not_enrolled', equals: 'NotEnrolled', need: 'written' },
        { word: 'opted_out', equals: 'OptedOut', need: 'written' },
        error,
      ],
    },
  ],
  retired: 'Amazon Connect Voice ID ended on 2026-05-20.',
  example: `check voice_id enrollment {
  on enrolled -> next
  on not_enrolled, opted_out, error -> disconnect
}`,
  docStatus: 'documented',
  parameters: [
    {
      name: 'CheckVoiceIdOption',
      required: 'yes',
      kind: 'enum',
      mode: 'static',
      values: ['enrollmentStatus', 'voiceAuthentication', 'fraudDetection'],
    },
  ],
  constraints: [],
  results: [],
  conditions: {
    supported: true,
    operators: ['Equals'],
    operands: [
      'Enrolled',
      'NotEnrolled',
      'OptedOut',
      'Authenticated',
      'NotAuthenticated',
      'Inconclusive',
      'HighRisk',
      'LowRisk',
    ],
    requiredOperands: [],
  },
  errors: [{ type: 'NoMatchingError', mandatory: 'yes', evidence: 'doc+live' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: everyFlowType,
  flowTypesDisallowed: [],
  flowTypesBlockPage: [
    'CONTACT_FLOW',
    'CUSTOMER_QUEUE',
    'CUSTOMER_WHISPER',
    'OUTBOUND_WHISPER',
    'AGENT_WHISPER',
    'AGENT_TRANSFER',
    'QUEUE_TRANSFER',
  ],
  channels: { voice: 'yes', chat: 'error_branch', task: 'error_branch', email: 'error_branch' },
  restrictions: ['Voice ID ended 2026-05-20'],
  errata: ['doc prints "Not enrolled" with blanks; the wire words have none'],
  liveChecked: ['mgaffigan/pulumi-amazon-connect (live CreateContactFlow, 2026-08)'],
  realFlowUsesSeen: 2,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-checkvoiceid.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/check-voice-id.html'],
  unconfirmed: [],
  confidence: 'high',
};

export default checkVoiceId;
