/**
 * A plan as tasks. What is new is made first, what it needs before it; where new flows refer to each other in a circle, one
 * of them stands as a placeholder until the others are there. Then what is live changes, callees before their callers, so
 * that whoever is being served meets the old version or the new one, and never a part. Associations come last.
 */
import { keyOf } from '../lookup.ts';
import { writesContent } from '../calls.ts';
import { archiveCall, isArchived } from '../kinds/flow.ts';
import { codecFor } from '../kinds/index.ts';
import type { Change, Plan } from '../types.ts';
import { placeholders } from './circles.ts';

import { referencesIn, type Ids } from './ids.ts';
import { isPlaceholder } from './placeholder.ts';
import type { Task } from './scheduler.ts';
import {
  activate,
  associations,
  changeLive,
  fillPlaceholder,
  makeEntity,
  makeFlow,
  makePlaceholder,
  writeAll,
  type Work,
} from './work.ts';

export interface TaskOptions {
  /** The environment binds modules to an alias, which costs two more requests for each. */
  readonly alias: boolean;
  /** Modules that an earlier run may have changed without leading the alias to the change. */
  readonly unsure: (key: string) => boolean;
}

/** A change with what its tasks are found by. */
interface Node {
  readonly key: string;
  readonly change: Change;
  /** Keys of the plan that it speaks of, itself left out. */
  readonly refers: readonly string[];
}

export function tasksOf({ changes }: Plan, work: Work, options: TaskOptions): readonly Task[] {
  const { ids } = work;
  const nodes = new Map<string, Node>();
  for (const change of changes) {
    if (change.action === 'create' || change.action === 'update') nodes.set(keyOf(change), nodeOf(change, ids));
  }
  const made = [...nodes.values()].filter(({ change }) => change.action === 'create');
  const isMade = new Set(made.map(({ key }) => key));
  const refers = new Map(made.map(({ key, refers: to }) => [key, to.filter((other) => isMade.has(other))]));
  for (const { key, change } of made) if (speaksOf(change, key, ids)) refers.get(key)?.push(key);
  const standIns = placeholders(refers, (key) => isFlow(nodes.get(key)?.change));
  const order = liveOrder(nodes);
  const aliasing = changes.flatMap((change) => (isAliasedLate(change, nodes, work, options) ? [keyOf(change)] : []));
  const graph: Graph = { nodes, standIns, order, aliasing: new Set(aliasing) };

  const tasks: Task[] = [];
  for (const node of nodes.values()) {
    tasks.push(
      ...(node.change.action === 'create' ? making(node, graph, work, options) : changing(node, graph, work, options)),
    );
    tasks.push(...associating(node, work));
  }
  for (const change of changes) {
    if (change.action === 'archive') tasks.push(archiving(change, work));
    else if (graph.aliasing.has(keyOf(change))) tasks.push(aliased(change, work));
  }
  return tasks;
}

interface Graph {
  readonly nodes: ReadonlyMap<string, Node>;
  readonly standIns: ReadonlySet<string>;
  /** Of what is live and changes: callees before callers. */
  readonly order: ReadonlyMap<string, number>;
  /** Modules that only get their alias. */
  readonly aliasing: ReadonlySet<string>;
}

function nodeOf(change: Change, ids: Ids): Node {
  const key = keyOf(change);
  return { key, change, refers: referencesIn(textOf(change, ids), ids).filter((other) => other !== key) };
}

/** Everything that is sent for a change before associations are made. */
function textOf({ kind, before, after }: Change, ids: Ids): string {
  if (after === undefined) return '';
  if (after.flow !== undefined) return after.flow.content;
  const codec = codecFor(kind);
  const calls = before === undefined ? codec?.create(after, ids.of) : codec?.update(before, after, ids.of);
  return JSON.stringify(calls?.filter(({ phase }) => phase !== 'association').map(({ input }) => input) ?? []);
}

function speaksOf(change: Change, key: string, ids: Ids): boolean {
  return change.after?.flow !== undefined && referencesIn(change.after.flow.content, ids).includes(key);
}

function isFlow(change: Change | undefined): boolean {
  return change?.after?.flow !== undefined;
}

function wasArchived({ before }: Change): boolean {
  return before !== undefined && isArchived(before);
}

/** What no contact can meet: an earlier run left it as a placeholder, or it is archived. */
function isOutOfReach(change: Change): boolean {
  return wasArchived(change) || isPlaceholder(change.before?.flow?.content ?? '');
}

/** Task after which a thing can be referred to; undefined when it can be already. */
function standing(key: string, { nodes, standIns, aliasing }: Graph): string | undefined {
  if (aliasing.has(key)) return `alias ${key}`;
  const change = nodes.get(key)?.change;
  if (change?.action === 'create') return standIns.has(key) ? `stand ${key}` : `make ${key}`;
  return change !== undefined && wasArchived(change) ? `activate ${key}` : undefined;
}

/** Task after which a thing says what it is to say. */
function done(key: string, { nodes, standIns, aliasing }: Graph): string | undefined {
  if (aliasing.has(key)) return `alias ${key}`;
  const change = nodes.get(key)?.change;
  if (change === undefined) return undefined;
  if (change.action === 'create') return standIns.has(key) ? `fill ${key}` : `make ${key}`;
  return `change ${key}`;
}

function making({ key, change, refers }: Node, graph: Graph, work: Work, { alias }: TaskOptions): readonly Task[] {
  const { after } = change;
  if (after === undefined) return [];
  const needs = needsOfNew(key, refers, graph);
  const requests = isFlow(change) && after.kind === 'module' && alias ? 3 : 1;
  if (!isFlow(change))
    return [{ id: `make ${key}`, stage: 'new', needs, requests, run: () => makeEntity(work, after) }];
  if (!graph.standIns.has(key)) {
    return [{ id: `make ${key}`, stage: 'new', needs, requests, run: () => makeFlow(work, change, after) }];
  }
  const stand = `stand ${key}`;
  return [
    { id: stand, stage: 'new', needs: [], requests, run: () => makePlaceholder(work, after) },
    {
      id: `fill ${key}`,
      stage: 'new',
      needs: [stand, ...needs],
      requests,
      run: () => fillPlaceholder(work, change, after),
    },
  ];
}

/** What is new needs what it speaks of to be there, and live modules to have the contract that it calls them by. */
function needsOfNew(key: string, refers: readonly string[], graph: Graph): readonly string[] {
  return refers.flatMap((other) => {
    const there = standing(other, graph);
    const change = graph.nodes.get(other)?.change;
    const isContract = change?.kind === 'module' && change.action === 'update' && !reaches(other, key, graph.nodes);
    return [...(there === undefined ? [] : [there]), ...(isContract ? [`change ${other}`] : [])];
  });
}

function reaches(from: string, to: string, nodes: ReadonlyMap<string, Node>): boolean {
  const seen = new Set([from]);
  for (const key of seen) for (const other of nodes.get(key)?.refers ?? []) seen.add(other);
  return seen.has(to);
}

function changing({ key, change, refers }: Node, graph: Graph, work: Work, { alias }: TaskOptions): readonly Task[] {
  const stage = isOutOfReach(change) ? 'new' : 'live';
  const own = graph.order.get(key) ?? 0;
  const needs = refers.flatMap((other) => {
    const isLive = graph.nodes.get(other)?.change.action === 'update';
    // Of those that speak of each other in a circle, the one that the order has first goes first.
    if (isLive && (graph.order.get(other) ?? 0) > own) return standing(other, graph) ?? [];
    return (stage === 'new' && !isLive ? standing(other, graph) : done(other, graph)) ?? [];
  });
  const tasks: Task[] = [];
  if (wasArchived(change)) {
    const id = `activate ${key}`;
    tasks.push({ id, stage: 'new', needs: [], requests: 1, run: () => activate(work, change) });
    needs.push(id);
  }
  const isVersioned = change.kind === 'module' && alias;
  const requests = writesContent(change) && isVersioned ? 3 : 1;
  tasks.push({ id: `change ${key}`, stage, needs, requests, run: () => changeLive(work, change) });
  return tasks;
}

function associating({ key, change }: Node, work: Work): readonly Task[] {
  const calls = associations(change, work.ids);
  const { after } = change;
  if (calls.length === 0 || after === undefined) return [];
  // Asked for again when it is time, because ids that are pending now are known by then.
  const run = () => writeAll(work, after, associations(change, work.ids));
  return [{ id: `associate ${key}`, stage: 'association', needs: [], requests: calls.length, run }];
}

function archiving(change: Change, work: Work): Task {
  const { before } = change;
  const run = async (): Promise<void> => {
    if (before !== undefined) await work.requests.write(change, archiveCall(before));
  };
  return { id: `archive ${keyOf(change)}`, stage: 'archive', needs: [], requests: 1, run };
}

/** A module that does not change, but that changed flows call by an alias which it may not have. */
function isAliasedLate(
  change: Change,
  nodes: ReadonlyMap<string, Node>,
  work: Work,
  { alias, unsure }: TaskOptions,
): boolean {
  const key = keyOf(change);
  if (!alias || change.kind !== 'module' || change.action !== 'none') return false;
  const isCalled = [...nodes.values()].some(({ refers }) => refers.includes(key));
  return unsure(key) || (isCalled && work.aliases.before.get(key) === null);
}

function aliased({ kind, name }: Change, work: Work): Task {
  const run = () => work.aliases.ensure(work.requests, { kind, name }, work.ids);
  return { id: `alias ${keyOf({ kind, name })}`, stage: 'new', needs: [], requests: 2, run };
}

/** Ranks of live changes by a walk along what they speak of. */
function liveOrder(nodes: ReadonlyMap<string, Node>): ReadonlyMap<string, number> {
  const order = new Map<string, number>();
  const entered = new Set<string>();
  const walk = (key: string): void => {
    const node = nodes.get(key);
    if (node === undefined || entered.has(key)) return;
    entered.add(key);
    node.refers.forEach(walk);
    if (node.change.action === 'update') order.set(key, order.size);
  };
  for (const key of nodes.keys()) walk(key);
  return order;
}
