import { error, everyFlowType } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const checkOutboundCallStatus: ActionEntry = {
  type: 'CheckOutboundCallStatus',
  category: 'flow_control',
  block: { en: 'Check call progress', ja: '通話の進捗確認', jaStatus: 'confirmed' },
  forms: [
    {
      phrase: 'check call_progress',
      control: { kind: 'decision', mirror: 'NoMatchingError' },
      branches: [
        { word: 'answered', equals: 'CallAnswered', need: 'written' },
        { word: 'voicemail_beep', equals: 'VoicemailBeep', need: 'written' },
        { word: 'voicemail_no_beep', equals: 'VoicemailNoBeep', need: 'written' },
        { word: 'not_detected', equals: 'NotDetected', need: 'written' },
        error,
      ],
    },
  ],
  example: `check call_progress {
  on answered -> next
  on voicemail_beep, voicemail_no_beep, not_detected, error -> disconnect
}`,
  docStatus: 'documented',
  parameters: [],
  constraints: [],
  results: [],
  conditions: {
    supported: true,
    operators: ['Equals'],
    operands: ['CallAnswered', 'VoicemailBeep', 'VoicemailNoBeep', 'NotDetected'],
    requiredOperands: [],
  },
  errors: [{ type: 'NoMatchingError', mandatory: 'yes', evidence: 'doc+live' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: everyFlowType,
  flowTypesDisallowed: [],
  flowTypesBlockPage: everyFlowType,
  channels: { voice: 'yes', chat: 'error_branch', task: 'error_branch', email: 'error_branch' },
  restrictions: ['outbound campaigns only'],
  errata: [],
  liveChecked: [],
  realFlowUsesSeen: 3,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-checkoutboundcallstatus.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/check-call-progress.html'],
  unconfirmed: [],
  confidence: 'medium (doc only)',
};

export default checkOutboundCallStatus;
