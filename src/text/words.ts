/** Identifiers made of what people wrote. */

/** Of Spanish, Portuguese, French, Italian and German those that hardly mean anything in English ("no", "on", "EST"). */
const SMALL_WORDS = new Set(
  (
    'a an the of to in at is are was were be been for with by from as it its this that these those your you our we us i my me please so do does did has have had will would can could may there here then ' +
    'el la los las un una de del al en con por para que su sus se lo le les usted es son muy ' +
    'um uma ou da dos ao em com seu sua você é à ' +
    'une du des pour avec dans sur vous votre vos nous notre di della per che ' +
    'der die das den dem ein eine und oder zu von für ist sind sie ihr ihre ihren bitte wir'
  ).split(' '),
);

/** The first `most` words that mean something, as one identifier: `Check VMX offer status` → `checkVmxOfferStatus`. */
export function camelCase(said: string, most: number): string {
  const words = wordsOf(said);
  const meaning = words.filter(isMeaningful);
  const kept = (meaning.length > 0 ? meaning : words).slice(0, most);
  while (kept.length > 0 && /^\p{N}/u.test(kept[0] as string)) kept.shift();
  return kept.map((each, i) => (i === 0 ? lowerFirst(each) : capitalize(each))).join('');
}

/** Whether a text has a word that means something: "We are" has none. */
export function saysSomething(said: string): boolean {
  return wordsOf(said).some(isMeaningful);
}

/** What "not" turns round; without it `notWork` reads as an order, and `couldNotFind` says what happened. */
const REFUSALS = /(?<![\p{L}\p{N}])(could|did|does|do|would|will|has|have|had)\s+not(?![\p{L}\p{N}])/giu;

function wordsOf(said: string): string[] {
  return said
    .normalize('NFC')
    .replace(/\$\.[\p{L}\p{N}_.[\]']*|['’](?=\p{L})/gu, '')
    .replace(REFUSALS, (_, verb: string) => `${verb}Not`)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
}

function isMeaningful(each: string): boolean {
  return !SMALL_WORDS.has(each.toLowerCase());
}

/** `VMXCore` → `vmxCore`, `VMX` → `vmx`, `CallerID` → `callerID`. */
function lowerFirst(said: string): string {
  return said.replace(/^\p{Lu}+(?=\p{Lu}\p{Ll})|^\p{Lu}+(?!\p{Ll})|^\p{Lu}/u, (head) => head.toLowerCase());
}

export function capitalize(said: string): string {
  const [first = ''] = said;
  const rest = said.slice(first.length);
  return first.toUpperCase() + (/^\p{Lu}+$/u.test(said) ? rest.toLowerCase() : rest);
}
