/** What may stand where somebody types. */
import type { Completion, Analysis } from '../types.ts';
import { bracesOf, contextAt, unlabelled, wordsOf } from './context.ts';
import { entityItems } from './entities.ts';
import { askingAt, namesOf } from './asking.ts';
import { pathItems } from './paths.ts';
import { entryItems } from './entries.ts';
import { statementItems } from './statements.ts';
import { topItems } from './top.ts';
import { targetItems } from './targets.ts';

export function completionsAt(analysis: Analysis, path: string, offset: number): readonly Completion[] {
  const file = analysis.files.get(path);
  if (file === undefined) return [];
  const { text } = file.source;
  const context = contextAt(text, offset);
  if (context.isInComment) return [];
  const asking = askingAt(analysis, path, offset, text, context);
  const dollar = /\$(?:\.[\w.]*)?$/.exec(text.slice(Math.max(0, offset - 200), offset))?.[0];
  if (dollar !== undefined) return pathItems(asking, dollar);
  if (context.isInText) return [];
  const { headers, lead } = context;
  const [outermost] = headers;
  if (outermost === undefined) return /->\s*$/.test(lead) ? namesOf(asking, 'flow') : topItems(asking);
  if (bracesOf(outermost) !== 'flow') return entityItems(asking);
  if (/->\s*$/.test(lead)) return targetItems(asking);
  const innermost = headers.at(-1) ?? '';
  const kind = bracesOf(innermost);
  if (kind !== 'entries') return statementItems(asking, wordsOf(unlabelled(lead)));
  return entryItems(asking, headers.filter((header) => bracesOf(header) === 'entries').map(unlabelled));
}
