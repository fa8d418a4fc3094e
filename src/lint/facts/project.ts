/** What a flow has from the project around it: declarations of what it refers to, and flows that lead to it. */
import type { Named, Program } from '../../check/program.ts';
import type { EntityKind } from '../../entities/types.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';

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
  const declared = program?.names.get(kind);
  if (display === undefined || declared === undefined) return undefined;
  for (const named of declared.values()) if (named.display === display) return named;
  return undefined;
}

const targets = new WeakMap<Program, ReadonlySet<string>>();

/** `transfer to flow Name`, `transfer to flow "Name"`; in a comment it does no harm. */
const TRANSFER = /\btransfer\s+to\s+flow\s+(?:"([^"\n]*)"|([^\s{},]+))/g;

/** Names of the flows that some flow of the project transfers contacts to. */
function transferTargets(program: Program): ReadonlySet<string> {
  let names = targets.get(program);
  if (names === undefined) {
    const found = new Set<string>();
    for (const { source } of program.files) {
      for (const match of source.text.matchAll(TRANSFER)) found.add((match[1] ?? match[2] ?? '').normalize('NFC'));
    }
    names = found;
    targets.set(program, names);
  }
  return names;
}

/**
 * Whether another flow of the project transfers contacts to the one with this display name; undefined where the project
 * is this one flow, so that nobody knows.
 */
export function isTransferredTo(program: Program | undefined, display: string | undefined): boolean | undefined {
  const flows = program?.names.get('flow');
  if (program === undefined || flows === undefined || flows.size < 2) return undefined;
  const names = transferTargets(program);
  for (const named of flows.values()) if (named.display === display && names.has(named.name)) return true;
  return false;
}
