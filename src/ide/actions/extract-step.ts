import { indentAt } from '../../diagnostics/remedy.ts';
import type { Body, Item } from '../../syntax/ast.ts';
import { flowAt, locate } from '../locate.ts';
import { occurrences } from '../occurrences.ts';
import type { Action } from '../types.ts';
import type { ActionRequest } from './index.ts';

/**
 * The selected statements as a step of the same body that they leave a jump to. Only where they are the last of a body
 * that is no default's, so that nothing has to come back; defaults of the body hold in its steps too.
 */
export function extractStep({ analysis, path, source, span }: ActionRequest): readonly Action[] {
  if (span.start === span.end) return [];
  const flow = flowAt(analysis, path, span.start);
  const body = locate(analysis, path, span.start)?.chain.findLast((node): node is Body => node.kind === 'body');
  const chosen = (body?.items ?? []).filter((item) => item.span.start < span.end && span.start < item.span.end);
  const first = chosen[0];
  const last = chosen.at(-1);
  if (flow === undefined || body === undefined || first === undefined || last === undefined) return [];
  if (chosen.some(({ kind }) => kind === 'branch' || kind === 'step')) return [];
  const rest = body.items.slice(body.items.indexOf(last) + 1);
  if (rest.some(({ kind }) => kind !== 'step') || !endsItself(last)) return [];
  const taken = new Set(
    (occurrences(analysis).get(path) ?? []).map(({ meaning }) => meaning.is === 'label' && meaning.name),
  );
  let name = 'part';
  for (let n = 2; taken.has(name); n++) name = `part${n}`;
  const indent = indentAt(source.text, first.span.start);
  const text = source.text.slice(first.span.start, last.span.end).replace(/\n(?=[^\n])/g, '\n  ');
  const newText = `-> ${name}\n\n${indent}step ${name} {\n${indent}  ${text}\n${indent}}`;
  const edit = { span: { start: first.span.start, end: last.span.end }, newText };
  return [
    {
      title: `Extract as step \`${name}\``,
      kind: 'refactor',
      edits: [{ source, edits: [edit] }],
      preferred: false,
      fixes: [],
    },
  ];
}

/** Whether control cannot run out of an item, as far as its words tell. */
function endsItself(item: Item): boolean {
  if (item.kind === 'jump') return true;
  const [first, second] = item.kind === 'statement' ? item.words : [];
  if (first?.kind !== 'word') return false;
  return ['disconnect', 'end', 'return'].includes(first.text) || (first.text === 'transfer' && second?.kind === 'word');
}
