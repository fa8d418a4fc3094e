/** Where blocks and lines of a picture stand. Nothing here knows the page: texts are measured by whoever draws them. */
import type { ELK, ElkExtendedEdge, ElkNode, ElkPoint } from 'elkjs/lib/elk-api.js';
import type { Look, WireEdge, WireNode, WirePicture, WirePlace } from './wire.ts';

export interface Box {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** The block's name in the source, told on hover. */
  readonly label: string;
  readonly kind: 'start' | 'block' | 'end';
  /** Error branches to where many others go, written into the box instead of drawn. */
  readonly errors: readonly Written[];
  readonly place: WirePlace | undefined;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Written {
  readonly text: string;
  readonly to: string;
  readonly place: WirePlace | undefined;
}

export interface Line {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly kind: WireEdge['kind'];
  readonly place: WirePlace | undefined;
  readonly points: readonly ElkPoint[];
  /** The middle of the label. */
  readonly labelAt: ElkPoint;
}

export interface Drawing {
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
  readonly width: number;
  readonly height: number;
}

/** Width of a text in pixels. */
export type Measure = (text: string, font: 'title' | 'text' | 'label') => number;

export const START = '\u0000start';
const LONGEST = 34;
const PADDING = 12;
/** From so many blocks on, error branches to one block are written into them: as lines they would hide all others. */
const MANY = 3;
/** Pixels that a line of text takes in a box. */
export const LINE_HEIGHT = 17;

/** Lays a picture out. Edges of one kind between the same blocks are one line with all their labels. */
export async function layOut(picture: WirePicture, look: Look, elk: ELK, measure: Measure): Promise<Drawing> {
  const edges = joinedEdges(picture, look);
  const crowded = crowdedTargets(edges);
  const isWritten = (edge: Joined): boolean => edge.kind === 'error' && crowded.has(edge.to);
  const boxes = boxesOf(picture, edges.filter(isWritten), measure);
  const lines = edges.filter((edge) => !isWritten(edge));
  return look.layout === 'saved' ? asSaved(picture, boxes, lines) : layered(boxes, lines, look, elk, measure);
}

type Sized = Omit<Box, 'x' | 'y'>;
type Joined = Omit<Line, 'points' | 'labelAt'>;

function crowdedTargets(edges: readonly Joined[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { kind, to } of edges) if (kind === 'error') counts.set(to, (counts.get(to) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= MANY).map(([to]) => to));
}

function boxesOf(picture: WirePicture, written: readonly Joined[], measure: Measure): readonly Sized[] {
  const leaving = new Set(picture.edges.map(({ from }) => from));
  const nodes = new Map(picture.nodes.map((node) => [node.id, node]));
  const boxes = picture.nodes.map((node): Sized => {
    const title = shortened(titleOf(node));
    const text = shortened(node.text ?? '');
    const errors = written
      .filter(({ from }) => from === node.id)
      .map(({ label, to, place }) => ({
        text: shortened(`${label} → ${shortened(nameOf(nodes.get(to)), 18)}`),
        to,
        place,
      }));
    const widths = [measure(title, 'title'), measure(text, 'text'), ...errors.map((one) => measure(one.text, 'label'))];
    const lines = 1 + (text === '' ? 0 : 1) + errors.length;
    return {
      id: node.id,
      label: node.label,
      title,
      text,
      kind: leaving.has(node.id) ? 'block' : 'end',
      errors,
      place: node.location ?? undefined,
      width: Math.ceil(Math.max(72, ...widths)) + 2 * PADDING,
      height: 16 + lines * LINE_HEIGHT,
    };
  });
  if (picture.start == null) return boxes;
  const width = Math.ceil(measure('Start', 'title')) + 2 * PADDING;
  const about = { title: 'Start', text: '', label: picture.display, errors: [], place: undefined };
  return [{ id: START, ...about, kind: 'start', width, height: 28 }, ...boxes];
}

/** The console's name without its remarks; one that stands for several blocks says less than the statement's words. */
function titleOf({ block, label }: WireNode): string {
  const name =
    block
      .replace(/\s*\([^)]*\)/g, '')
      .split(' > ')
      .at(-1) ?? '';
  return name.includes(' / ') && label !== '' ? label : name;
}

/** What a block is called where another leads to it. */
function nameOf(node: WireNode | undefined): string {
  return node?.text ?? node?.label ?? '';
}

function shortened(text: string, longest = LONGEST): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const signs = [...line];
  return signs.length <= longest ? line : `${signs.slice(0, longest - 1).join('')}…`;
}

/** ``on `error` (NoMatchingError)``: lines have room for the word only. */
function branchWord(label: string): string {
  const word = label.replace(/^on /, '');
  return /^`([^`]+)`/.exec(word)?.[1] ?? word;
}

function joinedEdges(picture: WirePicture, look: Look): readonly Joined[] {
  const known = new Set(picture.nodes.map(({ id }) => id));
  const joined = new Map<string, Joined>();
  if (picture.start != null && known.has(picture.start)) {
    joined.set(START, { from: START, to: picture.start, label: '', kind: 'next', place: undefined });
  }
  for (const { from, to, kind, label: full, location } of picture.edges) {
    if (!known.has(from) || !known.has(to) || (kind === 'error' && !look.errors)) continue;
    const key = JSON.stringify([from, to, kind]);
    const said = branchWord(full);
    const before = joined.get(key);
    const labels = [before?.label ?? '', kind === 'next' && said === 'success' ? '' : said];
    const label = shortened(labels.filter((one) => one !== '').join(', '));
    joined.set(key, { from, to, label, kind, place: before?.place ?? location ?? undefined });
  }
  return [...joined.values()];
}

// ------------------------------------------------------------------------------------------------------------- layered

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
  'elk.layered.spacing.nodeNodeBetweenLayers': '44',
  'elk.layered.spacing.edgeNodeBetweenLayers': '16',
  'elk.spacing.nodeNode': '30',
  'elk.spacing.edgeNode': '18',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.edgeLabel': '4',
  'elk.edgeLabels.placement': 'TAIL',
  'elk.padding': '[top=16,left=16,bottom=16,right=16]',
};

async function layered(boxes: readonly Sized[], edges: readonly Joined[], look: Look, elk: ELK, measure: Measure) {
  const graph: ElkNode = {
    id: 'flow',
    layoutOptions: { ...OPTIONS, 'elk.direction': look.direction === 'right' ? 'RIGHT' : 'DOWN' },
    children: boxes.map(({ id, width, height }) => ({ id, width, height })),
    edges: edges.map(({ from, to, label }, index): ElkExtendedEdge => {
      const text = { id: `l${index}`, text: label, width: measure(label, 'label') + 6, height: 16 };
      return { id: String(index), sources: [from], targets: [to], labels: label === '' ? [] : [text] };
    }),
  };
  const laid = await elk.layout(graph);
  const at = new Map((laid.children ?? []).map((child) => [child.id, child]));
  const routes = new Map((laid.edges ?? []).map((edge) => [edge.id, edge]));
  return {
    boxes: boxes.map((box): Box => ({ ...box, x: at.get(box.id)?.x ?? 0, y: at.get(box.id)?.y ?? 0 })),
    lines: edges.map((edge, index): Line => {
      const route = routes.get(String(index));
      const section = route?.sections?.[0];
      const points = section ? [section.startPoint, ...(section.bendPoints ?? []), section.endPoint] : [];
      const label = route?.labels?.[0];
      const { x = 0, y = 0, width = 0, height = 0 } = label ?? {};
      return { ...edge, points, labelAt: { x: x + width / 2, y: y + height / 2 } };
    }),
    width: laid.width ?? 0,
    height: laid.height ?? 0,
  };
}

// ------------------------------------------------------------------------------------------------------------ as saved

/** Blocks of the designer are narrower than these. */
const SPREAD = 1.25;

function asSaved(picture: WirePicture, boxes: readonly Sized[], edges: readonly Joined[]): Drawing {
  const xs = picture.nodes.map(({ x }) => x);
  const ys = picture.nodes.map(({ y }) => y);
  const left = Math.min(0, ...xs);
  const top = Math.min(0, ...ys);
  const nodes = new Map(picture.nodes.map((node) => [node.id, node]));
  const first = nodes.get(picture.start ?? '');
  const placed = boxes.map((box): Box => {
    const node = nodes.get(box.id);
    const x = node?.x ?? (first?.x ?? 0) - 110;
    const y = node?.y ?? first?.y ?? 0;
    return { ...box, x: (x - left) * SPREAD + 110, y: (y - top) * SPREAD + 16 };
  });
  const at = new Map(placed.map((box) => [box.id, box]));
  return {
    boxes: placed,
    lines: edges.map((edge) => straight(edge, at.get(edge.from), at.get(edge.to))),
    width: Math.max(0, ...placed.map(({ x, width }) => x + width)) + 16,
    height: Math.max(0, ...placed.map(({ y, height }) => y + height)) + 16,
  };
}

/** From the right side of one block to the left side of the other, as the designer draws it. */
function straight(edge: Joined, from: Box | undefined, to: Box | undefined): Line {
  if (from === undefined || to === undefined) return { ...edge, points: [], labelAt: { x: 0, y: 0 } };
  const start = { x: from.x + from.width, y: from.y + from.height / 2 };
  const end = { x: to.x, y: to.y + to.height / 2 };
  const reach = 14;
  const points = [start, { x: start.x + reach, y: start.y }, { x: end.x - reach, y: end.y }, end];
  return { ...edge, points, labelAt: { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 } };
}
