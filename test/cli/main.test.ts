import { describe, expect, it } from 'vitest';
import { folder } from '../workspace/folder.ts';
import { main } from '../../src/cli/main.ts';
import { flowc, ioIn } from './harness.ts';

const VERBS = [
  ...['init', 'check', 'build', 'import', 'fmt', 'explain', 'lsp', 'local', 'plan', 'publish', 'rollback', 'pull'],
  ...['drift', 'adopt', 'refresh', 'env'],
];

describe('the command line as a whole', () => {
  it.each([[['--help']], [['-h']], [['help']]])('%j says what there is, on standard output', async (args) => {
    const { code, out, err } = await flowc(folder(), args);
    expect([code, err]).toEqual([0, '']);
    for (const verb of ['init', 'check', 'build', 'import', 'fmt', 'explain', 'refresh', 'env'])
      expect(out).toContain(`  ${verb} `);
    expect(out).toMatch(/lsp/);
  });

  it('without anything, says so on standard error and is wrong usage', async () => {
    const { code, out, err } = await flowc(folder(), []);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('Usage: flowc <verb>');
  });

  it.each(['init', 'check', 'build', 'import', 'fmt', 'explain', 'refresh', 'env'])(
    '%s --help has examples',
    async (verb) => {
      const { code, out, err } = await flowc(folder(), [verb, '--help']);
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain(`Usage: flowc ${verb}`);
      expect(out).toContain('Examples\n');
      expect(await flowc(folder(), ['help', verb])).toEqual({ code, out, err });
    },
  );

  it.each([...VERBS, ''])('%s --help is filled to the width of a terminal, and no wider', async (verb) => {
    const { out } = await flowc(
      folder(),
      [verb, '--help'].filter((word) => word !== ''),
    );
    expect(out.split('\n').filter((line) => line.length > 100)).toEqual([]);
    const [, about = ''] = out.split('\n\n');
    const lines = about.split('\n');
    // Where a line ends, the first word of the next had no room.
    lines.slice(1).forEach((line, n) => {
      expect(`${lines[n] ?? ''} ${line.split(' ')[0] ?? ''}`.length, line).toBeGreaterThan(verb === '' ? 0 : 100);
    });
  });

  it.each([
    [['chekc'], /^flowc: there is no verb `chekc`; did you mean `check`\? See `flowc --help`.\n$/],
    [['lps'], /^flowc: there is no verb `lps`/],
    [['env', 'lsit'], /^flowc: `flowc env lsit` is none; there are `list` and `diff`/],
    [['env', 'diff', 'local'], /^flowc: `flowc env diff` takes two environments/],
    [['refresh', '--env', 'prod'], /^flowc: there is no environment `prod`/],
    [['refresh', '--instance', 'a b'], /^flowc: `a b` is neither the id, nor the ARN/],
    [['--quite'], /^flowc: there is no option `--quite`/],
    [['apply'], /^flowc: there is no verb `apply`; did you mean `publish`\?/],
    [['--env', 'prod', 'plan'], /^flowc: options stand behind the verb: `flowc plan --env prod`\.\n$/],
    [['--env', 'local', 'plan'], /^flowc: options stand behind the verb: `flowc plan --env local`\.\n$/],
    [
      ['plan', '-env', 'prod'],
      /^flowc: there is no option `-env`; did you mean `--env`\? See `flowc plan --help`\.\n$/,
    ],
    [
      ['check', '--json'],
      /^flowc: unknown option '--json'\. Did you mean `--format json`\? See `flowc check --help`\.\n$/,
    ],
    [['plan', '--format=json'], /^flowc: unknown option '--format=json'\. Did you mean `--json`\? See/],
    [['adopt', '--format', 'json'], /^flowc: unknown option '--format'\. See/],
    [['publish', '--dry-run'], /^flowc: unknown option '--dry-run'\. `flowc plan` shows what it would do\. See/],
    [['publish', '--auto-approve'], /^flowc: unknown option '--auto-approve'\. Did you mean `--yes`\? See/],
    [['plan', '-out=plan.json'], /^flowc: there is no option `-out`; did you mean `--out`\?/],
    [['constructor'], /^flowc: there is no verb `constructor`/],
    [['__proto__'], /^flowc: there is no verb `__proto__`/],
    [['check', '--qiet'], /^flowc: unknown option '--qiet' \(Did you mean --quiet\?\) See `flowc check --help`.\n$/],
    [['check', '--format', 'xml'], /^flowc: .*'xml' is invalid. Allowed choices are human, json/],
    [['check', '--max-warnings', '-1'], /^flowc: .*It is a whole number, 0 or more/],
    [['check', '--max-warnings', 'many'], /^flowc: .*It is a whole number, 0 or more/],
    [['import'], /^flowc: missing required argument 'json'. See/],
    [['explain'], /^flowc: missing required argument 'code'/],
    [['build', '--out', '-'], /^flowc: option .* Leave it out: without it the text goes to standard output\. See/],
    [['import', 'a.json', '-o', '-'], /^flowc: option .* Leave it out: without it the text goes to standard output\./],
    [
      ['plan', '--out', '-'],
      /^flowc: option .* Name a file: standard output shows the plan, or with --json its data\. See/,
    ],
    [['explain', 'a', 'b'], /^flowc: too many arguments/],
    [['init', 'a', 'b'], /^flowc: too many arguments/],
    [['build', '--out'], /^flowc: option '-o, --out <dir>' argument missing/],
    [['build', '--env', 'prod'], /^flowc: there is no environment `prod`/],
    [['check', '-', 'a.flow'], /^flowc: `-` reads standard input and stands alone/],
    [['check', ''], /^flowc: an argument is empty; is it a variable that is not set\?/],
    [['build', '--out', ''], /^flowc: --out is empty; is it a variable that is not set\?/],
    [['plan', '--env='], /^flowc: --env is empty/],
    [['check', '-', '--watch'], /^flowc: standard input can be checked, not fixed or watched/],
  ])('%j is wrong usage, in one line', async (args, line) => {
    const { code, out, err } = await flowc(folder(), args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(line);
    expect(err.match(/\n/g)).toHaveLength(1);
  });

  it.each([
    ['ENOSPC', '/home/a', '/home/a cannot be used: the disk is full.'],
    ['EROFS', undefined, 'a file cannot be used: the file system is read-only.'],
    [
      'ENOENT',
      '/home/a',
      'this is a mistake in flowc, not in your flow: Error: no. Please report it, with the command and the file.',
    ],
  ])('says in one line what the system refuses where nobody expected it: %s', async (code, path, line) => {
    let err = '';
    const output = { write: (text: string) => void (err += text), isTerminal: () => false, columns: () => 100 };
    const readInput = () => Promise.reject(Object.assign(new Error('no'), { code, path }));
    const exit = await main(['check', '-'], { ...ioIn(folder(), {}, { err: output }), readInput });
    expect([exit, err]).toEqual([2, `flowc: ${line}\n`]);
  });

  it.each([
    [400, 'ListQueues was refused: No. (SomeException, request r-1)'],
    [503, 'ListQueues failed: No. (SomeException, request r-1)'],
  ])('does not call a fault of the service a refusal: %s', async (status, line) => {
    let err = '';
    const output = { write: (text: string) => void (err += text), isTerminal: () => false, columns: () => 100 };
    const facts = { name: 'ServiceError', operation: 'ListQueues', code: 'SomeException', status, requestId: 'r-1' };
    const readInput = () => Promise.reject(Object.assign(new Error('No'), facts));
    const exit = await main(['check', '-'], { ...ioIn(folder(), {}, { err: output }), readInput });
    expect([exit, err]).toEqual([3, `flowc: ${line}\n`]);
  });
});
