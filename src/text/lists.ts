/** Lists as parts of sentences. */

/** `a, b and 3 more`. */
export function firstFew(items: readonly string[], most: number): string {
  const shown = items.slice(0, most).join(', ');
  return items.length > most ? `${shown} and ${items.length - most} more` : shown;
}
