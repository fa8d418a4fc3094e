/**
 * What telephone keys and pressing them are called in the Latin-script languages that voices of Amazon Connect speak most:
 * English, Spanish, Portuguese, French, German, Italian. A menu may change its language from one sentence to the next
 * ("For English, press 1. Para español, oprima el dos."), so they are looked for together; no word means two keys.
 */

/** Verbs that ask for a key, in the forms of address that menus use. */
export const PRESSING: readonly string[] = [
  'press(?:ing)?|dial|push|touch',
  'opr[ií]m[ae]|marque|marca|presion[ae]|puls[ae]|digite|teclee',
  'pressione|tecle|aperte|disque',
  'appuyez|tapez|composez|faites|pressez',
  'drücken|wählen',
  'prem[aei]|premere|digiti|digita|digitare',
];

/** What may stand between the verb and the key. */
export const BETWEEN: readonly string[] = [
  'or say|the|number|digit|key|button',
  'o diga|el|la|en|número|dígito|tecla|botón',
  'ou diga|a|o|na|no|número|dígito|tecla|botão',
  'sur|le|la|touche|chiffre|bouton',
  'sie|bitte|die|taste|ziffer|zahl|nummer',
  'il|lo|su|sul|tasto|numero|cifra|pulsante',
];

/** Words between keys that lead to the same: "1, 2 or 3". */
export const OR: readonly string[] = ['or', 'and', 'o', 'y', 'ou', 'e', 'et', 'oder', 'und'];

/** What is called a key behind it: "the 2 key". */
export const BEHIND: readonly string[] = ['key', 'sign', 'button', 'taste'];

/** Things that are counted: "digite quatro dígitos" asks for four keys, not for the key 4. */
export const COUNTED: readonly string[] = [
  'd[ií]gitos?|n[úu]meros?|letras?|caracteres|[úu]ltim[oa]s?|primeir[oa]s?|primer[oa]s?',
  'digits?|numbers?|characters?|times',
  'chiffres?|numéros?|caractères?|derniers?|premiers?',
  'ziffern?|zahlen|stellen',
  'cifre|numeri|caratteri|ultime?|prime',
];

/** Words for keys. */
export const KEYS: Readonly<Record<string, readonly string[]>> = {
  '0': ['zero', 'cero', 'zéro', 'null'],
  '1': ['one', 'uno', 'eins'],
  '2': ['two', 'dos', 'dois', 'duas', 'deux', 'zwei', 'due'],
  '3': ['three', 'tres', 'três', 'trois', 'drei', 'tre'],
  '4': ['four', 'cuatro', 'quatro', 'quatre', 'vier', 'quattro'],
  '5': ['five', 'cinco', 'cinq', 'fünf', 'cinque'],
  '6': ['six', 'seis', 'sechs', 'sei'],
  '7': ['seven', 'siete', 'sete', 'sept', 'sieben', 'sette'],
  '8': ['eight', 'ocho', 'oito', 'huit', 'acht', 'otto'],
  '9': ['nine', 'nueve', 'nove', 'neuf', 'neun'],
  '*': ['star', 'asterisk', 'asterisco', 'estrella', 'estrela', 'étoile', 'astérisque', 'stern', 'sterntaste'],
  '#': [
    ...['pound', 'hash', 'numeral', 'almohadilla', 'gato', 'jogo da velha', 'cerquilha', 'sustenido', 'hashtag'],
    ...['dièse', 'raute', 'rautetaste', 'cancelletto'],
  ],
};

/** Articles that are also the key 1, where a pause or a purpose follows: "digite um para vendas", not "digite um número". */
export const ARTICLES: readonly string[] = ['un', 'um'];
export const PURPOSES: readonly string[] = ['pour', 'para', 'per', 'ou', 'et', 'e'];
