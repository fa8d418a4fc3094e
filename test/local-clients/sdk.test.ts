/** The raw SDK drives the instance; every answer is held against the model on its way. */
import * as sdk from '@aws-sdk/client-connect';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handlers } from '../../src/connect/local/operations/index.ts';
import { serviceOperations } from '../../src/connect/local/model/index.ts';
import { flowAliasOperations } from '../../src/connect/local/model/flow-aliases.ts';
import { sdkClient, type Client } from './clients.ts';
import { startListened, type Running } from './instance.ts';
import { scenarios } from './scenarios/index.ts';
import { refusal } from './scenarios/scenario.ts';

let running: Running;
let client: Client;

beforeAll(async () => {
  running = await startListened();
  client = await sdkClient(running.listener.endpoint, running.instance);
});

afterAll(() => running.close());

/** A client with the SDK's own ways of trying again. */
function plainClient(): sdk.ConnectClient {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  return new sdk.ConnectClient({ endpoint: running.listener.endpoint, region: 'us-east-1', credentials });
}

describe('the SDK', () => {
  test.each(scenarios)('$name', async ({ run }) => {
    await run(client);
    expect(running.listener.wrong.splice(0)).toEqual([]);
  });

  test('what the command line does not know yet', async () => {
    const { SecurityProfileSummaryList: profiles } = await client.call('ListSecurityProfiles');
    const [{ Id: SecurityProfileId }] = profiles as [{ Id: string }];
    expect((await client.call('ListSecurityProfileAIAgents', { SecurityProfileId })).AllowedAIAgents).toEqual([]);
  });

  test('is answered for every operation that is served, at least 90', () => {
    expect(Object.keys(handlers).sort()).toEqual(Object.keys(serviceOperations()).sort());
    // The SDK does not know aliases of flows yet.
    const known = Object.keys(handlers).filter((name) => !Object.hasOwn(flowAliasOperations, name));
    expect(known.filter((name) => !running.listener.answered.has(name))).toEqual([]);
    expect(known.length).toBeGreaterThanOrEqual(90);
  });

  test('met every type of refusal that clients tell apart', () => {
    const met = new Set([...running.listener.refused].map((pair) => pair.split(' ')[1]));
    expect([...met]).toEqual(
      expect.arrayContaining([
        'AccessDeniedException',
        'ContactFlowNotPublishedException',
        'DuplicateResourceException',
        'InvalidContactFlowException',
        'InvalidContactFlowModuleException',
        'InvalidParameterException',
        'InvalidRequestException',
        'ResourceConflictException',
        'ResourceInUseException',
        'ResourceNotFoundException',
      ]),
    );
  });
});

describe('what the SDK makes of answers', () => {
  test('lists in pages, with its own paginator', async () => {
    const plain = plainClient();
    const names: string[] = [];
    for await (const page of sdk.paginateListPrompts(
      { client: plain, pageSize: 2 },
      { InstanceId: running.instance },
    )) {
      names.push(...(page.PromptSummaryList ?? []).map(({ Name }) => Name ?? ''));
    }
    expect(names.length).toBeGreaterThan(4);
    expect(new Set(names).size).toBe(names.length);
    plain.destroy();
  });

  test('times are dates', async () => {
    const { QueueSummaryList } = await client.call('ListQueues');
    const { LastModifiedTime } = QueueSummaryList[0] as { LastModifiedTime: Date };
    expect(LastModifiedTime).toBeInstanceOf(Date);
    expect(Math.abs(LastModifiedTime.getTime() - Date.now())).toBeLessThan(600_000);
  });

  test('errors are of its own classes, with their members', async () => {
    const plain = plainClient();
    const missing = new sdk.DescribeQueueCommand({ InstanceId: running.instance, QueueId: running.instance });
    const error: unknown = await plain.send(missing).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(sdk.ResourceNotFoundException);
    expect(error).toMatchObject({
      name: 'ResourceNotFoundException',
      message: `Queue not found: ${running.instance}`,
      $metadata: { httpStatusCode: 404, attempts: 1, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string },
    });
    plain.destroy();
  });

  test('a flow that is wrong: no message, but problems', async () => {
    const Content = JSON.stringify({
      Version: '2019-10-30',
      StartAction: 'a',
      Metadata: {},
      Actions: [{ Identifier: 'a', Type: 'MessageParticipant', Parameters: { Text: 'Hello' }, Transitions: {} }],
    });
    const create = client.call('CreateContactFlow', { Name: 'Wrong', Type: 'CONTACT_FLOW', Content });
    const { message, problems } = await refusal(create, 'InvalidContactFlowException');
    expect(message).toBe('UnknownError');
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.join('\n')).toContain('Actions[0]');
  });

  test('what breaks a limit is refused with the place', async () => {
    const long = client.call('CreateQueue', { Name: 'x'.repeat(128), HoursOfOperationId: running.instance });
    const { message } = await refusal(long, 'InvalidParameterException');
    expect(message).toContain("'name'");
  });

  test('a limit that is reached is told from being too fast', async () => {
    const create = (Name: string): Promise<unknown> => client.call('CreatePredefinedAttribute', { Name });
    for (const name of ['A', 'B']) await create(name);
    const { message } = await refusal(create('C'), 'LimitExceededException');
    expect(message).toContain('Predefined attributes per instance');
  });
});
