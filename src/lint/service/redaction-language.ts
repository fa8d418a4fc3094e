import { analyticsLanguage } from '../../catalogue/languages.ts';
import { analyticsOf } from '../facts/analytics.ts';
import { block, disconnect, flow } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; language: string }>({
  code: 'service/redaction-language',
  severity: 'error',
  summary: 'Sensitive data is to be masked in a language in which Connect cannot do that.',
  docs: `
Redaction works in English, German, French, Italian, Portuguese and Spanish only; it does not exist for Japanese, Korean
or Chinese. The service refuses the flow and blames the language, which it calls a required property.

Whoever promises callers in these languages that card numbers are masked has to keep them out of the recording instead:
do not record while they are said, and do not switch logging on while they are keyed in.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/supported-languages.html
`,
  bad: () => ({ content: flow([record('ja-JP', 'Enabled'), disconnect()]) }),
  good: () => ({ content: flow([record('ja-JP', 'Disabled'), disconnect()]) }),
  message: (p) => `${p.block} asks for redaction in ${p.language}, and there is none in that language.`,
  help: () => 'Leave redaction out, and keep sensitive data out of recordings and logs by other means.',
  check(context, report) {
    for (const { action, language, languagePath, redaction } of context.shared(analyticsOf)) {
      if (!redaction || language === undefined) continue;
      if (analyticsLanguage(language)?.redaction !== false) continue;
      report(context.parameterPlace(action, languagePath), { block: context.name(action), language });
    }
  },
});

function record(AnalyticsLanguage: string, AnalyticsRedactionBehavior: string) {
  return block(
    'record',
    'UpdateContactRecordingBehavior',
    {
      RecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'] },
      AnalyticsBehavior: { Enabled: 'True', AnalyticsLanguage, AnalyticsRedactionBehavior },
    },
    { next: 'bye' },
  );
}
