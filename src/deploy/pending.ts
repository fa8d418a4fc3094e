/**
 * Ids for things that a plan will create: made from kind and name, in the shape of real ones, so that flows can speak of
 * them before they exist. Publishing puts the real id in their place as soon as it is known.
 */
import { localUuid } from '../check/local-id.ts';
import type { Instance } from '../connect/types.ts';
import { entityModels } from '../entities/index.ts';
import type { CanonicalKind } from '../entities/types.ts';
import type { Json } from '../text/json.ts';

/** What no id of the service begins with, short of a chance of one in four milliards. */
const MARK = 'f10c0000';

const PENDING = new RegExp(`${MARK}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}`, 'g');

/** The id that stands for a thing until it has one. */
export function pendingId(kind: CanonicalKind, name: string): string {
  return MARK + localUuid(`pending/${kind}/${name.normalize('NFC')}`).slice(MARK.length);
}

/** The same as an ARN, in the shape that things of that kind have in that instance. */
export function pendingArn(
  kind: CanonicalKind,
  name: string,
  instance: Pick<Instance, 'id' | 'partition' | 'region' | 'account'>,
): string {
  return arnOf(kind, pendingId(kind, name), instance);
}

/** The ARN of a thing in an instance. */
export function arnOf(
  kind: CanonicalKind,
  id: string,
  { id: instance, partition, region, account }: Pick<Instance, 'id' | 'partition' | 'region' | 'account'>,
): string {
  const parts: Readonly<Record<string, string>> = { partition, region, account, instance, id };
  return entityModels[kind].arn.template.replace(/\{(\w+)\}/g, (whole, part: string) => parts[part] ?? whole);
}

/** The pending ids that a text holds, each once: what must be created before it can be sent. */
export function pendingIn(text: string): readonly string[] {
  return text.includes(MARK) ? [...new Set(text.match(PENDING) ?? [])] : [];
}

/** The text with real ids in the place of pending ones; those that `realId` does not know stay. Inside ARNs as well. */
function replacePending(text: string, realId: (pending: string) => string | undefined): string {
  return text.includes(MARK) ? text.replace(PENDING, (pending) => realId(pending) ?? pending) : text;
}

/** The same for every text in a JSON value, keys included. */
export function replacePendingIn<J extends Json>(value: J, realId: (pending: string) => string | undefined): J {
  const text = JSON.stringify(value);
  return text.includes(MARK) ? (JSON.parse(replacePending(text, realId)) as J) : value;
}
