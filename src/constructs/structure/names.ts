/**
 * Names for steps and labels. A name depends only on the block and on what leads to it, so that an edit elsewhere in the
 * flow does not rename it; numbers come last, in reading order.
 */
import { reservedIdentifiers } from '../../catalogue/identifiers.ts';
import { TARGET_WORDS } from '../../syntax/ast.ts';
import type { Value } from '../../syntax/ast.ts';
import { isIdentifier } from '../json-values.ts';
import { camelCase, capitalize } from '../../text/words.ts';
import type { RaisedBlock } from '../types.ts';
import { isBlock, type Goal } from './goals.ts';
import type { Node } from './nodes.ts';

/** An edge as the block it leads to sees it. */
export interface Incoming {
  readonly from: Node;
  /** The branch word; undefined for conditions. */
  readonly word: string | undefined;
  /** The literal of a condition. */
  readonly literal: string | undefined;
  readonly kind: 'branch' | 'success' | 'body';
}

/** Words that no step or label is called: targets, grammar, first words of items that are no statements. */
const RESERVED: readonly string[] = [
  ...TARGET_WORDS,
  ...['on', 'if', 'else', 'and', 'or', 'not', 'step', 'flow', 'match', 'repeat', 'note', 'document', 'action'],
];

/** The edges into each node. */
export function incomingOf(nodes: readonly Node[]): Incoming[][] {
  const found: Incoming[][] = nodes.map(() => []);
  const add = (goal: Goal | undefined, edge: Incoming) => {
    if (isBlock(goal)) found[goal]?.push(edge);
  };
  for (const from of nodes) {
    for (const { branch, goal } of from.edges) {
      const [only, more] = branch.pattern.words;
      const literal = branch.word === undefined && more === undefined && only?.kind === 'text' ? only.value : undefined;
      add(goal, { from, word: branch.word, literal, kind: 'branch' });
    }
    add(from.success, { from, word: undefined, literal: undefined, kind: 'success' });
    add(from.body, { from, word: undefined, literal: undefined, kind: 'body' });
  }
  return found;
}

/** Gives each block a name that no other has, and that is not among `taken`. */
export function nameBook(
  taken: Iterable<string>,
  nodes: readonly Node[],
): (node: Node, incoming: readonly Incoming[]) => string {
  const used = new Set<string>([...RESERVED, ...taken]);
  const numbers = new Map<string, number>();
  const prefix = sharedPrefix(nodes);
  const take = (name: string): string => {
    used.add(name);
    return name;
  };
  return (node, incoming) => {
    const telling = candidateNames(node, incoming, prefix).filter(isUsable);
    const candidates = telling.length > 0 ? telling : [verbName(node.block.phrase)].filter(isUsable);
    const free = candidates.find((candidate) => !used.has(candidate));
    if (free !== undefined) return take(free);
    const [stem = 'step'] = candidates;
    let number = numbers.get(stem) ?? 2;
    while (used.has(`${stem}${number}`)) number++;
    numbers.set(stem, number + 1);
    return take(`${stem}${number}`);
  };
}

/** A name becomes an identifier in Connect, which takes 50 characters; a text without blanks makes longer ones. */
const LONGEST = 50;

function isUsable(candidate: string): boolean {
  return (
    candidate.length <= LONGEST &&
    !reservedIdentifiers.has(candidate) &&
    isIdentifier(candidate) &&
    !RESERVED.includes(candidate)
  );
}

/** Best first; some may be no identifiers. */
function candidateNames(node: Node, incoming: readonly Incoming[], prefix: string): string[] {
  const { block } = node;
  const compared = comparedAttribute(block);
  return [
    block.label === undefined ? '' : camelCase(block.label, 5),
    literalName(incoming),
    branchName(incoming),
    compared === undefined ? '' : `check${capitalize(camelCase(compared.slice(prefix.length), 5))}`,
    ...block.nameHints.filter((hint) => !DULL.has(hint)),
    failureName(incoming),
    textName(block.words),
  ];
}

/** Hints that are parameters rather than things. */
const DULL = new Set(['prompt', 'ssml', 'media', 'on', 'off', 'text']);

/** The last part of the path that a Compare looks at. */
function comparedAttribute(block: RaisedBlock): string | undefined {
  const [value] = block.words;
  if (block.kind !== 'compare' || value?.kind !== 'path') return undefined;
  return value.text.replace(/'\]$/, '').split(/[.']/).pop();
}

/** What all compared attributes of a flow begin with (`CurrentRule_`): it tells none of them from another. */
function sharedPrefix(nodes: readonly Node[]): string {
  const compared = new Set(nodes.map(({ block }) => comparedAttribute(block)).filter((said) => said !== undefined));
  const [first = '', ...others] = compared;
  const prefix = first.slice(0, first.indexOf('_') + 1);
  return others.length > 0 && others.every((other) => other.startsWith(prefix)) ? prefix : '';
}

// ------------------------------------------------------------------------------------------------ what leads here

/** Reached by one literal only: that. */
function literalName(incoming: readonly Incoming[]): string {
  const [only, more] = incoming;
  if (only?.literal === undefined || more !== undefined || /^(true|false|null|yes|no)$/i.test(only.literal)) return '';
  return /^\P{N}/u.test(only.literal) ? camelCase(only.literal, 3) : '';
}

/** What a branch means where it leads; '' when the branches mean different things, or nothing by themselves. */
function branchName(incoming: readonly Incoming[]): string {
  const sources = new Map<number, Incoming[]>();
  for (const edge of incoming) sources.set(edge.from.index, [...(sources.get(edge.from.index) ?? []), edge]);
  const meanings = new Set([...sources.values()].flatMap(meaningsOf));
  const [meaning] = meanings;
  return meanings.size === 1 && meaning !== undefined ? meaning : '';
}

/** An error branch that goes along with others of its statement adds nothing to what they mean. */
function meaningsOf(edges: readonly Incoming[]): string[] {
  const telling = edges.filter(({ word }) => word !== 'error');
  return (telling.length > 0 ? telling : edges).map(meaningOf);
}

const MEANINGS: Readonly<Record<string, string>> = {
  closed: 'closed',
  at_capacity: 'queueFull',
  invalid_number: 'invalidNumber',
  not_dialable: 'invalidNumber',
  not_linked: 'notLinked',
  call_failed: 'callFailed',
};

function meaningOf({ from: { block }, word, kind }: Incoming): string {
  if (kind !== 'branch' || word === undefined) return '';
  const { phrase } = block;
  if (word === 'default' && /^check (staffing|agents)/.test(phrase)) return 'noAgents';
  if (word === 'default' && phrase.startsWith('check ')) return 'queueBusy';
  if (phrase === 'menu' && (word === 'timeout' || word === 'default')) return 'noInput';
  if (phrase === 'ask' && word === 'error') return 'noInput';
  if (word === 'none') return phrase.endsWith('profile') ? 'noProfile' : phrase.endsWith('case') ? 'noCase' : '';
  return MEANINGS[word] ?? '';
}

function failureName(incoming: readonly Incoming[]): string {
  const sources = new Set(incoming.map(({ from }) => from.index));
  return sources.size > 1 && incoming.every(({ word, kind }) => kind === 'branch' && word === 'error') ? 'failed' : '';
}

// ------------------------------------------------------------------------------------------------ what it says

/** The first words of what is spoken; in Japanese, up to the first mark. */
function textName(words: readonly Value[]): string {
  const spoken = words.find((each) => each.kind === 'text');
  if (spoken?.kind !== 'text') return '';
  const said = spoken.value.replace(/<[^>]*>/g, ' ').trim();
  return japaneseName(said) ?? camelCase(said, 3);
}

const JAPANESE = /^[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}ー・々]+/u;

/** Up to the first mark; two parts where the first is hardly a word (`只今、`). */
function japaneseName(said: string): string | undefined {
  const parts = said.normalize('NFC').split(/[、。，．！？!?\s]+/u);
  const kept: string[] = [];
  for (const part of parts) {
    const start = JAPANESE.exec(part)?.[0] ?? '';
    if (start !== '') kept.push(start);
    if (start !== part || kept.join('').length >= 4) break;
  }
  const joined = [...kept.join('')].slice(0, 30).join('');
  return joined === '' ? undefined : joined.replace(/^[・ー]+|[・ー]+$/g, '');
}

function verbName(phrase: string): string {
  const VERBS: Readonly<Record<string, string>> = {
    play: 'message',
    disconnect: 'hangUp',
    end: 'done',
    return: 'done',
    'show view': 'view',
    repeat: 'again',
    match: 'choose',
    if: 'choose',
  };
  const said = Object.prototype.hasOwnProperty.call(VERBS, phrase) ? VERBS[phrase] : undefined;
  return said ?? camelCase(phrase.replace(/^transfer to /, 'go '), 3).replace(/^go(?=\p{Lu})/u, 'to');
}
