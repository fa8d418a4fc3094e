import { speechOf, wordsOf } from '../facts/speech.ts';
import { rule } from '../rule.ts';
import { disconnect, flow, play } from '../sample.ts';

export default rule<{ block: string; count: number; most: number }, 'characters'>({
  code: 'lint/long-prompt',
  severity: 'hint',
  scope: 'block',
  strict: true,
  summary: 'A prompt is longer than callers listen to.',
  docs: `
Speech takes a minute for about 900 letters, or 350 Japanese signs (which count two and a half times here). People stop
listening after twenty or thirty seconds. Say what matters first, and send the rest as a message.

Source: http://www.plumvoice.com/blog/ivr-prompt-guidelines
`,
  options: { characters: { default: 450, min: 50, max: 3000, about: 'The most letters that a prompt may have.' } },
  bad: () => ({ content: flow([play('read', 'Read all of this. '.repeat(30), 'bye'), disconnect()]) }),
  good: () => ({ content: flow([play('read', 'Read all of this. '.repeat(5), 'bye'), disconnect()]) }),
  message: (p) => `${p.block} speaks for as long as ${p.count} letters take; callers listen to about ${p.most}.`,
  help: () => 'Say what matters first, and shorten the rest.',
  check(context, report, numbers) {
    for (const speech of context.shared(speechOf)) {
      if (speech.value.length * 2.5 <= numbers.characters) continue;
      const words = wordsOf(speech)?.replace(/\s+/g, ' ').trim() ?? '';
      const wide = words.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0;
      const count = Math.round(words.length + wide * 1.5);
      if (count <= numbers.characters || !context.reached(speech.action)) continue;
      const params = { block: context.name(speech.action), count, most: numbers.characters };
      report(context.parameterPlace(speech.action, speech.parameter), params);
    }
  },
});
