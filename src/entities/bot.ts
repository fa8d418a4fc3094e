import type { EntityModel } from './types.ts';

const bot: EntityModel = {
  kind: 'bot',
  spellings: ['bot', 'lex_bot'],
  console: { en: 'Amazon Lex bot', ja: 'Amazon Lex ボット', plural: 'bots' },
  doc: 'A Lex bot that talks with the customer: `bot 受付ボット "…"`. A Lex V2 bot is named by bot and alias (`"Reception:live"`); one of Lex V1 has `name`, `region` and `alias` instead. `lex_bot` is the same word.',
  managed: false,
  lifecycle:
    'Found by bot and alias among those associated with the instance. Bots are never created, built or associated.',
  operand: { role: 'bot and alias', required: false, minLength: 1, maxLength: 205 },
  properties: [
    {
      key: 'intents',
      type: { is: 'list', of: { is: 'text', minLength: 1 } },
      describes: true,
      doc: 'Intents that it may come back with: `on "OrderStatus"`.',
    },
    {
      key: 'slots',
      type: { is: 'map', of: { is: 'type' } },
      describes: true,
      braces: true,
      doc: 'Slots that flows read as `$.Lex.Slots.…`.',
    },
    {
      key: 'locales',
      type: { is: 'list', of: { is: 'language' } },
      describes: true,
      doc: 'Languages that it speaks.',
    },
    {
      key: 'name',
      type: { is: 'text', minLength: 1, maxLength: 50 },
      describes: true,
      doc: 'Lex V1: the bot’s name.',
      source: 'LexBot.Name',
    },
    {
      key: 'region',
      type: { is: 'text', minLength: 1, maxLength: 60 },
      describes: true,
      doc: 'Lex V1: its Region.',
      source: 'LexBot.LexRegion',
    },
    { key: 'alias', type: { is: 'text', minLength: 1 }, describes: true, doc: 'Lex V1: its alias.' },
  ],
  clauses: [],
  rules: [
    { rule: 'together', key: 'name', needs: 'region' },
    { rule: 'together', key: 'region', needs: 'name' },
    { rule: 'together', key: 'alias', needs: 'name' },
  ],
  api: {
    list: 'ListBots',
    nameMember: 'LexV2Bot.AliasArn',
    listed: {
      items: 'LexBots',
      page: 25,
      inputs: [{ LexVersion: 'V2' }],
      id: 'LexV2Bot.AliasArn',
      arn: 'LexV2Bot.AliasArn',
      name: 'bot and alias ids of the ARN',
    },
    update: [],
  },
  arn: { template: 'arn:{partition}:lex:{region}:{account}:bot-alias/{id}', localId: 'short pair' },
  quota: { max: 100, adjustable: true, name: 'Lex V2 bot aliases per instance' },
  example: `bot 受付ボット "Reception:live" {
  locales: [ja-JP]
  intents: ["OrderStatus", "TalkToAgent"]
  slots { OrderNumber: text }
}`,
};

export default bot;
