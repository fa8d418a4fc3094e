/** Places of a flow's text at which one more statement may stand. */
import type { Body, Item } from '../../src/syntax/ast.ts';

/** Offsets before every statement of a body and of the bodies in it, and behind the last one where control runs out. */
export function statementPositions(body: Body): number[] {
  const found: number[] = [];
  for (const item of body.items) {
    if (takesALineAbove(item)) found.push(item.span.start);
    for (const inner of bodiesOf(item)) found.push(...statementPositions(inner));
  }
  const last = body.items.filter((item) => item.kind !== 'step' && item.kind !== 'branch').at(-1);
  if (last !== undefined && fallsThrough(last)) found.push(last.span.end);
  return found;
}

function takesALineAbove(item: Item): boolean {
  return item.kind !== 'step' && item.kind !== 'branch' && !saysTheHead(item);
}

/** What a module says of itself stands at its head. */
function saysTheHead(item: Item): boolean {
  const first = item.kind === 'statement' ? item.words[0] : undefined;
  return first?.kind === 'word' && ['input', 'returns', 'branches', 'document'].includes(first.text);
}

const LAST_WORDS = ['disconnect', 'end', 'return', 'transfer', 'menu', 'match', 'split', 'bot', 'show', 'loop_prompts'];

/** False for jumps, for what ends or leaves, and for decisions, all of whose branches lead elsewhere. */
function fallsThrough(item: Item): boolean {
  if (item.kind === 'repeat') return true;
  if (item.kind !== 'statement') return false;
  const first = item.words[0];
  return first?.kind === 'word' && !LAST_WORDS.includes(first.text);
}

function bodiesOf(item: Item): readonly Body[] {
  switch (item.kind) {
    case 'step':
    case 'repeat':
      return [item.body];
    case 'branch':
      return item.target.kind === 'body' ? [item.target] : [];
    case 'if':
      return [item.then, item.otherwise].flatMap((part) =>
        part?.kind === 'body' ? [part] : part?.kind === 'if' ? bodiesOf(part) : [],
      );
    case 'statement':
      return (item.block?.entries ?? []).flatMap((entry) =>
        entry.kind === 'branch' && entry.target.kind === 'body' ? [entry.target] : [],
      );
    default:
      return [];
  }
}
