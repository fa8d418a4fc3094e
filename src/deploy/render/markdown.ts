/** A plan for a pull request's comment: GitHub's and GitLab's Markdown. */
import type { Change, Plan } from '../types.ts';
import { BLOCK_SIGNS } from './text.ts';
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

/** Characters that a comment on GitHub may have are 65,536; some are left for what is written around. */
const MOST = 60_000;

/** By its first line a comment is found again, and written over. */
export function planMarker({ environment }: Pick<Plan, 'environment'>, verb = 'plan'): string {
  return `<!-- flowc ${verb} ${environment} -->`;
}

/** What another verb says in the place of how much would change. */
export interface Words {
  readonly verb: 'drift';
  readonly summary: string;
}

export function planMarkdown(plan: Plan, words?: Words): string {
  const counts = countsOf(plan);
  const verb = words?.verb ?? 'plan';
  const head = `${planMarker(plan, verb)}\n### flowc ${verb}: \`${plan.environment}\`\n`;
  const unread = plan.unread.map(
    ({ kind, name, reason }) => `- could not be read: ${kind} ${code(name)}: ${inText(reason)}`,
  );
  const told = unread.length === 0 ? '' : `\n${unread.join('\n')}\n`;
  const hidden = sayHidden(plan);
  const where = hidden === '' ? '' : ' in what could be read';
  const nothing = words?.summary ?? `Nothing to change${where} (${counts.none} compared${hidden}).`;
  if (!hasChanges(plan)) return `${head}\n${nothing}\n${told}`;
  const summary = `\n**${words?.summary ?? sayCounts(counts) + hidden}**\n`;
  const parts = plan.changes.filter(({ action }) => action !== 'none').map((change) => partsOf(change));
  let room = MOST - head.length - summary.length - told.length;
  const written: string[] = [];
  // What changes is said of everything first; diffs fill the room that is left.
  for (const { short } of parts) room -= short.length;
  for (const { short, long } of parts) {
    if (room + short.length < 0) break;
    const fits = long.length - short.length <= room;
    if (fits) room -= long.length - short.length;
    written.push(fits ? long : short);
  }
  const left = parts.length - written.length;
  const more = left === 0 ? '' : `\n… and ${left} more; \`flowc ${verb}\` shows all.\n`;
  return `${head}${summary}${told}\n${written.join('\n')}${more}`;
}

/** One change, without its diff and with it. */
function partsOf(change: Change): { readonly short: string; readonly long: string } {
  const sign = SIGNS[change.action];
  const title = `${sign} ${declarationWords(change)} <b>${html(change.name)}</b>`;
  const lines = [
    ...change.properties.map((property) => `- \`${signOf(property)}\` ${inText(sayProperty(change.kind, property))}`),
    ...change.blocks.map(({ change: how, block, what }) => {
      return `- \`${BLOCK_SIGNS[how]}\` ${block === what ? '' : `**${inText(block)}** `}${inText(what)}`;
    }),
  ];
  if (change.changedSince !== undefined) lines.unshift(`- \`!\` ${saySince(change.changedSince)}`);
  const size = change.action === 'create' ? change.after?.flow?.compiled?.graph.actions.length : undefined;
  if (size !== undefined) lines.unshift(`- ${size} ${size === 1 ? 'block' : 'blocks'}`);
  const details = (inner: string) => `<details><summary>${title}</summary>\n\n${inner}\n</details>\n`;
  if (lines.length === 0 && change.diff === '') return { short: `${title}\n`, long: `${title}\n` };
  const list = lines.join('\n');
  const short = details(list);
  return { short, long: change.diff === '' ? short : details(`${list}\n\n${fenced(change.diff.trimEnd())}`) };
}

/** A fence that nothing in the text can end. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}diff\n${text}\n${fence}`;
}

function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${longest > 0 ? ` ${text} ` : text}${ticks}`;
}

/** Text that no Markdown and no HTML is read from, on one line. */
function inText(text: string): string {
  return html(text.replace(/\s+/g, ' '))
    .replace(/[\\`*_[\]|~#]/g, '\\$&')
    .replace(/@/g, '@\u200b');
}

function html(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
