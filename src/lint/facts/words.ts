/** How a message speaks of blocks, parameters and branches: as the source does where there is one, else as Connect does. */
import type { ActionEntry, Form } from '../../catalogue/types.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import { sameJson, type JsonObject } from '../../text/json.ts';
import { valueAt } from '../../text/json-members.ts';

/**
 * `"Welcome"` where people named the block; `` `set queue` `` where the text says it; `` `set queue` "3fa4…" `` where
 * it is known by its identifier only.
 */
export function blockName(action: FlowAction, entry: ActionEntry | undefined): string {
  if (action.label !== undefined && action.label !== '') return `"${action.label}"`;
  if (action.hint !== undefined) return `\`${action.hint.verb}\``;
  const verb = entry === undefined ? action.type : phraseOf(action.parameters, entry);
  return verb === '' ? `"${action.id}"` : `\`${verb}\` "${action.id}"`;
}

/** The verb phrase that says the action: of the forms that these parameters fit, the one that is least general. */
function phraseOf(parameters: JsonObject, entry: ActionEntry): string {
  let best: string | undefined;
  let fixed = -1;
  for (const form of entry.forms) {
    const paths = Object.keys(form.fixed ?? {});
    if (paths.length <= fixed || !paths.every((path) => sameJson(valueAt(parameters, path), form.fixed?.[path])))
      continue;
    // A form whose operand is missing is another one's (`set touchtone_buffer` of a menu that lacks StoreInput).
    if (
      form.operands?.some(
        ({ path, optional }) => optional !== true && path !== '' && valueAt(parameters, path) === undefined,
      ) === true
    )
      continue;
    best = form.phrase;
    fixed = paths.length;
  }
  return best ?? entry.forms[0]?.phrase ?? CONSTRUCTS.get(entry.type) ?? entry.type;
}

/** Blocks that are control structures of the language and have no form. */
const CONSTRUCTS: ReadonlyMap<string, string> = new Map([
  ['Compare', 'match'],
  ['DistributeByPercentage', 'split'],
  ['Loop', 'repeat'],
]);

/** The branch word of an ErrorType, with the ErrorType: `at_capacity (QueueAtCapacity)`. */
export function branchName(entry: ActionEntry | undefined, error: string): string {
  for (const form of entry?.forms ?? []) {
    for (const branch of form.branches ?? []) {
      if ('error' in branch && branch.error === error) return `\`${branch.word}\` (${error})`;
    }
  }
  return error;
}

/** The key of a parameter in `.flow`, with its path: `timeout (InvocationTimeLimitSeconds)`. */
export function parameterName(entry: ActionEntry | undefined, path: string): string {
  for (const form of entry?.forms ?? []) {
    const keys = keysOf(form, path);
    const [shown, others] = [keys.slice(0, MOST_KEYS), keys.length > MOST_KEYS ? ' or the like' : ''];
    if (keys.length > 0) return `${shown.map((key) => `\`${key}\``).join(' or ')}${others} (${path})`;
  }
  return path;
}

/** Of a group that many keys say something of, the first tell which it is. */
const MOST_KEYS = 3;

/** The key that says the parameter, or those that say what is inside of it; the user's own where keys are free. */
function keysOf(form: Form, path: string): readonly string[] {
  const { entries = [], rest } = form;
  const own = entries.find((slot) => slot.path === path);
  if (own !== undefined) return [own.key];
  if (rest !== undefined && path.startsWith(`${rest.path}.`)) return [path.slice(rest.path.length + 1)];
  const inside = entries.filter((slot) => slot.path.startsWith(`${path}.`));
  const around = entries.filter((slot) => path.startsWith(`${slot.path}.`));
  return (inside.length > 0 ? inside : around).map((slot) => slot.key);
}

/** What text writes for a parameter that Connect takes as digits: a time, or a number; undefined for all others. */
export function digitsInText(entry: ActionEntry | undefined, path: string): string | undefined {
  for (const { operands = [], entries = [] } of entry?.forms ?? []) {
    const slot = [...operands, ...entries].find((one) => one.path === path);
    if (slot === undefined) continue;
    if (slot.as === 'number') return 'a whole number';
    if (typeof slot.as === 'string' && slot.as.startsWith('duration')) return 'a time like `5s`';
  }
  return undefined;
}
