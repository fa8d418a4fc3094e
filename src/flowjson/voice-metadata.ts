/** What the designer keeps of a *Set voice* block beside its parameters, so that it shows the voice's language and provider. */
import { voiceProvider } from '../catalogue/third-party-voice.ts';
import { voices } from '../catalogue/voices.ts';
import type { FlowAction } from '../graph/flow-graph.ts';
import { own } from '../text/json-members.ts';

/** Parameter, key and value, as console exports of 2026 have them (`parameters.TextToSpeechVoice.languageCode`). */
export function voiceFacts({ type, parameters }: FlowAction): readonly (readonly [string, string, string])[] {
  if (type !== 'UpdateContactTextToSpeechVoice') return [];
  const provider = voiceProvider(own(parameters, 'TextToSpeechEngine'));
  if (provider !== undefined) return [['TextToSpeechEngine', 'voiceProvider', provider]];
  const [row, ...others] = voices.filter(({ name }) => name === own(parameters, 'TextToSpeechVoice'));
  // Of a voice that speaks two languages the block does not say which is meant.
  if (row === undefined || others.length > 0) return [];
  // How the designer spells the languages that Polly has codes of its own for, no export has shown.
  if (!/^[a-z]{2}-[A-Z]{2}$/.test(row.language)) return [];
  return [['TextToSpeechVoice', 'languageCode', row.language]];
}
