/** What a parameter that there is not was meant to be. */
import { actions } from '../../catalogue/index.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import type { LintContext } from '../context.ts';
import type { ParameterFindings } from './check-parameters.ts';

type Unknown = ParameterFindings['unknown'][number];

export interface Meant {
  /** The right name, as a message says it; undefined where none is like it. */
  readonly name: string | undefined;
  /** The one action that has such a parameter: who writes it here has taken another block. */
  readonly owner: string | undefined;
  /** Whether Connect refuses the flow. */
  readonly refused: boolean;
}

export function meantBy(context: LintContext, { action, path, known, certain }: Unknown): Meant {
  const renamed = RENAMED.get(`${action.type}.${path}`);
  return {
    name: renamed ?? nearest(path.slice(path.lastIndexOf('.') + 1), known),
    owner: ownerOf(path, action.type),
    refused: renamed !== undefined || (certain && context.card(action.type)?.firm === true),
  };
}

/** Whether a parameter is only missing because it has another name there, or because another block was meant. */
export function isMisnamed(context: LintContext, action: FlowAction, parameter: string): boolean {
  return context.parameters().unknown.some((unknown) => {
    if (unknown.action !== action) return false;
    const { name, owner, refused } = meantBy(context, unknown);
    if (!refused || name === undefined) return refused && owner !== undefined;
    const group = name.includes('.') ? '' : unknown.path.slice(0, unknown.path.lastIndexOf('.') + 1);
    return `${group}${name}` === parameter;
  });
}

/** Names that live calls have shown to be refused, and the right ones. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['Wait.TimeoutSeconds', 'TimeLimitSeconds'],
  ['InvokeLambdaFunction.RequestAttributes', 'LambdaInvocationAttributes'],
  ['UpdateContactTextToSpeechVoice.VoiceId', 'TextToSpeechVoice'],
  ['UpdateContactTextToSpeechVoice.Engine', 'TextToSpeechEngine'],
  ['ConnectParticipantWithLexBot.BotAliasArn', 'LexV2Bot.AliasArn'],
  ['ConnectParticipantWithLexBot.SessionAttributes', 'LexSessionAttributes'],
]);

function ownerOf(path: string, here: string): string | undefined {
  const [owner, another] = [...actions.values()].filter(({ parameters }) =>
    parameters.some(({ name }) => name === path),
  );
  if (owner === undefined || owner.type === here || another !== undefined) return undefined;
  const phrase = owner.forms[0]?.phrase;
  return phrase === undefined ? owner.type : `${owner.type} (\`${phrase}\`)`;
}
