/** Holds the text of a structure against the blocks that it was made from. */
import type { Structure } from '../../src/constructs/structure/index.ts';
import type { RaisedBlock, RaisedTarget } from '../../src/constructs/types.ts';
import type { Item } from '../../src/syntax/ast.ts';
import { lowerItems, patternKey } from './reference.ts';

const WORDS: Readonly<Record<string, string>> = {
  DisconnectParticipant: 'disconnect',
  EndFlowExecution: 'end',
  EndFlowModuleExecution: 'return',
};

/** What is wrong with the text; empty when it says the same edges. */
export function differences(blocks: readonly RaisedBlock[], start: string | undefined, { items }: Structure): string[] {
  const lowered = lowerItems(items, blocks);
  const problems = [...lowered.problems];
  const shared = new Map<string, string>();
  for (const block of blocks) {
    if (lowered.edges.has(block.id)) continue;
    const word = WORDS[block.type];
    if (!block.shareable || word === undefined) problems.push(`${block.id} is lost`);
    else if ([...shared.values()].includes(`shared:${word}`)) problems.push(`${block.id}: a second shared ${word}`);
    else shared.set(block.id, `shared:${word}`);
  }
  const known = new Set(blocks.map((b) => b.id));
  const say = (target: RaisedTarget): string | undefined => {
    if (target.kind === 'none') return undefined;
    if (target.kind === 'nothing') return '';
    if (target.kind === 'dangling' || !known.has(target.id)) return `dangling:${target.id}`;
    return shared.get(target.id) ?? target.id;
  };
  const expectedStart =
    start === undefined ? '<none>' : start === '' ? '' : known.has(start) ? start : `dangling:${start}`;
  if (lowered.start !== expectedStart) problems.push(`starts at ${lowered.start}, not ${expectedStart}`);
  for (const block of blocks) {
    const own = lowered.edges.get(block.id);
    if (own === undefined) continue;
    const expected = new Map<string, string>();
    const put = (key: string, target: RaisedTarget | undefined) => {
      const to = target === undefined ? undefined : say(target);
      if (to !== undefined) expected.set(key, to);
    };
    put('success', block.success);
    if (block.kind === 'loop') put('<body>', block.body);
    for (const { pattern, target } of block.branches) put(patternKey(pattern), target);
    for (const key of new Set([...expected.keys(), ...own.keys()])) {
      if (expected.get(key) !== own.get(key)) {
        problems.push(`${block.id} on ${key}: ${String(own.get(key))}, not ${String(expected.get(key))}`);
      }
    }
    if (block.label !== undefined && !(lowered.labels.get(block.id) ?? '').startsWith(block.label)) {
      problems.push(`${block.id} lost its label`);
    }
  }
  return problems;
}

export interface Figures {
  /** Jumps to names: `-> x`, `on … -> x`, defaults. */
  readonly jumps: number;
  readonly steps: number;
  readonly labels: number;
  readonly depth: number;
}

export function figuresOf(items: readonly Item[]): Figures {
  let jumps = 0;
  let steps = 0;
  let labels = 0;
  let depth = 0;
  const words = new Set(['next', 'none', 'nothing', 'break', 'continue', 'disconnect', 'end', 'return']);
  const visit = (node: unknown, at: number): void => {
    if (Array.isArray(node)) {
      for (const each of node) visit(each, at);
      return;
    }
    if (typeof node !== 'object' || node === null) return;
    const { kind } = node as { kind?: string };
    if (kind === 'jump') {
      const { target } = node as { target: { text: string; quoted: boolean } };
      if (target.quoted || !words.has(target.text)) jumps++;
    }
    if (kind === 'step') steps++;
    if ((node as { label?: unknown }).label !== undefined) labels++;
    depth = Math.max(depth, at);
    for (const each of Object.values(node)) visit(each, kind === 'body' ? at + 1 : at);
  };
  visit(items, 0);
  return { jumps, steps, labels, depth };
}
