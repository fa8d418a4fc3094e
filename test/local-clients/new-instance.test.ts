/** What a new instance holds: everything that is listed can be described, and the service would take it as it is. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sdkClient, type Client, type Said } from './clients.ts';
import { startListened, type Running } from './instance.ts';

let running: Running;
let client: Client;

beforeAll(async () => {
  running = await startListened();
  client = await sdkClient(running.listener.endpoint, running.instance);
});

afterAll(() => running.close());

/** Kind: list, its member, describe, the member of the id, names that must be there. */
const KINDS: readonly (readonly [string, string, string, string, readonly string[]])[] = [
  [
    'ListContactFlows',
    'ContactFlowSummaryList',
    'DescribeContactFlow',
    'ContactFlowId',
    ['Default agent hold', 'Default agent transfer', 'Default agent whisper'].concat(
      ['Default customer hold', 'Default customer queue', 'Default customer whisper'],
      ['Default outbound', 'Default queue transfer'],
    ),
  ],
  ['ListQueues', 'QueueSummaryList', 'DescribeQueue', 'QueueId', ['BasicQueue']],
  [
    'ListHoursOfOperations',
    'HoursOfOperationSummaryList',
    'DescribeHoursOfOperation',
    'HoursOfOperationId',
    ['Basic Hours'],
  ],
  [
    'ListRoutingProfiles',
    'RoutingProfileSummaryList',
    'DescribeRoutingProfile',
    'RoutingProfileId',
    ['Basic Routing Profile'],
  ],
  [
    'ListSecurityProfiles',
    'SecurityProfileSummaryList',
    'DescribeSecurityProfile',
    'SecurityProfileId',
    ['Admin', 'Agent', 'CallCenterManager', 'QualityAnalyst'],
  ],
  ['ListAgentStatuses', 'AgentStatusSummaryList', 'DescribeAgentStatus', 'AgentStatusId', ['Available', 'Offline']],
  ['ListPrompts', 'PromptSummaryList', 'DescribePrompt', 'PromptId', ['Beep.wav', 'CustomerQueue.wav']],
  [
    'ListViews',
    'ViewsSummaryList',
    'DescribeView',
    'ViewId',
    ['After Contact Work', 'Cards', 'Confirmation', 'Detail', 'Form', 'List'],
  ],
];

describe('a new instance', () => {
  test.each(KINDS)('%s', async (list, member, describes, id, names) => {
    const listed: Said[] = (await client.call(list))[member];
    expect(listed.map((one) => one.Name)).toEqual(expect.arrayContaining([...names]));
    for (const { Id, Arn, Name } of listed) {
      const [byId] = Object.values<Said>(await client.call(describes, { [id]: Id })).filter(
        (one) => one.$metadata === undefined && one.attempts === undefined,
      );
      expect(Name ?? byId.SecurityProfileName).toBeDefined();
      const byArn = await client.call(describes, { [id]: Arn });
      expect(Object.values(byArn)).toContainEqual(byId);
      await client.call('ListTagsForResource', { resourceArn: Arn });
    }
    expect(running.listener.wrong.splice(0)).toEqual([]);
  });

  test('has flows of every type that has a default, which are published as they stand', async () => {
    const { ContactFlowSummaryList: flows } = await client.call('ListContactFlows');
    expect(new Set((flows as Said[]).map((flow) => flow.ContactFlowType)).size).toBeGreaterThanOrEqual(8);
    for (const { Id: ContactFlowId, ContactFlowStatus, Name } of flows as Said[]) {
      expect(ContactFlowStatus, Name).toBe('PUBLISHED');
      const { ContactFlow } = await client.call('DescribeContactFlow', { ContactFlowId });
      await client.call('UpdateContactFlowContent', { ContactFlowId, Content: ContactFlow.Content });
    }
    expect(running.listener.wrong.splice(0)).toEqual([]);
  });

  test('has nobody in it, no numbers, no functions, no bots', async () => {
    expect((await client.call('ListUsers')).UserSummaryList).toEqual([]);
    expect((await client.call('ListPhoneNumbersV2')).ListPhoneNumbersSummaryList).toEqual([]);
    expect((await client.call('ListLambdaFunctions')).LambdaFunctions).toEqual([]);
    expect((await client.call('ListBots', { LexVersion: 'V2' })).LexBots).toEqual([]);
  });
});
