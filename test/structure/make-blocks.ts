/** Raised blocks for tests: each carries its id where the reference lowering finds it. */
import type { RaisedBlock, RaisedBranch, RaisedTarget } from '../../src/constructs/types.ts';
import type { Pattern } from '../../src/syntax/ast.ts';
import { numeral, path, pattern, text, word, words } from '../../src/syntax/make.ts';

export const to = (id: string): RaisedTarget => ({ kind: 'action', id });
export const none: RaisedTarget = { kind: 'none' };
export const nothing: RaisedTarget = { kind: 'nothing' };
export const dangling = (id: string): RaisedTarget => ({ kind: 'dangling', id });

export const onWord = (said: string, target: RaisedTarget, need: RaisedBranch['need'] = 'always'): RaisedBranch => ({
  pattern: pattern([word(said)]),
  target,
  word: said,
  need,
});
export const onPattern = (given: Pattern, target: RaisedTarget): RaisedBranch => ({
  pattern: given,
  target,
  word: undefined,
  need: 'written',
});
export const onText = (said: string, target: RaisedTarget): RaisedBranch => onPattern(pattern([text(said)]), target);
export const onDigit = (said: string, target: RaisedTarget): RaisedBranch =>
  onPattern(pattern([numeral(said)]), target);

type Extras = Partial<
  Pick<RaisedBlock, 'label' | 'nameHints' | 'shareable' | 'success' | 'body' | 'branches' | 'entries'>
>;

/** A block whose statement is its phrase and `"#id"`. */
export function make(
  id: string,
  kind: RaisedBlock['kind'],
  phrase: string,
  extras: Extras & { readonly type?: string } = {},
): RaisedBlock {
  const said = kind === 'compare' || kind === 'loop' ? [path(`$.${id}`)] : [...words(phrase), text(`#${id}`)];
  return {
    id,
    members: [id],
    type: phrase,
    label: undefined,
    kind,
    phrase,
    words: said,
    entries: [],
    success: undefined,
    branches: [],
    nameHints: [],
    shareable: false,
    ...extras,
  };
}

export const play = (id: string, success: RaisedTarget, error: RaisedTarget = none): RaisedBlock =>
  make(id, 'plain', 'play', { success, branches: [onWord('error', error, 'optional')] });
export const invoke = (id: string, success: RaisedTarget, error: RaisedTarget): RaisedBlock =>
  make(id, 'plain', 'invoke lambda', { success, branches: [onWord('error', error)] });
export const disconnect = (id: string, shareable = true): RaisedBlock =>
  make(id, 'terminal', 'disconnect', { type: 'DisconnectParticipant', shareable });
export const compare = (
  id: string,
  cases: Readonly<Record<string, RaisedTarget>>,
  otherwise: RaisedTarget,
): RaisedBlock =>
  make(id, 'compare', 'match', {
    branches: [...Object.entries(cases).map(([said, target]) => onText(said, target)), onWord('default', otherwise)],
  });
export const loop = (id: string, body: RaisedTarget, done: RaisedTarget): RaisedBlock =>
  make(id, 'loop', 'repeat', { body, success: done });
export const menu = (
  id: string,
  digits: Readonly<Record<string, RaisedTarget>>,
  otherwise: { readonly timeout: RaisedTarget; readonly default: RaisedTarget; readonly error: RaisedTarget },
): RaisedBlock =>
  make(id, 'decision', 'menu', {
    branches: [
      ...Object.entries(digits).map(([digit, target]) => onDigit(digit, target)),
      onWord('timeout', otherwise.timeout),
      onWord('default', otherwise.default),
      onWord('error', otherwise.error),
    ],
  });
export const transfer = (id: string, atCapacity: RaisedTarget, error: RaisedTarget): RaisedBlock =>
  make(id, 'leave', 'transfer to queue', { branches: [onWord('at_capacity', atCapacity), onWord('error', error)] });
