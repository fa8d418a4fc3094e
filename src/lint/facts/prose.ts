/** Which language a text in Latin letters is in, told from small words; which one a value names. */
import type { Json } from '../../text/json.ts';

/** Bare languages with words that are frequent in prompts. A word of two languages counts for both. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'a as do me my no on so the you your yours please for and thank thanks calling call our we are is this will have with hold press of to has been an at be can in it or us now',
  es: 'a no me el la los las usted su sus gracias por para llamar llamada presione oprima marque está una que nuestro nuestra con favor del desea sea bienvenido espere en es y al ahora número',
  fr: 'le la les vous votre vos merci pour nous est une des appuyez veuillez avec appel du sur notre nos bienvenue de et en sont cet cette tapez patienter',
  de: 'der die das den dem sie ihre ihren ihr bitte und für drücken wir ist ein eine einen nicht mit vielen dank anruf zu auf von uns unsere werden sind',
  it: 'il la lo gli le per grazie chiamato chiamare prema premere premi sono della del di che nostro nostra si una attenda prego è con vi un in suo sua',
  pt: 'o a os as você obrigado obrigada para por sua seu não pressione digite aguarde nossa nosso uma com é do da ligar em um se são dos das agora',
};

/** What people call languages where they compare them. */
const NAMES: Readonly<Record<string, string>> = {
  english: 'en',
  英語: 'en',
  spanish: 'es',
  español: 'es',
  espanol: 'es',
  french: 'fr',
  français: 'fr',
  german: 'de',
  deutsch: 'de',
  italian: 'it',
  italiano: 'it',
  portuguese: 'pt',
  português: 'pt',
  japanese: 'ja',
  日本語: 'ja',
  korean: 'ko',
  한국어: 'ko',
  chinese: 'zh',
  中文: 'zh',
};

/** The bare language that a value names: `en`, `en-US`, `English`. Undefined for one that names none. */
export function languageNamed(value: Json | undefined): string | undefined {
  if (typeof value !== 'string') return undefined;
  const name = value.toLowerCase();
  return Object.hasOwn(NAMES, name) ? NAMES[name] : /^([a-z]{2})(?:[-_][a-z]{2})?$/.exec(name)?.[1];
}

/** Fewer such words than this prove nothing. */
const ENOUGH = 4;
/** So many words that the first language does not have are another one's text. */
const ANOTHER = 2;

let byWord: ReadonlyMap<string, readonly string[]> | undefined;

function languagesByWord(): ReadonlyMap<string, readonly string[]> {
  if (byWord !== undefined) return byWord;
  const made = new Map<string, string[]>();
  for (const [language, words] of Object.entries(WORDS)) {
    for (const word of words.split(' ')) {
      const same = made.get(word);
      if (same === undefined) made.set(word, [language]);
      else same.push(language);
    }
  }
  return (byWord = made);
}

/** The bare language of the text; undefined where that is not plain, as in a text that speaks two. */
export function languageOfProse(text: string): string | undefined {
  const words = plainWords(text).map((word) => languagesByWord().get(word) ?? NONE);
  const [best, count] = mostFrequent(words);
  if (best === undefined || count < ENOUGH) return undefined;
  const [, others] = mostFrequent(words.filter((languages) => !languages.includes(best)));
  return others < ANOTHER ? best : undefined;
}

function mostFrequent(words: readonly (readonly string[])[]): readonly [language: string | undefined, count: number] {
  const counts = new Map<string, number>();
  for (const languages of words)
    for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  let best: string | undefined;
  let most = 0;
  for (const [language, count] of counts) {
    if (count <= most) continue;
    best = language;
    most = count;
  }
  return [best, most];
}

const NONE: readonly string[] = [];

/** How many small words of one language the text has. */
export function wordsOfLanguage(text: string, language: string): number {
  return plainWords(text).filter((word) => languagesByWord().get(word)?.includes(language) === true).length;
}

/** Words of people, in small letters: paths, tokens and markup left out. */
export function plainWords(text: string): readonly string[] {
  return (
    text
      .replace(/\$\.[\w.[\]'-]*|\$\{[^}]*\}|\{\{[^}]*\}\}|<[^>]*>/g, ' ')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  );
}
