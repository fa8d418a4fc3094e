/** "Did you mean …?" */
import { distance } from 'fastest-levenshtein';

/**
 * The candidate that `word` was probably meant to be: at most two letters in five differ (neighbours that are
 * swapped count as one), capitals aside; else, and rather than with more than one letter that differs, the only one that
 * `word` is the beginning of, as a name is while it is being typed.
 * Of several equally near the first wins. Undefined when nothing is near among the first 2,000, more than a flow has
 * blocks or an instance has things of a kind: a file with as many mistakes as names would keep everybody waiting.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length * 0.4)) + 0.5;
  let seen = 0;
  const longer = new Set<string>();
  for (const candidate of candidates) {
    if (++seen > MOST_CANDIDATES) break;
    if (candidate === word) continue;
    const lower = candidate.toLowerCase();
    if (word.length >= BEGINNING && lower.length > word.length && lower.startsWith(wanted)) longer.add(candidate);
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const far = lower === wanted ? 0.1 : isSwapped(wanted, lower) ? 1 : distance(wanted, lower);
    if (far < least) {
      best = candidate;
      least = far;
    }
  }
  const [only, another] = longer;
  return only === undefined || another !== undefined || (best !== undefined && least <= 1) ? best : only;
}

const MOST_CANDIDATES = 2000;

/** Whether two neighbours changed places, and nothing else: the commonest slip of quick fingers. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** Letters that a beginning has at least: two or one begin too much. */
const BEGINNING = 3;

/**
 * The same for keys, which people also shorten and lengthen: `first` for `first_name`, `desc` for `description`,
 * `hours_of_operation` for `hours`. Of several keys that begin alike none is said.
 */
export function nearestKey(word: string, known: readonly string[]): string | undefined {
  const near = nearest(word, known);
  if (near !== undefined || word.length < BEGINNING) return near;
  const wanted = word.toLowerCase();
  const longer = known.filter((key) => key.length > word.length && key.toLowerCase().startsWith(wanted));
  // A key within a longer word only as words of their own: `tags` is no beginning of `tagset`.
  const shorter = known.filter((key) => key.length >= BEGINNING && wanted.startsWith(`${key.toLowerCase()}_`));
  const [only, another] = longer.length > 0 ? longer : shorter;
  return another === undefined ? only : undefined;
}
