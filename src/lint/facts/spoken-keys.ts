/**
 * The telephone keys that a menu's text names. Only what is certain counts: a key beside a word for pressing ("press 1",
 * "oprima el dos", "1を押して"), never a number that merely occurs in the text.
 */
import { ARTICLES, BEHIND, BETWEEN, COUNTED, KEYS, OR, PRESSING, PURPOSES } from './key-words.ts';

interface Named {
  readonly key: string;
  readonly at: number;
}

/** Keys in the order in which they are said, each once; undefined when the text does not speak of keys. */
export function spokenKeys(said: string): readonly string[] | undefined {
  const text = said.toLowerCase();
  const named = [...latinKeys(text), ...japaneseKeys(text)];
  if (named.length === 0) return undefined;
  return [...new Set(named.sort((a, b) => a.at - b.at).map(({ key }) => key))];
}

// --------------------------------------------------------------------------------------------------------------- Latin

/** "press or say 1", "press 1, 2 or 3", "oprima el número dos", "drücken Sie die Taste 3". */
function latinKeys(text: string): readonly Named[] {
  const { verb, key, more, words } = (latin ??= latinWords());
  const named: Named[] = [];
  for (const { 0: pressing, index } of text.matchAll(verb)) {
    key.lastIndex = index + pressing.length;
    for (let found = key.exec(text); found !== null; found = key.exec(text)) {
      const [, said = ''] = found;
      named.push({ key: words.get(said) ?? said, at: found.index });
      more.lastIndex = key.lastIndex;
      if (!more.test(text)) break;
      key.lastIndex = more.lastIndex;
    }
  }
  return named;
}

interface LatinWords {
  /** A verb, with the blanks behind it. */
  readonly verb: RegExp;
  /** A key, with what may stand around it. */
  readonly key: RegExp;
  /** What leads to another key. */
  readonly more: RegExp;
  readonly words: ReadonlyMap<string, string>;
}

let latin: LatinWords | undefined;

/** What words are made of here, in small letters. Written out: V8 takes milliseconds to read `\p{L}` in such expressions. */
const LETTER = 'a-z0-9à-öø-ÿœ';

const anyOf = (words: Iterable<string>): string => `(?:${[...words].join('|')})`;

function latinWords(): LatinWords {
  const words = new Map(Object.entries(KEYS).flatMap(([key, said]) => said.map((word) => [word, key] as const)));
  const article = String.raw`${anyOf(ARTICLES)}(?=\s*(?:$|[.,;!?<]|${anyOf(PURPOSES)}\s))`;
  const said = String.raw`([0-9*#]|${[...words.keys()].join('|')}|${article})(?![${LETTER}_*#:%-])(?!\.\d)`;
  const behind = String.raw`["'”’»)]?(?:\s*${anyOf(BEHIND)}(?![${LETTER}]))?(?!\s+${anyOf(COUNTED)}(?![${LETTER}]))`;
  for (const word of ARTICLES) words.set(word, '1');
  return {
    verb: new RegExp(String.raw`(?<![${LETTER}])${anyOf(PRESSING)}\s+`, 'g'),
    key: new RegExp(String.raw`(?:${anyOf(BETWEEN)}\s+)*["'“‘«(]?${said}${behind}`, 'y'),
    more: new RegExp(String.raw`\s*(?:,\s*(?:${anyOf(OR)}\s+)?|${anyOf(OR)}\s+|/\s*)(?:press\s+)?`, 'y'),
    words,
  };
}

// ------------------------------------------------------------------------------------------------------------ Japanese

const PRESS_JA = /押|プッシュ|ダイヤル|ダイアル/;

/** `1を`, `１を`, `「1」を`, `1番を`, `ゼロを`, `シャープを`, `1または2を`; and the same without を right before 押. */
const KEY_JA = String.raw`([0-9０-９]|#|＃|\*|＊|ゼロ|シャープ|井桁|いげた|米印|こめじるし|アスタリスク|スター)`;
const QUOTED_JA = String.raw`[「『“"（(]?${KEY_JA}[」』”"）)]?(?:番|ボタン|キー)?(?:のボタン|のキー)?`;
const PRESSED_JA = new RegExp(
  String.raw`(?<![0-9０-９.．,])${QUOTED_JA}((?:(?:または|もしくは|か|、|・|or)${QUOTED_JA})*)(?:を|押)`,
  'g',
);
const ONE_JA = new RegExp(KEY_JA, 'g');

const KEYS_JA: Readonly<Record<string, string>> = {
  ゼロ: '0',
  シャープ: '#',
  井桁: '#',
  いげた: '#',
  米印: '*',
  こめじるし: '*',
  アスタリスク: '*',
  スター: '*',
};

function japaneseKeys(text: string): readonly Named[] {
  if (!PRESS_JA.test(text)) return [];
  return [...text.matchAll(PRESSED_JA)].flatMap(({ 0: request, index }) =>
    [...request.matchAll(ONE_JA)].map(({ 1: said = '', index: within }) => ({
      // Digits and signs are also typed in the width of the script.
      key: KEYS_JA[said] ?? said.normalize('NFKC'),
      at: index + within,
    })),
  );
}
