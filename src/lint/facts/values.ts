/** Questions about a text that stands where a value is due. */

/**
 * True when something else fills the value in before Connect sees it: `${…}`, `{{…}}`, `<<…>>`, `%%…%%`, `__NAME__`,
 * `<PLACEHOLDER>`. Such a value may become anything, so nothing is said about it.
 */
export function hasToken(value: string): boolean {
  for (let i = 0; i < value.length - 1; i++) {
    const code = value.charCodeAt(i);
    if (code === 36) {
      if (value.charCodeAt(i + 1) === 123) return true;
    } else if (code === 123) {
      if (value.charCodeAt(i + 1) === 123) return true;
    } else if (code === 60) {
      if (value.charCodeAt(i + 1) === 60 || PLACEHOLDER.test(value)) return true;
    } else if (code === 37) {
      if (value.charCodeAt(i + 1) === 37 || PERCENT_NAME.test(value)) return true;
    } else if (code === 95 && value.charCodeAt(i + 1) === 95) {
      if (UNDERSCORED.test(value)) return true;
    }
  }
  return false;
}

const PLACEHOLDER = /<[A-Z][A-Z0-9_ :.-]*>/;
const PERCENT_NAME = /%[A-Za-z_][A-Za-z0-9_]*%/;
const UNDERSCORED = /__[A-Za-z][A-Za-z0-9_]*__/;

/** `REPLACE_WITH_QUEUE_ARN`, `SELECT LAMBDA`, `<your function>`, `PROMPT#Hello`: words that somebody was meant to replace by hand. */
export function isPlaceholder(value: string): boolean {
  return /^[A-Z][A-Z0-9]*([_ -][A-Z0-9]+)+$|^<[^<>/]*>$|^[A-Z]+#\S+$/.test(value);
}

/** `$.Attributes.$.Attributes.name`, and the path that was meant. */
export const DOUBLED_PATH = /\$\.[A-Za-z]+\.+(\$\.[A-Za-z]+(?:\.\w+)*)/;

/** A whole number as Connect reads one: digits, perhaps a sign. */
export function wholeNumber(value: string): number | undefined {
  return /^[+-]?\d{1,19}$/.test(value) ? Number(value) : undefined;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** An ARN, or the id of a thing in a Connect instance (a UUID, perhaps with a version behind a colon). */
export function isIdOrArn(value: string): boolean {
  return value.startsWith('arn:') || UUID.test(value);
}
