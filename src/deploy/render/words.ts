/** Changes in words, for the terminal and for Markdown alike. */
import { entityModel } from '../../entities/index.ts';
import type { CanonicalKind, Property } from '../../entities/types.ts';
import { sayDuration } from '../../constructs/codecs.ts';
import { wordOfFlowType } from '../../catalogue/flow-types.ts';
import { isObject, type Json } from '../../text/json.ts';
import { visible } from '../../diagnostics/render/visible.ts';
import type { Change, ChangeAction, Plan, PropertyChange, ResourceKey } from '../types.ts';

export const SIGNS: Readonly<Record<ChangeAction, '+' | '~' | '-' | ' '>> = {
  create: '+',
  update: '~',
  archive: '-',
  none: ' ',
};

export interface Counts {
  readonly create: number;
  readonly update: number;
  readonly archive: number;
  readonly none: number;
}

export function countsOf({ changes }: Pick<Plan, 'changes'>): Counts {
  const count = (action: ChangeAction) => changes.filter((change) => change.action === action).length;
  return { create: count('create'), update: count('update'), archive: count('archive'), none: count('none') };
}

export function hasChanges(plan: Pick<Plan, 'changes'>): boolean {
  return plan.changes.some(({ action }) => action !== 'none');
}

/** `2 to create, 1 to update, 12 unchanged` */
export function sayCounts({ create, update, archive, none }: Counts): string {
  const parts = [
    [create, 'to create'],
    [update, 'to update'],
    [archive, 'to archive'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return [...said, `${none} unchanged`].join(', ');
}

/** What stands behind figures where something could not be read; else ''. */
export function sayHidden({ unread }: Pick<Plan, 'unread'>): string {
  return unread.length === 0 ? '' : `, ${unread.length} could not be read`;
}

/** `inbound flow`, `module`, `queue`: what a declaration of it begins with. */
export function declarationWords({ kind, after, before }: Change): string {
  const type = (after ?? before)?.flow?.type;
  if (kind === 'flow' && type !== undefined) return `${wordOfFlowType(type)} flow`;
  return kind;
}

/** `queue "Front desk"`, whatever the name is of, in one line of a terminal. */
export function sayKey({ kind, name }: ResourceKey): string {
  return visible(`${kind} ${JSON.stringify(name)}`);
}

/** `could not be read: queue "Front desk": not allowed`, for the terminal. */
export function sayUnread({ reason, ...key }: Plan['unread'][number]): string {
  return `could not be read: ${sayKey(key)}: ${visible(reason)}`;
}

/** One property, without its sign: `priority: 1 → 2`. */
/** What a change takes back besides. */
export function saySince(release: string): string {
  return `changed in the instance since ${release}: publishing takes that back, \`flowc adopt\` takes it into the source`;
}

export function sayProperty(kind: CanonicalKind, { path, before, after }: PropertyChange): string {
  const say = (value: unknown) => sayValue(kind, path, value as Json | undefined);
  if (before === undefined) return `${path}: ${say(after)}`;
  if (after === undefined) return `${path}: ${say(before)}`;
  const items = listChanges(kind, path, before, after);
  return items ?? `${path}: ${say(before)} → ${say(after)}`;
}

export function signOf({ before, after }: PropertyChange): '+' | '~' | '-' {
  return before === undefined ? '+' : after === undefined ? '-' : '~';
}

/** Of a long list only what came and went. */
function listChanges(kind: CanonicalKind, path: string, before: unknown, after: unknown): string | undefined {
  if (!Array.isArray(before) || !Array.isArray(after) || before.length + after.length < 6) return undefined;
  const left = before as readonly Json[];
  const right = after as readonly Json[];
  const key = (item: Json) => JSON.stringify(item);
  const had = new Set(left.map(key));
  const has = new Set(right.map(key));
  const came = right.filter((item) => !had.has(key(item))).map((item) => `+${sayValue(kind, path, item)}`);
  const went = left.filter((item) => !has.has(key(item))).map((item) => `-${sayValue(kind, path, item)}`);
  return `${path}: ${[...came, ...went].join(', ')}`;
}

/** A value as a declaration says it, near enough to read. */
function sayValue(kind: CanonicalKind, path: string, value: Json | undefined): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value === 'number') return isDuration(kind, path) ? sayDuration(value) : String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    const [only] = items;
    if (only === undefined) return path.startsWith('override') || path.includes('week') ? 'closed' : '[]';
    const said = items.map((item) => sayValue(kind, path, item));
    return items.length === 1 && isRange(only) ? (said[0] ?? '') : `[${said.join(', ')}]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  const { from, to } = value;
  if (typeof from === 'string' && typeof to === 'string') {
    if (!from.includes('-')) return `${from}-${to === '00:00' ? '24:00' : to}`;
    return from === to ? from : `${from}..${to}`;
  }
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key}: ${sayValue(kind, `${path}.${key}`, inner)}`)
    .join(', ')} }`;
}

function isRange(value: Json): boolean {
  return isObject(value) && typeof value['from'] === 'string';
}

function isDuration(kind: CanonicalKind, path: string): boolean {
  const { properties, clauses } = entityModel(kind);
  const key = path.slice(path.lastIndexOf('.') + 1);
  const has = (all: readonly Property[]) =>
    all.some((property) => property.key === key && property.type.is === 'duration');
  return has(properties) || clauses.some((clause) => has(clause.properties));
}
