/** Blocks that the live flow has no more: their statements go, with the lines that they leave behind. */
import { indentAt } from '../../../diagnostics/remedy.ts';
import type { Body, Item } from '../../../syntax/ast.ts';
import { bodiesOf } from '../../../syntax/walk.ts';
import type { Span, TextEdit } from '../../../text/text.ts';
import type { Raised } from './insert.ts';
import type { Labels } from './labels.ts';
import { atEnd, linesOf, outline } from './outline.ts';
import { flowing, type Spot, type Stretch } from './spots.ts';
import type { Working } from './working.ts';

/**
 * The edits that remove every block that is gone. Of a statement with others in its braces that stay, the one body that
 * does takes its place; several become steps, which jumps then name.
 */
export function removeEdits(working: Working, { own }: Raised, labels: Labels): TextEdit[] {
  const gone = goneItems(working);
  const edits: TextEdit[] = [];
  const steps: string[] = [];
  for (const stretch of working.spots.stretches) {
    const { body, seat } = stretch;
    if (isInside(stretch, gone)) continue;
    const items = flowing(body);
    const leaving = items.filter((item) => gone.has(item));
    if (leaving.length === 0) continue;
    const staying = items.filter((item) => !gone.has(item) && item.kind !== 'jump');
    const hasSteps = body.items.some((item) => item.kind === 'step');
    const isWhole = staying.length === 0 && !hasSteps && !keeps(working, body.span, gone);
    if (isWhole && seat.of === 'step') {
      edits.push({ span: lineSpan(working.text, seat.step.span), newText: '' });
    } else if (isWhole && seat.of !== 'flow' && seat.of !== 'repeat') {
      const [jump] = items.filter((item) => item.kind === 'jump');
      const said = jump === undefined ? '-> next' : working.text.slice(jump.span.start, jump.span.end);
      edits.push({ span: body.span, newText: said });
    } else {
      for (const item of leaving) {
        const kept = bodiesOf(item).filter((each) => keeps(working, each.span, gone));
        const [only] = kept;
        if (only !== undefined && kept.length === 1 && item.kind !== 'repeat') edits.push(unwrap(working, item, only));
        else {
          edits.push({ span: lineSpan(working.text, item.span), newText: '' });
          for (const each of kept)
            steps.push(...[outline(working, each, own, labels)].filter((step) => step !== undefined));
        }
      }
    }
  }
  if (steps.length > 0) edits.push(atEnd(working, steps));
  return edits;
}

/** The items all of whose blocks are gone, and those whose own block is. */
function goneItems(working: Working): ReadonlySet<Item> {
  const gone = new Set<string>(working.gone);
  const own = new Map<Item, { all: boolean }>();
  for (const [id, spot] of working.spotOf) {
    const state = own.get(spot.item) ?? { all: true };
    if (!gone.has(id)) state.all = false;
    own.set(spot.item, state);
  }
  return new Set([...own].filter(([, { all }]) => all).map(([item]) => item));
}

function isInside(stretch: Stretch, gone: ReadonlySet<Item>): boolean {
  for (let at = stretch.outer; at !== undefined; at = at.stretch.outer) if (gone.has(at.item)) return true;
  return false;
}

/** The body takes the place of the statement around it. */
function unwrap(working: Working, item: Item, body: Body): TextEdit {
  const { start, end } = item.span;
  const indent = indentAt(working.text, start);
  return { span: { start, end }, newText: linesOf(working, body, indent).slice(indent.length) };
}

/** Whether something stays of what stands between. */
function keeps({ spotOf }: Working, span: Span, gone: ReadonlySet<Item>): boolean {
  return [...spotOf.values()].some(({ item }: Spot) => {
    return item.span.start > span.start && item.span.end < span.end && !gone.has(item);
  });
}

/** The whole lines of an item that stands alone on them, with a comment behind it; else the item and its comma. */
export function lineSpan(text: string, { start, end }: Span): Span {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const rest = /^[ \t]*,?[ \t]*(?:\/\/[^\r\n]*)?(?:\r?\n|$)/.exec(text.slice(end, end + 4000));
  if (text.slice(lineStart, start).trim() === '' && rest !== null) {
    return { start: lineStart, end: end + rest[0].length };
  }
  const comma = /^[ \t]*,[ \t]*/.exec(text.slice(end, end + 200));
  if (comma !== null) return { start, end: end + comma[0].length };
  const before = /,?[ \t]*$/.exec(text.slice(lineStart, start));
  return { start: start - (before?.[0].length ?? 0), end };
}
