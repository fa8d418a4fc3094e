import { analyticsLanguage, type AnalyticsLanguage } from '../../catalogue/languages.ts';
import { analyticsOf, type Analytics } from '../facts/analytics.ts';
import { block, disconnect, flow } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{
  block: string;
  language: string;
  /** What there is not in the language; undefined for what there is in none. */
  what: string | undefined;
}>({
  code: 'lint/analytics-language',
  severity: 'warning',
  scope: 'block',
  summary: 'Analytics is switched on in a language in which it does not do what is asked.',
  docs: `
Conversational analytics knows 68 languages, and not all of it in each: real-time call analytics, sentiment and summaries
exist in some only. The flow is accepted; the transcript, the alert or the summary just never comes. Redaction comes after
the call, in chats at once; what supervisors read while a call goes on is never masked, which is a hint.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/supported-languages.html
`,
  bad: () => ({ content: flow([record('tr-TR'), disconnect()]) }),
  good: () => ({ content: flow([record('ja-JP'), disconnect()]) }),
  message: (p) =>
    p.what === undefined
      ? `${p.block}: the real-time transcript is not masked, only the one after the call.`
      : `${p.block}: ${p.what} in ${p.language}.`,
  help: (p) =>
    p.what === undefined
      ? 'Let nobody read along who may not see what is masked, or leave `realtime` out.'
      : 'Leave it out, or choose the language that is really spoken.',
  check(context, report) {
    for (const analytics of context.shared(analyticsOf)) {
      const { action, language, languagePath, enabled } = analytics;
      if (!enabled || language === undefined) continue;
      const has = analyticsLanguage(language);
      const what = missing(analytics, has);
      const place = context.parameterPlace(action, languagePath);
      const block = context.name(action);
      if (what !== undefined) report(place, { block, language, what });
      else if (has?.redaction === true && isReadUnmasked(analytics))
        report(place, { block, language, what }, { severity: 'hint' });
    }
  },
});

function isReadUnmasked({ channel, modes, redaction }: Analytics): boolean {
  return redaction && channel !== 'chat' && modes.includes('RealTime');
}

function missing(asked: Analytics, has: AnalyticsLanguage | undefined): string | undefined {
  if (has === undefined) return 'there are no analytics';
  if (asked.channel === 'chat') {
    if (!has.chatEmail) return 'there are no chat analytics';
  } else {
    const realTime = asked.modes.includes('RealTime');
    if (realTime && !has.realTime) return 'there are no real-time analytics';
    if (!realTime && !has.postCall) return 'there are no post-call analytics';
  }
  if (asked.sentiment && !has.sentiment) return 'there is no sentiment analysis';
  if (asked.summary && !has.summary) return 'there are no summaries';
  return undefined;
}

function record(AnalyticsLanguage: string) {
  return block(
    'record',
    'UpdateContactRecordingBehavior',
    {
      RecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'] },
      AnalyticsBehavior: {
        Enabled: 'True',
        AnalyticsLanguage,
        ChannelConfiguration: { Voice: { AnalyticsModes: ['RealTime'] } },
      },
    },
    { next: 'bye' },
  );
}
