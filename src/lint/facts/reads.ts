/** Which paths the actions of a flow read, and which attribute each belongs to. */
import { attributeRoots, type AttributeRoot } from '../../catalogue/attributes.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import { DYNAMIC, eachPath, type PathRef } from '../../graph/paths.ts';
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
  const { actions } = context;
  for (let number = 0; number < actions.length; number++) {
    const action = actions[number] as FlowAction;
    eachPath(action.parameters, (path, keys) => {
      reads.push({ action, number, path, parameter: keys.join('.'), ...readOf(path.segments) });
    });
  }
  return reads;
}

/** What the segments behind `$.` speak of. */
export function readOf(segments: readonly string[]): Pick<Read, 'root' | 'key'> {
  const known = knownOf(segments);
  return { root: known?.root, key: segments[known === undefined ? 1 : known.segments.length] };
}

/** A known root has a list of keys, and this is none of them. */
export function isUnknownKey({ root, key }: Pick<Read, 'root' | 'key'>): boolean {
  return (
    Array.isArray(root?.keys) &&
    key !== undefined &&
    key !== DYNAMIC &&
    !root.keys.includes(key) &&
    !OPEN.has(root.root)
  );
}

/** Roots whose keys an instance adds to. */
const OPEN: ReadonlySet<string> = new Set(['SegmentAttributes']);

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
    made.set(
      first,
      same.sort((a, b) => b.segments.length - a.segments.length),
    );
  }
  return (byFirst = made);
}

function knownOf(segments: readonly string[]): Known | undefined {
  for (const known of rootsByFirst().get(segments[0] ?? '') ?? []) {
    let i = 1;
    while (i < known.segments.length && segments[i] === known.segments[i]) i++;
    if (i >= known.segments.length) return known;
  }
  return undefined;
}

/** The root that a path begins with. `$.Metrics` alone, or with a wrong second segment, has none. */
export function rootOf(segments: readonly string[]): AttributeRoot | undefined {
  return knownOf(segments)?.root;
}

/** Whether a known path may begin with the segment. */
export function isRoot(segment: string): boolean {
  return rootsByFirst().has(segment);
}

/** How a path that begins with nothing known was probably meant to begin: `Atributes`, or `Attributestopic` without its dot. */
export function beginningMeant(first: string): string | undefined {
  const before = attributeRoots.find(({ root, keys }) => keys === 'any' && first.startsWith(root) && first !== root);
  const key = before === undefined ? '' : first.slice(before.root.length);
  // The end of a plural is a slip, no key.
  if (before !== undefined && key.length > 1) return `${before.root}.${key}`;
  return nearest(first, rootsByFirst().keys());
}
