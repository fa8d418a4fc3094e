/** What people are told of a block, a kind of thing, a name: Markdown for hovers and beside completions. */
import type { ActionEntry, Codec, Form, Parameter } from '../catalogue/types.ts';
import { flowTypeFacts, type FlowTypeFacts } from '../catalogue/flow-types.ts';
import { aKind } from '../check/diagnostics.ts';
import type { Named } from '../check/program.ts';
import { entityModel } from '../entities/index.ts';
import type { EntityKind } from '../entities/types.ts';

/** What a page says of how a block is said; of blocks that control structures say, the word alone. */
type PageForm = Pick<Form, 'phrase' | 'operands' | 'entries' | 'branches'>;

/** A block: what the console calls it, what it takes, where it leads, where it may stand, what it will not do. */
export function actionPage(entry: ActionEntry, form: PageForm): string {
  const { block, retired, restrictions = [], sourceUrl, channels, flowTypesAllowed, parameters } = entry;
  const limits = (path: string): string => {
    const said = limitsOf(parameters.find(({ name }) => name === path));
    return said === '' ? '' : ` (${said})`;
  };
  const japanese = block.ja === undefined || block.ja === '' ? '' : ` · ${block.ja}`;
  const lines = [`**${block.en}**${japanese} — \`${form.phrase}\``];
  if (retired !== undefined) lines.push(`⚠ ${retired}`);
  const operands = (form.operands ?? []).map(
    ({ as, optional, path }) => `${codecText(as)}${optional === true ? '?' : ''}${limits(path)}`,
  );
  if (operands.length > 0) lines.push(`Takes ${operands.join(', ')}.`);
  const keys = (form.entries ?? []).map(({ key, as, path }) => `- \`${key}\`: ${codecText(as)}${limits(path)}`);
  if (keys.length > 0) lines.push(`Parameters\n${keys.join('\n')}`);
  const branches = (form.branches ?? []).map(
    ({ word, need }) => `\`on ${word}\`${need === 'always' ? ' (always)' : ''}`,
  );
  if (branches.length > 0) lines.push(`Branches: ${branches.join(', ')}`);
  if (flowTypesAllowed !== null && flowTypesAllowed !== undefined) {
    const words = flowTypesAllowed.map((type) => flowTypeFacts(type)?.word ?? type);
    if (words.length < 9) lines.push(`In flows: ${words.join(', ')}`);
  }
  const closed = Object.entries(channels).filter(([, said]) => said.startsWith('no'));
  if (closed.length > 0) lines.push(`Not on ${closed.map(([channel]) => channel).join(', ')}.`);
  if (restrictions.length > 0) lines.push(restrictions.map((one) => `- ${one}`).join('\n'));
  if (sourceUrl) lines.push(`[Amazon Connect: ${entry.type}](${sourceUrl})`);
  return lines.join('\n\n');
}

/** What a parameter is, as far as the catalogue tells. */
export function parameterPage(type: string, path: string, fact: Parameter | undefined): string {
  const lines = [`\`${type}.${path}\``];
  const limits = limitsOf(fact);
  if (limits !== '') lines.push(`${limits.charAt(0).toUpperCase()}${limits.slice(1)}.`);
  if (fact?.default !== undefined) lines.push(`Without it: \`${JSON.stringify(fact.default)}\`.`);
  if (fact?.mode === 'static') lines.push('A fixed value; no `$.` path.');
  if (fact?.notes !== undefined) lines.push(fact.notes);
  return lines.join('\n\n');
}

/** `from 1 to 20`, `at most 6000 characters`; nothing where the catalogue knows no limit. */
function limitsOf(fact: Parameter | undefined): string {
  if (fact === undefined) return '';
  const { min, max, minLen, maxLen, maxItems } = fact;
  const range = (from: number | undefined, to: number | undefined, unit: string): string[] => {
    if (from === undefined && to === undefined) return [];
    if (from === undefined) return [`at most ${to ?? ''}${unit}`];
    return [to === undefined ? `at least ${from}${unit}` : `from ${from} to ${to}${unit}`];
  };
  return [
    ...range(min, max, ''),
    ...range(minLen, maxLen, ' characters'),
    ...range(undefined, maxItems, ' entries'),
  ].join(', ');
}

/** How a value is written, in a few words. */
export function codecText(codec: Codec): string {
  if (typeof codec === 'string') return SAID[codec] ?? codec.replaceAll('_', ' ');
  if ('ref' in codec) return `name of ${aKind(codec.ref)}`;
  if ('flag' in codec) return '`on` or `off`';
  if ('list' in codec) return `list of ${codecText(codec.list)}`;
  const words = Object.keys(codec.enum);
  return words.length > 12 ? `${words.slice(0, 12).join(', ')}, …` : words.map((word) => `\`${word}\``).join(' | ');
}

const SAID: Readonly<Partial<Record<string, string>>> = {
  duration: 'a time like `5s`',
  duration_minutes: 'a time like `3m`',
  duration_ms: 'a time like `250ms`',
  signed_duration: 'a time with a sign, like `+60s`',
  speech: 'a text, `ssml "…"`, `prompt Name` or `media "…"`',
  speeches: '`play …` lines',
  texts: 'a map of texts',
  json: 'any value',
};

/** A kind of flow: what the console calls it, and which contacts come there. */
export function flowTypePage({ console, channels }: FlowTypeFacts): string {
  return `**${console.en}** · ${console.ja}\n\nContacts: ${channels.join(', ')}.`;
}

/** A kind of declaration: what the console calls it, what it is for, how it is written. */
export function kindPage(kind: EntityKind): string {
  const { console, doc, lifecycle, quota, example } = entityModel(kind);
  const limit = quota?.max === undefined ? [] : [`At most ${quota.max} (“${quota.name}”).`];
  return [
    `**${console.en}** · ${console.ja} — \`${kind}\``,
    doc,
    lifecycle,
    ...limit,
    `\`\`\`flow\n${example}\n\`\`\``,
  ].join('\n\n');
}

/** A declared thing: what it is, what Connect calls it, what its documentation says. */
export function namedPage({ kind, name, display, existing, pin, declaration, source }: Named, arn?: string): string {
  const model = entityModel(kind);
  const lines = [
    `**${existing ? 'existing ' : ''}${kind.replaceAll('_', ' ')}** \`${name}\`${display === name ? '' : ` “${display}”`}`,
    `${model.console.en} · ${model.console.ja}`,
  ];
  if (declaration.doc !== undefined) lines.push(declaration.doc);
  if (declaration.kind === 'entity' && declaration.block !== undefined) {
    const text = source.text.slice(declaration.span.start, declaration.span.end);
    if (text.length < 1000) lines.push(`\`\`\`flow\n${text}\n\`\`\``);
  }
  const id = pin ?? arn;
  if (id !== undefined) lines.push(`\`${id}\``);
  lines.push(model.doc);
  return lines.join('\n\n');
}
