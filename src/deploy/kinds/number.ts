import type { JsonObject } from '../../text/json.ts';
import { codecOf } from './codec.ts';
import { objectsAt, textAt } from '../../text/json-members.ts';
import type { Call, KindCodec } from './types.ts';
import type { Wire } from './wire.ts';

const wire: Wire = {
  kind: 'number',
  describe: 'DescribePhoneNumber',
  described: 'ClaimedPhoneNumberSummary',
  id: 'PhoneNumberId',
  settings: [
    {
      path: 'description',
      member: 'PhoneNumberDescription',
      update: 'UpdatePhoneNumberMetadata',
      takenBack: { send: '' },
    },
  ],
};

/** A number is never claimed and never released; what is written is which flow it leads to. */
export const number: KindCodec = codecOf(wire, {
  read: async ({ connection, listed, names }) => {
    // DescribePhoneNumber does not say where the number leads; flow associations do, by the number's ARN.
    const answer = await connection.call('BatchGetFlowAssociation', {
      ResourceIds: [listed.arn],
      ResourceType: 'VOICE_PHONE_NUMBER',
    });
    const id = objectsAt(answer, 'FlowAssociationSummaryList')
      .map((item) => textAt(item, 'FlowId'))
      .find((found) => found !== undefined);
    const flow: JsonObject = id === undefined ? {} : { flow: names('flow', id) ?? id };
    return flow;
  },
  update: (before, after, idOf) => {
    const flow = textAt(after.settings, 'flow');
    if (flow === textAt(before.settings, 'flow')) return [];
    const number: JsonObject = { PhoneNumberId: before.listed.id };
    const call: Call =
      flow === undefined
        ? { operation: 'DisassociatePhoneNumberContactFlow', input: number, phase: 'association' }
        : {
            operation: 'AssociatePhoneNumberContactFlow',
            input: { ...number, ContactFlowId: idOf('flow', flow) },
            phase: 'association',
          };
    return [call];
  },
  // A number that source leads nowhere may be another team's to lead.
  settle: (before, after) => {
    const flow = textAt(before, 'flow');
    return flow === undefined || textAt(after, 'flow') !== undefined ? after : { ...after, flow };
  },
});
