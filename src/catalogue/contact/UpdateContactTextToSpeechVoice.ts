import { everyFlowType } from '../common.ts';
import { voiceWords } from '../voices.ts';
import type { ActionEntry } from '../types.ts';

const updateContactTextToSpeechVoice: ActionEntry = {
  type: 'UpdateContactTextToSpeechVoice',
  category: 'contact',
  block: { en: 'Set voice', ja: '音声の設定', jaStatus: 'unconfirmed' },
  forms: [
    {
      phrase: 'set voice',
      operands: [
        { path: 'TextToSpeechVoice', as: { enum: voiceWords } },
        {
          path: 'TextToSpeechEngine',
          as: { enum: { standard: 'Standard', neural: 'Neural', generative: 'Generative', long_form: 'Long-form' } },
          optional: true,
        },
        {
          path: 'TextToSpeechStyle',
          as: { enum: { none: 'None', conversational: 'Conversational', newscaster: 'Newscaster' } },
          optional: true,
          implied: 'None',
          impliedWithin: 'TextToSpeechEngine',
        },
      ],
      control: { kind: 'plain' },
      branches: [{ word: 'error', error: 'NoMatchingError', need: 'optional' }],
    },
  ],
  example: 'set voice Kazuha neural',
  docStatus: 'documented',
  parameters: [
    {
      name: 'TextToSpeechVoice',
      required: 'yes',
      kind: 'string',
      mode: 'any',
      unchecked: 'live calls took any text; a wrong one takes the error branch at run time',
      notes: 'Polly voice name; default Joanna when never run',
    },
    {
      name: 'TextToSpeechEngine',
      required: 'no',
      kind: 'enum',
      mode: 'any',
      values: ['Standard', 'Neural', 'Generative', 'Long-form'],
      unchecked: 'live calls took any text; a wrong one takes the error branch at run time',
      notes: 'console writes Neural/Generative (capital); service accepts any string',
    },
    {
      name: 'TextToSpeechStyle',
      required: 'no',
      kind: 'enum',
      mode: 'any',
      values: ['None', 'Conversational', 'Newscaster'],
      unchecked: 'live calls took any text; a wrong one takes the error branch at run time',
    },
  ],
  constraints: [],
  results: [],
  conditions: { supported: false },
  errors: [
    {
      type: 'NoMatchingError',
      mandatory: 'no',
      evidence: 'doc+live',
      when: 'page says mandatory; service accepts none and 20 of 38 flows seen omit it',
    },
  ],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: everyFlowType,
  flowTypesDisallowed: [],
  flowTypesBlockPage: everyFlowType,
  channels: { voice: 'yes', chat: 'success_no_effect', task: 'success_no_effect', email: 'success_no_effect' },
  restrictions: ['runtime error when voice and engine do not match'],
  errata: [
    'VoiceId, Engine, LanguageCode refused as unknown properties; language lives in ActionMetadata / UpdateContactData.LanguageCode',
  ],
  liveChecked: [
    'mgaffigan/pulumi-amazon-connect (live CreateContactFlow, 2026-08)',
    'flow-as-code/flow-as-code (sandbox, 2026-09)',
  ],
  realFlowUsesSeen: 38,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontacttexttospeechvoice.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/set-voice.html'],
  unconfirmed: [],
  confidence: 'high',
};

export default updateContactTextToSpeechVoice;
