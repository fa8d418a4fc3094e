/** Ways that come to the same end: what follows none of them is missing once, behind what they are the parts of. */
import type { Body, Item } from '../syntax/ast.ts';
import { bodiesOf } from '../syntax/walk.ts';
import type { Span } from '../text/text.ts';
import { chooseForm } from './forms.ts';
import { headSpan, plainText } from './lowering.ts';

/** The item of a flow's or a step's own body that a place is in: what runs off its parts runs off its end. */
export function outermostItem(body: Body, place: Span): Item | undefined {
  const item = body.items.find(({ span }) => span.start <= place.start && place.end <= span.end);
  if (item === undefined) return undefined;
  const step = stepAround(item, place);
  return step === undefined ? item : outermostItem(step, place);
}

/** The body of the first step around a place, from an item inwards. */
function stepAround(item: Item, place: Span): Body | undefined {
  if (item.kind === 'step') return item.body;
  for (const body of bodiesOf(item)) {
    const inner = body.items.find(({ span }) => span.start <= place.start && place.end <= span.end);
    const found = inner && stepAround(inner, place);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The words that an item begins with, and what messages call it. */
export function headOf(item: Item): { readonly span: Span; readonly phrase: string } | undefined {
  if (item.kind === 'statement') {
    const phrase = chooseForm(item.words)?.form.phrase ?? plainText(item.words[0]) ?? '';
    return { span: headSpan(item.words, item.span), phrase };
  }
  if (item.kind === 'repeat') return { span: headSpan(item.words, item.span), phrase: 'repeat' };
  return item.kind === 'if' ? { span: item.condition.span, phrase: 'if' } : undefined;
}
