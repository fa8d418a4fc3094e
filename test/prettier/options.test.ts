/** What `fmt` reads of `.prettierrc` and `.editorconfig`, held against Prettier's own reader. */
import { symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveConfig } from 'prettier';
import { ConfigurationError, formatOptionsReader } from '../../src/workspace/format-options.ts';
import { flowc } from '../cli/harness.ts';
import { folder } from '../workspace/folder.ts';
import { runs } from '../runs.ts';

type Files = Readonly<Record<string, string>>;

/** `hidden`: without a Prettier to ask, so that what is read is read by us. */
async function expectAgreement(files: Files, path = 'a.flow', hidden = true): Promise<void> {
  const root = folder({ '.git/HEAD': '', ...files });
  if (!hidden) symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  const file = join(root, path);
  const theirs = await resolveConfig(file, { editorconfig: true, useCache: false });
  const { width, ...ours } = await formatOptionsReader()(file);
  const known = ['printWidth', 'tabWidth', 'useTabs', 'endOfLine'];
  expect(width === undefined ? ours : { printWidth: width, ...ours }).toEqual(
    Object.fromEntries(Object.entries(theirs ?? {}).filter(([key]) => known.includes(key))),
  );
}

describe('what is plain is read without Prettier:', () => {
  it.each<[string, Files]>([
    ['nothing', {}],
    ['JSON', { '.prettierrc': '{ "printWidth": 60, "useTabs": true, "singleQuote": true }' }],
    ['JSON by name', { '.prettierrc.json': '\ufeff{"tabWidth":3,"endOfLine":"crlf"}' }],
    ['YAML', { '.prettierrc': '# ours\nprintWidth: 60 # wide enough\n\nuseTabs: true\nendOfLine: auto\n' }],
    ['YAML by name', { '.prettierrc.yml': 'tabWidth: 8\r\nsemi: false\r\n' }],
    ['package.json', { 'package.json': '{"prettier":{"printWidth":70}}', '.prettierrc': '{"printWidth":60}' }],
    [
      'a package.json without',
      { 'package.json': '{"devDependencies":{"prettier":"3"}}', '.prettierrc': 'tabWidth: 3' },
    ],
    [
      'a package.yaml without',
      { 'package.yaml': 'name: a\ndependencies:\n  prettier: 3\n', '.prettierrc': 'tabWidth: 3' },
    ],
    ['folders of those names', { '.prettierrc/a': '', 'package.json/a': '', '.editorconfig/a': '' }],
    ['JSON5 that is JSON', { '.prettierrc.json5': '{"tabWidth":3}' }],
    ['an empty one', { '.prettierrc': '# nothing yet\n', '.editorconfig': '[*]\ntab_width = 5' }],
    ['no', { '.prettierrc': 'useTabs: false', '.editorconfig': '[*]\nindent_style = tab' }],
    ['numbers', { '.prettierrc': 'printWidth: 0x50\ntabWidth: 08\n' }],
    ['a broken package.json', { 'package.json': '{"prettier":', '.prettierrc': 'tabWidth: 3' }],
    ['.editorconfig', { '.editorconfig': 'root = true\n[*]\nindent_style = tab\nmax_line_length = 70\n' }],
    [
      'both',
      { '.editorconfig': '[*]\nindent_size=7\nindent_style=space\nend_of_line=crlf\n', '.prettierrc': 'tabWidth: 3' },
    ],
    ['no limit', { '.editorconfig': '[*]\nmax_line_length = off\n' }],
    [
      'sections of others',
      { '.editorconfig': '[*.{js,ts}]\nindent_size=7\n[lib/**.js]\ntab_width=9\n[{package.json,.x}]\ntab_width=5' },
    ],
    ['what is none', { '.editorconfig': '[*]\nindent_style = tab\nwhat is this\n' }],
    ['what is unset', { '.editorconfig': '[*]\nindent_style = tab\nindent_size = unset\ntab_width = 5' }],
  ])('%s', (_, files) => expectAgreement(files));

  it('the nearest .prettierrc, all of .editorconfig up to its root', async () => {
    const far = { '.prettierrc': 'printWidth: 60', '.editorconfig': '[*]\ntab_width=6\nend_of_line=cr' };
    await expectAgreement({ ...far, 'b/.editorconfig': '[*.flow]\ntab_width=5' }, 'b/c/a.flow');
    await expectAgreement({ ...far, 'b/.editorconfig': 'root=true\n[*.flow]\ntab_width=5' }, 'b/c/a.flow');
    await expectAgreement({ ...far, 'b/.prettierrc': 'useTabs: true', 'b/.git/HEAD': '' }, 'b/c/a.flow');
    await expectAgreement({ ...far, 'b/.prettierrc/a': '' }, 'b/c/a.flow');
  });

  it('.editorconfig up to the folder under version control, or all', async () => {
    const far = { '.editorconfig': '[*]\ntab_width=6' };
    await expectAgreement({ ...far, 'b/.git/HEAD': '' }, 'b/a.flow');
    await expectAgreement({ ...far, 'b/.hg/hgrc': '' }, 'b/a.flow');
    expect(await formatOptionsReader()(join(folder(far), 'b', 'a.flow'))).toEqual({ tabWidth: 6 });
  });

  it('any .editorconfig', async () => {
    const lines = fc.constantFrom(
      ...[
        '[*]',
        '[*.flow]',
        '[*.{flow,md}]',
        '[b/*]',
        '[/b/**]',
        '[**/a.flow]',
        '[b/c/?.flow]',
        '[{a,b}.flow]',
        '[*.js]',
      ],
      ...[
        'indent_style = tab',
        'indent_style=SPACE',
        'indent_size = tab',
        'indent_size=3',
        'tab_width = 5',
        'indent_size = x',
      ],
      ...[
        'max_line_length = 70',
        'max_line_length=off',
        'end_of_line=CRLF',
        'end_of_line = lf',
        'root = true',
        '; no',
        '',
      ],
    );
    const text = fc.array(lines, { maxLength: 9 }).map((each) => each.join('\n'));
    await fc.assert(
      fc.asyncProperty(text, text, async (far, near) => {
        await expectAgreement({ '.editorconfig': far, 'b/.editorconfig': near }, 'b/c/a.flow');
      }),
      { numRuns: runs(150) },
    );
  });
});

describe('Prettier is asked for', () => {
  it.each<[string, Files]>([
    ['overrides', { '.prettierrc': '{"printWidth":60,"overrides":[{"files":"*.flow","options":{"printWidth":90}}]}' }],
    [
      'YAML with more to it',
      { '.prettierrc': 'printWidth: 60\noverrides:\n  - files: "*.flow"\n    options: { tabWidth: 3 }\n' },
    ],
    ['a key with more to it', { '.prettierrc': 'x-tabWidth: 3\n' }],
    ['a value with more to it', { '.prettierrc': 'parser: a, b\n' }],
    ['nothing at all in JSON', { '.prettierrc.json': 'null' }],
    ['a package.yaml with options', { 'package.yaml': 'name: a\nprettier:\n  tabWidth: 3\n' }],
    ['TOML', { '.prettierrc.toml': 'useTabs = true\n' }],
    ['a program', { 'prettier.config.cjs': 'module.exports = { printWidth: 33 };' }],
    ['patterns with more to them', { '.editorconfig': '[[a-c].flow]\ntab_width=7\n[{1..3}.flow]\ntab_width=9' }],
    ['patterns that are for others', { '.editorconfig': '[[x-z].flow]\ntab_width=7' }],
  ])('%s', async (_, files) => {
    await expectAgreement(files, 'a.flow', false);
    const file = join(folder({ '.git/HEAD': '', ...files }), 'a.flow');
    await expect(formatOptionsReader()(file)).rejects.toThrow(/Prettier is not installed here/);
  });
});

describe('fmt', () => {
  const UGLY = 'flow F {\n  play   "a"\n}\n';

  it('lays out as it is told to, keeps a byte order mark', async () => {
    const files = { '.prettierrc': '{"useTabs":true,"endOfLine":"crlf"}', 'a.flow': UGLY, 'b.flow': `\ufeff${UGLY}` };
    const cwd = folder({ ...files, 'c/.editorconfig': '[*]\nindent_style=space\nindent_size=4\n', 'c/a.flow': UGLY });
    expect(await flowc(cwd, ['fmt'])).toEqual({ code: 0, out: 'a.flow\nb.flow\nc/a.flow\n', err: '' });
    const { readFileSync } = await import('node:fs');
    expect(readFileSync(join(cwd, 'a.flow'), 'utf8')).toBe('flow F {\r\n\tplay "a"\r\n}\r\n');
    expect(readFileSync(join(cwd, 'b.flow'), 'utf8')).toBe('\ufeffflow F {\r\n\tplay "a"\r\n}\r\n');
    expect(await flowc(cwd, ['fmt', '--check'])).toEqual({ code: 0, out: '', err: '' });
    expect((await flowc(cwd, ['fmt', '-'], { stdin: UGLY })).out).toBe('flow F {\r\n\tplay "a"\r\n}\r\n');
  });

  it.each([
    ['{"printWidth":"wide"}', 'the option printWidth is "wide" and must be a whole number.'],
    ['{"useTabs":1}', 'the option useTabs is 1 and must be true or false.'],
    ['endOfLine: native', 'the option endOfLine is "native" and must be lf, crlf, cr or auto.'],
  ])('refuses %s', async (text, message) => {
    const cwd = folder({ '.prettierrc': text, 'a.flow': UGLY });
    const { code, err } = await flowc(cwd, ['fmt']);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
    await expect(formatOptionsReader()(join(cwd, 'a.flow'))).rejects.toThrow(ConfigurationError);
  });
});
