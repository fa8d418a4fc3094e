/** The GitHub action: plan, publish and drift, where things are not as they should be. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeService, type FakeService } from './fake-service.ts';
import { runAction } from './github-runner.ts';
import { PROJECT, repository, type Repository } from './repository.ts';

const TIMEOUT = 60_000;
const PROJECT_INPUTS = { 'working-directory': 'centre' };

describe('plan, publish and drift', () => {
  let api: FakeService;
  let repo: Repository;
  beforeEach(async () => {
    api = await fakeService('a-token', 'github-actions[bot]');
    repo = repository(PROJECT);
  });
  afterEach(() => api.close());

  const run = (inputs: Readonly<Record<string, string>>, number: unknown = 7) => {
    const event = join(repo.temp, 'event.json');
    writeFileSync(event, JSON.stringify({ pull_request: { number, title: '$(touch pwned)' } }));
    return runAction(
      repo,
      { ...PROJECT_INPUTS, environment: 'local', ...inputs },
      { GITHUB_API_URL: api.url, GITHUB_REPOSITORY: 'team/centre', GITHUB_EVENT_PATH: event },
    );
  };

  it(
    'publish what the source says, and then nothing would change; nothing is commented where nothing was',
    async () => {
      expect(await run({ run: 'publish' })).toMatchObject({ succeeded: true });
      const plan = await run({ run: 'plan' });
      expect(plan).toMatchObject({ succeeded: true, outputs: { changes: 'false' } });
      expect(plan.log).toContain('nothing is said');
      expect(api.comments).toEqual([]);
    },
    TIMEOUT,
  );

  it(
    'fail where the source is wrong, and comment nothing',
    async () => {
      repo.write('centre/main.flow', 'inbound flow Main { set queue Desc\n disconnect }');
      const plan = await run({ run: 'plan' });
      expect(plan.succeeded).toBe(false);
      expect(plan.log).toContain('Desc');
      expect(api.asked).toEqual([]);
      expect((await run({ run: 'publish' })).succeeded).toBe(false);
    },
    TIMEOUT,
  );

  it(
    'leave comments of others alone, although they begin as ours do, and find ours behind many',
    async () => {
      const marker = '<!-- flowc plan local -->\nmine now';
      for (let id = 1; id <= 150; id++) api.comments.push({ id, author: 'somebody', body: id % 2 ? 'Hello' : marker });
      api.comments.push({ id: 151, author: 'github-actions[bot]', body: '<!-- flowc plan local -->\nold' });
      await run({ run: 'plan' });
      expect(api.asked.at(-1)).toBe('PATCH /repos/team/centre/issues/comments/151');
      expect(api.comments.filter(({ body }) => body === marker)).toHaveLength(75);
    },
    TIMEOUT,
  );

  it(
    'do without a comment where there is no pull request',
    async () => {
      const plan = await run({ run: 'plan' }, null);
      expect(plan).toMatchObject({ succeeded: true });
      expect(plan.log).toContain('Nothing to comment on');
      expect((await run({ run: 'plan' }, '7/../../x')).log).toContain('Nothing to comment on');
      expect(api.asked).toEqual([]);
    },
    TIMEOUT,
  );

  it(
    'keep what flows say from being commands to the runner',
    async () => {
      const odd = '::error::pwned\\n::add-mask::x\\n<!-- --> @everybody ```';
      repo.write('centre/odd.flow', `inbound flow Odd "Odd\\n::error::pwned" {\n  play "${odd}"\n  disconnect\n}\n`);
      const { log } = await run({ run: 'plan' });
      let token: string | undefined;
      const commands = log.split('\n').filter((line) => {
        const stop = /^::stop-commands::(.*)$/.exec(line);
        if (token !== undefined && line === `::${token}::`) token = undefined;
        else if (token === undefined && stop !== null) token = stop[1];
        else if (token === undefined) return /^\s*::/.test(line);
        return false;
      });
      expect(commands).toEqual([]);
      expect(token).toBeUndefined();
    },
    TIMEOUT,
  );

  it(
    'say drift, and fail where there is some',
    async () => {
      expect(await run({ run: 'publish' })).toMatchObject({ succeeded: true });
      expect((await run({ run: 'drift' })).succeeded).toBe(true);
      repo.write('centre/main.flow', PROJECT['centre/main.flow']?.replace('"Hello."', '"Good evening."') ?? '');
      const drifted = await run({ run: 'drift' });
      expect(drifted.succeeded).toBe(false);
      expect(drifted.log).toContain('Good evening.');
    },
    TIMEOUT,
  );
});
