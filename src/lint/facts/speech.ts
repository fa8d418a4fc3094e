/** What a flow says to people, block by block. */
import type { FlowAction } from '../../graph/flow-graph.ts';
import { isObject, type Json, type JsonObject } from '../../text/json.ts';
import type { LintContext } from '../context.ts';

export interface Speech {
  readonly action: FlowAction;
  readonly number: number;
  readonly kind: 'Text' | 'SSML' | 'PromptId' | 'Media';
  /** The text, the markup, the id or ARN; of media its address. */
  readonly value: string;
  readonly parameter: string;
  /** Spoken as markup, whichever parameter it stands in. */
  readonly markup: boolean;
}

const KINDS = ['Text', 'SSML', 'PromptId'] as const;

const SPEAKERS: ReadonlySet<string> = new Set([
  'MessageParticipant',
  'GetParticipantInput',
  'ConnectParticipantWithLexBot',
]);

export function speechOf(context: LintContext): readonly Speech[] {
  const found: Speech[] = [];
  context.actions.forEach((action, number) => {
    if (SPEAKERS.has(action.type)) collect(action, number, action.parameters, '', found);
    else if (action.type === 'MessageParticipantIteratively' && Array.isArray(action.parameters.Messages)) {
      (action.parameters.Messages as readonly Json[]).forEach((message, i) => {
        if (isObject(message)) collect(action, number, message, `Messages.${i}.`, found);
      });
    }
  });
  return found;
}

function collect(action: FlowAction, number: number, from: JsonObject, prefix: string, found: Speech[]): void {
  for (const kind of KINDS) {
    const value = from[kind];
    if (typeof value === 'string')
      found.push({ action, number, kind, value, parameter: prefix + kind, markup: isMarkup(kind, value) });
  }
  const media = from.Media;
  if (isObject(media)) {
    found.push({
      action,
      number,
      kind: 'Media',
      value: typeof media.Uri === 'string' ? media.Uri : '',
      parameter: `${prefix}Media`,
      markup: false,
    });
  }
}

function isMarkup(kind: Speech['kind'], value: string): boolean {
  return kind === 'SSML' || (kind === 'Text' && value.includes('<speak') && /^\s*<speak[\s>]/.test(value));
}

/** The words that are heard: markup without its tags. Undefined for recordings. */
export function wordsOf(speech: Speech): string | undefined {
  if (speech.kind !== 'Text' && speech.kind !== 'SSML') return undefined;
  return speech.markup ? speech.value.replace(/<[^>]*>/g, ' ') : speech.value;
}
