/** Commands that the pages show exist, and do what the pages say. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { afterAll, describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler.ts';
import { flowc } from '../cli/harness.ts';
import { exampleNames, sourcesOf } from '../examples/projects.ts';
import { blocksOf, pages, ROOT, type CodeBlock } from './blocks.ts';

const scratch = mkdtempSync(join(tmpdir(), 'flowc-docs-'));
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

/** Lines of the `sh` blocks that call `command`, without the command itself and comments. */
function calls(block: CodeBlock, command: string): string[] {
  return block.text
    .split('\n')
    .flatMap((line) => line.split('&&'))
    .map((part) =>
      part
        .replace(/\s#.*$/, '')
        .replace(/\s*>.*$/, '')
        .trim(),
    )
    .filter((part) => part.startsWith(`${command} `))
    .map((part) => part.slice(command.length + 1));
}

describe('commands in sh blocks', () => {
  const scripts = Object.keys(
    (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object }).scripts,
  );
  for (const block of pages().flatMap(blocksOf)) {
    if (block.language !== 'sh') continue;
    for (const call of calls(block, 'flowc')) {
      it(`${block.at} flowc ${call}`, async () => {
        const [verb = '', ...args] = call.split(/\s+/);
        const module = (await import(`../../src/cli/commands/${verb}.ts`)) as {
          verb: { define: (command: Command) => Command };
        };
        const command = module.verb
          .define(new Command(verb))
          .exitOverride()
          .configureOutput({ writeErr: () => undefined });
        expect(() => command.parse(args, { from: 'user' })).not.toThrow();
      });
    }
    for (const call of calls(block, 'npm')) {
      it(`${block.at} npm ${call}`, () => {
        const [word = '', script = word] = call.split(/\s+/);
        if (word === 'run' || word === 'test') expect(scripts).toContain(script);
        else expect(['ci', 'install']).toContain(word);
      });
    }
  }
});

describe('commands of the examples', () => {
  it.each(exampleNames)('examples/%s/README.md', async (name) => {
    const folder = join(scratch, name);
    cpSync(join(ROOT, 'examples', name), folder, { recursive: true });
    const blocks = blocksOf(join(ROOT, 'examples', name, 'README.md')).filter(({ language }) => language === 'sh');
    expect(blocks.length).toBeGreaterThan(0);
    for (const call of blocks.flatMap((block) => calls(block, 'flowc'))) {
      const { code, err } = await flowc(folder, call.split(/\s+/));
      expect(code, err).toBe(0);
    }
  });
});

describe('README.md', () => {
  const path = join(ROOT, 'README.md');
  const lines = readFileSync(path, 'utf8').split('\n');
  const blocks = blocksOf(path);

  it('shows JSON that the flow above it compiles to', () => {
    const shown = blocks.filter(({ markers }) => markers.includes('emitted'));
    expect(shown.length).toBeGreaterThan(0);
    for (const block of shown) {
      const flow = blocks.filter(({ language, line }) => language === 'flow' && line < block.line).at(-1);
      const source = { path: 'README.md', text: flow?.text ?? '' };
      const [compiled] = compile([source, { path: 'names.flow', text: 'existing queue Support' }]).flows;
      const indented = block.text.replace(/^/gm, '    ').trimEnd();
      expect(compiled?.emitted().json).toContain(indented);
    }
  });

  it('counts the lines of the example as they are', () => {
    const [, text, json] = /has (\d+) lines; as Connect takes it,\s+([\d,]+)\./.exec(lines.join('\n')) ?? [];
    const flows = compile(sourcesOf('callcentre-ja')).flows;
    const main = flows.find(({ name }) => name === '受付');
    expect(String(main?.source.text.trimEnd().split('\n').length)).toBe(text);
    const hundreds = Math.round((main?.emitted().json.split('\n').length ?? 0) / 100);
    expect(hundreds).toBe(Number(json?.replace(',', '')) / 100);
  });

  it('prints in the tour what it says it prints (`UPDATE_README=1` writes it anew)', async () => {
    let cwd = scratch;
    let ran = 0;
    const printing: [shown: string, printed: string][] = [];
    for (const [i, line] of lines.entries()) {
      const copied = /^<!-- tour: write block (\d+) to (\S+) -->$/.exec(line);
      if (copied) write(join(cwd, copied[2] ?? ''), blocks[Number(copied[1]) - 1]?.text ?? '');
      const block = blocks.find((candidate) => candidate.line === i);
      const file = block?.markers.find((marker) => marker.startsWith('file='))?.slice('file='.length);
      if (block !== undefined && file !== undefined) write(join(cwd, file), block.text);
      if (block?.language !== 'console') continue;
      let session = '';
      for (const step of block.text.split(/^\$ /m).slice(1)) {
        const [command = ''] = step.split('\n');
        const [program, ...args] = command.split(/\s+/);
        session += `$ ${command}\n`;
        if (program === 'cd') cwd = resolve(cwd, args[0] ?? '');
        else {
          expect(program).toBe('flowc');
          let printed = '';
          await flowc(cwd, args, { onWrite: (text) => (printed += text) });
          session += printed.trimEnd() === '' ? '' : `${printed.trimEnd()}\n`;
          ran++;
        }
      }
      printing.push([block.text, session]);
    }
    expect(ran).toBeGreaterThan(4);
    if (process.env['UPDATE_README'] !== undefined) {
      writeFileSync(
        path,
        printing.reduce((text, [shown, printed]) => text.replace(shown, () => printed), lines.join('\n')),
      );
    } else for (const [shown, printed] of printing) expect(shown).toBe(printed);
  });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
