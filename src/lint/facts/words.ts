/** How a message speaks of blocks, parameters and branches: as the source does where there is one, else as Connect does. */
import type { ActionEntry, Form } from '../../catalogue/types.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';

/** `"Welcome"` where people named the block, `` `set queue` `` where its statement is known, else type and identifier. */
export function blockName(action: FlowAction, entry: ActionEntry | undefined): string {
  if (action.label !== undefined && action.label !== '') return `"${action.label}"`;
  if (action.hint !== undefined) {
    const { verb, operand } = action.hint;
    return operand === undefined ? `\`${verb}\`` : `\`${verb} ${operand}\``;
  }
  return `${entry?.block.en ?? action.type} "${action.id}"`;
}

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
    const key = keyOf(form, path);
    if (key !== undefined) return `\`${key}\` (${path})`;
  }
  return path;
}

function keyOf(form: Form, path: string): string | undefined {
  return form.entries?.find((slot) => slot.path === path)?.key;
}
