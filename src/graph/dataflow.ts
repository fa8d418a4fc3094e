/**
 * What is known before each action, carried forward over the wires. A fact is a number; what facts mean is for the
 * caller to say. `every`: it holds on all paths that lead here. `some`: it holds on at least one.
 */
import type { Reach, Wire, Wiring } from './dataflow-wiring.ts';

/** What passing a wire changes: `lose` first, then `gain`. */
export interface Change {
  readonly gain?: readonly number[] | undefined;
  readonly lose?: readonly number[] | undefined;
}

export interface Known {
  /** Whether the fact holds when control enters the action. Nothing holds in actions that are never reached. */
  readonly at: (action: number, fact: number) => boolean;
}

const BITS = 32;

/**
 * `facts` is how many there are; `initial` hold when the flow starts; `change` says what a wire changes (undefined:
 * nothing) and is asked once for each wire of a reached action.
 */
export function carry(
  wiring: Wiring,
  reach: Reach,
  facts: number,
  initial: readonly number[],
  change: (wire: Wire) => Change | undefined,
  join: 'every' | 'some',
): Known {
  const words = Math.max(1, Math.ceil(facts / BITS));
  const every = join === 'every';
  const count = wiring.out.length;
  const state = new Int32Array(count * words).fill(every ? -1 : 0);
  const changes = wiring.out.map((wires, node) =>
    reach.reached[node] === true ? wires.map((wire) => masksOf(change(wire), words)) : [],
  );
  const start = reach.order[0];
  if (start !== undefined) {
    state.fill(0, start * words, (start + 1) * words);
    for (const fact of initial) set(state, start * words, fact);
  }
  for (let moved = start !== undefined; moved; ) {
    moved = false;
    for (const node of reach.order) {
      const wires = wiring.out[node] as readonly Wire[];
      const masks = changes[node] as readonly (Masks | undefined)[];
      for (let i = 0; i < wires.length; i++) {
        const to = (wires[i] as Wire).to;
        const mask = masks[i];
        for (let w = 0; w < words; w++) {
          let bits = state[node * words + w] as number;
          if (mask !== undefined) bits = (bits & ~(mask.lose[w] as number)) | (mask.gain[w] as number);
          const before = state[to * words + w] as number;
          const after = every ? before & bits : before | bits;
          if (after !== before) {
            state[to * words + w] = after;
            moved = true;
          }
        }
      }
    }
  }
  return {
    at: (action, fact) =>
      reach.reached[action] === true && (((state[action * words + Math.floor(fact / BITS)] as number) >>> (fact % BITS)) & 1) === 1,
  };
}

interface Masks {
  readonly gain: Int32Array;
  readonly lose: Int32Array;
}

function masksOf(change: Change | undefined, words: number): Masks | undefined {
  if (change === undefined) return undefined;
  const masks: Masks = { gain: new Int32Array(words), lose: new Int32Array(words) };
  for (const fact of change.gain ?? []) set(masks.gain, 0, fact);
  for (const fact of change.lose ?? []) set(masks.lose, 0, fact);
  return masks;
}

function set(bits: Int32Array, offset: number, fact: number): void {
  const word = offset + Math.floor(fact / BITS);
  bits[word] = (bits[word] as number) | (1 << (fact % BITS));
}
