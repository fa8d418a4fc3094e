/**
 * Flows that were found to be the same as what is live, the last time that somebody looked. What nobody touched since, on
 * either side, need not be lowered and compared again. A record that is lost, old or broken costs time and nothing else.
 */
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allNames } from '../check/names.ts';
import type { Environment, Program } from '../check/program.ts';
import { workOnFlow, type ParsedProject, type WorkOnFlow } from '../compiler.ts';
import type { Lowered } from '../constructs/lower.ts';
import type { Flow } from '../syntax/ast.ts';
import { isObject } from '../text/json.ts';
import type { SourceText } from '../text/text.ts';
import { hashOf } from './fingerprint.ts';
import { folderOf, makeRecordFolder } from './publish/folders.ts';
import type { EnvironmentSettings } from '../workspace/environments.ts';
import type { LiveResource, Resource } from './types.ts';

export interface Unchanged {
  /** Takes the place of `workOnFlow`: flows that are known are lowered when somebody asks for what they mean. */
  readonly work: WorkOnFlow;
  /** True: source and instance were the same flow, and both are what they were then. */
  readonly isKnown: (live: LiveResource, wanted: Resource) => boolean;
  /** They were compared, and are the same. */
  readonly learn: (live: LiveResource, wanted: Resource) => void;
  /** Writes down what was learned, if anything was. */
  readonly keep: () => void;
}

export interface Records {
  /** Folder of the project. */
  readonly root: string;
  readonly environment: string;
  /** Which build of flowc this is: another one may make another flow of the same text. */
  readonly build: string;
  readonly instanceArn: string;
  /** The values that the environment gives to params. */
  readonly values: EnvironmentSettings['params'];
}

export function unchangedFlows(records: Records, { params }: ParsedProject): Unchanged {
  const known = readKnown(records);
  const same = new Map<string, string>();
  const made = new Map<Flow, string>();
  const { build, instanceArn, values } = records;
  const declared = params.map(({ name, type, fallback }) => [name, type, fallback]);
  const madeOf = hashes([build, instanceArn, values, declared]);

  const keyed = (wanted: Resource): string | undefined => {
    const declaration = wanted.flow?.compiled?.declaration;
    return declaration && made.get(declaration);
  };
  return {
    work: (flow, source, program, options) => {
      if (options.lint) return workOnFlow(flow, source, program, options);
      const hash = madeOf(flow, source, program, options.environment);
      const lower = () => workOnFlow(flow, source, program, options);
      if (known.has(hash)) {
        made.set(flow, hash);
        return { lowered: late(() => lower().lowered), findings: [] };
      }
      const work = lower();
      // Of a flow that is known nothing is told again.
      if (work.lowered.diagnostics.length === 0) made.set(flow, hash);
      return work;
    },
    isKnown: (live, wanted) => {
      const hash = keyed(wanted);
      if (hash === undefined || known.get(hash) !== hashOf(live)) return false;
      same.set(hash, known.get(hash) as string);
      return true;
    },
    learn: (live, wanted) => {
      const hash = keyed(wanted);
      if (hash !== undefined) same.set(hash, hashOf(live));
    },
    keep: () => {
      if (same.size !== known.size || [...same].some(([hash, live]) => known.get(hash) !== live)) write(records, same);
    },
  };
}

/** A hash of all that a flow is made from: its file, its name, and what the names of the project stand for. */
function hashes(about: readonly unknown[]) {
  const files = new Map<SourceText, string>();
  let names: string | undefined;
  return (flow: Flow, source: SourceText, program: Program, environment: Environment): string => {
    names ??= sha256(JSON.stringify([about, [...allNames(program)].map((named) => meaningOf(named, environment))]));
    let file = files.get(source);
    if (file === undefined) files.set(source, (file = sha256(`${names} ${source.text}`)));
    return `${file} ${flow.name.text}`;
  };
}

function meaningOf(named: Parameters<Environment['bind']>[0], environment: Environment): readonly unknown[] {
  const { kind, name, display, existing, pin } = named;
  return [kind, name, display, existing, pin, environment.bind(named)];
}

function late(lower: () => Lowered): Lowered {
  let lowered: Lowered | undefined;
  const get = () => (lowered ??= lower());
  return {
    get graph() {
      return get().graph;
    },
    diagnostics: [],
    get references() {
      return get().references;
    },
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

const FILE = 'flows.json';

function readKnown({ root, environment }: Records): ReadonlyMap<string, string> {
  try {
    const said: unknown = JSON.parse(readFileSync(join(folderOf(root, 'unchanged', environment), FILE), 'utf8'));
    return new Map(isObject(said) ? Object.entries(said).map(([hash, live]) => [hash, String(live)]) : []);
  } catch {
    return new Map(); // there is none yet
  }
}

function write({ root, environment }: Records, same: ReadonlyMap<string, string>): void {
  let beside: string | undefined;
  try {
    const folder = makeRecordFolder(root, 'unchanged', environment);
    beside = join(folder, `${FILE}.${process.pid}.tmp`);
    writeFileSync(beside, JSON.stringify(Object.fromEntries(same)));
    renameSync(beside, join(folder, FILE));
  } catch {
    // In a project that cannot be written to, the next plan takes as long as this one.
    if (beside !== undefined) rmSync(beside, { force: true });
  }
}
