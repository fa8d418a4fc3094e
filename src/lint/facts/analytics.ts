/** What the blocks that set recording say about analytics, both old and new. */
import type { FlowAction } from '../../graph/flow-graph.ts';
import { textsAt, valueAt } from '../../text/json-members.ts';
import { isObject } from '../../text/json.ts';
import type { LintContext } from '../context.ts';
import { textAt } from './at-path.ts';
import { hasToken } from './values.ts';

export interface Analytics {
  readonly action: FlowAction;
  readonly channel: 'voice' | 'chat';
  readonly enabled: boolean;
  /** Undefined where it is a path, a token, or not said. */
  readonly language: string | undefined;
  readonly languagePath: string;
  readonly modes: readonly string[];
  readonly redaction: boolean;
  readonly sentiment: boolean;
  readonly summary: boolean;
}

const GROUPS: readonly (readonly [type: string, group: string, channel: 'voice' | 'chat'])[] = [
  ['UpdateContactRecordingBehavior', 'AnalyticsBehavior', 'voice'],
  ['UpdateContactRecordingAndAnalyticsBehavior', 'VoiceBehavior.VoiceAnalyticsBehavior', 'voice'],
  ['UpdateContactRecordingAndAnalyticsBehavior', 'ChatBehavior.ChatAnalyticsBehavior', 'chat'],
];

export function analyticsOf(context: LintContext): readonly Analytics[] {
  const found: Analytics[] = [];
  for (const [type, group, channel] of GROUPS) {
    for (const action of context.ofType(type)) {
      const value = valueAt(action.parameters, group);
      if (!isObject(value)) continue;
      const language = textAt(value, 'AnalyticsLanguage');
      found.push({
        action,
        channel,
        enabled: textAt(value, 'Enabled') === 'True',
        language:
          language === undefined || language === '' || language.includes('$') || hasToken(language)
            ? undefined
            : language,
        languagePath: `${group}.AnalyticsLanguage`,
        modes: [
          ...textsAt(value, 'AnalyticsModes'),
          ...textsAt(value, 'ChannelConfiguration.Voice.AnalyticsModes'),
          ...(textAt(value, 'AnalyticsMode') === 'RealTime' ? ['RealTime'] : []),
        ],
        redaction:
          textAt(value, 'AnalyticsRedactionBehavior') === 'Enabled' ||
          textAt(value, 'ConversationalAnalyticsRedactionConfiguration.Enabled') === 'True' ||
          textAt(value, 'InFlightChatRedactionConfiguration.Enabled') === 'True',
        sentiment: textAt(value, 'SentimentConfiguration.Enabled') === 'True',
        summary: textsAt(value, 'SummaryConfiguration.SummaryModes').length > 0,
      });
    }
  }
  return found;
}
