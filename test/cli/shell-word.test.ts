import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { shellWord } from '../../src/cli/shell-word.ts';

it.skipIf(process.platform === 'win32').each(['a', 'a b', 'a$b', "it's $5", '`date`', 'a"b', 'a\\b', '受付 1', "d'or"])(
  'a shell reads %s as it was meant',
  (path) => {
    const { stdout } = spawnSync('sh', ['-c', `printf %s ${shellWord(path)}`], { encoding: 'utf8' });
    expect(stdout).toBe(path);
  },
);

it('is as it is where no shell minds', () => {
  expect(['flows/a.flow', 'a b'].map(shellWord)).toEqual(['flows/a.flow', '"a b"']);
});
