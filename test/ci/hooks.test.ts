/** The git hook and the pre-commit hooks, on real commits. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, chmodSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PROJECT, repository, type Repository } from './repository.ts';

const TIMEOUT = 60_000;

let repo: Repository;
beforeEach(() => {
  repo = repository(PROJECT);
});

const wrong = (PROJECT['centre/main.flow'] ?? '').replace('play "Hello."', 'set queue Desc');
const unformatted = (PROJECT['centre/main.flow'] ?? '').replace('  play', '    play');

const OTHER = `inbound flow Other {
  on error -> next

  set logging on
  set queue Desk
  disconnect
}
`;

const hasGit = spawnSync('git', ['--version']).status === 0;

describe.skipIf(!hasGit)('the git hook (skipped where git is not installed)', () => {
  beforeEach(() => {
    const hook = join(repo.root, '.git/hooks/pre-commit');
    copyFileSync('ci/hooks/pre-commit', hook);
    chmodSync(hook, 0o755);
  });

  const commit = (file: string, text: string) => {
    repo.write(file, text);
    repo.git('add', '-A');
    return repo.git('commit', '-m', 'Change');
  };

  it(
    'lets pass what is well, and what is no flow',
    () => {
      expect(commit('centre/main.flow', (PROJECT['centre/main.flow'] ?? '').replace('Hello', 'Welcome')).code).toBe(0);
      expect(commit('notes.txt', 'set queue Desc').code).toBe(0);
    },
    TIMEOUT,
  );

  it.each([
    ['wrong', wrong, 'Desc'],
    ['not formatted', unformatted, 'centre/main.flow'],
  ])(
    'keeps out what is %s',
    (_, text, told) => {
      const { code, out } = commit('centre/main.flow', text);
      expect(code).not.toBe(0);
      expect(out).toContain(told);
      expect(repo.git('log', '--oneline').out.trim().split('\n')).toHaveLength(1);
    },
    TIMEOUT,
  );

  it(
    'looks at what is staged, with the project around it',
    () => {
      repo.write('centre/main.flow', wrong);
      repo.git('add', '-A');
      // Mended, but not staged.
      repo.write('centre/main.flow', PROJECT['centre/main.flow'] ?? '');
      expect(repo.git('commit', '-m', 'Change').code).not.toBe(0);
      repo.git('add', '-A');
      repo.write('centre/main.flow', wrong);
      repo.write('centre/other.flow', OTHER);
      repo.git('add', 'centre/other.flow');
      expect(repo.git('commit', '-m', 'Change')).toMatchObject({ code: 0 });
    },
    TIMEOUT,
  );

  it(
    'sees a queue go that a flow speaks of',
    () => {
      expect(commit('centre/other.flow', OTHER).code).toBe(0);
      rmSync(join(repo.root, 'centre/entities.flow'));
      repo.git('add', '-A');
      const { code, out } = repo.git('commit', '-m', 'Change');
      expect(code).not.toBe(0);
      expect(out).toContain('Desk');
    },
    TIMEOUT,
  );
});

describe('the pre-commit hooks', () => {
  interface Hook {
    readonly id: string;
    readonly entry: string;
    readonly language: string;
    readonly files: string;
  }
  const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as readonly Hook[];

  const run = (id: string, ...files: string[]) => {
    const hook = hooks.find((one) => one.id === id);
    if (hook === undefined) throw new Error(`there is no hook ${id}`);
    const [command = '', ...args] = hook.entry.split(' ');
    const given = files.filter((file) => new RegExp(hook.files).test(file));
    return spawnSync(command, [...args, ...given], { cwd: repo.root, env: { PATH: repo.path }, encoding: 'utf8' });
  };

  it('are two, for .flow files only', () => {
    expect(hooks.map(({ id, language }) => [id, language])).toEqual([
      ['flowc-fmt', 'node'],
      ['flowc-check', 'node'],
    ]);
    for (const { files } of hooks)
      expect(['a.flow', 'a.flow.md', 'flow'].map((file) => new RegExp(files).test(file))).toEqual([true, false, false]);
  });

  it(
    'format, and say what is wrong',
    () => {
      repo.write('centre/main.flow', unformatted);
      expect(run('flowc-fmt', 'centre/main.flow', 'README.md').status).toBe(0);
      expect(readFileSync(join(repo.root, 'centre/main.flow'), 'utf8')).toBe(PROJECT['centre/main.flow']);
      expect(run('flowc-check', 'centre/main.flow').status).toBe(0);
      repo.write('centre/main.flow', wrong);
      const { status, stderr } = run('flowc-check', 'centre/main.flow');
      expect(status).toBe(1);
      expect(stderr).toContain('Desc');
    },
    TIMEOUT,
  );
});
