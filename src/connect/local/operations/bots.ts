/** Lex bots that flows may speak with: aliases of Lex V2, and bots of Lex V1 by name and Region. */
import type { JsonObject } from '../../../text/json.ts';
import { Refusal, type Context, type Handlers, type StoredEntity } from '../types.ts';
import { limitExceeded, quota } from './shared/entities.ts';
import { object, pick, text } from './shared/members.ts';
import { page } from './shared/page.ts';
import { botPlace } from './shared/places.ts';
import { invalidRequest, notFound } from './shared/refusals.ts';

const QUOTAS = { V1: 'Lex (V1) bots per instance', V2: 'Lex V2 bot aliases per instance' } as const;
const ALIAS = /^arn:[\w-]+:lex:[\w-]+:\d{12}:bot-alias\/[0-9A-Za-z]{10}\/[0-9A-Za-z]{10}$/;
/** Source: ListBots.MaxResults. */
const PAGE = 25;

type Version = keyof typeof QUOTAS;

/** The bot that a request speaks of, as it is stored: its answer is under the same member. */
function botSaid(context: Context, input: JsonObject): StoredEntity {
  const [v1, v2] = [object(input, 'LexBot'), object(input, 'LexV2Bot')];
  if ((v1 === undefined) === (v2 === undefined)) throw invalidRequest('Exactly one of LexBot and LexV2Bot is required');
  if (v1 !== undefined) return v1Bot(context, text(v1, 'Name'), text(v1, 'LexRegion'));
  const arn = text(v2 ?? {}, 'AliasArn');
  if (!ALIAS.test(arn)) throw invalidRequest(`Invalid parameter: AliasArn ${arn}`);
  return { Id: arn, Arn: arn, Version: 'V2', LexV2Bot: { AliasArn: arn } };
}

function v1Bot(context: Context, Name: string, LexRegion: string): StoredEntity {
  const arn = `arn:${context.instance.partition}:lex:${LexRegion}:${context.instance.account}:bot:${Name}`;
  return { Id: arn, Arn: arn, Version: 'V1', LexBot: { Name, LexRegion } };
}

const bots = (context: Context, version: Version): readonly StoredEntity[] =>
  context.store.all(botPlace.collection).filter((bot) => bot['Version'] === version);

function associate(context: Context, bot: StoredEntity): JsonObject {
  if (context.store.get(botPlace.collection, bot.Id) !== undefined) {
    throw new Refusal('ResourceConflictException', `Bot is already associated with the instance: ${bot.Arn}`);
  }
  const version: Version = bot['Version'] === 'V1' ? 'V1' : 'V2';
  const max = quota(context, QUOTAS[version]);
  if (bots(context, version).length >= max) {
    const refusal = limitExceeded(QUOTAS[version], max);
    throw new Refusal('ServiceQuotaExceededException', refusal.message);
  }
  context.store.write([{ put: bot, in: botPlace.collection }]);
  return {};
}

function disassociate(context: Context, bot: StoredEntity): JsonObject {
  if (context.store.get(botPlace.collection, bot.Id) === undefined) throw notFound(botPlace.label, bot.Arn);
  context.store.write([{ remove: bot.Id, in: botPlace.collection }]);
  return {};
}

export const botHandlers: Handlers = {
  AssociateBot: (input, context) => associate(context, botSaid(context, input)),
  DisassociateBot: (input, context) => disassociate(context, botSaid(context, input)),
  ListBots: (input, context) =>
    page(
      input,
      'LexBots',
      bots(context, input['LexVersion'] === 'V1' ? 'V1' : 'V2').map((bot) => pick(bot, ['LexBot', 'LexV2Bot'])),
      PAGE,
    ),
  AssociateLexBot: (input, context) => {
    const bot = object(input, 'LexBot') ?? {};
    return associate(context, v1Bot(context, text(bot, 'Name'), text(bot, 'LexRegion')));
  },
  DisassociateLexBot: (input, context) =>
    disassociate(context, v1Bot(context, text(input, 'BotName'), text(input, 'LexRegion'))),
  ListLexBots: (input, context) =>
    page(
      input,
      'LexBots',
      bots(context, 'V1').map((bot) => object(bot, 'LexBot') ?? {}),
      PAGE,
    ),
};
