/** `check --fix`: applies the safe fixes, and again where one fix uncovers the next. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceText, TextEdit } from '../text/text.ts';
import { applyEdits } from '../text/text.ts';
import type { Workspace } from '../workspace/load.ts';
import { writeAnew } from '../workspace/write.ts';
import type { Io } from './io.ts';

/** More rounds would mean that two fixes undo each other. */
export const ROUNDS = 10;

interface Checked {
  readonly workspace: Workspace;
  readonly diagnostics: Diagnostic[];
}

/** Fixes the files that were asked for and looks again. What could not be written is among the diagnostics. */
export function applyFixes(first: Checked, look: () => Checked, io: Io): Checked {
  let checked = first;
  const fixed = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const problems: Diagnostic[] = [];
    let changed = false;
    for (const [source, edits] of safeEdits(checked.diagnostics)) {
      const file = checked.workspace.files.find((candidate) => candidate.path === source.path);
      const text = applyEdits(source.text, edits);
      if (file === undefined || text === source.text) continue;
      const problem = writeAnew(file.absolute, text, file.path);
      if (problem) problems.push(problem);
      else {
        changed = true;
        fixed.add(file.path);
      }
    }
    if (!changed) {
      checked = { ...checked, diagnostics: [...checked.diagnostics, ...problems] };
      break;
    }
    const { workspace, diagnostics } = look();
    checked = { workspace, diagnostics: [...diagnostics, ...problems] };
  }
  for (const path of fixed) io.out.write(`${path}\n`);
  return checked;
}

/** By file, the edits of its safe fixes; a fix is taken whole, or, where it overlaps an earlier one, left for the next round. */
export function safeEdits(diagnostics: readonly Diagnostic[]): ReadonlyMap<SourceText, readonly TextEdit[]> {
  const byFile = new Map<SourceText, TextEdit[]>();
  for (const { place, fixes } of diagnostics) {
    const fix = fixes?.find((candidate) => candidate.safe);
    if (fix === undefined) continue;
    const taken = byFile.get(place.source) ?? [];
    if (fix.edits.some((edit) => taken.some((other) => overlap(edit, other)))) continue;
    byFile.set(place.source, [...taken, ...fix.edits]);
  }
  return byFile;
}

/** Two insertions at one place overlap too: which comes first is not for us to say. */
function overlap(a: TextEdit, b: TextEdit): boolean {
  return a.span.start === b.span.start || (a.span.start < b.span.end && b.span.start < a.span.end);
}
