import { error, everyFlowType } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const updateContactMediaProcessing: ActionEntry = {
  type: 'UpdateContactMediaProcessing',
  category: 'contact',
  block: {
    en: 'Set recording, analytics and processing behavior (message processor)',
    ja: '記録、分析、処理の動作を設定 (メッセージプロセッサ)',
    jaStatus: 'unconfirmed',
  },
  forms: [
    {
      phrase: 'set message_processor',
      entries: [
        { key: 'lambda', path: 'ChatProcessor.LambdaProcessorARN', as: { ref: 'lambda' } },
        { key: 'processing', path: 'ChatProcessor.ProcessingEnabled', as: { flag: ['True', 'False'] } },
        {
          key: 'deliver_unprocessed',
          path: 'ChatProcessor.ChatProcessorSettings.DeliverUnprocessedMessages',
          as: { flag: ['True', 'False'] },
        },
      ],
      control: { kind: 'plain' },
      branches: [{ word: 'channel_mismatch', error: 'ChannelMismatch', need: 'always' }, error],
    },
  ],
  example: `set message_processor {
  lambda: CleanMessages
  processing: on
  deliver_unprocessed: off
  on channel_mismatch, error -> next
}`,
  docStatus: 'documented',
  parameters: [
    { name: 'ChatProcessor', required: 'yes', kind: 'object', mode: 'static' },
    {
      name: 'ChatProcessor.ProcessingEnabled',
      required: 'yes',
      kind: 'enum',
      mode: 'static',
      values: ['True', 'False'],
    },
    { name: 'ChatProcessor.LambdaProcessorARN', required: 'yes', kind: 'arn', mode: 'static', ref: 'lambda' },
    {
      name: 'ChatProcessor.ChatProcessorSettings',
      required: 'yes',
      kind: 'object',
      mode: 'static',
      notes: 'page optional, live required',
    },
    {
      name: 'ChatProcessor.ChatProcessorSettings.DeliverUnprocessedMessages',
      required: 'yes',
      kind: 'enum',
      mode: 'static',
      values: ['True', 'False'],
    },
  ],
  constraints: [],
  results: [],
  conditions: { supported: false },
  errors: [
    { type: 'NoMatchingError', mandatory: 'yes', evidence: 'doc+live' },
    { type: 'ChannelMismatch', mandatory: 'yes', evidence: 'doc' },
  ],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: everyFlowType,
  flowTypesDisallowed: [],
  flowTypesBlockPage: null,
  channels: { voice: 'no', chat: 'yes', task: 'no', email: 'no' },
  restrictions: [],
  errata: [],
  liveChecked: ['mgaffigan/pulumi-amazon-connect (live CreateContactFlow, 2026-08)'],
  realFlowUsesSeen: 0,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactmediaprocessing.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/set-recording-analytics-processing-behavior.html'],
  unconfirmed: [],
  confidence: 'high',
};

export default updateContactMediaProcessing;
