/** What to say of a statement that begins like none: the phrase that was probably meant, and what to write instead. */
import { flowTypeOf } from '../catalogue/flow-types.ts';
import { renameTo } from '../diagnostics/remedy.ts';
import { nearest } from '../diagnostics/suggest.ts';
import { entityKindOf } from '../entities/index.ts';
import type { Statement, Value } from '../syntax/ast.ts';
import { allPhrases, phraseOfBlock, phrasesWithKey } from './forms.ts';
import { headSpan, plainText, report, type Lowering } from './lowering.ts';

export function reportUnknown(lowering: Lowering, item: Statement): void {
  const firstOther = item.words.findIndex((word) => word.kind !== 'word');
  const bare = item.words.slice(0, firstOther < 0 ? undefined : firstOther);
  const block = blockNamed(bare);
  if (block !== undefined) {
    const said = block.words.map(plainText).join(' ');
    report(lowering, 'unknown-statement', headSpan(block.words, item.span), {
      words: said,
      suggestion: undefined,
      hint: `Write ${block.instead}.`,
    });
    return;
  }
  const meant = [4, 3, 2, 1].flatMap((n) => {
    const words = bare.slice(0, n);
    const phrase = words.length === n ? phraseNear(words.map(plainText).join(' ')) : undefined;
    return phrase === undefined ? [] : [{ phrase, words }];
  })[0];
  // What stands behind the words that were meant as a phrase is its operand, and no matter here.
  const words = meant?.words ?? bare.slice(0, 3);
  const span = headSpan(words, item.span);
  // Without any word it is a param, whose value stands in its place.
  const said = words.length > 0 ? words.map(plainText).join(' ') : lineAt(lowering.source.text, span.start);
  // No phrase has more words; what is no statement at all may have thousands.
  const hint = hintFor(bare.slice(0, 4).map((word) => plainText(word) ?? ''));
  report(
    lowering,
    'unknown-statement',
    span,
    { words: said, suggestion: meant?.phrase, hint },
    renameTo(span, meant?.phrase),
  );
}

/** The block that most likely was meant by the word of a declaration. */
const BLOCK_OF: ReadonlyMap<string, string> = new Map([
  ['assistant', 'start assistant Name'],
  ['bot', 'bot Name "…"'],
  ['hours', 'check hours Name'],
  ['lambda', 'invoke lambda Name'],
  ['lex_bot', 'bot Name "…"'],
  ['number', 'transfer to number "+81…"'],
  ['prompt', 'play prompt Name'],
  ['queue', 'set queue Name'],
  ['view', 'show view Name'],
]);

/** What to do about a statement that begins with a word of declarations, of other languages, or of several phrases. */
function hintFor(words: readonly string[]): string | undefined {
  const first = words[0] ?? '';
  const instead = OTHER_LANGUAGES.get(first.toLowerCase());
  if (instead !== undefined) return `Write \`${instead}\`.`;
  if (isDeclarationWord(first)) {
    const block = BLOCK_OF.get(first);
    const instead = block === undefined ? '' : ` The block is \`${block}\`.`;
    return `Declarations stand outside of flows, in any file of the project.${instead}`;
  }
  const key = words[1] ?? '';
  const having = phrasesWithKey(first, key);
  if (having.length === 1) return `Did you mean \`${having[0] ?? ''} { ${key}: … }\`?`;
  if (having.length > 1) return `\`${key}\` is a parameter of ${listed(having)}.`;
  for (let n = words.length; n > 0; n--) {
    const begin = words.slice(0, n).join(' ');
    const phrases = new Set(allPhrases().filter((phrase) => phrase.startsWith(`${begin} `)));
    if (phrases.size === 0) continue;
    if (phrases.size > MOST_PHRASES) return undefined;
    return `With \`${begin}\` begin ${listed([...phrases])}.`;
  }
  return undefined;
}

function listed(phrases: readonly string[]): string {
  return phrases.map((phrase) => `\`${phrase}\``).join(', ');
}

const MOST_PHRASES = 12;

/** Names of the console's blocks whose statement no name of an action tells, as one action stands for several of them. */
const BLOCKS: ReadonlyMap<string, string> = new Map([
  ['set hold flow', '`set hold customer Name` or `set hold agent Name`'],
  ['set whisper flow', '`set whisper agent Name` or `set whisper customer Name`'],
  ['set disconnect flow', '`set disconnect Name`'],
  ['set event flow', '`set event default_agent_ui Name`, or another of its events'],
  ['check queue status', '`check queue_size > 0` or `check oldest_contact > 5m`'],
  ['get customer input', '`menu "…" { … }`, or `bot Name "…" { … }`'],
  ['store customer input', '`ask "…" { … }`'],
  ['set voice language', '`set contact { language: en-US }`'],
  ['set language', '`set contact { language: en-US }`'],
  ['send message', '`play "…"`, `send sms { … }` or `send email { … }`'],
  ['stop media streaming', '`stop streaming`'],
  ['contact tags', '`tag { … }` or `untag ["…"]`'],
  ['set contact tags', '`tag { … }`'],
  ['customer profiles', '`get profile`, `create profile`, `update profile` or `associate profile`'],
  ['cases', '`get case`, `create case` or `update case`'],
  ['log', '`set logging on`'],
  ['record', '`set recording { … }`'],
]);

/** The block that the first words name, and what says it here. */
function blockNamed(bare: readonly Value[]): { words: readonly Value[]; instead: string } | undefined {
  for (const n of [3, 2, 1]) {
    const words = bare.slice(0, n);
    const instead = BLOCKS.get(words.map(plainText).join(' ').replaceAll('_', ' ').toLowerCase());
    if (words.length === n && instead !== undefined) return { words, instead };
  }
  return undefined;
}

/** Words that other languages have for what is said in another way here. */
const OTHER_LANGUAGES: ReadonlyMap<string, string> = new Map([
  ...['goto', 'go', 'jump'].map((word) => [word, '-> name'] as const),
  ...['break', 'continue', 'next'].map((word) => [word, `-> ${word}`] as const),
  ...['switch', 'case', 'when'].map((word) => [word, 'match $.Attributes.name { on "value" -> … }'] as const),
  ...['while', 'for', 'foreach', 'loop'].map((word) => [word, 'repeat 3 { … }'] as const),
  ...['hangup', 'hang', 'exit', 'stop', 'quit', 'terminate'].map((word) => [word, 'disconnect'] as const),
  ...['say', 'speak', 'prompt', 'print', 'message'].map((word) => [word, 'play "…"'] as const),
  ...['unless'].map((word) => [word, 'if not … { … }'] as const),
  ...['elseif', 'elif', 'elsif'].map((word) => [word, 'else if …'] as const),
  ...['call', 'lambda'].map((word) => [word, 'invoke lambda Name'] as const),
  ...['store', 'gather', 'collect', 'input'].map((word) => [word, 'ask "…"'] as const),
  ...['callback'].map((word) => [word, 'transfer to callback_queue'] as const),
  ...['output', 'outputs'].map((word) => [word, 'returns { name: text }'] as const),
  ...['branch'].map((word) => [word, 'branches ["name", "name"]'] as const),
  ...['module'].map((word) => [word, 'invoke module Name'] as const),
]);

function isDeclarationWord(word: string): boolean {
  return word === 'flow' || word === 'existing' || flowTypeOf(word) !== undefined || entityKindOf(word) !== undefined;
}

/** `update contact` for `set contact`: the verb is another, and the rest is a phrase. */
function phraseWithVerb(said: string): string | undefined {
  const [verb = '', ...rest] = said.split(' ');
  const phrase = [VERBS.get(verb), ...rest].join(' ');
  return rest.length > 0 && allPhrases().includes(phrase) ? phrase : undefined;
}

/** What is done, by the words that others have for it. */
const VERBS: ReadonlyMap<string, string> = new Map([
  ...['update', 'change', 'assign', 'put', 'use'].map((verb) => [verb, 'set'] as const),
  ...['fetch', 'read', 'lookup', 'load', 'retrieve', 'find'].map((verb) => [verb, 'get'] as const),
  ...['run', 'execute', 'call'].map((verb) => [verb, 'invoke'] as const),
  ...['make', 'add', 'open', 'new'].map((verb) => [verb, 'create'] as const),
  ...['verify', 'test', 'is'].map((verb) => [verb, 'check'] as const),
  ...['move', 'route', 'send', 'forward'].map((verb) => [verb, 'transfer'] as const),
]);

/** The phrase that was probably meant: one like it, or that of the block whose name in the console it is. */
function phraseNear(said: string): string | undefined {
  return (
    phraseOfBlock(said.replaceAll('_', ' ')) ??
    phraseWithVerb(said) ??
    phraseEnding(said) ??
    nearest(
      said,
      [...allPhrases(), 'match', 'split', 'repeat', 'action'].filter((phrase) => differsALittle(said, phrase)),
    )
  );
}

/** The one phrase that ends so: `logging` for `set logging`. What begins a declaration is left to be told as one. */
function phraseEnding(said: string): string | undefined {
  if (isDeclarationWord(said.split(' ', 1)[0] ?? '')) return undefined;
  const [only, ...others] = new Set(allPhrases().filter((phrase) => phrase.endsWith(` ${said}`)));
  return others.length === 0 ? only : undefined;
}

/** Words that both begin with do not make the others alike: `transfer to sales` is not `transfer to number`. */
function differsALittle(said: string, phrase: string): boolean {
  const a = said.split(' ');
  const b = phrase.split(' ');
  const before = a.findIndex((word, i) => word !== b[i]);
  if (before <= 0) return true;
  while (a.length > before && b.length > before && a[a.length - 1] === b[b.length - 1]) {
    a.pop();
    b.pop();
  }
  const [left, right] = [a.slice(before).join(' '), b.slice(before).join(' ')];
  return left === '' || right === '' || nearest(left, [right]) !== undefined;
}

/** The rest of a line, as far as a message has room for it. */
function lineAt(text: string, start: number): string {
  return /^[^\n]{0,40}/.exec(text.slice(start, start + 41))?.[0].trim() ?? '';
}
