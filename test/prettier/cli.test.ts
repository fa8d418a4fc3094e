/** The built plugin in the user's own Prettier. `npm test` builds dist/ first when it is missing or old. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from '../workspace/folder.ts';

const UGLY = 'flow F {\n  play   "a"\n}\n';
const GOOD = 'flow F {\n  play "a"\n}\n';

/** A project with Prettier and flowc installed. */
function project(files: Readonly<Record<string, string>>): string {
  const root = folder({ '.git/HEAD': '', ...files });
  mkdirSync(join(root, 'node_modules'));
  symlinkSync(resolve('node_modules/prettier'), join(root, 'node_modules/prettier'));
  symlinkSync(resolve('.'), join(root, 'node_modules/flowc'));
  return root;
}

function run(program: string, cwd: string, args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve(program), ...args], {
    cwd,
    input,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}
const prettier = (cwd: string, ...args: string[]) => run('node_modules/prettier/bin/prettier.cjs', cwd, args);
const flowc = (cwd: string, ...args: string[]) => run('bin/flowc.cjs', cwd, args);

describe('prettier --plugin flowc/prettier', () => {
  it.each([
    ['', ''],
    ['.prettierrc', '{"printWidth":40,"useTabs":true,"endOfLine":"crlf"}'],
    ['.prettierrc', 'overrides:\n  - files: "*.flow"\n    options: { tabWidth: 7 }\n'],
    ['.editorconfig', '[*]\nindent_style=space\nindent_size=3\nmax_line_length=50\nend_of_line=crlf\n'],
  ])('writes what flowc fmt writes, with %j', (name, text) => {
    const flow = readFileSync('examples/callcentre-ja/flows/inbound.flow', 'utf8');
    const files = { ...(name ? { [name]: text } : {}), 'a.flow': flow, 'b.flow': flow, 'c.flow': UGLY, 'd.flow': UGLY };
    const cwd = project(files);
    expect(prettier(cwd, '--plugin', 'flowc/prettier', '--write', 'a.flow', 'c.flow')).toMatchObject({ code: 0 });
    expect(flowc(cwd, 'fmt', 'b.flow', 'd.flow')).toMatchObject({ code: 0, err: '' });
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((file) => readFileSync(join(cwd, `${file}.flow`), 'utf8'));
    expect([b, d]).toEqual([a, c]);
    expect(c).not.toBe(UGLY);
  });

  it('says what is wrong and where, and leaves the file as it is', () => {
    const cwd = project({ 'a.flow': 'flow F {\n  play   "a\n}\n', '.prettierrc': '{"plugins":["flowc/prettier"]}' });
    const { code, err } = prettier(cwd, '--write', 'a.flow');
    expect(code).toBe(2);
    expect(err).toContain('a.flow: SyntaxError:');
    expect(err).toMatch(/\[syntax\/[a-z-]+\] \(2:10\)/);
    expect(readFileSync(join(cwd, 'a.flow'), 'utf8')).toBe('flow F {\n  play   "a\n}\n');
  });

  it('formats a range, and finds nothing wrong with its own work', () => {
    const cwd = project({ 'a.flow': `${UGLY}\n${UGLY}`, '.prettierrc': '{"plugins":["flowc/prettier"]}' });
    expect(prettier(cwd, '--range-start=10', '--range-end=15', 'a.flow').out).toBe(`${GOOD}\n${UGLY}`);
    expect(prettier(cwd, '--debug-check', 'a.flow')).toMatchObject({ code: 0, err: '' });
  });

  it('formats code blocks of Markdown that say `connect-flow`; those that say `flow` are JavaScript to Prettier', () => {
    const block = (language: string, text: string) => `\`\`\`${language}\n${text}\`\`\`\n`;
    const cwd = project({
      'a.md': `${block('connect-flow', UGLY)}\n${block('flow', UGLY)}\n${block('flow', 'type A={}\n')}`,
    });
    const { out } = prettier(cwd, '--plugin', 'flowc/prettier', 'a.md');
    expect(out).toBe(`${block('connect-flow', GOOD)}\n${block('flow', UGLY)}\n${block('flow', 'type A = {};\n')}`);
  });

  it('leaves JavaScript with Flow types to Prettier', () => {
    const cwd = project({ 'a.js.flow': 'type A={}\n' });
    expect(prettier(cwd, '--plugin', 'flowc/prettier', 'a.js.flow').out).toBe('type A = {};\n');
  });

  it('brings no Prettier of its own', () => {
    const built = readFileSync('dist/prettier.js', 'utf8');
    expect(built).toMatch(/^import \{[^}]*\} from "prettier\/doc";$/m);
    expect(built).not.toContain('function printDocToString(');
    expect(readFileSync('dist/fmt.cjs', 'utf8')).not.toContain('resolveConfigFile');
  });
});
