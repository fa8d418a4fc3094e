/** A repository with a project in it, and flowc on the path: what CI systems find. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

export interface Repository {
  /** The working folder of the checkout. */
  readonly root: string;
  /** A folder beside it, for what runners write. */
  readonly temp: string;
  /** The process's own path, with `flowc` and whatever `program` adds before it. */
  readonly path: string;
  readonly write: (file: string, text: string) => void;
  readonly git: (...args: string[]) => { readonly code: number | null; readonly out: string };
  /** A shell script on the path. */
  readonly program: (name: string, script: string) => void;
}

export function repository(files: Readonly<Record<string, string>>): Repository {
  const folder = mkdtempSync(join(tmpdir(), 'flowc-ci-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const [root, temp, bin] = [join(folder, 'repo'), join(folder, 'temp'), join(folder, 'bin')];
  for (const made of [root, temp, bin]) mkdirSync(made);
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const program = (name: string, script: string): void => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  const path = `${bin}:${process.env['PATH'] ?? ''}`;
  const git = (...args: string[]) => {
    const identity = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com'];
    const run = spawnSync('git', [...identity, ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: path, HOME: folder, GIT_CONFIG_NOSYSTEM: '1' },
    });
    return { code: run.status, out: run.stdout + run.stderr };
  };
  program('flowc', `exec "${process.execPath}" "${resolve('bin/flowc.cjs')}" "$@"`);
  for (const [file, text] of Object.entries(files)) write(file, text);
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'First');
  return { root, temp, path, write, git, program };
}

/** A project that is well: one flow, one queue. */
export const PROJECT: Readonly<Record<string, string>> = {
  'centre/flowc.json': '{}\n',
  'centre/main.flow': `/// Says hello.
inbound flow Main {
  on error -> bye

  set logging on
  play "Hello."
  -> bye

  step bye {
    disconnect
  }
}
`,
  'centre/entities.flow': `hours Always {
  timezone: "UTC"
  mon-sun: 00:00-24:00
}

queue Desk { hours: Always }

routing_profile Team {
  concurrency: { voice: 1 }
  serves Desk { channels: [voice], priority: 1, delay: 0s }
  default_outbound_queue: Desk
}
`,
};
