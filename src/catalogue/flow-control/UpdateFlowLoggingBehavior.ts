import { everyFlowType } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const updateFlowLoggingBehavior: ActionEntry = {
  type: 'UpdateFlowLoggingBehavior',
  category: 'flow_control',
  block: { en: 'Set logging behavior', ja: 'ログ記録動作の設定', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'set logging',
      operands: [{ path: 'FlowLoggingBehavior', as: { flag: ['Enabled', 'Disabled'] } }],
      control: { kind: 'plain' },
    },
  ],
  example: 'set logging on',
  docStatus: 'documented',
  parameters: [
    { name: 'FlowLoggingBehavior', required: 'yes', kind: 'enum', mode: 'static', values: ['Enabled', 'Disabled'] },
  ],
  constraints: [],
  results: [],
  conditions: { supported: false },
  errors: [],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: everyFlowType,
  flowTypesDisallowed: [],
  flowTypesBlockPage: everyFlowType,
  channels: { voice: 'yes', chat: 'yes', task: 'yes', email: 'yes' },
  restrictions: [],
  errata: ['any error branch is refused: Invalid Action error. Error: NoMatchingError'],
  liveChecked: ['flow-as-code/flow-as-code (sandbox, 2026-09)'],
  realFlowUsesSeen: 85,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-updateflowloggingbehavior.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/set-logging-behavior.html'],
  unconfirmed: [],
  confidence: 'high',
};

export default updateFlowLoggingBehavior;
