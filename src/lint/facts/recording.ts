/** What blocks say about the recording of agents. */
import type { FlowAction } from '../../graph/flow-graph.ts';
import { valueAt } from '../../text/json-members.ts';

export const RECORDING_TYPES = [
  'UpdateContactRecordingBehavior',
  'UpdateContactRecordingAndAnalyticsBehavior',
] as const;

/** Whether the block has agents recorded; undefined for one that does not say. */
export function recordsAgent({ parameters }: FlowAction): boolean | undefined {
  const participants =
    valueAt(parameters, 'RecordingBehavior.RecordedParticipants') ??
    valueAt(parameters, 'VoiceBehavior.VoiceRecordingBehavior.RecordedParticipants');
  return Array.isArray(participants) ? participants.includes('Agent') : undefined;
}
