/** Amazon's command line drives the instance through the same scenarios as the SDK, and through its own ways of saying things. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aws, awsVersion, awsWorker, cliClient, type AwsWorker } from './clients.ts';
import { startListened, type Running } from './instance.ts';
import { scenarios } from './scenarios/index.ts';

const version = await awsVersion();
if (version === undefined) console.warn('AWS CLI: skipped, because there is no `aws` here');

let running: Running;
let worker: AwsWorker;

beforeAll(async () => {
  running = await startListened();
  worker = await awsWorker();
});

afterAll(async () => {
  worker.close();
  await running.close();
});

/** `aws connect …`, expected to succeed; its answer, parsed. */
async function json(...args: string[]): Promise<unknown> {
  const { code, stdout, stderr } = await aws(running.listener.endpoint, args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout === '' ? undefined : JSON.parse(stdout);
}

describe.skipIf(version === undefined)(`the command line (${version ?? 'not installed'})`, () => {
  test.each(scenarios)('$name', async ({ run }) => {
    await run(cliClient(worker.run, running.listener.endpoint, running.instance));
    expect(running.listener.wrong.splice(0)).toEqual([]);
  });

  test('options instead of JSON, and a query', async () => {
    const instance = ['--instance-id', running.instance];
    const hours = (await json(
      'list-hours-of-operations',
      ...instance,
      '--query',
      "HoursOfOperationSummaryList[?Name=='Basic Hours'].Id | [0]",
    )) as string;
    const created = (await json(
      'create-queue',
      ...instance,
      '--name',
      '問い合わせ',
      '--hours-of-operation-id',
      hours,
      '--max-contacts',
      '3',
      '--tags',
      'team=a,stage=prod',
    )) as { QueueId: string };
    const described = await json('describe-queue', ...instance, '--queue-id', created.QueueId);
    expect(described).toMatchObject({
      Queue: { Name: '問い合わせ', MaxContacts: 3, Tags: { team: 'a', stage: 'prod' } },
    });
    expect(await json('delete-queue', ...instance, '--queue-id', created.QueueId)).toBeUndefined();
  });

  test('pages, which it turns by itself', async () => {
    const list = (...more: string[]): Promise<unknown> =>
      json('list-prompts', '--instance-id', running.instance, ...more, '--query', 'PromptSummaryList[].Name');
    expect(await list('--page-size', '2')).toEqual(await list());
  });

  test('what a refusal looks like', async () => {
    const { code, stderr } = await aws(running.listener.endpoint, [
      'describe-queue',
      '--instance-id',
      running.instance,
      '--queue-id',
      running.instance,
    ]);
    expect([254, 255]).toContain(code);
    expect(stderr.trim()).toBe(
      `An error occurred (ResourceNotFoundException) when calling the DescribeQueue operation: Queue not found: ${running.instance}`,
    );
  });

  test('a flow that is wrong: it shows that, and nothing of why', async () => {
    const content = '{"Version":"2019-10-30","StartAction":"a","Metadata":{},"Actions":[]}';
    const { code, stderr } = await aws(running.listener.endpoint, [
      'create-contact-flow',
      ...['--instance-id', running.instance, '--name', 'Wrong', '--type', 'CONTACT_FLOW', '--content', content],
    ]);
    expect([254, 255]).toContain(code);
    expect(stderr.trim()).toBe(
      'An error occurred (InvalidContactFlowException) when calling the CreateContactFlow operation:',
    );
  });
});
