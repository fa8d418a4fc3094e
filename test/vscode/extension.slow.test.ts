/**
 * The extension as it is packed: what its manifest names is there, and in a host with a `vscode` of ours it starts the
 * real language server and shows its pictures. A real VS Code is not among what these tests can install.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { chooseFlowc } from '../../editors/vscode/src/server.ts';
import { render } from '../../src/diagnostics/render/index.ts';
import { compile } from '../../src/compiler.ts';
import { parse } from '../../src/syntax/parse.ts';
import { assemble, pack } from '../../scripts/vscode.mjs';
import { activate, textDocument, type Host } from './host.ts';
import { entriesOf } from './zip.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const EXTENSION = join(ROOT, 'editors/vscode');

interface Manifest {
  readonly main: string;
  readonly icon: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly languages: readonly { readonly configuration: string; readonly icon: { light: string; dark: string } }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly snippets: readonly { readonly path: string }[];
    readonly jsonValidation: readonly { readonly url: string }[];
    readonly problemMatchers: readonly [{ readonly pattern: readonly [{ regexp: string }, { regexp: string }] }];
    readonly walkthroughs: readonly [
      { readonly steps: readonly { readonly description: string; readonly media: { readonly markdown: string } }[] },
    ];
    readonly taskDefinitions: readonly [
      { readonly properties: { readonly command: { readonly enum: readonly string[] } } },
    ];
  };
}

const manifest = JSON.parse(readFileSync(join(EXTENSION, 'package.json'), 'utf8')) as Manifest;
const { contributes } = manifest;

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'flowc-vscode-'));
  await assemble(join(folder, 'extension'), { server: true });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package', () => {
  test('has what its manifest names', () => {
    const out = pack(join(folder, 'extension'));
    const names = entriesOf(readFileSync(out)).map((name) => name.replace(/^extension\//, ''));
    const named = [
      manifest.main,
      manifest.icon,
      ...contributes.languages.flatMap(({ configuration, icon }) => [configuration, icon.light, icon.dark]),
      ...contributes.grammars.map(({ path }) => path),
      ...contributes.snippets.map(({ path }) => path),
      ...contributes.jsonValidation.map(({ url }) => url),
      ...contributes.walkthroughs[0].steps.map(({ media }) => media.markdown),
      'picture/page.js',
      'picture/page.css',
      'THIRD-PARTY-LICENSES.txt',
      'server/bin/flowc.cjs',
      'server/dist/lsp.cjs',
      'server/docs/diagnostics/README.md',
    ];
    expect(names).toEqual(expect.arrayContaining(named.map((path) => path.replace(/^\.\//, ''))));
    expect(names).toContain('extension.vsixmanifest');
    expect(names.filter((name) => /\.ts$|tsconfig|node_modules/.test(name))).toEqual([]);
  }, 120_000);

  test('names the licences of what is bundled', () => {
    const text = readFileSync(join(folder, 'extension', 'THIRD-PARTY-LICENSES.txt'), 'utf8');
    for (const name of ['vscode-languageclient', 'vscode-jsonrpc', 'elkjs']) expect(text).toContain(`${name} `);
  });
});

describe('in a host', () => {
  let host: Host;
  const text = 'inbound flow Main {\n  on error -> disconnect\n  play "Hello."\n  -> disconnect\n}\n';
  const path = () => join(folder, 'project', 'main.flow');
  beforeAll(async () => {
    mkdirSync(join(folder, 'project'));
    writeFileSync(path(), text);
    const documents = [textDocument(path(), text)];
    host = await activate({
      extension: join(folder, 'extension'),
      folder: join(folder, 'project'),
      settings: {},
      documents,
    });
    host.edit(documents[0]!, 2, 4);
  });
  afterAll(() => host.end());

  test('every command that menus, walkthroughs and the palette name is there', () => {
    const named = [
      ...contributes.commands.map(({ command }) => command),
      ...Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command)),
      ...contributes.walkthroughs[0].steps.flatMap(({ description }) =>
        [...description.matchAll(/command:([\w.]+)/g)].map(([, command]) => command ?? ''),
      ),
    ];
    expect(named.filter((command) => !host.commands.has(command))).toEqual([]);
  });

  test('the server starts and says its version', async () => {
    await vi
      .waitFor(() => expect(host.status['text']).toMatch(/^flowc \d/), 20_000)
      .catch((error: unknown) => {
        throw new Error(`${String(error)}\n${host.complaints.join('\n')}`);
      });
    expect(host.complaints).toEqual([]);
  });

  test('the picture comes, follows the cursor and leads back', async () => {
    host.commands.get('flowc.showPicture')?.();
    const panel = host.panels[0]!;
    expect(panel.html).toContain("default-src 'none'");
    panel.hear({ type: 'ready' });
    await vi.waitFor(() => expect(panel.said.map(({ type }) => type)).toContain('picture'), 20_000);
    const { picture } = panel.said.find(({ type }) => type === 'picture') as unknown as {
      picture: {
        name: string;
        nodes: { id: string; text?: string; location: { range: { start: { line: number } } } }[];
      };
    };
    expect(picture.name).toBe('Main');
    const play = picture.nodes.find((node) => node.text?.includes('Hello'));
    expect(play?.location.range.start.line).toBe(2);
    expect(panel.said.at(-1)).toEqual({ type: 'cursor', node: play?.id });
    expect(panel.title).toBe('Main');

    panel.hear({ type: 'open', place: play?.location });
    await vi.waitFor(() => expect(host.shown).toHaveLength(1));
    expect(host.shown[0]?.line).toBe(2);
    panel.close();
  });

  test('tasks run the flowc that serves', async () => {
    const provider = host.providers.get('flowc');
    const tasks = provider?.provideTasks() ?? [];
    expect(tasks.map(({ definition }) => definition.command)).toEqual(
      contributes.taskDefinitions[0].properties.command.enum,
    );
    for (const { execution, problemMatchers } of tasks) {
      expect(existsSync(execution.args[0] ?? '')).toBe(true);
      expect(execution.options.cwd).toBe(join(folder, 'project'));
      expect(problemMatchers).toBe('$flowc');
    }
    const definition = { type: 'flowc', command: 'check', arguments: ['--max-warnings', '0'] };
    expect(provider?.resolveTask({ definition })?.execution.args.slice(1)).toEqual(['check', '--max-warnings', '0']);
    await host.commands.get('flowc.publishLocal')?.();
    expect(host.tasks[0]?.execution.args.slice(1)).toEqual(['publish', '--env', 'local']);
  });

  test('code lenses show references', async () => {
    const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 3 } };
    await host.commands.get('flowc.showReferences')?.('file:///a.flow', range.start, [
      { uri: 'file:///b.flow', range },
    ]);
    const { command, args } = host.executed.at(-1)!;
    expect(command).toBe('editor.action.showReferences');
    expect(String(args[0])).toBe('file:///a.flow');
    expect(args[2]).toHaveLength(1);
  });
});

describe('which flowc', () => {
  const choice = { setting: '', folders: ['/centre/flows'], isTrusted: true, extension: '/ext' };
  const own = '/centre/node_modules/flowc/bin/flowc.cjs';
  test('the project’s own, where it is trusted', () => {
    expect(chooseFlowc(choice, (path) => path === own)).toEqual({ launcher: own, from: 'project' });
    expect(chooseFlowc({ ...choice, isTrusted: false, setting: 'x' }, () => true)).toEqual({
      launcher: '/ext/server/bin/flowc.cjs',
      from: 'extension',
    });
    expect(chooseFlowc(choice, () => false).from).toBe('extension');
  });
  test('the setting’s before all', () => {
    const setting = 'tools/flowc';
    expect(chooseFlowc({ ...choice, setting }, () => false)).toEqual({
      launcher: '/centre/flows/tools/flowc/bin/flowc.cjs',
      from: 'setting',
    });
    expect(chooseFlowc({ ...choice, setting: '/x/flowc.cjs' }, () => true).launcher).toBe('/x/flowc.cjs');
  });
});

describe('what stands in the manifest and beside it', () => {
  test('the problem matcher reads what flowc prints', () => {
    const source = { path: 'flows/main.flow', text: 'inbound flow A {\n  plya "x"\n}\n' };
    const { diagnostics } = compile([source]);
    const [head, place] = contributes.problemMatchers[0].pattern.map(({ regexp }) => new RegExp(regexp));
    const lines = render(diagnostics, { format: 'human', colour: false, width: 80 }).split('\n');
    const at = lines.findIndex((line) => head?.test(line));
    expect(head?.exec(lines[at] ?? '')?.slice(1, 3)).toEqual(['error', 'check/unknown-statement']);
    expect(place?.exec(lines[at + 1] ?? '')?.slice(1)).toEqual(['flows/main.flow', '2', '3']);
  });

  const snippets = JSON.parse(readFileSync(join(EXTENSION, 'snippets/flow.json'), 'utf8')) as Record<
    string,
    { readonly body: readonly string[] }
  >;
  test.each(Object.entries(snippets))('the snippet "%s" parses', (_name, { body }) => {
    const filled = body
      .join('\n')
      .replace(/\$\{\d+:((?:\\.|[^}])*)\}/g, '$1')
      .replace(/\$0/g, '')
      .replaceAll('\\$', '$');
    const isDeclaration = /^(?:\/\/\/|queue|hours|number)/.test(filled);
    const whole = isDeclaration ? filled : `inbound flow F {\n${filled}\n}`;
    expect(parse({ path: 'a.flow', text: `${whole}\n` }).diagnostics).toEqual([]);
  });

  test('patterns of the language configuration', () => {
    const { wordPattern, indentationRules, onEnterRules } = JSON.parse(
      readFileSync(join(EXTENSION, 'language-configuration.json'), 'utf8'),
    ) as {
      readonly wordPattern: { readonly pattern: string; readonly flags: string };
      readonly indentationRules: { readonly increaseIndentPattern: string; readonly decreaseIndentPattern: string };
      readonly onEnterRules: readonly {
        readonly beforeText: string;
        readonly action: { readonly appendText: string };
      }[];
    };
    const words = 'set queue お問い合わせ・窓口 at-capacity $.Attributes.tier 10s'.match(
      new RegExp(wordPattern.pattern, `g${wordPattern.flags}`),
    );
    expect(words).toEqual(['set', 'queue', 'お問い合わせ・窓口', 'at-capacity', '$.Attributes.tier', '10s']);
    const opens = new RegExp(indentationRules.increaseIndentPattern);
    expect(
      ['check hours H {', '  menu (', '  a: [ // why', 'play "{" {'].map((line) => opens.test(line)),
    ).not.toContain(false);
    expect(['play "{"', '// {', 'a { b: 1 }', '"{'].map((line) => opens.test(line))).not.toContain(true);
    expect(
      ['}', '  ) {', ' ]'].map((line) => new RegExp(indentationRules.decreaseIndentPattern).test(line)),
    ).not.toContain(false);
    const continued = (line: string) =>
      onEnterRules.find(({ beforeText }) => new RegExp(beforeText).test(line))?.action.appendText;
    expect(continued('  /// what it is')).toBe('/// ');
    expect(continued('  /// ')).toBeUndefined();
    expect(continued('  //// no')).not.toBe('/// ');
  });
});
