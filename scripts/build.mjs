/**
 * Builds dist/: the command line as CommonJS bundles (the fastest to start), the library as one ES module with its types.
 * Everything is bundled, so the published package has no dependencies.
 *
 * `node scripts/build.mjs [--no-types]`: without types for tests and benches of the command line.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { parserOnly } from './lib/parser-only.mjs';
import { requestsOnly } from './lib/requests-only.mjs';
import { withoutProse } from './lib/without-prose.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
/** Built beside and then put in place, so that a build that fails leaves the last one working. */
const work = join(root, `dist.${process.pid}`);

/** Verbs with a bundle of their own, which holds all that it takes to run them and nothing else. */
const VERBS = ['build', 'check', 'explain', 'fmt', 'import', 'init'];

/** What is loaded when it is needed, by the name of the file that is imported. */
const APART = {
  ...Object.fromEntries(VERBS.map((verb) => [`${verb}.ts`, `verb:${verb}`])),
  'fix.ts': 'src/cli/fix.ts',
  'watch.ts': 'src/cli/watch.ts',
  'list-rules.ts': 'src/cli/list-rules.ts',
  'schema-check.ts': 'src/flowjson/schema-check.ts',
  'offline.ts': 'src/cli/offline.ts',
  'build-target.ts': 'src/cli/build-target.ts',
  'instance.ts': 'src/cli/instance.ts',
};
/** What speaks to an instance loads when it does so: the AWS SDK, and the server of the local instance. */
const INSTANCE = { 'aws.ts': ['sdk', 'src/connect/aws.ts'], 'start.ts': ['local', 'src/connect/local/start.ts'] };

/**
 * What shows people the prose that the verbs leave out is made with all of the data: the language server, and the pages of
 * all codes for formats that carry them.
 */
const WITH_PROSE = { 'lsp.ts': 'verb:lsp', 'codes.ts': 'src/diagnostics/codes.ts' };

const CHUNKS = new Map([
  ...Object.keys({ ...APART, ...WITH_PROSE }).map((name) => [name, name.replace(/\.ts$/, '')]),
  ...Object.entries(INSTANCE).map(([name, [chunk]]) => [name, chunk]),
]);

const apart = {
  name: 'verbs-apart',
  setup({ onResolve }) {
    onResolve({ filter: /\.ts$/ }, ({ path, kind }) => {
      const chunk = kind === 'dynamic-import' ? CHUNKS.get(path.split('/').at(-1)) : undefined;
      return chunk === undefined ? undefined : { path: `./${chunk}.cjs`, external: true };
    });
  },
};

/** A verb's bundle: its file, and a start that need not look for it. */
const verbBundles = {
  name: 'verb-bundles',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^verb:/ }, ({ path }) => ({ path: path.slice('verb:'.length), namespace: 'verb' }));
    onLoad({ filter: /.*/, namespace: 'verb' }, ({ path }) => ({
      contents: `import { verb } from './src/cli/commands/${path}.ts';
        import { run as start } from './src/cli/run.ts';
        export { verb };
        export const run = (args, root) => start(args, root, { name: '${path}', verb });`,
      resolveDir: root,
    }));
  },
};

const common = {
  absWorkingDir: root,
  bundle: true,
  charset: 'ascii',
  platform: 'node',
  target: 'node20.19',
  define: { FLOWC_VERSION: JSON.stringify(version) },
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
};

const chunked = {
  ...common,
  outdir: work,
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  minify: true,
  // The launcher calls the bundle like this; written here, it need not be put together at every start.
  banner: { js: '(function (exports, require, module) {' },
  footer: { js: '})' },
  plugins: [apart],
  supported: { 'dynamic-import': false },
};

async function bundles() {
  const cli = build({
    ...chunked,
    entryPoints: {
      cli: 'src/cli/run.ts',
      ...Object.fromEntries(Object.entries(APART).map(([name, file]) => [name.replace(/\.ts$/, ''), file])),
    },
    plugins: [apart, verbBundles, withoutProse, parserOnly],
    // Loading it costs a tenth of a start.
    alias: { 'node:child_process': './scripts/no-child-process.mjs' },
  });
  const shown = build({
    ...chunked,
    entryPoints: Object.fromEntries(
      Object.entries(WITH_PROSE).map(([name, file]) => [name.replace(/\.ts$/, ''), file]),
    ),
    plugins: [apart, verbBundles, parserOnly],
    mainFields: ['module', 'main'],
  });
  const instance = build({
    ...chunked,
    entryPoints: Object.fromEntries(Object.values(INSTANCE)),
    // Of the SDK's two builds the one whose unused parts can be left out.
    mainFields: ['module', 'main'],
    plugins: [apart, requestsOnly, parserOnly],
  });
  const library = build({
    ...common,
    entryPoints: { index: 'src/index.ts' },
    outdir: work,
    format: 'esm',
    plugins: [parserOnly],
    sourcemap: false,
  });
  const plugin = build({
    ...common,
    entryPoints: { prettier: 'src/prettier.ts' },
    outdir: work,
    format: 'esm',
    plugins: [parserOnly],
    // Prettier is the user's own.
    external: ['prettier', 'prettier/*'],
  });
  const metafiles = (await Promise.all([cli, shown, instance, library, plugin])).map((result) => result.metafile);
  for (const name of readdirSync(work)) if (name.endsWith('.cjs')) keepAscii(join(work, name));
  return metafiles;
}

/** The launcher reads bundles as Latin-1. esbuild escapes what is not ASCII in strings and names, but not in regular expressions. */
function keepAscii(file) {
  const text = readFileSync(file, 'utf8');
  const escaped = text.replace(/[^\x00-\x7f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  if (escaped !== text) writeFileSync(file, escaped);
}

function types() {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = [tsc, '-p', 'tsconfig.build.json', '--outDir', join(work, 'types')];
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
    child.on('exit', (code) => (code === 0 ? settle() : fail(new Error('the types were not built'))));
  }).then(keepReachableTypes);
}

/** Of the declarations, the public ones and what they need: the others describe what nobody can import. */
function keepReachableTypes() {
  const folder = join(work, 'types');
  const reachable = new Set();
  const visit = (file) => {
    if (reachable.has(file)) return;
    reachable.add(file);
    for (const [, path] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']*)\.ts'|import\("(\.[^"]*)\.ts"\)/g)) {
      if (path) visit(join(dirname(file), `${path}.d.ts`));
    }
  };
  for (const name of ['index', 'prettier']) visit(join(folder, 'src', `${name}.d.ts`));
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && !reachable.has(file)) rmSync(file);
  }
}

/** The licences of what is bundled, as they ask for. */
function licences(metafiles) {
  const packages = new Set();
  for (const { inputs } of metafiles) {
    for (const input of Object.keys(inputs)) {
      const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
      if (found) packages.add(found[1]);
    }
  }
  return [...packages].sort().map((folder) => {
    const about = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder)).find((name) => /^licen[cs]e/i.test(name));
    const text = file ? readFileSync(join(root, folder, file), 'utf8').trim() : `Licence: ${about.license}`;
    return `${about.name} ${about.version}\n\n${text}\n`;
  });
}

rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
// A build that fails, or is interrupted by an error, leaves nothing behind.
process.once('exit', () => rmSync(work, { recursive: true, force: true }));
const [metafiles] = await Promise.all([bundles(), process.argv.includes('--no-types') ? undefined : types()]);
writeFileSync(join(work, 'THIRD-PARTY-LICENSES.txt'), licences(metafiles).join(`\n${'-'.repeat(80)}\n\n`));

const hash = createHash('sha256');
for (const name of readdirSync(work)
  .filter((name) => name.endsWith('.cjs'))
  .sort()) {
  hash.update(readFileSync(join(work, name)));
}
writeFileSync(join(work, 'stamp.json'), `${JSON.stringify({ version, build: hash.digest('hex').slice(0, 16) })}\n`);

// Renaming is one step: somebody who runs the program meanwhile, or builds too, meets a whole dist/, old or new.
const dist = join(root, 'dist');
const old = `${work}.old`;
if (existsSync(dist)) renameSync(dist, old);
renameSync(work, dist);
rmSync(old, { recursive: true, force: true, maxRetries: 5 });
