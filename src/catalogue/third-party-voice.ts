/**
 * Voices of other providers than Amazon Polly: the engine is `provider:model`, the voice is whatever the provider calls it,
 * and a secret holds the provider's key. https://docs.aws.amazon.com/connect/latest/adminguide/configure-third-party-tts.html;
 * the spelling on the wire is that of published flows (2026-11: `deepgram:aura-2`, in two projects that deploy it).
 */
export const THIRD_PARTY_ENGINE = '[a-z][a-z0-9_-]*:\\S+';

const WHOLE = new RegExp(`^${THIRD_PARTY_ENGINE}$`);

/** `deepgram` of `deepgram:aura-2`; undefined for Polly's own engines. */
export function voiceProvider(engine: unknown): string | undefined {
  return typeof engine === 'string' && WHOLE.test(engine) ? engine.slice(0, engine.indexOf(':')) : undefined;
}
