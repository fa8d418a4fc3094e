/**
 * The VS Code extension, whole and ready to run, in build/vscode; with `--pack` also as build/flowc-vscode-<version>.vsix.
 *
 * `node scripts/vscode.mjs [--pack] [--no-server]`: without the server for tests of what is around it.
 * To try it: `code --extensionDevelopmentPath=build/vscode`.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { ensureDist } from './ensure.mjs';
import { licences } from './lib/licences.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(root, 'editors', 'vscode');
/** What the extension takes over as it stands. */
const AS_IS = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'language-configuration.json',
  'media',
  'package.json',
  'snippets',
  'syntaxes',
];

/** Puts the extension together in `out`; `server`: with flowc in it. */
export async function assemble(out, { server }) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(join(out, 'picture'), { recursive: true });
  for (const name of AS_IS) cpSync(join(source, name), join(out, name), { recursive: true });
  rmSync(join(out, 'media', 'icon.svg'));
  cpSync(join(root, 'schemas', 'flowc.schema.json'), join(out, 'schemas', 'flowc.schema.json'));
  cpSync(join(source, 'src', 'picture', 'page.css'), join(out, 'picture', 'page.css'));
  const bundles = await bundle(out);
  if (server) copyServer(join(out, 'server'));
  writeFileSync(join(out, 'THIRD-PARTY-LICENSES.txt'), licences(root, bundles));
}

async function bundle(out) {
  const common = {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    charset: 'utf8',
  };
  const extension = build({
    ...common,
    entryPoints: ['editors/vscode/src/extension.ts'],
    outfile: join(out, 'extension.cjs'),
    format: 'cjs',
    platform: 'node',
    // That of VS Code 1.100, the first whose Node flowc runs on.
    target: 'node20.19',
    external: ['vscode'],
  });
  const page = build({
    ...common,
    entryPoints: ['editors/vscode/src/picture/page.ts'],
    outfile: join(out, 'picture', 'page.js'),
    format: 'iife',
    platform: 'browser',
    target: 'chrome132',
    // The layout runs on the page: its other way, a worker of Node, is not used.
    external: ['web-worker'],
  });
  return (await Promise.all([extension, page])).map((result) => result.metafile);
}

/** flowc as npm would install it, less the library and its types. */
function copyServer(out) {
  ensureDist();
  const dist = join(root, 'dist');
  const isWanted = (path) => !/^(?:cache|types|index\.js)/.test(path.slice(dist.length + 1));
  cpSync(dist, join(out, 'dist'), { recursive: true, filter: isWanted });
  for (const name of ['bin', join('docs', 'diagnostics'), 'schemas', 'package.json', 'LICENSE']) {
    cpSync(join(root, name), join(out, name), { recursive: true });
  }
}

/** The .vsix; its path. */
export function pack(extension) {
  const { name, version } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
  const out = join(dirname(extension), `${name}-${version}.vsix`);
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const args = [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--out', out];
  execFileSync(process.execPath, args, { cwd: extension, stdio: ['ignore', 'inherit', 'inherit'] });
  if (!existsSync(out)) throw new Error('vsce has made no package');
  return out;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const out = join(root, 'build', 'vscode');
  await assemble(out, { server: !process.argv.includes('--no-server') });
  if (process.argv.includes('--pack')) pack(out);
}
