/** Reading declarations: what stands in their braces, whichever way it is spelled. */
import type { Block, Clause, Entry, Value } from '../syntax/ast.ts';
import type { Span } from '../text/text.ts';

/** Something that braces say under a key. */
export interface Said {
  readonly key: string;
  readonly value: Value;
  readonly keySpan: Span;
  readonly span: Span;
}

/** `key: value`, and `key { … }` which says the same as `key: { … }`; undefined for anything else. */
export function saidBy(entry: Entry): Said | undefined {
  if (entry.kind === 'param') {
    return { key: entry.key.text, value: entry.value, keySpan: entry.key.span, span: entry.span };
  }
  if (entry.kind !== 'clause' || entry.block === undefined || entry.words.length !== 1) return undefined;
  const word = entry.words[0];
  if (word?.kind !== 'word' && word?.kind !== 'text') return undefined;
  const key = word.kind === 'word' ? word.text : word.value;
  return { key, value: entry.block, keySpan: word.span, span: entry.span };
}

/** Everything that braces say under a key, in source order. */
export function saidIn(block: Block | undefined): Said[] {
  if (block === undefined) return [];
  return block.entries.map(saidBy).filter((said) => said !== undefined);
}

/** The value of a key; the first one, if it is there twice. */
export function valueOf(block: Block | undefined, key: string): Value | undefined {
  return saidIn(block).find((said) => said.key === key)?.value;
}

/** The clauses that begin with a word, in source order. */
export function clausesOf(block: Block | undefined, word: string): Clause[] {
  if (block === undefined) return [];
  return block.entries.filter((entry): entry is Clause => {
    const first = entry.kind === 'clause' ? entry.words[0] : undefined;
    return first?.kind === 'word' && first.text === word;
  });
}

/** What a value says as a plain text: a quoted one, a word, a number. Undefined for lists, braces and phrases. */
export function textOf(value: Value | undefined): string | undefined {
  switch (value?.kind) {
    case 'text':
      return value.value;
    case 'word':
    case 'path':
    case 'number':
    case 'literal':
    case 'sign':
      return value.text;
    default:
      return undefined;
  }
}

/** The elements of a list; a value that is no list counts as a list of one. */
export function itemsOf(value: Value | undefined): readonly Value[] {
  if (value === undefined) return [];
  return value.kind === 'list' ? value.items : [value];
}

const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 };

/** Seconds of a duration literal (`5s`, `-2m`, `250ms`); undefined when it is none. */
export function secondsOf(value: Value | undefined): number | undefined {
  if (value?.kind !== 'literal' || value.type !== 'duration') return undefined;
  const parts = /^([+-]?\d+)(ms|s|m|h|d)$/.exec(value.text);
  const unit = SECONDS[parts?.[2] ?? ''];
  return parts === null || unit === undefined ? undefined : Number(parts[1]) * unit;
}
