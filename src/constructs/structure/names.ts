/**
 * Names for steps and labels. A name depends only on the block and on what leads to it, so that an edit elsewhere in the
 * flow does not rename it; numbers come last, in reading order.
 */
import { reservedIdentifiers } from '../../catalogue/identifiers.ts';
import { TARGET_WORDS } from '../../syntax/ast.ts';
import { isIdentifier } from '../../syntax/bare.ts';
import { camelCase, capitalize, saysSomething } from '../../text/words.ts';
import type { RaisedBlock } from '../types.ts';
import { isBlock, type Goal } from './goals.ts';
import type { Node } from './nodes.ts';

/** An edge as the block it leads to sees it. */
interface Incoming {
  readonly from: Node;
  /** The branch word; undefined for conditions on values. */
  readonly word: string | undefined;
  /** The literal of a condition. */
  readonly literal: string | undefined;
  readonly kind: 'branch' | 'success' | 'body';
}

/** Words that no step or label is called: targets, grammar, branches, first words of items that are no statements. */
const RESERVED: readonly string[] = [
  ...TARGET_WORDS,
  ...['error', 'default', 'timeout', 'success'],
  ...['on', 'if', 'else', 'and', 'or', 'not', 'step', 'flow', 'match', 'repeat', 'note', 'document', 'action'],
];

/** The edges into each node. */
function incomingOf(nodes: readonly Node[]): Incoming[][] {
  const found: Incoming[][] = nodes.map(() => []);
  const add = (goal: Goal | undefined, edge: Incoming) => {
    if (isBlock(goal)) found[goal]?.push(edge);
  };
  for (const from of nodes) {
    for (const { branch, goal } of from.edges) {
      const [only, more] = branch.pattern.words;
      const said = branch.word === undefined && more === undefined ? only : undefined;
      const literal = said?.kind === 'text' ? said.value : undefined;
      // A condition of the service's own is said by a bare word (`closed`), as branches are that no default covers.
      const word = branch.word ?? (said?.kind === 'word' ? said.text : undefined);
      add(goal, { from, word, literal, kind: 'branch' });
    }
    add(from.success, { from, word: undefined, literal: undefined, kind: 'success' });
    add(from.body, { from, word: undefined, literal: undefined, kind: 'body' });
  }
  return found;
}

/** Gives each block a name that no other has, and that is not among `taken`. `start`: where the flow starts. */
export function nameBook(taken: Iterable<string>, nodes: readonly Node[], start?: number): (node: Node) => string {
  const used = new Set<string>([...RESERVED, ...taken]);
  const numbers = new Map<string, number>();
  const prefix = sharedPrefix(nodes);
  const incoming = incomingOf(nodes);
  const into = ({ index }: Node): readonly Incoming[] => incoming[index] ?? [];
  /** What a loop repeats, unless jumps lead there too and need the name. */
  const repeated = ({ body }: Node): Node | undefined => {
    const first = isBlock(body) ? nodes[body] : undefined;
    return first !== undefined && into(first).length === 1 ? first : undefined;
  };
  const candidatesFor = (node: Node): string[] => {
    // Ways back to the start tell nothing of it: a flow begins there for no reason.
    const own = candidateNames(node, node.index === start ? [] : into(node), prefix);
    const inside = repeated(node);
    return inside === undefined ? own : [...own, ...candidateNames(inside, into(inside), prefix)];
  };
  const take = (name: string): string => {
    used.add(name);
    return name;
  };
  return (node) => {
    const telling = candidatesFor(node).filter(isUsable);
    const free = telling.find((candidate) => !used.has(candidate));
    if (free !== undefined) return take(free);
    // Behind a number a second one would be read as part of it.
    const candidates = [...telling, verbName(node.block.phrase)].filter(
      (said) => isUsable(said) && !/\p{N}$/u.test(said),
    );
    const [stem = 'step'] = candidates;
    if (!used.has(stem)) return take(stem);
    let number = numbers.get(stem) ?? 2;
    while (used.has(`${stem}${number}`)) number++;
    numbers.set(stem, number + 1);
    return take(`${stem}${number}`);
  };
}

/** A name becomes an identifier in Connect, which takes 50 characters; a text without blanks makes longer ones. */
const LONGEST = 50;

/** Whether a step can be called so. */
export function isUsable(candidate: string): boolean {
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
    block.label === undefined ? nameInSource(block) : camelCase(block.label, 5),
    literalName(incoming),
    branchName(incoming),
    compared === undefined ? '' : `check${capitalize(camelCase(withoutPrefix(compared, prefix), 5))}`,
    ...block.nameHints.filter((hint) => !DULL.has(hint)),
    failureName(incoming),
    apart(block, textName(block)),
  ];
}

/** The step that the block stood in, where it was built from source: `goodbye` of the identifier `goodbye - play We are open`. */
function nameInSource({ id, phrase }: RaisedBlock): string {
  const [, step = '', rest = ''] = /^(\S+) - (.*)/s.exec(id) ?? [];
  return rest.startsWith(phrase) ? step : '';
}

/** Hints that are parameters rather than things. */
const DULL = new Set(['prompt', 'ssml', 'media', 'on', 'off', 'text']);

/** The last part of the path that a Compare looks at. */
function comparedAttribute(block: RaisedBlock): string | undefined {
  const [value] = block.words;
  if (block.kind !== 'compare' || value?.kind !== 'path') return undefined;
  return value.text.replace(/'\]$/, '').split(/[.']/).pop();
}

/** What most compared attributes of a flow begin with (`CurrentRule_`): it tells none of them from another. */
function sharedPrefix(nodes: readonly Node[]): string {
  const compared = new Set(nodes.map(({ block }) => comparedAttribute(block)).filter((said) => said !== undefined));
  const counts = new Map<string, number>();
  for (const said of compared) {
    const prefix = said.slice(0, said.indexOf('_') + 1);
    counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  for (const [prefix, count] of counts) if (count > 1 && count * 2 > compared.size) return prefix;
  return '';
}

function withoutPrefix(said: string, prefix: string): string {
  return said.startsWith(prefix) ? said.slice(prefix.length) : said;
}

// ------------------------------------------------------------------------------------------------ what leads here

/** Reached by one literal only, be it of several statements (a bot for each language): that, less what all intents end with. */
function literalName(incoming: readonly Incoming[]): string {
  const literals = new Set(incoming.map((edge) => edge.literal));
  const [literal] = literals;
  if (literal === undefined || literals.size > 1 || ANSWERS.test(literal)) return '';
  // One value of several comparisons is a state of something else each time.
  if (incoming.length > 1 && incoming.some(({ from }) => from.block.kind === 'compare')) return '';
  const said = literal.replace(/^AMAZON\./, '').replace(/(?<=\p{L})[ _]?Intent$/u, '');
  return /^\P{N}/u.test(said) ? camelCase(said, 3) : '';
}

/** Answers, and ways through the pages of a guide: they tell nothing of what comes then. */
const ANSWERS = /^(true|false|null|yes|no|ok|back|next|step|cancel|continue|retry)$/i;

/** What a branch means where it leads; '' when the branches mean different things, or nothing by themselves. */
function branchName(incoming: readonly Incoming[]): string {
  const sources = new Map<number, Incoming[]>();
  for (const edge of incoming) sources.set(edge.from.index, [...(sources.get(edge.from.index) ?? []), edge]);
  const meanings = new Set([...sources.values()].flatMap(meaningsOf));
  const [meaning] = meanings;
  return meanings.size === 1 && meaning !== undefined ? meaning : '';
}

/** An error, or a NextAction that is none of the branches, adds nothing to what others of its statement mean. */
function meaningsOf(edges: readonly Incoming[]): string[] {
  const telling = edges.filter(({ word }) => word !== 'error' && word !== 'next_action');
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
function textName(block: RaisedBlock): string {
  const spoken = spokenText(block);
  if (spoken === undefined) return '';
  const said = spoken.replace(/<[^>]*>/g, ' ').trim();
  return japaneseName(said) ?? clauseName(said);
}

/** What is played may be one word that is the language's own (`Error.`). */
function apart({ phrase }: RaisedBlock, said: string): string {
  return phrase === 'play' && RESERVED.includes(said) ? `${said}Message` : said;
}

function spokenText({ words, entries }: RaisedBlock): string | undefined {
  const raw = entries.map((entry) => (entry.kind === 'param' && entry.key.text === 'Text' ? entry.value : undefined));
  return [...words, ...raw].find((value) => value?.kind === 'text')?.value;
}

/** What an announcement begins with before it says what it is about, and the keys that it speaks of. */
const FILLING =
  /(?<![\p{L}\p{N}'’])(?:i['’]m|(?:i|we|you)['’](?:re|ve|ll|d)|sorry|hello|hi|am|either|any|currently|derzeit|actualmente|just|now|also|like|having|say|press|\p{N}+)(?![\p{L}\p{N}'’])/giu;

/** Where a thought ends. */
const CLAUSE_END = /[.!?]+(?:\s+|$)|[,;:]\s+|\s(?:and|or|but|if|when|while|during|before|after|because)\s/iu;

/** A conjunction that a clause begins with. */
const BEGINNING = /^\s*(?:and|or|but|if|when|while|then)\s/iu;

/** What many announcements begin with, whatever they are about. */
const COURTESY =
  /^\s*(?:(?:hello|hi)\b\s*)?(?:thank(?:s| you) for (?:calling|contacting)|gracias por llamar|obrigado por ligar|merci d['’]avoir appelé)/iu;

/** Three words that mean something, from as many clauses as it takes for two. */
function clauseName(said: string): string {
  const clauses = said.split(CLAUSE_END);
  // Thanks say what a block is about only where it says nothing else.
  const telling = clauses.filter((clause) => !COURTESY.test(clause));
  let read = '';
  for (const clause of telling.some(saysSomething) ? telling : clauses) {
    read += ` ${clause.replace(BEGINNING, ' ').replace(FILLING, ' ')}`;
    const name = camelCase(read, 3);
    if (/.\p{Lu}/u.test(name) && saysSomething(read)) return name;
  }
  return camelCase(read, 3) || camelCase(said, 3);
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

/** What statements do that are not called after their verb. */
const VERB_NAMES: ReadonlyMap<string, string> = new Map([
  ['play', 'message'],
  ['disconnect', 'hangUp'],
  ['end', 'done'],
  ['return', 'done'],
  ['show view', 'view'],
  ['repeat', 'again'],
  ['match', 'choose'],
  ['if', 'choose'],
]);

function verbName(phrase: string): string {
  const plain = phrase.replace(/^action /, '').replace(/^transfer to /, 'go ');
  return VERB_NAMES.get(phrase) ?? camelCase(plain, 3).replace(/^go(?=\p{Lu})/u, 'to');
}
