/** What to write in the place of a parameter that a statement does not have. */
import type { Form } from '../catalogue/types.ts';
import { nearestKey } from '../diagnostics/suggest.ts';
import type { Value } from '../syntax/ast.ts';
import { slotsOf } from './folded.ts';
import type { Lowering } from './lowering.ts';
import type { ParameterProblem } from './parameters.ts';

type UnknownKey = Extract<ParameterProblem, { kind: 'unknown-key' }>;

/** A key of the statement, or the whole form of what was probably meant. */
export function keyMeant({ source }: Lowering, form: Form, problem: UnknownKey): string | undefined {
  const { key, value } = problem;
  const said = value && source.text.slice(value.span.start, value.span.end);
  const known = slotsOf(form).map((slot) => slot.key);
  return (
    (problem.isOperand === true && said !== undefined ? `${form.phrase} ${said}` : undefined) ??
    nearestKey(key, known) ??
    keyOfApi(form, key) ??
    branchMeant(form, key, value) ??
    speechMeant(form, key, said) ??
    valueMeant(form, key) ??
    operandMeant(form, value) ??
    keyOfOwnMeant(form, key, value)
  );
}

/** `InputTimeLimitSeconds` is what the API calls the `timeout` of a menu. */
function keyOfApi({ entries = [] }: Form, key: string): string | undefined {
  const wanted = key.toLowerCase().replaceAll('_', '');
  return entries.find(({ path }) => path.toLowerCase().split('.').at(-1) === wanted)?.key;
}

/** `error: apology` is a branch with a colon for its arrow. */
function branchMeant({ branches = [] }: Form, key: string, value: Value | undefined): string | undefined {
  return value?.kind === 'word' && branches.some(({ word }) => word === key) ? `on ${key} -> ${value.text}` : undefined;
}

/**
 * What is said stands behind the phrase, and not in braces under a key; what it is said with, and how often, are statements
 * of their own.
 */
function speechMeant({ phrase, operands = [], entries = [] }: Form, key: string, said = '…'): string | undefined {
  if (!operands.some(({ as }) => as === 'speech')) return undefined;
  const name = key.toLowerCase();
  if (SPEECH.has(name)) return `${phrase} "…"`;
  if (name === 'voice') return `set voice ${said}`;
  if (name === 'language') return `set contact { language: ${said} }`;
  const listens = entries.some((slot) => slot.key === 'timeout');
  return listens && ROUNDS.has(name.replaceAll('_', '')) ? `repeat ${said} { ${phrase} … }` : undefined;
}

const SPEECH: ReadonlySet<string> = new Set(['text', 'message', 'prompt', 'say', 'ssml', 'promptid']);
const ROUNDS: ReadonlySet<string> = new Set([
  ...['attempts', 'maxattempts', 'tries', 'maxtries', 'retry', 'retries', 'maxretries', 'retrycount'],
  ...['repeat', 'repeats', 'loops', 'rounds'],
]);

/** `agent` alone is a value of `voice: [agent, customer]`. */
function valueMeant({ entries = [] }: Form, key: string): string | undefined {
  for (const { key: of, as } of entries) {
    const each = typeof as === 'object' && 'list' in as ? as.list : as;
    if (typeof each !== 'object' || !('enum' in each) || !Object.hasOwn(each.enum, key)) continue;
    return each === as ? `${of}: ${key}` : `${of}: [${key}]`;
  }
  return undefined;
}

/** `set voice Joanna { engine: neural }`: the word is one that stands behind the phrase. */
function operandMeant({ phrase, operands = [] }: Form, value: Value | undefined): string | undefined {
  if (value?.kind !== 'word') return undefined;
  const at = operands.findIndex(
    ({ as }) => typeof as === 'object' && 'enum' in as && Object.hasOwn(as.enum, value.text),
  );
  return at < 0 ? undefined : `${phrase} ${at === 0 ? '' : '… '}${value.text}`;
}

/** A key that is nobody's but the user's stands in the braces that are for such: `with { phone: … }`. */
function keyOfOwnMeant({ entries = [] }: Form, key: string, value: Value | undefined): string | undefined {
  const braced = entries.filter(({ as, braces }) => braces === true && typeof as === 'string');
  const [slot, another] = braced.length > 1 ? braced.filter(({ as }) => as === 'texts') : braced;
  if (slot === undefined || another !== undefined) return undefined;
  if (value?.kind === 'block') return `${slot.key} { … }`;
  return value?.kind === 'text' || value?.kind === 'path' ? `${slot.key} { ${key}: … }` : undefined;
}
