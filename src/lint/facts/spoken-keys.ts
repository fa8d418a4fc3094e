/**
 * The telephone keys that a menu's text names. Only what is certain counts: a key beside a word for pressing ("press 1",
 * "press one", "1を押して"), never a number that merely occurs in the text.
 */

/** Keys in the order in which they are said, each once; undefined when the text does not speak of keys. */
export function spokenKeys(text: string): readonly string[] | undefined {
  if (PRESS_JA.test(text)) return japaneseKeys(text);
  if (PRESS_EN.test(text)) return englishKeys(text);
  return undefined;
}

const PRESS_EN = /\b(?:press|dial|push|touch)\b/i;
const PRESS_JA = /押|プッシュ|ダイヤル|ダイアル/;

const WORDS: Readonly<Record<string, string>> = {
  zero: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  star: '*',
  asterisk: '*',
  '*': '*',
  pound: '#',
  hash: '#',
  '#': '#',
};

const KEY_EN = String.raw`(?:the\s+)?(?:(?:number|digit|key|button)\s+)?["'“‘(]?([0-9]|zero|one|two|three|four|five|six|seven|eight|nine|star|asterisk|pound|hash|[*#])(?![\w*#:%-])(?!\.\d)(?:["'”’)])?(?:\s*(?:key|sign|button))?`;
/** "press or say 1", "press 1", "press 1 or 2", "press 1, 2 or 3". */
const PRESSED_EN = new RegExp(
  String.raw`\b(?:press|dial|push|touch)(?:\s+or\s+say)?(?:ing)?\s+${KEY_EN}((?:\s*(?:,\s*(?:or\b|and\b)?|or\b|and\b|/)\s*(?:press\s+)?${KEY_EN})*)`,
  'gi',
);
const ONE_EN = new RegExp(KEY_EN, 'gi');

function englishKeys(text: string): readonly string[] | undefined {
  const keys = new Set<string>();
  for (const match of text.matchAll(PRESSED_EN)) {
    add(keys, match[1]);
    for (const more of (match[2] ?? '').matchAll(ONE_EN)) add(keys, more[1]);
  }
  return keys.size === 0 ? undefined : [...keys];
}

function add(keys: Set<string>, said: string | undefined): void {
  if (said === undefined) return;
  const key = WORDS[said.toLowerCase()] ?? said;
  keys.add(key);
}

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
  '＃': '#',
  井桁: '#',
  いげた: '#',
  米印: '*',
  こめじるし: '*',
  アスタリスク: '*',
  スター: '*',
  '＊': '*',
};

function japaneseKeys(text: string): readonly string[] | undefined {
  const keys = new Set<string>();
  for (const match of text.matchAll(PRESSED_JA)) {
    for (const one of match[0].matchAll(ONE_JA)) keys.add(japaneseKey(one[1] ?? ''));
  }
  return keys.size === 0 ? undefined : [...keys];
}

function japaneseKey(said: string): string {
  const known = KEYS_JA[said];
  if (known !== undefined) return known;
  const code = said.charCodeAt(0);
  return code >= 0xff10 && code <= 0xff19 ? String.fromCharCode(code - 0xff10 + 48) : said;
}
