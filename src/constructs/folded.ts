/**
 * Two actions that the console shows as one block are one statement where they match exactly: their error branches go the
 * same way, and nothing else leads into the second. `set voice Kazuha { language: ja-JP }`, `start assistant Domain`.
 */
import type { Codec, EntrySlot, Form } from '../catalogue/types.ts';
import type { FlowAction } from '../graph/flow-graph.ts';
import type { Block, Param } from '../syntax/ast.ts';
import { name, param, word } from '../syntax/make.ts';
import { say } from './codecs.ts';

/** A second action that the statement with this phrase also stands for. */
export interface Fold {
  readonly phrase: string;
  /** The entry that says it; its value goes to `path` of the second action. */
  readonly key: string;
  readonly as: Codec;
  readonly type: string;
  readonly path: string;
  /** What not writing the entry stands for; `absent` then removes the second action. */
  readonly implied?: string;
}

const FOLDS: readonly Fold[] = [
  { phrase: 'set voice', key: 'language', as: 'language', type: 'UpdateContactData', path: 'LanguageCode' },
  {
    phrase: 'start assistant',
    key: 'session',
    as: 'text',
    type: 'UpdateContactData',
    path: 'WisdomSessionArn',
    implied: '$.Wisdom.SessionArn',
  },
];

const ERROR = 'NoMatchingError';

export function foldOf(phrase: string): Fold | undefined {
  return FOLDS.find((fold) => fold.phrase === phrase);
}

/** What the braces of a statement take: its own parameters, and that of a second action that it also stands for. */
export function slotsOf(form: Form): readonly EntrySlot[] {
  const fold = foldOf(form.phrase);
  return fold === undefined ? (form.entries ?? []) : [...(form.entries ?? []), fold];
}

/** The entry of a block that says the second action, and the block without it. */
export function splitFold(
  braces: Block | undefined,
  fold: Fold,
): { readonly own: Block | undefined; readonly second: Param | undefined } {
  const second = braces?.entries.find((e): e is Param => e.kind === 'param' && e.key.text === fold.key);
  if (braces === undefined || second === undefined) return { own: braces, second: undefined };
  return { own: { ...braces, entries: braces.entries.filter((e) => e !== second) }, second };
}

/** The value of the second action if it folds into the first; `incoming` counts the edges that lead into the second. */
export function foldedValue(
  fold: Fold,
  first: FlowAction,
  second: FlowAction | undefined,
  incoming: number,
): string | undefined {
  if (second?.type !== fold.type || incoming !== 1 || second.label !== undefined || second.next === undefined)
    return undefined;
  if (second.extra !== undefined || second.transitionsExtra !== undefined || second.conditions.length > 0)
    return undefined;
  const value = second.parameters[fold.path];
  const [error, other] = first.errors;
  const [same, another] = second.errors;
  const alike =
    error?.type === ERROR &&
    same?.type === ERROR &&
    error.target === same.target &&
    other === undefined &&
    another === undefined;
  if (!alike || error.raw !== undefined || same.raw !== undefined || error.target === second.id) return undefined;
  return Object.keys(second.parameters).length === 1 && typeof value === 'string' ? value : undefined;
}

/** The entry that says the second action (or that it is not there); undefined when nothing need be written. */
export function sayFold(fold: Fold, value: string | undefined): Param | undefined {
  if (value === fold.implied) return undefined;
  if (value === undefined) return param(name(fold.key), word('absent'));
  const said = say(value, fold.as, { refer: () => '' }, fold.path);
  return said === undefined ? undefined : param(name(fold.key), said);
}
