/**
 * The telephone keys that a menu's text names. Only what is certain counts: a key beside a word for pressing ("press 1",
 * "oprima el dos", "1を押して"), never a number that merely occurs in the text.
 */
import { ARTICLES, BEHIND, BETWEEN, COUNTED, KEYS, OR, PRESSING, PURPOSES } from './key-words.ts';

/** How a text of some languages names keys. */
interface Speaking {
  /** Whether the text speaks of pressing at all. */
  readonly pressing: RegExp;
  /** A verb with its keys. */
  readonly request: RegExp;
  /** One key in a request. */
  readonly one: RegExp;
  readonly keyOf: (said: string) => string;
}

/** Keys in the order in which they are said, each once; undefined when the text does not speak of keys. */
export function spokenKeys(text: string): readonly string[] | undefined {
  const named: { readonly key: string; readonly at: number }[] = [];
  for (const speaking of (languages ??= [latin(), japanese()])) {
    if (!speaking.pressing.test(text)) continue;
    for (const { 0: request, index } of text.matchAll(speaking.request)) {
      for (const { 1: said = '', index: within } of request.matchAll(speaking.one)) {
        named.push({ key: speaking.keyOf(said), at: index + within });
      }
    }
  }
  if (named.length === 0) return undefined;
  return [...new Set(named.sort((a, b) => a.at - b.at).map(({ key }) => key))];
}

let languages: readonly Speaking[] | undefined;

const anyOf = (words: readonly string[]): string => `(?:${words.join('|')})`;

/** "press or say 1", "press 1, 2 or 3", "oprima el número dos", "drücken Sie die Taste 3". */
function latin(): Speaking {
  const words = new Map(Object.entries(KEYS).flatMap(([key, said]) => said.map((word) => [word, key] as const)));
  const counted = String.raw`(?!\s+${anyOf(COUNTED)}(?![\p{L}\p{N}]))`;
  const end = String.raw`(?![\p{L}\p{N}_*#:%-])(?!\.\d)`;
  const article = String.raw`${anyOf(ARTICLES)}(?=\s*(?:$|[.,;!?<]|${anyOf(PURPOSES)}\s))`;
  const said = String.raw`([0-9*#]|${[...words.keys()].join('|')}|${article})${end}`;
  const between = String.raw`(?:${anyOf(BETWEEN)}\s+){0,4}`;
  const key = String.raw`${between}["'“‘«(]?${said}["'”’»)]?(?:\s*${anyOf(BEHIND)}(?!\p{L}))?${counted}`;
  const verb = String.raw`(?<![\p{L}\p{N}])${anyOf(PRESSING)}`;
  const more = String.raw`(?:\s*(?:,\s*(?:${anyOf(OR)}\s+)?|${anyOf(OR)}\s+|/\s*)(?:press\s+)?${key})*`;
  return {
    pressing: new RegExp(String.raw`${verb}(?!\p{L})`, 'iu'),
    request: new RegExp(String.raw`${verb}\s+${key}${more}`, 'giu'),
    one: new RegExp(String.raw`(?<![\p{L}\p{N}])${said}`, 'giu'),
    keyOf: (word) => words.get(word.toLowerCase()) ?? (ARTICLES.includes(word.toLowerCase()) ? '1' : word),
  };
}

/** `1を`, `１を`, `「1」を`, `1番を`, `ゼロを`, `シャープを`, `1または2を`; and the same without を right before 押. */
function japanese(): Speaking {
  const said = String.raw`([0-9０-９]|#|＃|\*|＊|${Object.keys(KEYS_JA).join('|')})`;
  const key = String.raw`[「『“"（(]?${said}[」』”"）)]?(?:番|ボタン|キー)?(?:のボタン|のキー)?`;
  return {
    pressing: /押|プッシュ|ダイヤル|ダイアル/,
    request: new RegExp(
      String.raw`(?<![0-9０-９.．,])${key}((?:(?:または|もしくは|か|、|・|or)${key})*)(?:を|押)`,
      'g',
    ),
    one: new RegExp(said, 'g'),
    // Digits and signs are also typed in the width of the script.
    keyOf: (word) => KEYS_JA[word] ?? word.normalize('NFKC'),
  };
}

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
