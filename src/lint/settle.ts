/** From what was found to what is told: comments suppress, levels decide. */
import type { ParsedFile } from '../check/program.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../text/text.ts';
import { knownCodes } from './codes.ts';
import { levelOf, RECOMMENDED, severityAt, type RuleChoice } from './levels.ts';
import { withoutSuppressed } from './suppressions.ts';

/** What holds for a file of a project. */
export type ChoiceFor = (source: SourceText) => RuleChoice;

const recommended: ChoiceFor = () => RECOMMENDED;

/** `files`: those whose flows were judged, or nobody could tell what a comment in them is good for. */
export function settle(
  files: readonly ParsedFile[],
  found: readonly Diagnostic[],
  choiceFor: ChoiceFor = recommended,
): readonly Diagnostic[] {
  const isOn = (code: string, source: SourceText): boolean => {
    const known = knownCodes().get(code);
    return known !== undefined && levelOf(known, choiceFor(source)) !== 'off';
  };
  return atLevels(withoutSuppressed(files, found, isOn), choiceFor);
}

/** Each diagnostic at the level that its file's choice gives its code. Errors stay errors. */
export function atLevels(found: readonly Diagnostic[], choiceFor: ChoiceFor): readonly Diagnostic[] {
  if (choiceFor === recommended) return found;
  return found.flatMap((diagnostic) => {
    const { code, severity, place } = diagnostic;
    const choice = choiceFor(place.source);
    const known = severity === 'error' || choice === RECOMMENDED ? undefined : knownCodes().get(code);
    if (known === undefined || known.severity === 'error') return [diagnostic];
    const level = levelOf(known, choice);
    if (level === 'off') return [];
    const settled = severityAt(level, severity, known.severity);
    return settled === severity ? [diagnostic] : [{ ...diagnostic, severity: settled }];
  });
}
