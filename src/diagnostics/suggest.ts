/** "Did you mean …?" */
import { distance } from 'fastest-levenshtein';

/**
 * The candidate that `word` was probably meant to be: at most two letters in five differ (two that are
 * swapped count as two), capitals aside.
 * Of several equally near the first wins. Undefined when nothing is near.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length * 0.4)) + 0.5;
  for (const candidate of candidates) {
    if (candidate === word || Math.abs(candidate.length - word.length) >= least) continue;
    const lower = candidate.toLowerCase();
    const far = lower === wanted ? 0.1 : distance(wanted, lower);
    if (far < least) {
      best = candidate;
      least = far;
    }
  }
  return best;
}
