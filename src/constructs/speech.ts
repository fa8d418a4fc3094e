/** What is spoken: one of Text, SSML, PromptId, Media. `"…"`, `ssml "…"`, `prompt Name`, `media "s3://…"`. */
import type { Clause, Entry, Value } from '../syntax/ast.ts';
import { clause, word } from '../syntax/make.ts';
import { isObject, type Json, type JsonObject } from '../text/json.ts';
import { say, understand, type Namer, type Resolver } from './codecs.ts';
import { sayText } from './json-values.ts';

export const SPEECH_KEYS = ['Text', 'SSML', 'PromptId', 'Media'] as const;

const MEDIA = { SourceType: 'S3', MediaType: 'Audio' };

/** Words for the one speech parameter that is there; undefined when there are none, several, or it has an odd shape. */
export function saySpeech(parameters: JsonObject, namer: Namer, at: string): readonly Value[] | undefined {
  const keys = SPEECH_KEYS.filter((key) => Object.hasOwn(parameters, key));
  const [key] = keys;
  if (key === undefined || keys.length !== 1) return undefined;
  const value = parameters[key] as Json;
  if (key === 'Media') {
    if (!isObject(value) || Object.keys(value).length !== 3 || typeof value['Uri'] !== 'string') return undefined;
    if (value['SourceType'] !== MEDIA.SourceType || value['MediaType'] !== MEDIA.MediaType) return undefined;
    return [word('media'), sayText(value['Uri'])];
  }
  if (typeof value !== 'string') return undefined;
  if (key === 'Text') return [sayText(value)];
  if (key === 'SSML') return [word('ssml'), sayText(value)];
  const said = say(value, { ref: 'prompt' }, namer, at === '' ? 'PromptId' : `${at}.PromptId`);
  return said === undefined ? undefined : [word('prompt'), said];
}

/** True when a value may begin a speech operand. */
export function beginsSpeech(value: Value | undefined): boolean {
  if (value === undefined) return false;
  if (value.kind === 'text' || value.kind === 'path') return true;
  return value.kind === 'word' && ['ssml', 'prompt', 'media'].includes(value.text);
}

/** How many words a speech takes that begins at `at`. */
export function speechLength(words: readonly Value[], at: number): number {
  return Math.min(words[at]?.kind === 'word' ? 2 : 1, words.length - at);
}

/** The parameters that the words say. */
export function understandSpeech(words: readonly Value[], resolver: Resolver): JsonObject | undefined {
  const [first, second] = words;
  if (first === undefined) return undefined;
  if (first.kind !== 'word') {
    const spoken = understand(first, 'text', resolver);
    return spoken === undefined ? undefined : { Text: spoken };
  }
  if (second === undefined) {
    const wanted = first.text === 'prompt' ? 'the name of a prompt' : 'a text in quotes';
    return resolver.lacks(first, `${wanted} behind \`${first.text}\``);
  }
  if (first.text === 'prompt') {
    const prompt = understand(second, { ref: 'prompt' }, resolver);
    return prompt === undefined ? undefined : { PromptId: prompt };
  }
  const spoken = understand(second, 'text', resolver);
  if (spoken === undefined) return undefined;
  return first.text === 'ssml' ? { SSML: spoken } : { Media: { Uri: spoken, ...MEDIA } };
}

/** `Messages` of Loop prompts as clauses: `play "…"`, `play prompt P`. */
export function saySpeeches(messages: Json, namer: Namer, at: string): readonly Clause[] | undefined {
  if (!Array.isArray(messages)) return undefined;
  const clauses: Clause[] = [];
  for (const [i, message] of (messages as Json[]).entries()) {
    if (!isObject(message) || Object.keys(message).length !== 1) return undefined;
    const said = saySpeech(message, namer, `${at}[${i}]`);
    if (said === undefined) return undefined;
    clauses.push(clause([word('play'), ...said]));
  }
  return clauses;
}

/** The messages of the `play …` clauses among the entries of a block. */
export function understandSpeeches(entries: readonly Entry[], resolver: Resolver): Json[] | undefined {
  const messages: Json[] = [];
  for (const entry of entries) {
    if (!isPlayClause(entry)) continue;
    const [play, ...rest] = entry.words;
    const message =
      rest.length > 0 || play === undefined
        ? understandSpeech(rest, resolver)
        : resolver.lacks(play, 'what to play behind `play`');
    if (message === undefined) return undefined;
    messages.push(message);
  }
  return messages;
}

export function isPlayClause(entry: Entry): entry is Clause {
  const first = entry.kind === 'clause' ? entry.words[0] : undefined;
  return first?.kind === 'word' && first.text === 'play';
}

/** What stands in a `play …` clause behind the one thing that it plays. */
export function surplusOf({ words, block }: Clause): Value | undefined {
  return words[1 + speechLength(words, 1)] ?? block;
}
