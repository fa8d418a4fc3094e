/** Single actions before the judge and the compiler's rules, which know the service from the same facts and share no code. */
import { isObject, type Json, type JsonObject } from '../../src/text/json.ts';
import { judge, predicted } from './documents.ts';

/** What the two disagree about in an action; undefined where they do not. Flow types are left out of it. */
export function disagreement(action: JsonObject): string | undefined {
  const document = alone(action);
  const problems = judge(document, { type: 'CAMPAIGN' });
  const codes = predicted(document).filter((code) => code !== 'service/wrong-flow-type');
  if ((problems.length === 0) === (codes.length === 0)) return undefined;
  return `judge: ${problems.join('; ')}\ncheck: ${codes.join('; ')}\n${JSON.stringify(document)}`;
}

/** The action as the only one of a flow, with all its branches to the end. */
function alone(action: JsonObject): JsonObject {
  const end = { Identifier: 'end', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} };
  const Transitions = toEnd(action.Transitions ?? {});
  const Actions = [{ ...action, Identifier: 'it', Transitions }, end];
  return { Version: '2019-10-30', StartAction: 'it', Metadata: {}, Actions };
}

function toEnd(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(toEnd);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(
    ([key, item]) => [key, key === 'NextAction' ? 'end' : toEnd(item)] as const,
  );
  return Object.fromEntries(entries);
}
