/**
 * `npm run bench [-- --quick] [-- --save] [-- --only publish]`: how fast flowc is, against the targets, and against bench/baseline.json.
 * Whole-process figures are ratios to a bare `node -e 0` that ran in turns with them, so they hold on other machines too.
 * Exits with 1 when a target is missed. `--save` writes the baseline.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDist, ensureModules } from '../scripts/ensure.mjs';
import { entities, fileOf, flow, seedOf, writeProject, writeSources } from './generate.mjs';
import { keystrokes, startUp } from './lsp.mjs';
import { oneRun, ratioBesideInstance, ratioToBare, root, warm } from './measure.mjs';

const quick = process.argv.includes('--quick');
const save = process.argv.includes('--save');
const [, only = ''] = process.argv.includes('--only') ? process.argv.slice(process.argv.indexOf('--only')) : [];
const pairs = quick ? 9 : 25;

ensureModules();
ensureDist();
const folder = mkdtempSync(join(tmpdir(), 'flowc-bench-'));
const { compile } = await import('../dist/index.js');

const version = () => {
  const { ratio, ours } = ratioToBare(['--version'], { pairs });
  return { value: ratio, note: `${ours.toFixed(0)} ms` };
};

const coldCheck = () => {
  writeFileSync(join(folder, 'one.flow'), fileOf(12_000));
  const { ratio, ours } = ratioToBare(['check', 'one.flow'], { cwd: folder, pairs });
  return { value: ratio, note: `${ours.toFixed(0)} ms` };
};

const warmCompile = () => {
  const sources = [
    { path: 'entities.flow', text: entities(0) },
    { path: 'flow.flow', text: flow(0) },
  ];
  const compileOne = () => {
    const compiled = compile(sources);
    return compiled.flows[0].emitted().json;
  };
  const problems = compile(sources).diagnostics.map((diagnostic) => diagnostic.code);
  if (problems.length > 0) throw new Error(`the generated flow is not clean any more: ${problems.join(', ')}`);
  const json = compileOne();
  const [ours, theirs] = warm([compileOne, () => JSON.stringify(JSON.parse(json))], quick ? 1000 : 3000);
  return { value: ours / theirs, note: `${ours.toFixed(2)} ms against ${theirs.toFixed(2)} ms` };
};

function project(count) {
  const path = join(folder, `project-${count}`);
  if (!existsSync(path)) writeProject(path, count);
  const clean = () => rmSync(join(path, 'build'), { recursive: true, force: true });
  return { path, clean };
}

const thousand = () => {
  const { path, clean } = project(1000);
  const { ratio, ours } = ratioToBare(['build', '--quiet'], { cwd: path, pairs: quick ? 3 : 5, before: clean });
  return { value: ratio, note: `${ours.toFixed(0)} ms` };
};

let big;
const tenThousand = () => {
  big ??= (() => {
    const run = (count) => {
      const { path, clean } = project(count);
      clean();
      return oneRun(['build', '--quiet'], path);
    };
    run(1000);
    return { small: Math.min(run(1000).ms, run(1000).ms), large: run(10_000) };
  })();
  return big;
};

const linear = () => {
  const { small, large } = tenThousand();
  return { value: large.ms / small / 10, note: `${(large.ms / 1000).toFixed(1)} s` };
};

const memory = () => ({ value: tenThousand().large.megabytes, note: '' });

const corpus = () => {
  const path = join(root, '..', 'shared', 'corpus');
  if (!existsSync(path)) return undefined;
  const { ms } = oneRun(['import', path, '--out', join(folder, 'corpus'), '--force', '--quiet'], folder);
  return { value: ms / 1000, note: '' };
};

const publish = async () => {
  const path = join(folder, 'publish');
  const runs = quick ? 3 : 9;
  writeProject(path, 12, 3);
  // Functions and prompts, which nobody can publish, are there for all rounds.
  writeFileSync(join(path, 'local-seed.json'), JSON.stringify(seedOf(3 * (runs + 1))));
  const { ratio, ours } = await ratioBesideInstance(['publish', '--quiet'], {
    cwd: path,
    pairs: runs,
    instanceArgs: ['--quota', 'Flows per instance=500'],
    before: (n) => writeSources(path, 12, 3, n + 1),
  });
  return { value: ratio, note: `${ours.toFixed(0)} ms` };
};

const plan = async () => {
  const path = join(folder, 'plan');
  writeProject(path, 200);
  const { ratio, ours } = await ratioBesideInstance(['plan', '--exit-code'], {
    cwd: path,
    pairs: quick ? 3 : 9,
    instanceArgs: ['--quota', 'Flows per instance=500'],
    once: [['publish', '--quiet']],
  });
  return { value: ratio, note: `${ours.toFixed(0)} ms` };
};

const firstDiagnostics = async () => {
  const { path } = project(200);
  await startUp(path);
  const times = [];
  for (let i = 0; i < (quick ? 3 : 7); i++) times.push(await startUp(path));
  return { value: times.sort((a, b) => a - b)[times.length >> 1], note: '' };
};

const keystroke = async () => {
  const { path } = project(173);
  const times = (await keystrokes(path, quick ? 60 : 200)).sort((a, b) => a - b);
  return { value: times[Math.floor(times.length * 0.95)], note: `middle ${times[times.length >> 1].toFixed(1)} ms` };
};

/** Name, unit, target (at most), how it is measured. What writes thousands of files is last: the disk is busy for a while after it. */
const MEASURES = [
  ['flowc --version', '× bare node', 1.3, version],
  ['flowc check, one file of 12 kB, cold', '× bare node', 2.2, coldCheck],
  ['compile a flow of 30 actions, warm', '× JSON.parse and stringify of its JSON', 10, warmCompile],
  ['flowc publish, 12 new flows, running instance', '× bare node', 12, publish],
  ['flowc plan, 200 flows, unchanged', '× bare node', 25, plan],
  ['flowc import, all corpus files', 's', 3, corpus],
  ['flowc lsp, start to diagnostics of 200 flows', 'ms', 400, firstDiagnostics],
  ['flowc lsp, keystroke in 2,000 lines to diagnostics', 'ms, 19 of 20', 30, keystroke],
  ['flowc build, 1,000 flows, files written', '× bare node', 40, thousand],
  ['flowc build, 10,000 flows', '× ten times 1,000', 1.2, linear, 'slow'],
  ['flowc build, 10,000 flows, peak memory', 'MB', 1024, memory, 'slow'],
];

const file = join(root, 'bench', 'baseline.json');
const baseline = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { figures: {} };
const figures = {};
let missed = 0;
console.log(`${'what'.padEnd(42)} ${'figure'.padStart(8)} ${'target'.padStart(7)} ${'before'.padStart(8)}   unit`);
for (const [name, unit, target, measure, slow] of MEASURES) {
  if ((slow && quick) || !name.includes(only)) continue;
  let measured;
  try {
    measured = await measure();
  } catch (error) {
    missed++;
    console.log(`${name.padEnd(42)}   FAILED ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    continue;
  }
  if (measured === undefined) {
    console.log(`${name.padEnd(42)}  skipped: ../shared/corpus is not there`);
    continue;
  }
  const { value, note } = measured;
  figures[name] = Number(value.toFixed(2));
  const before = baseline.figures[name]?.toFixed(2) ?? '-';
  if (value > target) missed++;
  const verdict = value > target ? 'MISSED' : 'ok';
  console.log(
    `${name.padEnd(42)} ${value.toFixed(2).padStart(8)} ${String(target).padStart(7)} ${before.padStart(8)}   ${verdict}, ${unit}${note ? ` (${note})` : ''}`,
  );
}
rmSync(folder, { recursive: true, force: true });
if (save) {
  const about = { node: process.version, platform: `${process.platform}-${process.arch}` };
  writeFileSync(file, `${JSON.stringify({ ...about, figures: { ...baseline.figures, ...figures } }, null, 2)}\n`);
}
process.exitCode = missed > 0 ? 1 : 0;
