/** What an identifier of an action may be (API reference, "flow-language-actions"): 1 to 50 characters of any script. */

/** Words that the service keeps for itself; they are also names of JavaScript's own object members. */
export const reservedIdentifiers: ReadonlySet<string> = new Set([
  '__proto__',
  'constructor',
  '__defineGetter__',
  '__defineSetter__',
  'toString',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'valueOf',
]);

/** Signs that no identifier may hold. */
export const signsNotInIdentifiers = /[%:(\\/)=$,;[\]{}]/;
