/** Analytics that are to mask what nobody can mask in their language: refused, with the language blamed (live call). */
import { analyticsLanguage } from '../../../catalogue/languages.ts';
import { isObject } from '../../../text/json.ts';
import { valueAt } from './guards.ts';
import type { Subject } from './parameters.ts';
import { action as actionPath, missingProperty, tell } from './words.ts';

/** Groups that have analytics, by action type, and what says in them that something is to be masked. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  UpdateContactRecordingBehavior: ['AnalyticsBehavior'],
  UpdateContactRecordingAndAnalyticsBehavior: [
    'VoiceBehavior.VoiceAnalyticsBehavior',
    'ChatBehavior.ChatAnalyticsBehavior',
  ],
};
const MASKS: readonly (readonly [path: string, on: string])[] = [
  ['AnalyticsRedactionBehavior', 'Enabled'],
  ['ConversationalAnalyticsRedactionConfiguration.Enabled', 'True'],
  ['InFlightChatRedactionConfiguration.Enabled', 'True'],
];

export function judgeAnalytics({ type, parameters, index, problems }: Subject): void {
  for (const group of GROUPS[type] ?? []) {
    const value = valueAt(parameters, group);
    if (!isObject(value) || !MASKS.some(([path, on]) => valueAt(value, path) === on)) continue;
    const { AnalyticsLanguage } = value;
    if (typeof AnalyticsLanguage !== 'string' || analyticsLanguage(AnalyticsLanguage)?.redaction !== false) continue;
    tell(problems, missingProperty(`${actionPath(index)}.Parameters.${group}.AnalyticsLanguage`));
  }
}
