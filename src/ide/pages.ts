/** What people are told of a block, a kind of thing, a name: Markdown for hovers and beside completions. */
import type { ActionEntry, Codec, Form, Parameter } from '../catalogue/types.ts';
import { flowTypeFacts } from '../catalogue/flow-types.ts';
import type { Named } from '../check/program.ts';
import { entityModel } from '../entities/index.ts';

/** A block: what the console calls it, what it takes, where it leads, where it may stand, what it will not do. */
export function actionPage(entry: ActionEntry, form: Form): string {
  const { block, retired, restrictions = [], sourceUrl, channels, flowTypesAllowed } = entry;
  const japanese = block.ja === undefined || block.ja === '' ? '' : ` · ${block.ja}`;
  const lines = [`**${block.en}**${japanese} — \`${form.phrase}\``];
  if (retired !== undefined) lines.push(`⚠ ${retired}`);
  const operands = (form.operands ?? []).map(({ as, optional }) => `${codecText(as)}${optional === true ? '?' : ''}`);
  if (operands.length > 0) lines.push(`Takes ${operands.join(', ')}.`);
  const keys = (form.entries ?? []).map(({ key, as }) => `- \`${key}\`: ${codecText(as)}`);
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
  if (fact?.min !== undefined || fact?.max !== undefined) {
    lines.push(`From ${fact.min ?? '…'} to ${fact.max ?? '…'}.`);
  }
  if (fact?.default !== undefined) lines.push(`Without it: \`${JSON.stringify(fact.default)}\`.`);
  if (fact?.mode === 'static') lines.push('A fixed value; no `$.` path.');
  if (fact?.notes !== undefined) lines.push(fact.notes);
  return lines.join('\n\n');
}

/** How a value is written, in a few words. */
export function codecText(codec: Codec): string {
  if (typeof codec === 'string') return SAID[codec] ?? codec.replaceAll('_', ' ');
  if ('ref' in codec) return `name of a ${codec.ref.replaceAll('_', ' ')}`;
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
