/** The GitHub action: its steps, run on a repository against the local instance. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { blocksOf, ROOT } from '../docs/blocks.ts';
import { fakeService, type FakeService } from './fake-service.ts';
import { action, runAction } from './github-runner.ts';
import { PROJECT, repository, type Repository } from './repository.ts';

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly permissions?: Readonly<Record<string, string>>;
        readonly steps: readonly { readonly uses?: string; readonly with?: Readonly<Record<string, unknown>> }[];
      }
    >
  >;
}

const TIMEOUT = 60_000;
const PROJECT_INPUTS = { 'working-directory': 'centre' };

describe('the action', () => {
  it('puts nothing from outside into a script', () => {
    for (const step of action.runs.steps) expect(step.run ?? '').not.toContain('${{');
  });

  it('uses few other actions, each at a version', () => {
    const used = action.runs.steps.flatMap(({ uses }) => uses ?? []);
    expect(used).toEqual([
      expect.stringMatching(/^aws-actions\/configure-aws-credentials@v\d+$/),
      expect.stringMatching(/^github\/codeql-action\/upload-sarif@v\d+$/),
      expect.stringMatching(/^actions\/upload-artifact@v\d+$/),
    ]);
  });

  it('says of each input what it is for, and its documentation does', () => {
    const page = readFileSync('docs/instance/ci.md', 'utf8');
    for (const [name, { description }] of Object.entries(action.inputs)) {
      expect(description).not.toBe('');
      expect(page).toContain(`\`${name}\``);
    }
  });

  it('is used in its documentation as it can be used', () => {
    const workflows = blocksOf(join(ROOT, 'docs/instance/ci.md'))
      .filter(({ language, text }) => language === 'yaml' && text.includes('.github/workflows/'))
      .map(({ text }) => parse(text) as Workflow);
    const jobs = workflows.flatMap((workflow) => Object.values(workflow.jobs).map((job) => ({ workflow, job })));
    expect(jobs).toHaveLength(4);
    for (const { workflow, job } of jobs) {
      const [{ with: given = {} } = {}] = job.steps.filter(({ uses }) => uses?.includes('/ci/github@') === true);
      expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
      expect(action.inputs).toHaveProperty(['run']);
      const permissions = { ...workflow.permissions, ...job.permissions };
      if ('role-to-assume' in given) expect(permissions).toMatchObject({ 'id-token': 'write' });
      if (given['run'] === 'plan') expect(permissions).toMatchObject({ 'pull-requests': 'write' });
    }
  });

  it.each([
    [{ run: 'deploy' }, 'is one of check, plan, publish, drift'],
    [{ run: '$(touch pwned)' }, 'is one of check, plan, publish, drift'],
    [{ run: 'plan' }, 'say the environment'],
    [{ run: 'check', version: '1; touch pwned' }, 'is a version such as'],
  ])('refuses %j', async (inputs, message) => {
    const repo = repository(PROJECT);
    const { succeeded, log, steps } = await runAction(repo, inputs);
    expect(succeeded).toBe(false);
    expect(log).toContain(message);
    expect(steps.has('Check')).toBe(false);
    expect(existsSync(join(repo.root, 'pwned'))).toBe(false);
  });

  it(
    'assumes the role before it speaks to an instance, and never for a check',
    async () => {
      const role = { 'role-to-assume': 'arn:aws:iam::000000000000:role/flowc', 'aws-region': 'eu-west-2' };
      const repo = repository(PROJECT);
      const check = await runAction(repo, { ...PROJECT_INPUTS, ...role, run: 'check' });
      expect([...check.steps.keys()]).toEqual(['Inputs', 'Install', 'Check']);
      const plan = await runAction(repo, {
        ...PROJECT_INPUTS,
        ...role,
        run: 'plan',
        environment: 'local',
        comment: 'false',
      });
      expect([...plan.steps.keys()]).toEqual(['Inputs', 'Install', 'Credentials', 'Plan']);
      expect(plan.steps.get('Credentials')).toMatchObject(role);
    },
    TIMEOUT,
  );

  it('takes the project’s own flowc', async () => {
    const repo = repository(PROJECT);
    const bin = join(repo.root, 'centre/node_modules/.bin');
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, 'flowc'), '#!/bin/sh\necho own flowc: "$@"\n', { mode: 0o755 });
    const { log } = await runAction(repo, { ...PROJECT_INPUTS, run: 'check', formatted: 'false' });
    expect(log).toContain('own flowc: check --format github -- centre');
  });
});

describe('check', () => {
  it(
    'passes a project that is well',
    async () => {
      const { succeeded, log } = await runAction(repository(PROJECT), { ...PROJECT_INPUTS, run: 'check' });
      expect({ succeeded, log }).toMatchObject({
        succeeded: true,
        log: expect.not.stringContaining('::error') as string,
      });
    },
    TIMEOUT,
  );

  it(
    'annotates the file as the repository has it, and writes SARIF that is uploaded although it fails',
    async () => {
      const repo = repository(PROJECT);
      repo.write('centre/main.flow', PROJECT['centre/main.flow']?.replace('play "Hello."', 'set queue Desc') ?? '');
      const ran = await runAction(repo, { ...PROJECT_INPUTS, run: 'check', sarif: 'true' });
      expect(ran.succeeded).toBe(false);
      expect(ran.log).toMatch(/^::error file=centre\/main\.flow,line=6,/m);
      expect(ran.steps.get('Upload findings')).toMatchObject({ sarif_file: `${repo.temp}/flowc.sarif` });
      const sarif = JSON.parse(readFileSync(join(repo.temp, 'flowc.sarif'), 'utf8')) as {
        runs: { results: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }[];
      };
      const [result] = sarif.runs[0]?.results ?? [];
      expect(result?.locations[0]?.physicalLocation.artifactLocation.uri).toBe('centre/main.flow');
    },
    TIMEOUT,
  );

  it(
    'fails where files are not formatted, unless that is not asked for',
    async () => {
      const repo = repository(PROJECT);
      repo.write(
        'centre/entities.flow',
        (PROJECT['centre/entities.flow'] ?? '').replace('  timezone', '      timezone'),
      );
      expect((await runAction(repo, { ...PROJECT_INPUTS, run: 'check' })).succeeded).toBe(false);
      expect((await runAction(repo, { ...PROJECT_INPUTS, run: 'check', formatted: 'false' })).succeeded).toBe(true);
    },
    TIMEOUT,
  );

  it(
    'takes paths as they are',
    async () => {
      const repo = repository({ ...PROJECT, 'centre/$(touch pwned) --fix.flow': 'inbound flow Odd { disconnect }\n' });
      const paths = '$(touch pwned) --fix.flow\n--version';
      const { log } = await runAction(repo, { ...PROJECT_INPUTS, run: 'check', paths, 'max-warnings': '0' });
      expect(log).toContain('--version');
      expect(existsSync(join(repo.root, 'pwned')) || existsSync(join(repo.root, 'centre/pwned'))).toBe(false);
      const alone = await runAction(repo, { ...PROJECT_INPUTS, run: 'check', paths: '$(touch pwned) --fix.flow' });
      expect(alone.log).not.toContain('no such');
    },
    TIMEOUT,
  );
});

describe('plan and publish', () => {
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
    'comment what would change, publish it, and then say in the same comment that nothing would',
    async () => {
      const first = await run({ run: 'plan' });
      expect(first).toMatchObject({ succeeded: true, outputs: { changes: 'true' } });
      expect(first.summary).toContain('Main');
      expect(api.comments).toHaveLength(1);
      expect(api.comments[0]?.body).toContain('Main');
      expect(api.asked).toContain('POST /repos/team/centre/issues/7/comments');
      expect((await run({ run: 'plan' })).log).toContain('The earlier comment is up to date.');
      expect(api.asked.filter((asked) => !asked.startsWith('GET'))).toHaveLength(1);
      expect(first.outputs['plan']).toBe(`${repo.temp}/flowc/plan.json`);

      const published = await run({ run: 'publish', plan: first.outputs['plan'] ?? '' });
      expect(published).toMatchObject({ succeeded: true });
      const kept = published.steps.get('Keep the release');
      expect(kept).toMatchObject({ name: 'flowc-local-123-1' });
      const [releases = ''] = kept?.['path']?.split('\n') ?? [];
      expect(readdirSync(join(repo.root, releases, 'local'))).toHaveLength(1);
      const after = await run({ run: 'plan' });
      expect(after).toMatchObject({ succeeded: true, outputs: { changes: 'false' } });
      expect(api.comments).toHaveLength(1);
      expect(api.comments[0]?.body).toContain('Nothing to change');
      expect(api.asked.at(-1)).toBe('PATCH /repos/team/centre/issues/comments/1000');
      expect(existsSync(join(repo.root, 'pwned'))).toBe(false);
    },
    TIMEOUT,
  );
});
