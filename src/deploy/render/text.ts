/** A plan for the terminal. */
import { visible } from '../../diagnostics/render/visible.ts';
import type { BlockChange, Change, Plan } from '../types.ts';
import {
  countsOf,
  hasChanges,
  declarationWords,
  sayCounts,
  sayHidden,
  sayProperty,
  saySince,
  SIGNS,
  signOf,
} from './words.ts';

type Style = '+' | '~' | '-' | ' ' | 'bold' | 'faint';

const CODES: Readonly<Record<Style, string>> = { '+': '32', '~': '33', '-': '31', ' ': '0', bold: '1', faint: '2' };

/**
 * What would change, in the order of work, and how much it is; or what `last` says in that line. Without a line end
 * behind it.
 */
export function planText(plan: Plan, { colour, last }: { readonly colour: boolean; readonly last?: string }): string {
  const paint = (style: Style, text: string) => (colour ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text);
  const { alias, arn } = plan.instance;
  const instance = alias === undefined ? arn : `\`${alias}\`, ${arn}`;
  const lines = [paint('faint', `Environment \`${plan.environment}\`: instance ${instance}`), ''];
  for (const change of plan.changes) if (change.action !== 'none') lines.push(...changeLines(change, paint), '');
  for (const { kind, name, reason } of plan.unread) {
    lines.push(paint('~', `  ? ${kind} ${JSON.stringify(name)} could not be read: ${visible(reason)}`), '');
  }
  lines.push(paint('bold', last ?? closing(plan)));
  return lines.join('\n');
}

function closing(plan: Plan): string {
  const counts = countsOf(plan);
  const where = `\`${plan.environment}\``;
  const hidden = sayHidden(plan);
  if (hasChanges(plan)) return `Plan for ${where}: ${sayCounts(counts)}${hidden}.`;
  const looked = counts.none === 1 ? '1 thing' : `${counts.none} things`;
  if (hidden !== '') return `Nothing to change in what could be read of ${where}: ${looked} compared${hidden}.`;
  return `Nothing to change: ${where} is as the source says (${looked} compared).`;
}

type Paint = (style: Style, text: string) => string;

function changeLines(change: Change, paint: Paint): string[] {
  const sign = SIGNS[change.action];
  const lines = [`${paint(sign, `  ${sign}`)} ${paint('bold', titleOf(change))}`];
  if (change.changedSince !== undefined) lines.push(`      ${paint('-', '!')} ${saySince(change.changedSince)}`);
  for (const property of change.properties) {
    const mark = signOf(property);
    lines.push(`      ${paint(mark, mark)} ${visible(sayProperty(change.kind, property))}`);
  }
  for (const block of change.blocks) lines.push(`      ${blockLine(block, paint)}`);
  if (change.diff !== '') {
    lines.push('');
    for (const line of change.diff.trimEnd().split('\n'))
      lines.push(line.trim() === '' ? '' : `        ${diffLine(line, paint)}`);
  }
  return lines;
}

function titleOf(change: Change): string {
  const size = change.after?.flow?.compiled?.graph.actions.length;
  const blocks = change.action !== 'create' || size === undefined ? '' : size === 1 ? ', 1 block' : `, ${size} blocks`;
  return visible(`${declarationWords(change)} ${JSON.stringify(change.name)}${blocks}`);
}

export const BLOCK_SIGNS = { added: '+', removed: '-', changed: '~', moved: '~' } as const;

function blockLine({ change, block, what }: BlockChange, paint: Paint): string {
  const sign = BLOCK_SIGNS[change];
  return `${paint(sign, sign)} ${visible(sayBlock(block, what))}`;
}

/** `bye says …`, `"play Good day." says …`; of a block without a name only what it does. */
function sayBlock(block: string, what: string): string {
  if (block === what) return what;
  return `${/\s/.test(block) ? JSON.stringify(block) : block} ${what}`;
}

function diffLine(line: string, paint: Paint): string {
  const first = line.charAt(0);
  const shown = visible(line);
  if (first === '@') return paint('faint', shown);
  return first === '+' || first === '-' ? paint(first, shown) : shown;
}
