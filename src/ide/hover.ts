/** What stands under the pointer, in a page. */
import { attributeRoots } from '../catalogue/attributes.ts';
import { lookUp } from '../check/program.ts';
import { listedFor } from '../connect/bind.ts';
import { cover } from '../text/text.ts';
import { locate } from './locate.ts';
import { occurrenceAt, sameMeaning, type Occurrence } from './occurrences.ts';
import { actionPage, codecText, namedPage } from './pages.ts';
import { attributePage, paramPage, rootPage } from './path-pages.ts';
import type { Analysis, Hover } from './types.ts';

export function hoverAt(analysis: Analysis, path: string, offset: number): Hover | undefined {
  const spot = locate(analysis, path, offset);
  if (spot === undefined) return undefined;
  const named = occurrenceAt(analysis, path, offset);
  if (named !== undefined) return { span: named.span, contents: occurrencePage(analysis, named) };
  const { chain, statement, form } = spot;
  const node = chain.at(-1);
  if (node?.kind === 'path') return pathHover(node as { text: string; span: Hover['span'] } & typeof node);
  if (statement === undefined || form === undefined) return undefined;
  const phrase = statement.words.slice(0, form.phrase.length);
  const [first] = phrase;
  const last = phrase.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const span = cover(first.span, last.span);
  if (span.start <= offset && offset <= span.end) return { span, contents: actionPage(form.entry, form.form) };
  const key = chain.find(({ kind }) => kind === 'param') as { key?: { text: string; span: Hover['span'] } } | undefined;
  if (key?.key !== undefined && key.key.span.start <= offset && offset <= key.key.span.end) {
    const said = key.key.text;
    const slot = form.form.entries?.find((one) => one.key === said);
    if (slot === undefined) return undefined;
    const fact = form.entry.parameters.find(({ name }) => name === slot.path);
    const lines = [`**${said}**: ${codecText(slot.as)}`, `\`${form.entry.type}.${slot.path}\``];
    if (fact?.notes !== undefined) lines.push(fact.notes);
    return { span: key.key.span, contents: lines.join('\n\n') };
  }
  const pattern = chain.find(({ kind }) => kind === 'pattern');
  const word = pattern && spot.file.source.text.slice(pattern.span.start, pattern.span.end);
  const slot = form.form.branches?.find((one) => one.word === word);
  if (pattern === undefined || slot === undefined) return undefined;
  const wire = 'error' in slot ? slot.error : `condition \`${slot.equals}\``;
  const when = 'error' in slot ? form.entry.errors.find(({ type }) => type === slot.error)?.when : undefined;
  const said = [`**on ${slot.word}** of \`${form.form.phrase}\``, wire, ...(when === undefined ? [] : [when])];
  return { span: pattern.span, contents: said.join('\n\n') };
}

function occurrencePage(analysis: Analysis, one: Occurrence): string {
  const { meaning, id } = one;
  if (id.startsWith('attribute ')) return attributePage(analysis, id.slice('attribute '.length));
  if (meaning.is === 'named') {
    const { named } = meaning;
    const current = lookUp(analysis.program, named.kind, named.name) ?? named;
    const listed = analysis.inventory && listedFor(current, analysis.inventory);
    return namedPage(current, listed?.arn);
  }
  if (meaning.is === 'param') return paramPage(analysis, meaning.name);
  const all = sameMeaning(analysis, id);
  const name = meaning.is === 'label' ? meaning.name : '';
  const jumps = all.filter(({ role }) => role === 'reference').length;
  return `**label** \`${name}\`\n\n${jumps === 1 ? 'One place leads' : `${jumps} places lead`} here.`;
}

function pathHover({ text, span }: { readonly text: string; readonly span: Hover['span'] }): Hover | undefined {
  const root = attributeRoots
    .filter((one) => text === `$.${one.root}` || text.startsWith(`$.${one.root}.`))
    .sort((a, b) => b.root.length - a.root.length)[0];
  if (root === undefined) return undefined;
  return { span, contents: rootPage(root, text) };
}
