/** Set voice: what the designer keeps beside its parameters, and voices of other providers than Amazon Polly. */
import { describe, expect, it } from 'vitest';
import { checkJson, compile } from '../../src/compiler.ts';
import { decompile } from '../../src/decompiler.ts';
import { readFlow } from '../../src/flowjson/read.ts';
import type { JsonObject } from '../../src/text/json.ts';

const SECRET = 'arn:aws:secretsmanager:us-west-2:000000000000:secret:voices-AbCdEf';
const THIRD = `set voice "thalia" "deepgram:aura-2" { secret: "${SECRET}" }`;

function built(statement: string): {
  readonly parameters: JsonObject;
  readonly about: JsonObject;
  readonly json: string;
} {
  const text = `inbound flow A {\n  on error -> next\n  ${statement}\n  play "Hello."\n  -> disconnect\n}\n`;
  const { flows, diagnostics } = compile([{ path: 'a.flow', text }]);
  expect(diagnostics.filter(({ code }) => !/no-logging/.test(code))).toEqual([]);
  const { document, json } = (flows[0] as (typeof flows)[number]).emitted();
  const { Actions, Metadata } = document as unknown as {
    Actions: readonly { Identifier: string; Parameters: JsonObject }[];
    Metadata: { ActionMetadata: Record<string, JsonObject> };
  };
  const { Identifier, Parameters } = Actions[0] as (typeof Actions)[number];
  return { parameters: Parameters, about: Metadata.ActionMetadata[Identifier] as JsonObject, json };
}

function imported(json: string): string | undefined {
  const source = { path: 'a.json', text: json };
  const { graph } = readFlow(source);
  return graph && decompile([{ source, graph }], { project: false }).files[0]?.text;
}

describe('the language of a voice', () => {
  it.each([
    ['set voice Kazuha neural', { TextToSpeechVoice: { languageCode: 'ja-JP' } }],
    ['set voice Joanna', { TextToSpeechVoice: { languageCode: 'en-US' } }],
    ['set voice Aditi', undefined], // speaks two
    ['set voice Zeina', undefined], // Polly calls Arabic `arb`
    [THIRD, { TextToSpeechEngine: { voiceProvider: 'deepgram' } }],
  ])('%s', (statement, parameters) => {
    expect(built(statement).about.parameters).toEqual(parameters);
  });
});

describe('a voice of another provider', () => {
  it('has a secret, and no style of Polly’s', () => {
    expect(built(THIRD).parameters).toEqual({
      TextToSpeechVoice: 'thalia',
      TextToSpeechEngine: 'deepgram:aura-2',
      ExternalCredentialSecretARN: SECRET,
    });
  });

  it('is neither unknown nor wrong where it stands in JSON, and comes back as it was said', () => {
    const { json } = built(THIRD);
    expect(checkJson({ path: 'a.json', text: json }).filter(({ severity }) => severity !== 'hint')).toEqual([]);
    expect(imported(json)).toContain(`set voice "thalia" "deepgram:aura-2" {\n    secret: "${SECRET}"\n  }`);
  });

  it('may be called as one of Polly’s is, and speaks what its provider says', () => {
    expect(built(THIRD.replace('thalia', 'Kazuha').replace('"Kazuha"', 'Kazuha')).about.parameters).not.toHaveProperty(
      'TextToSpeechVoice',
    );
  });
});
