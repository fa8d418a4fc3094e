/**
 * Circles of references (A transfers to B transfers to A; a flow that starts itself again). CloudFormation and Terraform
 * create a thing after what it refers to, so a circle must be opened: some references are left out the first time.
 */

export interface Edge<N> {
  readonly from: N;
  readonly to: N;
  /** The thing can be created without this reference, and be given it later. */
  readonly optional: boolean;
}

export interface Opened<N> {
  /** References that are left out at first: the things referred to, by what refers to them. */
  readonly cut: ReadonlyMap<N, ReadonlySet<N>>;
  /** Things that all lead to each other, directly or by way of others. */
  readonly circles: readonly Circle<N>[];
  /** Circles without a reference that could be left out. */
  readonly closed: readonly Circle<N>[];
}

export interface Circle<N> {
  /** In the order of `nodes`. */
  readonly members: readonly N[];
  /** One way around, as short as can be: each leads to the next, and the last to the first. */
  readonly path: readonly N[];
}

/**
 * Opens every circle, with few things that are referred to late: of each circle the one that most optional references in
 * it lead to, the first in the order of `nodes` where several are equal.
 */
export function openCircles<N>(nodes: readonly N[], edges: readonly Edge<N>[]): Opened<N> {
  const cut = new Map<N, Set<N>>();
  const circles: Circle<N>[] = [];
  const closed: Circle<N>[] = [];
  const open = (members: readonly N[], inside: readonly Edge<N>[], isFirst: boolean): void => {
    for (const group of components(members, inside)) {
      const own = inside.filter(({ from, to }) => group.has(from) && group.has(to));
      if (own.length === 0) continue;
      const circle = members.filter((node) => group.has(node));
      const late = mostWanted(circle, own);
      const found = { members: circle, path: wayAround(late ?? circle[0], own) };
      if (isFirst) circles.push(found);
      if (late === undefined) {
        closed.push(found);
        continue;
      }
      const left = own.filter((edge) => edge.to !== late || !edge.optional);
      for (const { from, to, optional } of own) {
        if (to !== late || !optional) continue;
        const targets = cut.get(from) ?? new Set<N>();
        cut.set(from, targets.add(to));
      }
      open(circle, left, false);
    }
  };
  open(nodes, edges, true);
  return { cut, circles, closed };
}

function mostWanted<N>(circle: readonly N[], edges: readonly Edge<N>[]): N | undefined {
  const wanted = new Map<N, number>();
  for (const { to, optional } of edges) if (optional) wanted.set(to, (wanted.get(to) ?? 0) + 1);
  let best: N | undefined;
  for (const node of circle) {
    const count = wanted.get(node) ?? 0;
    if (count > 0 && (best === undefined || count > (wanted.get(best) ?? 0))) best = node;
  }
  return best;
}

/** The shortest way from a thing back to itself. */
function wayAround<N>(start: N | undefined, edges: readonly Edge<N>[]): readonly N[] {
  if (start === undefined) return [];
  const next = new Map<N, N[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const cameFrom = new Map<N, N>();
  const reached: N[] = [start];
  for (const node of reached) {
    for (const to of next.get(node) ?? []) {
      if (to === start) {
        const path = [node];
        for (let back = node; back !== start; path.unshift(back)) back = cameFrom.get(back) as N;
        return path;
      }
      if (cameFrom.has(to)) continue;
      cameFrom.set(to, node);
      reached.push(to);
    }
  }
  return [start];
}

/** Strongly connected components, by Tarjan's algorithm without recursion: projects may have thousands of things. */
function components<N>(nodes: readonly N[], edges: readonly Edge<N>[]): ReadonlySet<N>[] {
  const next = new Map<N, N[]>(nodes.map((node) => [node, []]));
  for (const { from, to } of edges) next.get(from)?.push(to);
  const order = new Map<N, number>();
  const low = new Map<N, number>();
  const open: N[] = [];
  const isOpen = new Set<N>();
  const found: Set<N>[] = [];
  for (const root of nodes) {
    if (order.has(root)) continue;
    const path: { node: N; at: number }[] = [];
    const enter = (node: N): void => {
      order.set(node, order.size);
      low.set(node, order.size - 1);
      open.push(node);
      isOpen.add(node);
      path.push({ node, at: 0 });
    };
    enter(root);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { node } = top;
      const target = next.get(node)?.[top.at++];
      if (target !== undefined) {
        if (!order.has(target)) enter(target);
        else if (isOpen.has(target)) low.set(node, Math.min(low.get(node) ?? 0, order.get(target) ?? 0));
        continue;
      }
      path.pop();
      const parent = path.at(-1)?.node;
      if (parent !== undefined) low.set(parent, Math.min(low.get(parent) ?? 0, low.get(node) ?? 0));
      if (low.get(node) !== order.get(node)) continue;
      const group = new Set<N>();
      for (let last = open.pop(); last !== undefined; last = open.pop()) {
        isOpen.delete(last);
        group.add(last);
        if (last === node) break;
      }
      found.push(group);
    }
  }
  return found;
}
