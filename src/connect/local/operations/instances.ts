/** The one instance that there is, and its attributes. Kept as a thing like any other, so that changes stay. */
import type { JsonObject } from '../../../text/json.ts';
import type { Context, Handlers, Store, StoredEntity } from '../types.ts';
import { object, pick, text } from './shared/members.ts';
import { page } from './shared/page.ts';
import { notFound } from './shared/refusals.ts';

export const INSTANCE = 'instance';

/** The service answers no more than this many at once, also when nothing is said. */
const MOST = { instances: 10, attributes: 7 };

const SHOWN = [
  'Id',
  'Arn',
  'IdentityManagementType',
  'InstanceAlias',
  'CreatedTime',
  'ServiceRole',
  'InstanceStatus',
  'InstanceAccessUrl',
];

function the(context: Context): StoredEntity {
  const found = context.store.get(INSTANCE, context.instance.id);
  if (found === undefined) throw notFound('Instance', context.instance.id);
  return found;
}

/** Quotas that are other than the service's defaults: kept with the instance. */
export function quotasIn(store: Store, instance: string): Readonly<Record<string, number>> {
  const kept = object(store.get(INSTANCE, instance) ?? {}, 'Quotas') ?? {};
  return Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, Number(value)]));
}

export function keepQuotas({ store, instance }: Context, more: Readonly<Record<string, number>>): void {
  const kept = store.get(INSTANCE, instance.id);
  if (kept === undefined || Object.keys(more).length === 0) return;
  store.write([{ put: { ...kept, Quotas: { ...quotasIn(store, instance.id), ...more } }, in: INSTANCE }]);
}

const attributesOf = (instance: StoredEntity): JsonObject => object(instance, 'Attributes') ?? {};

const summary = (instance: StoredEntity): JsonObject => ({
  ...pick(instance, SHOWN),
  InboundCallsEnabled: attributesOf(instance)['INBOUND_CALLS'] === 'true',
  OutboundCallsEnabled: attributesOf(instance)['OUTBOUND_CALLS'] === 'true',
});

export const instanceHandlers: Handlers = {
  ListInstances: (input, context) => page(input, 'InstanceSummaryList', [summary(the(context))], MOST.instances),
  DescribeInstance: (_input, context) => ({ Instance: { ...summary(the(context)), ...pick(the(context), ['Tags']) } }),
  DescribeInstanceAttribute: (input, context) => {
    const type = text(input, 'AttributeType');
    return { Attribute: { AttributeType: type, Value: text(attributesOf(the(context)), type) || 'false' } };
  },
  ListInstanceAttributes: (input, context) => {
    const attributes = Object.entries(attributesOf(the(context)));
    const listed = attributes.map(([type, value]) => ({ AttributeType: type, Value: value }));
    return page(input, 'Attributes', listed, MOST.attributes);
  },
  UpdateInstanceAttribute: (input, context) => {
    const instance = the(context);
    const attributes = { ...attributesOf(instance), [text(input, 'AttributeType')]: text(input, 'Value') };
    context.store.write([{ put: { ...instance, Attributes: attributes }, in: INSTANCE }]);
    return {};
  },
};
