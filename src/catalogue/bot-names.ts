/** A Lex V2 bot is called by bot and alias: `Reception:live`. */
export interface BotName {
  readonly bot: string;
  readonly alias: string | undefined;
}

/** Where the console keeps it: the parameter that has a bot's name. */
export const BOT_PARAMETER = 'LexV2Bot.AliasArn';

/** The parts of a name. A colon in a placeholder (`${AWS::StackName}-bot`) parts nothing. */
export function botNameOf(name: string): BotName {
  const [, bot, alias] = /^(.*[^:]):([^:{}]+|\$\{[^{}]+\}|\{\{[^{}]+\}\})$/.exec(name) ?? [];
  return bot === undefined ? { bot: name, alias: undefined } : { bot, alias };
}
