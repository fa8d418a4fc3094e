/** What a block of the old export format is today, and what its parameters are made of. */
import { present, type Json, type JsonObject } from '../../text/json.ts';
import type { OldBranch, OldModule, OldParameter } from './module.ts';

/** Where a branch goes today: NextAction, an error, or a condition. `compare`: the branch says operator and operand. */
export type Edge =
  'next' | 'compare' | { readonly error: string } | { readonly equals: string } | { readonly above: string };

/** What a block of the old format is today. */
export interface Equal {
  readonly type: string;
  readonly parameters: JsonObject;
  /** By word of the old branch. */
  readonly edges: Readonly<Record<string, Edge>>;
  /** The branch whose target NextAction repeats where the old block has no way of its own for success. */
  readonly mirror?: string;
  /** The branches of the block as they compare today, where the old format counted otherwise. */
  readonly branches?: readonly OldBranch[];
}

/** Undefined: this form of the block has no known equal. */
export type Rule = (module: OldModule) => Equal | undefined;

export const FAILED: Edge = { error: 'NoMatchingError' };
/** The branches of a block that only goes on, or fails. */
export const PLAIN: Readonly<Record<string, Edge>> = { Success: 'next', Error: FAILED };

/** Without the members that are not there. */
export function given(members: Readonly<Record<string, Json | undefined>>): JsonObject {
  return present(Object.entries(members));
}

/** Parameters of one name under their keys; undefined where there are none. */
export function keyed(parameters: readonly OldParameter[]): JsonObject | undefined {
  if (parameters.length === 0) return undefined;
  return Object.fromEntries(parameters.map(({ key, value }) => [key ?? '', value ?? '']));
}

/** True and false as flow language spells them. */
export function spelled(value: boolean): string {
  return value ? 'True' : 'False';
}

/** What a block says: the old format has one text with its kind, or a prompt. */
export function speech(m: OldModule): JsonObject {
  const ssml = m.text('TextToSpeechType') === 'ssml';
  const text = m.one('Text')?.value;
  return given({ [ssml ? 'SSML' : 'Text']: text, PromptId: m.resource('AudioPrompt', 'PromptId') });
}

/** The queue that a block speaks of, or the agent whose queue it is. */
export function queueOrAgent(m: OldModule): Record<string, string | undefined> {
  return { QueueId: m.resource('Queue', 'QueueId'), AgentId: m.resource('Agent', 'AgentId') };
}
