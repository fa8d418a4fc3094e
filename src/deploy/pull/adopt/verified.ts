/** Taking in what is live, until nothing is left that differs: what edits did not reach is written anew as a whole. */
import type { Named } from '../../../check/program.ts';
import type { ParsedProject } from '../../../compiler.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { SourceText } from '../../../text/text.ts';
import { compileFor } from '../../../workspace/compile-for.ts';
import { desired } from '../../desired.ts';
import { keyOf } from '../../lookup.ts';
import { makePlan } from '../../plan.ts';
import { sourceNames } from '../../source-names.ts';
import type { LiveResource, ResourceKey } from '../../types.ts';
import { placeAdded } from './place.ts';
import { adoptProject, type AdoptInput, type Adopted } from './project.ts';

export interface Verified extends Adopted {
  /** Every file to write, whole. */
  readonly written: readonly SourceText[];
  /** What still differs: source has no words for it. */
  readonly left: readonly ResourceKey[];
  /** Errors that the new source would have; then nothing is to be written. */
  readonly errors: readonly Diagnostic[];
}

export interface VerifyInput extends AdoptInput {
  /** The folder of the project's files, as paths of sources have it. */
  readonly root: string;
  readonly parse: (sources: readonly SourceText[]) => ParsedProject;
}

export async function adoptVerified(input: VerifyInput): Promise<Verified> {
  const first = await tryAdopting(input, new Set());
  const entities = first.left.filter(({ kind }) => kind !== 'flow' && kind !== 'module');
  if (entities.length === 0) return first;
  return tryAdopting(input, new Set(entities.map(keyOf)));
}

async function tryAdopting(input: VerifyInput, anew: ReadonlySet<string>): Promise<Verified> {
  const { sources, planned, program, settings, root, strangers, isWanted } = input;
  const adopted = adoptProject({ ...input, anew });
  const placed = placeAdded(adopted, program, sources, root);
  const made = new Map([...adopted.files, ...placed].map((file) => [file.path, file]));
  const texts = new Map(sources.map(({ path, text }) => [path, text]));
  const written = [...made.values()].filter(({ path, text }) => texts.get(path) !== text);
  const byPath = new Map(written.map((file) => [file.path, file]));
  const all = [
    ...sources.map((source) => byPath.get(source.path) ?? source),
    ...written.filter(({ path }) => !sources.some((source) => source.path === path)),
  ];
  const { inventory } = planned.lookup;
  const compiled = compileFor(input.parse(all), { inventory, settings }, { lint: false });
  const errors = compiled.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { ...adopted, written, left: [], errors };
  const wanted = desired({ program: compiled.program, flows: compiled.flows, inventory, tags: settings.tags });
  const live: LiveResource[] = [...planned.live, ...strangers];
  const now = new Set(live.map(keyOf));
  const plan = await makePlan(
    wanted.resources.filter((resource) => now.has(keyOf(resource))),
    live,
    {
      environment: planned.plan.environment,
      instance: planned.plan.instance,
      known: () => sourceNames(compiled.program, planned.lookup),
      identifierOf: (resource) => resource.name,
    },
  );
  const tried = new Set(adopted.taken.map(keyOf));
  const left = plan.changes.filter((change) => change.action !== 'none' && tried.has(keyOf(change)) && isTried(change));
  return { ...adopted, written, left, errors: [] };

  function isTried(change: ResourceKey): boolean {
    return isWanted(change) || strangers.some((resource) => keyOf(resource) === keyOf(change));
  }
}

/** The declarations that names on a command line mean: by identifier, or by the name in Connect. */
export function isCalled(names: ReadonlySet<string>, named: Pick<Named, 'name' | 'display'>): boolean {
  return names.has(named.name) || names.has(named.display);
}
