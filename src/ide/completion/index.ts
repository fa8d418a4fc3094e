/** What may stand where somebody types. */
import { closingQuote } from './quoted.ts';
import type { Completion, Analysis } from '../types.ts';
import { bracesOf, contextAt, unlabelled, wordsOf } from './context.ts';
import { entityItems } from './entities.ts';
import { askingAt, type Asking } from './asking.ts';
import { contractItems } from './contract.ts';
import { pathItems } from './paths.ts';
import { entryItems } from './entries.ts';
import { elseItems, statementItems } from './statements.ts';
import { targetOfDeclaration, topItems } from './top.ts';
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
  if (context.isInText) return context.quote === undefined ? [] : textItems(asking, context.quote);
  return itemsAt(asking).map((item) => apart(text, item));
}

function itemsAt(asking: Asking): readonly Completion[] {
  const { context } = asking;
  const { headers, lead, closed } = context;
  const [outermost] = headers;
  const innermost = headers.at(-1) ?? '';
  const kind = bracesOf(innermost);
  // Behind braces nothing else begins on their line.
  if (closed !== undefined) return outermost !== undefined && kind !== 'entries' ? elseItems(asking, closed) : [];
  if (outermost === undefined) return /->\s*$/.test(lead) ? targetOfDeclaration(asking) : topItems(asking);
  if (bracesOf(outermost) !== 'flow') return entityItems(asking);
  if (/->\s*$/.test(lead)) return targetItems(asking);
  if (kind !== 'entries') return statementItems(asking, wordsOf(unlabelled(lead)));
  // Braces of entries around a body are those of another statement.
  const own = headers.slice(headers.findLastIndex((header) => bracesOf(header) !== 'entries') + 1);
  return own.length === headers.length - 1 && /^module\b/.test(outermost) && /^(?:input|returns)\b/.test(own[0] ?? '')
    ? contractItems(asking)
    : entryItems(asking, own.map(unlabelled));
}

/** Inside quotes: the texts that may stand there, in the place of the whole text. */
function textItems({ analysis, path, text, offset }: Asking, quote: number): readonly Completion[] {
  const span = { start: quote, end: closingQuote(text, offset) };
  return itemsAt(askingAt(analysis, path, quote, text, contextAt(text, quote)))
    .filter(({ edit, isSnippet }) => !isSnippet && edit.newText.startsWith('"'))
    .map((item) => ({ ...item, edit: { ...item.edit, span } }));
}

/** What stands behind `->` or `key:` stands apart from it. */
function apart(text: string, item: Completion): Completion {
  const { span, newText } = item.edit;
  const isClose = /[>:]/.test(text.charAt(span.start - 1)) && !/^[\s=]/.test(newText);
  return isClose ? { ...item, edit: { span, newText: ` ${newText}` } } : item;
}
