import { everyFlowType } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const loop: ActionEntry = {
  type: 'Loop',
  category: 'flow_control',
  block: { en: 'Loop', ja: 'ループ', jaStatus: 'unconfirmed' },
  forms: [],
  example: 'repeat 3 { play "もう一度お試しください。" }',
  docStatus: 'documented',
  parameters: [
    { name: 'LoopCount', required: 'cond', kind: 'int-string', alsoNumber: true, mode: 'single', min: 0, max: 100 },
    {
      name: 'LoopName',
      required: 'no',
      kind: 'string',
      mode: 'unconfirmed',
      notes: 'admin guide: gives $.Loop.<name>.Index/Element/Elements; flow-language key unconfirmed',
    },
    {
      name: 'Elements',
      required: 'no',
      kind: 'list',
      mode: 'unconfirmed',
      notes: 'array mode of the block; key unconfirmed',
    },
  ],
  constraints: [
    { rule: 'atLeastOne', keys: ['LoopCount', 'Elements'], evidence: 'doc: the block has a number or a list' },
  ],
  results: ['ContinueLooping', 'DoneLooping'],
  conditions: {
    supported: true,
    operators: ['Equals'],
    operands: ['ContinueLooping', 'DoneLooping'],
    requiredOperands: ['ContinueLooping', 'DoneLooping'],
    demanded: [{ operand: 'ContinueLooping' }, { operand: 'DoneLooping' }],
  },
  errors: [
    {
      type: 'NoMatchingError',
      mandatory: 'no',
      evidence: 'live',
      when: 'admin guide shows Error branch; some exports carry it; service accepts with and without',
    },
  ],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: everyFlowType,
  flowTypesDisallowed: [],
  flowTypesBlockPage: everyFlowType,
  channels: { voice: 'yes', chat: 'yes', task: 'yes', email: 'yes' },
  restrictions: [],
  errata: [
    'NextAction required although both conditions cover everything; console copies the DoneLooping target',
    'page text calls results NotDone/Done in one place: wrong',
    '"Looping"/"Complete" are display labels only',
  ],
  liveChecked: [
    'mgaffigan/pulumi-amazon-connect (live CreateContactFlow, 2026-08)',
    'flow-as-code/flow-as-code (sandbox, 2026-09)',
  ],
  realFlowUsesSeen: 47,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-loop.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/loop.html'],
  unconfirmed: ['LoopName / array keys'],
  doubts: ['parameters'],
  confidence: 'high',
};

export default loop;
