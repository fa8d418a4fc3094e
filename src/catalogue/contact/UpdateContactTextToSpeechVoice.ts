import { everyFlowType } from '../common.ts';
import { THIRD_PARTY_ENGINE } from '../third-party-voice.ts';
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
          impliedUnlessLike: THIRD_PARTY_ENGINE,
        },
      ],
      entries: [{ key: 'secret', path: 'ExternalCredentialSecretARN', as: 'text' }],
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
      orLike: THIRD_PARTY_ENGINE,
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
    {
      name: 'ExternalCredentialSecretARN',
      required: 'no',
      kind: 'arn',
      mode: 'any',
      notes: 'Secrets Manager secret with the key of another provider, where the engine is `provider:model`',
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
  restrictions: [
    'runtime error when voice and engine do not match',
    'a voice of another provider is said in quotes, with its model: `set voice "thalia" "deepgram:aura-2" { secret: "arn:…" }`',
  ],
  errata: [
    'VoiceId, Engine, LanguageCode refused as unknown properties; language lives in ActionMetadata / UpdateContactData.LanguageCode',
  ],
  liveChecked: [
    'mgaffigan/pulumi-amazon-connect (live CreateContactFlow, 2026-08)',
    'flow-as-code/flow-as-code (sandbox, 2026-09)',
  ],
  realFlowUsesSeen: 38,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontacttexttospeechvoice.html',
  moreUrls: [
    'https://docs.aws.amazon.com/connect/latest/adminguide/set-voice.html',
    'https://docs.aws.amazon.com/connect/latest/adminguide/configure-third-party-tts.html',
  ],
  unconfirmed: [],
  confidence: 'high',
};

export default updateContactTextToSpeechVoice;
