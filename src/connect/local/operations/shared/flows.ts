/** Flows, where other things refer to them. */
import type { JsonObject } from '../../../../text/json.ts';
import type { Context, StoredEntity } from '../../types.ts';
import { find } from './entities.ts';
import { text } from './members.ts';
import { flowPlace } from './places.ts';
import { invalidParameter } from './refusals.ts';

/** The flow that `member` names, by id or ARN; refuses one that is archived, or of another type than `types`. */
export function flowSaid(
  context: Context,
  input: JsonObject,
  member: string,
  types: readonly string[] = [],
): StoredEntity {
  const flow = find(context, flowPlace, text(input, member));
  if (flow['State'] === 'ARCHIVED') throw invalidParameter(`Invalid parameter: ${member} is an archived flow`);
  if (types.length > 0 && !types.includes(String(flow['Type']))) {
    throw invalidParameter(`Invalid parameter: ${member} must be a flow of type ${types.join(' or ')}`);
  }
  return flow;
}
