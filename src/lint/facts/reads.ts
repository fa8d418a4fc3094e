/** Which paths the actions of a flow read, and which attribute each belongs to. */
import { attributeRoots, type AttributeRoot } from '../../catalogue/attributes.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import { eachPath, type PathRef } from '../../graph/paths.ts';
import type { LintContext } from '../context.ts';

export interface Read {
  readonly action: FlowAction;
  readonly number: number;
  readonly path: PathRef;
  /** Path of the parameter that holds the value, keys joined by dots. */
  readonly parameter: string;
  /** Undefined for a path that begins with nothing known. */
  readonly root: AttributeRoot | undefined;
  /** The segment right below the root: the attribute's name, the key of a Lambda's answer. */
  readonly key: string | undefined;
}

export function readsOf(context: LintContext): readonly Read[] {
  const reads: Read[] = [];
  context.actions.forEach((action, number) => {
    eachPath(action.parameters, (path, keys) => {
      const root = rootOf(path.segments);
      reads.push({ action, number, path, parameter: keys.join('.'), root, key: path.segments[depthOf(root)] });
    });
  });
  return reads;
}

function depthOf(root: AttributeRoot | undefined): number {
  return root === undefined ? 1 : root.root.split('.').length;
}

interface Known {
  readonly root: AttributeRoot;
  readonly segments: readonly string[];
}

let byFirst: ReadonlyMap<string, readonly Known[]> | undefined;

/** Roots by their first segment, the longest first. */
function rootsByFirst(): ReadonlyMap<string, readonly Known[]> {
  if (byFirst !== undefined) return byFirst;
  const made = new Map<string, Known[]>();
  for (const root of attributeRoots) {
    const segments = root.root.split('.');
    const first = segments[0] ?? '';
    const same = made.get(first) ?? [];
    same.push({ root, segments });
    made.set(first, same.sort((a, b) => b.segments.length - a.segments.length));
  }
  return (byFirst = made);
}

/** The root that a path begins with. `$.Metrics` alone, or with a wrong second segment, has none. */
export function rootOf(segments: readonly string[]): AttributeRoot | undefined {
  const candidates = rootsByFirst().get(segments[0] ?? '');
  return candidates?.find((known) => known.segments.every((segment, i) => segments[i] === segment))?.root;
}

/** First segments that are known, for "did you mean". */
export function rootNames(): Iterable<string> {
  return rootsByFirst().keys();
}
