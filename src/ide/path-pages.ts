/** What people are told of `$.` paths and params: Markdown for hovers and beside completions. */
import type { AttributeRoot } from '../catalogue/attributes.ts';
import { entryOf } from '../catalogue/index.ts';
import { attributeValues } from '../check/types.ts';
import { positionAt } from '../text/text.ts';
import { sameMeaning } from './occurrences.ts';
import { paramSettings } from './param-settings.ts';
import type { Analysis } from './types.ts';

const MOST_PLACES = 8;

/** What a contact attribute may hold, and where it is set. */
export function attributePage(analysis: Analysis, key: string): string {
  const all = sameMeaning(analysis, `attribute ${key}`);
  const declared = all.map(({ meaning }) => meaning).find((meaning) => meaning.is === 'named');
  const lines = [`**attribute** \`${key}\``];
  if (declared?.is === 'named') {
    if (declared.named.declaration.doc !== undefined) lines.push(declared.named.declaration.doc);
    const values = attributeValues(declared.named);
    if (values !== undefined) lines.push(`One of ${values.map((value) => JSON.stringify(value)).join(', ')}.`);
  }
  const sets = all.filter(({ role }) => role === 'write');
  const places = sets.slice(0, MOST_PLACES).map(({ source, span }) => {
    const line = /[^,}\n]*/.exec(source.text.slice(span.start))?.[0] ?? '';
    return `- \`${line.trim()}\` at ${source.path.split(/[\\/]/).at(-1) ?? ''}:${positionAt(source, span.start).line}`;
  });
  if (sets.length > MOST_PLACES) places.push(`- and ${sets.length - MOST_PLACES} more`);
  lines.push(places.length === 0 ? 'Nothing in this project sets it.' : `Set\n${places.join('\n')}`);
  return lines.join('\n\n');
}

/** What Connect has below a root, and what fills it. */
export function rootPage({ root, notes, setBy, values, keys }: AttributeRoot, path = `$.${root}`): string {
  const lines = [`**${path}**`];
  if (notes !== undefined) lines.push(notes);
  if (setBy !== undefined) lines.push(`Filled by ${setBy.map((type) => `\`${phraseOf(type)}\``).join(', ')}.`);
  if (values !== undefined) lines.push(`One of ${values.map((value) => JSON.stringify(value)).join(', ')}.`);
  if (keys === 'any') lines.push('Keys are your own.');
  return lines.join('\n\n');
}

/** What a param is of, and its value in each environment. */
export function paramPage({ params, projectFile }: Analysis, name: string): string {
  const param = params.find((one) => one.name === name);
  const lines = [`**param** \`${name}\``];
  if (param !== undefined) {
    const { type, fallback, source } = param;
    const kind = type.is === 'choice' ? type.values.map((value) => JSON.stringify(value)).join(' | ') : type.is;
    lines.push(`Wants ${kind === 'switch' ? '`on` or `off`' : `\`${kind}\``}.`);
    const said = fallback && source.text.slice(fallback.span.start, fallback.span.end);
    const settings = projectFile === undefined ? [] : paramSettings(projectFile).filter((one) => one.param === name);
    const values = settings.map(({ environment, value }) => `- ${environment}: \`${value}\``);
    if (said !== undefined) values.unshift(`- default: \`${said}\``);
    lines.push(values.length === 0 ? 'No environment gives it a value.' : values.join('\n'));
  }
  return lines.join('\n\n');
}

/** How a block is said. */
function phraseOf(type: string): string {
  const entry = entryOf(type);
  return entry?.forms[0]?.phrase ?? entry?.block.en ?? type;
}
