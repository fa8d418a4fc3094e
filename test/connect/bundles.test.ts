import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GOOD } from '../cli/harness.ts';
import { installed } from '../cli/installed.ts';
import { folder } from '../workspace/folder.ts';

const INSTANCE = {
  id: '11111111-2222-4333-8444-555555555555',
  arn: 'arn:aws:connect:eu-central-1:000000000000:instance/11111111-2222-4333-8444-555555555555',
  partition: 'aws',
  region: 'eu-central-1',
  account: '000000000000',
};

describe('what speaks to an instance', () => {
  it('has the AWS SDK in a bundle of its own', () => {
    const bundles = readdirSync('dist').filter((name) => name.endsWith('.cjs'));
    const holding = bundles.filter((name) =>
      readFileSync(join('dist', name), 'latin1').includes('AmazonConnectService'),
    );
    expect(holding).toEqual(['sdk.cjs']);
  });

  it('is loaded by no verb that needs none', () => {
    const root = installed();
    for (const name of ['sdk', 'instance', 'local']) rmSync(join(root, 'dist', `${name}.cjs`));
    const cwd = folder({
      'flowc.json': JSON.stringify({ environments: { prod: { instance: INSTANCE.arn } } }),
      'snapshots/prod.json': JSON.stringify({ version: 1, environment: 'prod', instance: INSTANCE, things: {} }),
      'main.flow': GOOD,
    });
    for (const args of [
      ['--version'],
      ['check'],
      ['check', '--env', 'prod'],
      ['build', 'main.flow'],
      ['build', '--env', 'prod', 'main.flow'],
      ['fmt', '--check'],
    ]) {
      const { status, stderr } = spawnSync(process.execPath, [join(root, 'bin/flowc.cjs'), ...args], {
        cwd,
        encoding: 'utf8',
      });
      expect([args, status, stderr.includes('flowc:')]).toEqual([args, 0, false]);
    }
  });
});
