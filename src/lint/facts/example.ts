/** How a parameter that is missing is written: its key in the text with a value that it may have. */
import type { ActionEntry, Codec, EntrySlot, Parameter } from '../../catalogue/types.ts';

/**
 * An entry as somebody may type it, `timeout: 5s`, for a statement with words of its own; undefined where the text says
 * the parameter otherwise, or where no value is known that fits everybody.
 */
export function exampleEntry(entry: ActionEntry | undefined, verb: string, path: string): string | undefined {
  const form = entry?.forms.find(({ phrase }) => phrase === verb);
  const slot = slotFor(form?.entries ?? [], path);
  if (slot === undefined || slot.braces === true) return undefined;
  const value = exampleValue(
    slot.as,
    entry?.parameters.find(({ name }) => name === slot.path),
  );
  return value === undefined ? undefined : `${slot.key}: ${value}`;
}

/** The entry that says the parameter, or the first that says something inside of it. */
function slotFor(entries: readonly EntrySlot[], path: string): EntrySlot | undefined {
  return entries.find((slot) => slot.path === path) ?? entries.find((slot) => slot.path.startsWith(`${path}.`));
}

function exampleValue(as: Codec, parameter: Parameter | undefined): string | undefined {
  const near = (wanted: number): string =>
    String(Math.max(parameter?.min ?? wanted, Math.min(parameter?.max ?? wanted, wanted)));
  if (as === 'number') return near(4);
  if (as === 'duration') return `${near(5)}s`;
  if (as === 'duration_minutes') return `${near(5)}m`;
  if (as === 'text') return '"…"';
  if (typeof as === 'string') return undefined;
  if ('enum' in as) return Object.keys(as.enum)[0];
  if ('flag' in as) return 'on';
  return undefined;
}
