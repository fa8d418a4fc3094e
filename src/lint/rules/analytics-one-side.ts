import { valueAt } from '../../text/json-members.ts';
import { rule } from '../rule.ts';
import { block, disconnect, flow } from '../sample.ts';

export default rule<{ block: string }>({
  code: 'lint/analytics-one-side',
  severity: 'warning',
  summary: 'Calls are to be analysed, and not both sides of them are recorded.',
  docs: `
Conversational analytics of calls works on recordings of agent and customer. Where only one of them is recorded, there is no
transcript and no sentiment, and nothing says why.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/enable-analytics.html
`,
  bad: () => ({ content: flow([record(['Customer']), disconnect()]) }),
  good: () => ({ content: flow([record(['Agent', 'Customer']), disconnect()]) }),
  message: (p) => `${p.block} wants analytics, which need recordings of agent and customer both.`,
  help: () => 'Record both, or switch analytics off.',
  check(context, report) {
    for (const action of context.ofType('UpdateContactRecordingBehavior')) {
      const recorded = valueAt(action.parameters, 'RecordingBehavior.RecordedParticipants');
      if (valueAt(action.parameters, 'AnalyticsBehavior.Enabled') !== 'True' || !Array.isArray(recorded)) continue;
      const chatOnly =
        valueAt(action.parameters, 'AnalyticsBehavior.ChannelConfiguration.Chat') !== undefined &&
        valueAt(action.parameters, 'AnalyticsBehavior.ChannelConfiguration.Voice') === undefined;
      if (chatOnly || recorded.length === 0 || BOTH.every((side) => recorded.includes(side))) continue;
      report(context.parameterPlace(action, 'RecordingBehavior.RecordedParticipants'), { block: context.name(action) });
    }
  },
});

const BOTH = ['Agent', 'Customer'];

function record(RecordedParticipants: readonly string[]) {
  return block(
    'record',
    'UpdateContactRecordingBehavior',
    {
      RecordingBehavior: { RecordedParticipants },
      AnalyticsBehavior: { Enabled: 'True', AnalyticsLanguage: 'en-US' },
    },
    { next: 'bye' },
  );
}
