import { speechOf } from '../facts/speech.ts';
import { markupProblem } from '../facts/markup.ts';
import { block, disconnect, flow } from '../sample.ts';
import { hasToken } from '../facts/values.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; what: string }>({
  code: 'lint/ssml-malformed',
  severity: 'warning',
  scope: 'block',
  summary: 'Speech markup does not hold together.',
  docs: `
SSML is XML with \`<speak>\` around it. Where a tag is not closed, or closed in the wrong order, or there is no \`<speak>\`,
the block takes its error branch at run time and the caller hears nothing; nobody checks it before. An \`&\` is written
\`&amp;\`.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/supported-ssml-tags.html
`,
  bad: () => ({ content: flow([say('<speak>Please <emphasis>hold the line.</speak>'), disconnect()]) }),
  good: () => ({ content: flow([say('<speak>Please <emphasis>hold</emphasis> the line.</speak>'), disconnect()]) }),
  message: (p) => `The markup of ${p.block} does not hold together: ${p.what}.`,
  help: () => 'Put it right, or say it as plain text.',
  check(context, report) {
    for (const speech of context.shared(speechOf)) {
      if (!speech.markup || speech.value.startsWith('$') || hasToken(speech.value)) continue;
      const what = markupProblem(speech.value);
      if (what === undefined) continue;
      // Whether a text without any tag is refused was not tried; the documentation wants `<speak>` around it.
      const bare = speech.value.includes('<') ? {} : { severity: 'hint' as const };
      report(
        context.parameterPlace(speech.action, speech.parameter),
        { block: context.name(speech.action), what },
        bare,
      );
    }
  },
});

function say(SSML: string) {
  return block('say', 'MessageParticipant', { SSML }, { next: 'bye' });
}
