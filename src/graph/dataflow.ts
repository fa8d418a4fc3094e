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
    reach.reached[node] === true ? masksOf(wires, change, words) : undefined,
  );
  const start = reach.order[0];
  if (start !== undefined) {
    state.fill(0, start * words, (start + 1) * words);
    for (const fact of initial) set(state, start * words, fact);
  }
  for (let moved = start !== undefined; moved;) {
    moved = false;
    for (const node of reach.order) {
      const wires = wiring.out[node] as readonly Wire[];
      const masks = changes[node];
      for (let i = 0; i < wires.length; i++) {
        const to = (wires[i] as Wire).to;
        const mask = masks?.[i];
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
      reach.reached[action] === true &&
      (((state[action * words + Math.floor(fact / BITS)] as number) >>> (fact % BITS)) & 1) === 1,
  };
}

interface Masks {
  readonly gain: Int32Array;
  readonly lose: Int32Array;
}

/** By wire of one action; undefined where none of them changes anything. Wires that change the same share a mask. */
function masksOf(
  wires: readonly Wire[],
  change: (wire: Wire) => Change | undefined,
  words: number,
): readonly (Masks | undefined)[] | undefined {
  let masks: (Masks | undefined)[] | undefined;
  let last: Change | undefined;
  let lastMask: Masks | undefined;
  for (let i = 0; i < wires.length; i++) {
    const made = change(wires[i] as Wire);
    if (made === undefined) continue;
    if (made !== last) {
      last = made;
      lastMask = { gain: bitsOf(made.gain, words), lose: bitsOf(made.lose, words) };
    }
    (masks ??= new Array<Masks | undefined>(wires.length).fill(undefined))[i] = lastMask;
  }
  return masks;
}

function bitsOf(facts: readonly number[] | undefined, words: number): Int32Array {
  const bits = new Int32Array(words);
  if (facts !== undefined) for (const fact of facts) set(bits, 0, fact);
  return bits;
}

function set(bits: Int32Array, offset: number, fact: number): void {
  const word = offset + Math.floor(fact / BITS);
  bits[word] = (bits[word] as number) | (1 << (fact % BITS));
}
