/** What part of the drawing is seen: moved by dragging, made larger by the wheel. */

export interface View {
  /** All of the drawing. */
  readonly fit: () => void;
  /** All of it if it can be read then, else the part from a place on, which comes to the `top` or `left` side. */
  readonly begin: (x: number, y: number, side: 'top' | 'left') => void;
  readonly zoom: (by: number) => void;
  /** Brings a place of the drawing into sight, if it is not. */
  readonly show: (x: number, y: number, width: number, height: number) => void;
  readonly resize: (width: number, height: number) => void;
}

interface Frame {
  x: number;
  y: number;
  scale: number;
}

/** Letters are no larger than in the editor when all is shown. */
const LARGEST_FIT = 1;
/** Below this letters cannot be read. */
const SMALLEST_BEGIN = 0.75;
const MARGIN = 24;
const LIMITS = { smallest: 0.05, largest: 4 };

export function viewOf(svg: SVGSVGElement, changed: () => void): View {
  const frame: Frame = { x: 0, y: 0, scale: 1 };
  let drawing = { width: 1, height: 1 };
  const apply = (): void => {
    const { width, height } = svg.getBoundingClientRect();
    const box = [frame.x, frame.y, Math.max(1, width) / frame.scale, Math.max(1, height) / frame.scale];
    svg.setAttribute('viewBox', box.join(' '));
    changed();
  };
  const zoomAt = (by: number, atX: number, atY: number): void => {
    const scale = Math.min(LIMITS.largest, Math.max(LIMITS.smallest, frame.scale * by));
    frame.x += atX / frame.scale - atX / scale;
    frame.y += atY / frame.scale - atY / scale;
    frame.scale = scale;
    apply();
  };

  svg.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const { left, top } = svg.getBoundingClientRect();
      if (event.ctrlKey || event.metaKey)
        zoomAt(Math.exp(-event.deltaY / 200), event.clientX - left, event.clientY - top);
      else {
        frame.x += (event.shiftKey ? event.deltaY : event.deltaX) / frame.scale;
        frame.y += (event.shiftKey ? 0 : event.deltaY) / frame.scale;
        apply();
      }
    },
    { passive: false },
  );
  let from: { readonly x: number; readonly y: number } | undefined;
  svg.addEventListener('pointerdown', (event) => {
    if (event.button === 0) from = { x: event.clientX, y: event.clientY };
  });
  svg.addEventListener('pointermove', (event) => {
    if (from === undefined) return;
    // A click that trembles is a click.
    if (!svg.classList.contains('dragged') && Math.hypot(event.clientX - from.x, event.clientY - from.y) < 4) return;
    if (!svg.classList.contains('dragged')) {
      svg.classList.add('dragged');
      svg.setPointerCapture(event.pointerId);
    }
    frame.x -= (event.clientX - from.x) / frame.scale;
    frame.y -= (event.clientY - from.y) / frame.scale;
    from = { x: event.clientX, y: event.clientY };
    apply();
  });
  const drop = (): void => {
    from = undefined;
    svg.classList.remove('dragged');
  };
  svg.addEventListener('pointerup', drop);
  svg.addEventListener('pointercancel', drop);
  new ResizeObserver(apply).observe(svg);

  const fit = (): void => {
    const { width, height } = svg.getBoundingClientRect();
    const whole = Math.min(LARGEST_FIT, width / drawing.width, height / drawing.height);
    frame.scale = Math.max(LIMITS.smallest, whole);
    frame.x = (drawing.width - width / frame.scale) / 2;
    frame.y = Math.min(0, (drawing.height - height / frame.scale) / 2);
    apply();
  };

  return {
    fit,
    begin: (x, y, side) => {
      fit();
      if (frame.scale >= SMALLEST_BEGIN) return;
      const { width, height } = svg.getBoundingClientRect();
      frame.scale = SMALLEST_BEGIN;
      frame.x = x - (side === 'left' ? MARGIN : width / frame.scale / 2);
      frame.y = y - (side === 'top' ? MARGIN : height / frame.scale / 2);
      apply();
    },
    zoom: (by) => {
      const { width, height } = svg.getBoundingClientRect();
      zoomAt(by, width / 2, height / 2);
    },
    show: (x, y, width, height) => {
      const seen = svg.getBoundingClientRect();
      const [wide, high] = [seen.width / frame.scale, seen.height / frame.scale];
      const isSeen = x >= frame.x && y >= frame.y && x + width <= frame.x + wide && y + height <= frame.y + high;
      if (isSeen) return;
      frame.x = x + width / 2 - wide / 2;
      frame.y = y + height / 2 - high / 2;
      apply();
    },
    resize: (width, height) => {
      drawing = { width: Math.max(1, width), height: Math.max(1, height) };
    },
  };
}
