import { speechOf, wordsOf } from '../facts/speech.ts';
import { rule } from '../rule.ts';
import { disconnect, flow, play } from '../sample.ts';

export default rule<{ block: string; words: string }>({
  code: 'lint/placeholder-text',
  severity: 'warning',
  scope: 'block',
  summary: 'A prompt still has words that were to be replaced.',
  docs: `
“TODO”, “TBD”, “lorem ipsum”, “insert company name here”: notes of the author that speech synthesis reads out to callers
like any other text.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/play.html
`,
  bad: () => ({
    content: flow([play('hello', 'Welcome to [company name]. TODO: opening hours.', 'bye'), disconnect()]),
  }),
  good: () => ({ content: flow([play('hello', 'Welcome to our company.', 'bye'), disconnect()]) }),
  message: (p) => `${p.block} says “${p.words}” to callers.`,
  help: () => 'Write what is to be said.',
  check(context, report) {
    for (const speech of context.shared(speechOf)) {
      const found = PLACEHOLDER.exec(wordsOf(speech) ?? '');
      if (found === null) continue;
      report(context.parameterPlace(speech.action, speech.parameter), {
        block: context.name(speech.action),
        words: found[0],
      });
    }
  },
});

const PLACEHOLDER =
  /\b(?:TODO|TBD|FIXME|XXX)\b|\blorem ipsum\b|\[(?:your |the )?(?:company|business|organi[sz]ation|customer|agent|bank) ?(?:name)?\]|[[<(](?:insert|enter|add) [^\])>]{2,40}[\])>]|\binsert (?:your )?[a-z ]{2,30} here\b/i;
