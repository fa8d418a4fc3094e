/** The GitLab template: its jobs, run on a repository against the local instance. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fakeService, type FakeService } from './fake-service.ts';
import { PROJECT, repository, type Repository } from './repository.ts';

const TIMEOUT = 60_000;

type Script = readonly (string | Reference)[];
/** `!reference [job, key]` */
class Reference {
  readonly path: readonly string[];
  constructor(path: readonly string[]) {
    this.path = path;
  }
}

interface Job {
  readonly extends?: string;
  readonly stage?: string;
  readonly rules?: readonly { readonly if: string }[];
  readonly variables?: Readonly<Record<string, string>>;
  readonly before_script?: Script;
  readonly script?: Script;
  readonly id_tokens?: Readonly<Record<string, { readonly aud: string }>>;
  readonly environment?: { readonly name: string };
  readonly resource_group?: string;
}

const template = parse(readFileSync('ci/gitlab/flowc.gitlab-ci.yml', 'utf8'), {
  customTags: [
    { tag: '!reference', collection: 'seq', resolve: (seq) => new Reference((seq as { toJSON(): string[] }).toJSON()) },
  ],
}) as Readonly<Record<string, Job>> & { readonly variables: Readonly<Record<string, string>> };

function jobNamed(name: string): Job {
  const job = template[name];
  if (job === undefined) throw new Error(`there is no job ${name}`);
  return job.extends === undefined ? job : { ...jobNamed(job.extends), ...job };
}

function linesOf(script: Script = []): readonly string[] {
  return script.flatMap((line) => {
    if (typeof line === 'string') return [line];
    const [job = '', key = ''] = line.path;
    return linesOf(jobNamed(job)[key as 'script']);
  });
}

let repo: Repository;
let api: FakeService;
beforeEach(async () => {
  repo = repository(PROJECT);
  api = await fakeService('a-token', 'project_bot');
  // The package, as `npm install --global` puts it there.
  const modules = join(repo.temp, 'modules');
  mkdirSync(modules);
  symlinkSync(resolve('.'), join(modules, 'flowc'));
  repo.program('npm', `case $1 in root) echo "${modules}" ;; *) printf '%s\\n' "$@" >>"${repo.temp}/npm" ;; esac`);
});
afterEach(() => api.close());

/** Runs a job as the runner does: every line in one shell, with variables of the template, the job and the pipeline. */
async function runJob(name: string, variables: Readonly<Record<string, string>> = {}) {
  const job = jobNamed(name);
  const set: Record<string, string> = {
    CI_PROJECT_DIR: repo.root,
    CI_PROJECT_ID: '42',
    CI_API_V4_URL: `${api.url}/api/v4`,
    CI_MERGE_REQUEST_IID: '5',
    FLOWC_ENV: 'local',
    ...template.variables,
    FLOWC_DIRECTORY: 'centre',
    ...job.variables,
    ...variables,
  };
  for (const key of Object.keys(job.id_tokens ?? {})) set[key] = 'a-signed-token';
  const expanded = Object.entries(set).map(([key, value]) => [
    key,
    value.replace(/\$(CI_\w+)/g, (_, variable: string) => set[variable] ?? ''),
  ]);
  const lines = [...linesOf(job.before_script), ...linesOf(job.script)];
  const child = spawn('bash', ['-eo', 'pipefail', '-c', lines.join('\n')], {
    cwd: repo.root,
    env: {
      PATH: repo.path,
      HOME: repo.temp,
      TMPDIR: repo.temp,
      ...(Object.fromEntries(expanded) as Record<string, string>),
    },
  });
  let log = '';
  const keep = (chunk: Buffer) => (log += chunk.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const code = await new Promise<number | null>((settle) => child.on('close', settle));
  return { code, log };
}

describe('the GitLab template', () => {
  it('has a job for each moment', () => {
    const jobs = Object.keys(template).filter((name) => name.startsWith('flowc:'));
    expect(jobs).toEqual(['flowc:check', 'flowc:plan', 'flowc:publish']);
    expect(jobNamed('flowc:plan').rules).toEqual([{ if: expect.stringContaining('SOURCE_PROJECT_ID') as string }]);
    expect(jobNamed('flowc:publish')).toMatchObject({
      rules: [{ if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' }],
      resource_group: 'flowc-$FLOWC_ENV',
    });
  });

  it(
    'checks, and reports what is wrong as tests',
    async () => {
      expect(await runJob('flowc:check')).toMatchObject({ code: 0 });
      repo.write('centre/main.flow', 'inbound flow Main {\n  set queue Desc\n  disconnect\n}\n');
      const wrong = await runJob('flowc:check');
      expect(wrong.code).toBe(1);
      expect(wrong.log).toContain('centre/main.flow:2');
      expect(readFileSync(join(repo.root, '.flowc/ci/junit.xml'), 'utf8')).toContain('centre/main.flow');
      expect(readFileSync(join(repo.temp, 'npm'), 'utf8')).toContain('flowc@latest');
    },
    TIMEOUT,
  );

  it(
    'plans into a note, publishes, and then says in the same note that nothing would change',
    async () => {
      expect(await runJob('flowc:plan', { FLOWC_TOKEN: 'a-token' })).toMatchObject({ code: 0 });
      expect(api.asked).toEqual([
        'GET /api/v4/projects/42/merge_requests/5/notes',
        'POST /api/v4/projects/42/merge_requests/5/notes',
      ]);
      expect(api.comments[0]?.body).toContain('Main');
      expect(existsSync(join(repo.root, '.flowc/ci/plan.json'))).toBe(true);
      expect(await runJob('flowc:publish')).toMatchObject({ code: 0 });
      expect(await runJob('flowc:plan', { FLOWC_TOKEN: 'a-token' })).toMatchObject({ code: 0 });
      expect(api.comments).toHaveLength(1);
      expect(api.comments[0]?.body).toContain('Nothing to change');
    },
    TIMEOUT,
  );

  it(
    'plans without a token, into the log alone',
    async () => {
      const { code, log } = await runJob('flowc:plan');
      expect(code).toBe(0);
      expect(log).toContain('Main');
      expect(api.asked).toEqual([]);
    },
    TIMEOUT,
  );

  it(
    'gives the SDK the token that GitLab signed, where there is a role',
    async () => {
      repo.program('flowc', 'env | grep ^AWS_ | sort; cat "$AWS_WEB_IDENTITY_TOKEN_FILE"');
      const { log } = await runJob('flowc:publish', { FLOWC_ROLE_ARN: 'arn:aws:iam::000000000000:role/flowc' });
      expect(log).toContain('AWS_ROLE_ARN=arn:aws:iam::000000000000:role/flowc');
      expect(log).toContain('a-signed-token');
    },
    TIMEOUT,
  );
});
