/** The page with the picture. It knows only messages: pictures and the cursor come in, places to open go out. */
import ELK from 'elkjs/lib/elk.bundled.js';
import { draw } from './draw.ts';
import { layOut, type Drawing, type Measure } from './layout.ts';
import { viewOf } from './view.ts';
import type { FromPage, Look, ToPage, WireEdge, WirePicture } from './wire.ts';

declare function acquireVsCodeApi(): {
  readonly postMessage: (message: FromPage) => void;
  readonly getState: () => Partial<Look> | undefined;
  readonly setState: (state: Partial<Look>) => void;
};

const editor = acquireVsCodeApi();
const elk = new ELK.default();
const svg = byId<SVGSVGElement>('picture');
const view = viewOf(svg, () => undefined);
let shown: { readonly picture: WirePicture; readonly shape: string; readonly drawing: Drawing } | undefined;
/** What the buttons say, over the settings. */
let chosen: Partial<Look> = editor.getState() ?? {};
let said: { readonly picture: WirePicture; readonly look: Look } | undefined;
let current: string | undefined;
let run = 0;

function byId<E extends Element>(id: string): E {
  return document.getElementById(id) as unknown as E;
}

// --------------------------------------------------------------------------------------------------------------- texts

const FONTS = { title: '600 12px', text: '12px', label: '11px' } as const;
const canvas = document.createElement('canvas').getContext('2d');

const measure: Measure = (text, font) => {
  if (canvas === null) return text.length * 8;
  canvas.font = `${FONTS[font]} ${getComputedStyle(document.body).fontFamily}`;
  return canvas.measureText(text).width;
};

// ------------------------------------------------------------------------------------------------------------- drawing

async function show(): Promise<void> {
  if (said === undefined) return;
  const mine = ++run;
  const look: Look = { ...said.look, ...chosen };
  byId('errors').setAttribute('aria-pressed', String(look.errors));
  byId('saved').setAttribute('aria-pressed', String(look.layout === 'saved'));
  const { picture } = said;
  byId('title').textContent = picture.display === '' ? picture.name : picture.display;
  // While a statement is written most answers are the same flow: only places have moved.
  const shape = JSON.stringify([picture, look], (key, value: unknown) => (key === 'location' ? undefined : value));
  const drawing = shown?.shape === shape ? replaced(shown.drawing, picture) : await layOut(picture, look, elk, measure);
  if (mine !== run) return;
  const isOther = shown?.picture.name !== picture.name || shown.picture.type !== picture.type;
  shown = { picture, shape, drawing };
  byId('why').textContent = '';
  svg.replaceChildren(
    draw(drawing, (place) => {
      if (!svg.classList.contains('dragged')) editor.postMessage({ type: 'open', place });
    }),
  );
  view.resize(drawing.width, drawing.height);
  if (isOther) {
    const { x = 0, y = 0, width = 0, height = 0 } = drawing.boxes[0] ?? {};
    if (look.layout === 'saved' || look.direction === 'right') view.begin(x, y + height / 2, 'left');
    else view.begin(x + width / 2, y, 'top');
  }
  mark();
}

/** The same drawing with the places of a newer picture. */
function replaced(drawing: Drawing, picture: WirePicture): Drawing {
  const nodes = new Map(picture.nodes.map((node) => [node.id, node.location ?? undefined]));
  const placeOf = (from: string, to: string, kind: WireEdge['kind']) =>
    picture.edges.find((edge) => edge.from === from && edge.to === to && edge.kind === kind)?.location ?? undefined;
  const boxes = drawing.boxes.map((box) => {
    const errors = box.errors.map((error) => ({ ...error, place: placeOf(box.id, error.to, 'error') }));
    return { ...box, errors, place: nodes.get(box.id) };
  });
  const lines = drawing.lines.map((line) => ({ ...line, place: placeOf(line.from, line.to, line.kind) }));
  return { ...drawing, boxes, lines };
}

function mark(): void {
  for (const box of svg.querySelectorAll<SVGElement>('.box')) {
    box.classList.toggle('current', box.dataset['id'] === current);
  }
  for (const line of svg.querySelectorAll<SVGElement>('.line')) {
    const { from, to } = line.dataset;
    line.classList.toggle('beside', current !== undefined && (from === current || to === current));
  }
  const box = shown?.drawing.boxes.find(({ id }) => id === current);
  if (box !== undefined) view.show(box.x, box.y, box.width, box.height);
}

// ------------------------------------------------------------------------------------------------ what comes and goes

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case 'picture':
      said = data;
      void show();
      break;
    case 'nothing':
      said = undefined;
      shown = undefined;
      run++;
      svg.replaceChildren();
      byId('title').textContent = '';
      byId('why').textContent = data.why;
      break;
    case 'cursor':
      current = data.node;
      mark();
      break;
  }
});

function choose(look: Partial<Look>): void {
  chosen = { ...chosen, ...look };
  editor.setState(chosen);
  shown = undefined;
  void show();
}

const isPressed = (id: string): boolean => byId(id).getAttribute('aria-pressed') === 'true';
byId('errors').addEventListener('click', () => choose({ errors: !isPressed('errors') }));
byId('saved').addEventListener('click', () => choose({ layout: isPressed('saved') ? 'layered' : 'saved' }));
byId('smaller').addEventListener('click', () => view.zoom(1 / 1.25));
byId('larger').addEventListener('click', () => view.zoom(1.25));
byId('fit').addEventListener('click', () => view.fit());
editor.postMessage({ type: 'ready' });
