/** A drawing as SVG. */
import { LINE_HEIGHT, type Box, type Drawing, type Line } from './layout.ts';
import type { WirePlace } from './wire.ts';

const SVG = 'http://www.w3.org/2000/svg';

function make(name: string, attributes: Readonly<Record<string, string | number>>, ...children: (Node | string)[]) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** Everything of a drawing; `open` is called with the place of what was clicked. */
export function draw(drawing: Drawing, open: (place: WirePlace) => void): SVGElement {
  const heads = (['next', 'condition', 'error'] as const).map((kind) =>
    make(
      'marker',
      { id: `head-${kind}`, viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto' },
      make('path', { d: 'M0 0.5 8 4 0 7.5z', class: `head ${kind}` }),
    ),
  );
  return make(
    'g',
    {},
    make('defs', {}, ...heads),
    ...drawing.lines.map((line) => lineOf(line, open)),
    ...drawing.boxes.map((box) => boxOf(box, open)),
  );
}

function boxOf(box: Box, open: (place: WirePlace) => void): SVGElement {
  const { width, height, place } = box;
  const middle = width / 2;
  const said = [box.title, box.text].filter((text) => text !== '').join(': ');
  const element = make(
    'g',
    {
      class: `box ${box.kind}`,
      'data-id': box.id,
      transform: `translate(${box.x} ${box.y})`,
      'aria-label': said,
      ...(place === undefined ? {} : { role: 'button', tabindex: 0 }),
    },
    make('title', {}, box.label === '' ? said : `${said}\n${box.label}`),
    make('rect', { width, height, rx: box.kind === 'block' ? 6 : Math.min(height / 2, 16) }),
  );
  const texts = [box.title, ...(box.text === '' ? [] : [box.text])];
  const top = height / 2 - ((texts.length + box.errors.length - 1) * LINE_HEIGHT) / 2;
  texts.forEach((text, index) => {
    element.append(
      make('text', { x: middle, y: top + index * LINE_HEIGHT, class: index === 0 ? 'title' : 'text' }, text),
    );
  });
  box.errors.forEach((error, index) => {
    const y = top + (texts.length + index) * LINE_HEIGHT;
    const written = make('text', { x: middle, y, class: 'written', 'data-to': error.to }, error.text);
    if (error.place !== undefined) onPressed(written, open, error.place);
    element.append(written);
  });
  if (place !== undefined) onPressed(element, open, place);
  return element;
}

function lineOf(line: Line, open: (place: WirePlace) => void): SVGElement {
  const { points, label, kind, place, labelAt } = line;
  const d = rounded(points);
  const element = make(
    'g',
    { class: `line ${kind}`, 'data-from': line.from, 'data-to': line.to },
    make('path', { d, class: 'reach' }),
    make('path', { d, class: 'stroke', 'marker-end': `url(#head-${kind})` }),
  );
  if (label !== '') element.append(make('text', { x: labelAt.x, y: labelAt.y, class: 'label' }, label));
  if (place !== undefined) {
    element.classList.add('placed');
    onPressed(element, open, place);
  }
  return element;
}

function onPressed(element: SVGElement, open: (place: WirePlace) => void, place: WirePlace): void {
  const act = (event: Event): void => {
    // What is written in a box has a place of its own.
    event.stopPropagation();
    event.preventDefault();
    open(place);
  };
  element.addEventListener('click', act);
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') act(event);
  });
}

const CORNER = 6;

/** A line through points with round corners. */
function rounded(points: Line['points']): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  const parts = [`M${first.x} ${first.y}`];
  rest.forEach((point, index) => {
    const before = points[index] ?? point;
    const next = rest[index + 1];
    if (next === undefined) {
      parts.push(`L${point.x} ${point.y}`);
      return;
    }
    const into = toward(point, before);
    const out = toward(point, next);
    parts.push(`L${into.x} ${into.y}Q${point.x} ${point.y} ${out.x} ${out.y}`);
  });
  return parts.join('');
}

function toward(from: Line['points'][number], to: Line['points'][number]) {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const share = length === 0 ? 0 : Math.min(CORNER, length / 2) / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
