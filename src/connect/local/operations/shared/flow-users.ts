/** What leads to a flow besides other flows: it cannot be deleted while something does. */
import type { Context, StoredEntity } from '../../types.ts';
import { object } from './members.ts';
import { flowAssociationPlace, numberPlace, queuePlace, quickConnectPlace } from './places.ts';
import { invalidRequest } from './refusals.ts';

export function requireFlowUnused(context: Context, flow: StoredEntity): void {
  const { store } = context;
  const leads = (value: unknown): boolean =>
    typeof value === 'string' && (value === flow.Id || value === flow.Arn || value.startsWith(`${flow.Arn}:`));
  const users: readonly (readonly [string, readonly StoredEntity[]])[] = [
    ['phone number', store.all(numberPlace.collection).filter((number) => leads(number['ContactFlowId']))],
    ['association', store.all(flowAssociationPlace.collection).filter((one) => leads(one['FlowId']))],
    [
      'queue',
      store.all(queuePlace.collection).filter((one) => leads(object(one, 'OutboundCallerConfig')?.['OutboundFlowId'])),
    ],
    [
      'quick connect',
      store.all(quickConnectPlace.collection).filter((one) => {
        const config = object(one, 'QuickConnectConfig') ?? {};
        return ['UserConfig', 'QueueConfig', 'FlowConfig'].some((part) =>
          leads(object(config, part)?.['ContactFlowId']),
        );
      }),
    ],
  ];
  for (const [what, [user]] of users) {
    if (user !== undefined) throw invalidRequest(`The flow is in use by ${what} ${user.Id}`);
  }
}
