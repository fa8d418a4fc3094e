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

const LANGUAGES = Object.keys(WORDS);

let masks: ReadonlyMap<string, number> | undefined;

/** By word: the languages that have it, as bits in the order of `LANGUAGES`. */
function languagesByWord(): ReadonlyMap<string, number> {
  if (masks !== undefined) return masks;
  const made = new Map<string, number>();
  LANGUAGES.forEach((language, i) => {
    for (const word of (WORDS[language] ?? '').split(' ')) made.set(word, (made.get(word) ?? 0) | (1 << i));
  });
  return (masks = made);
}

/** The bare language of the text; undefined where that is not plain, as in a text that speaks two. */
export function languageOfProse(text: string): string | undefined {
  const words = masksOf(text);
  const counts = countsOf(words, 0);
  const most = Math.max(...counts);
  if (most < ENOUGH) return undefined;
  const best = counts.indexOf(most);
  return Math.max(...countsOf(words, 1 << best)) < ANOTHER ? LANGUAGES[best] : undefined;
}

/** How many small words of one language the text has. */
export function wordsOfLanguage(text: string, language: string): number {
  const i = LANGUAGES.indexOf(language);
  return i < 0 ? 0 : (countsOf(masksOf(text), 0)[i] ?? 0);
}

/** The languages of each word that is known. */
function masksOf(text: string): readonly number[] {
  const known = languagesByWord();
  return plainWords(text)
    .map((word) => known.get(word) ?? 0)
    .filter((mask) => mask !== 0);
}

/** How many of the words each language has, those left out that one of the languages of `without` has. */
function countsOf(words: readonly number[], without: number): readonly number[] {
  const counts = LANGUAGES.map(() => 0);
  for (const mask of words) {
    if ((mask & without) !== 0) continue;
    for (let i = 0; i < counts.length; i++) if ((mask & (1 << i)) !== 0) counts[i] = (counts[i] as number) + 1;
  }
  return counts;
}

/** Words of people in Latin letters, in small ones: paths, tokens and markup left out. */
export function plainWords(text: string): readonly string[] {
  return (
    said(text)
      .toLowerCase()
      .match(/[a-z\u00df-\u024f]+/g) ?? []
  );
}

function said(text: string): string {
  return /[<${]/.test(text) ? text.replace(/\$\.[\w.[\]'-]*|\$\{[^}]*\}|\{\{[^}]*\}\}|<[^>]*>/g, ' ') : text;
}
