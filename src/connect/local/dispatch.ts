/** One request from its members to its answer: which handler, whose instance. */
import type { JsonObject } from '../../text/json.ts';
import { handlers } from './operations/index.ts';
import { Refusal, type Context } from './types.ts';

/** Answers an operation. Throws `Refusal`. */
export function perform(operation: string, input: JsonObject, context: Context): JsonObject {
  const handler = Object.hasOwn(handlers, operation) ? handlers[operation] : undefined;
  if (handler === undefined) {
    throw new Refusal('UnknownOperationException', `The local instance does not serve ${operation}`);
  }
  return handler(ofThisInstance(input, context), context);
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const ARN = /^arn:[\w-]+:connect:[\w-]*:\d*:instance\/([^/]+)$/;

/** The input with the instance's plain id: ids and ARNs are accepted everywhere. Refuses other instances. */
function ofThisInstance(input: JsonObject, { instance }: Context): JsonObject {
  const said = input['InstanceId'];
  if (typeof said !== 'string') return input;
  const id = ARN.exec(said)?.[1] ?? said;
  if (!ID.test(id)) throw new Refusal('InvalidParameterException', `Invalid parameter: InstanceId ${said}`);
  if (id.toLowerCase() !== instance.id || (said !== id && said !== instance.arn)) {
    throw new Refusal('ResourceNotFoundException', `Instance not found: ${said}`);
  }
  return said === instance.id ? input : { ...input, InstanceId: instance.id };
}
