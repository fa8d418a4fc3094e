import { limits } from '../../catalogue/quotas.ts';
import { speechOf, wordsOf } from '../facts/speech.ts';
import { disconnect, flow, play } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; count: number; limit: number; billed: boolean }>({
  code: 'lint/prompt-too-long',
  severity: 'warning',
  scope: 'block',
  summary: 'A prompt has more characters than speech synthesis takes.',
  docs: `
One prompt may have 3,000 characters that are spoken, and 6,000 with all its tags. A longer one takes the error branch of
its block, so the caller hears nothing of it.

Source: https://docs.aws.amazon.com/polly/latest/dg/limits.html
`,
  bad: () => ({ content: flow([play('read', 'Read all of this. '.repeat(200), 'bye'), disconnect()]) }),
  good: () => ({ content: flow([play('read', 'Read all of this. '.repeat(20), 'bye'), disconnect()]) }),
  message: (p) => `${p.block} has ${p.count} ${p.billed ? 'spoken ' : ''}characters, and a prompt may have ${p.limit}.`,
  help: () => 'Divide it into several prompts.',
  check(context, report) {
    for (const speech of context.shared(speechOf)) {
      if (speech.value.length <= limits.billedSpeechCharacters) continue;
      const spoken = speech.markup ? (wordsOf(speech) ?? '').replace(/\s+/g, ' ').length : speech.value.length;
      const params = { block: context.name(speech.action) };
      const place = context.parameterPlace(speech.action, speech.parameter);
      if (speech.value.length > limits.speechCharacters) {
        report(place, { ...params, count: speech.value.length, limit: limits.speechCharacters, billed: false });
      } else if (spoken > limits.billedSpeechCharacters) {
        report(place, { ...params, count: spoken, limit: limits.billedSpeechCharacters, billed: true });
      }
    }
  },
});
