/** What a flow has from the project around it: declarations of what it refers to, and flows that lead to it. */
import type { Named, Program } from '../../check/program.ts';
import type { EntityKind } from '../../entities/types.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import type { SourceText } from '../../text/text.ts';

/**
 * The declaration of what a parameter refers to. The value itself is an id that depends on the environment; the name that
 * people know stands beside it in `display`.
 */
export function referredTo(
  program: Program | undefined,
  kind: EntityKind,
  action: FlowAction,
  path: string,
): Named | undefined {
  const display = action.display?.[path];
  return program === undefined || display === undefined ? undefined : byDisplay(program, kind).get(display);
}

const displays = new WeakMap<Program, Map<EntityKind, ReadonlyMap<string, Named>>>();

/** Declarations of a kind by what the console calls them; the first of several. Made once: every block asks. */
function byDisplay(program: Program, kind: EntityKind): ReadonlyMap<string, Named> {
  const ofProgram = displays.get(program) ?? new Map<EntityKind, ReadonlyMap<string, Named>>();
  displays.set(program, ofProgram);
  let index = ofProgram.get(kind);
  if (index === undefined) {
    const found = new Map<string, Named>();
    for (const named of program.names.get(kind)?.values() ?? []) {
      if (!found.has(named.display)) found.set(named.display, named);
    }
    index = found;
    ofProgram.set(kind, index);
  }
  return index;
}

const targets = new WeakMap<Program, ReadonlySet<string>>();

/** `transfer to flow Name`, `set disconnect "Name"`; in a comment it does no harm. */
const TRANSFER = /\b(?:transfer\s+to\s+flow|set\s+disconnect)\s+(?:"([^"\n]*)"|([^\s{},]+))/g;

/** Display names of the flows that contacts come to out of another flow of the project. */
function transferTargets(program: Program): ReadonlySet<string> {
  let shown = targets.get(program);
  if (shown === undefined) {
    const flows = program.names.get('flow');
    const found = new Set<string>();
    for (const { source } of program.files) {
      for (const name of namedIn(source)) {
        const named = flows?.get(name);
        if (named !== undefined) found.add(named.display);
      }
    }
    shown = found;
    targets.set(program, shown);
  }
  return shown;
}

const namedTargets = new WeakMap<SourceText, readonly string[]>();

/** Names of flows that a file transfers to. Kept by file: in an editor all but one stay as they are. */
function namedIn(source: SourceText): readonly string[] {
  let names = namedTargets.get(source);
  if (names === undefined) {
    names = [...source.text.matchAll(TRANSFER)].map((match) => (match[1] ?? match[2] ?? '').normalize('NFC'));
    namedTargets.set(source, names);
  }
  return names;
}

/**
 * Whether contacts come to the flow with this display name out of another one of the project: they are transferred, or it
 * is their disconnect flow. Undefined where the project is this one flow, so that nobody knows.
 */
export function isTransferredTo(program: Program, display: string | undefined): boolean | undefined {
  const flows = program.names.get('flow');
  if (flows === undefined || flows.size < 2) return undefined;
  return display !== undefined && transferTargets(program).has(display);
}

const dialled = new WeakMap<Program, ReadonlySet<string>>();

/** Whether a number of the project leads to the flow with this display name, so that calls come to it. */
export function isDialled(program: Program, display: string | undefined): boolean {
  let flows = dialled.get(program);
  if (flows === undefined) {
    const targets = [...(program.names.get('number')?.values() ?? [])].map(({ declaration }) =>
      declaration.kind === 'entity' ? declaration.target?.text.normalize('NFC') : undefined,
    );
    const found = targets.map((target) => program.names.get('flow')?.get(target ?? '')?.display);
    flows = new Set(found.filter((name) => name !== undefined));
    dialled.set(program, flows);
  }
  return display !== undefined && flows.has(display);
}
