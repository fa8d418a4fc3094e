import { replaceBy } from '../../diagnostics/remedy.ts';
import { speechOf } from '../facts/speech.ts';
import { block, disconnect, flow, play } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string }>({
  code: 'lint/ssml-in-text',
  severity: 'hint',
  scope: 'block',
  strict: true,
  summary: 'Speech markup stands in a plain text.',
  docs: `
A text that begins with \`<speak>\` is spoken as markup on a call, but shown with all its tags in a chat. As SSML
(\`play ssml "…"\`) it is what it says it is. On calls it works either way, as the designer's own sample flows do.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/supported-ssml-tags.html
`,
  bad: () => ({ content: flow([play('hello', '<speak>Hello</speak>', 'bye'), disconnect()]) }),
  good: () => ({
    content: flow([
      block('hello', 'MessageParticipant', { SSML: '<speak>Hello</speak>' }, { next: 'bye' }),
      disconnect(),
    ]),
  }),
  message: (p) => `The text of ${p.block} is speech markup.`,
  help: () => 'Say it as SSML.',
  check(context, report) {
    for (const speech of context.shared(speechOf)) {
      if (speech.kind !== 'Text' || !speech.markup) continue;
      const { action } = speech;
      const place = context.parameterPlace(action, speech.parameter);
      const at = { start: place.span.start, end: place.span.start };
      const isText = action.hint !== undefined && place.source.text[at.start] === '"';
      report(place, { block: context.name(action) }, isText ? replaceBy(at, 'ssml ', 'Write `ssml` before it') : {});
    }
  },
});
