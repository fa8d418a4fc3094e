/** What the checker says about names and entity declarations. Statements have their own table in src/constructs. */
import { diagnosticsOf } from '../diagnostics/diagnostic.ts';
import type { EntityKind } from '../entities/types.ts';

const error = 'error' as const;

const code = (text: string) => `\`${text}\``;
const listed = (words: readonly string[]) => words.map(code).join(', ');
const meant = (suggestion: string | undefined) =>
  suggestion === undefined ? undefined : `Did you mean \`${suggestion}\`?`;

/** A kind as a sentence says it: `queue`, `routing profile`. */
export function kindWords(kind: EntityKind): string {
  return kind.replace('_', ' ');
}

/** The same with its article: `a queue`, `an agent status`. */
export function aKind(kind: EntityKind): string {
  return `${/^[aeio]/.test(kind) ? 'an' : 'a'} ${kindWords(kind)}`;
}

export const entityDiagnostic = diagnosticsOf('check', {
  // ------------------------------------------------------------------------------------------------------------ names
  'unknown-kind': {
    severity: error,
    message: (p: { word: string; suggestion: string | undefined }) => `${code(p.word)} is no kind of declaration.`,
    help: (p: { word: string; suggestion: string | undefined }) =>
      meant(p.suggestion) ??
      'Declarations begin with a kind (`queue`, `hours`, `number`, …), or with `inbound flow`, `module`.',
  },
  'duplicate-name': {
    severity: error,
    message: (p: { kind: EntityKind; name: string; display: string }) =>
      `There is already ${aKind(p.kind)} named ${code(p.name)}.`,
    help: () => 'All files of a project share one namespace: rename one of them, or remove it.',
  },
  'duplicate-display-name': {
    severity: error,
    message: (p: { kind: EntityKind; name: string; display: string }) =>
      `Another ${kindWords(p.kind)} is already called “${p.display}”, and Connect knows each by that.`,
    help: () => 'Give one of them another text behind its name.',
  },
  'pin-without-existing': {
    severity: error,
    message: (p: { kind: EntityKind; name: string }) =>
      `${code(p.name)} is pinned to an ARN, but only what exists already can be.`,
    help: (p: { kind: EntityKind; name: string }) =>
      `Write \`existing ${p.kind} ${p.name} = …\`, or leave the ARN out and let the environment bind the name.`,
  },
  'body-on-existing': {
    severity: error,
    message: (p: { kind: EntityKind; name: string; key: string | undefined; allowed: readonly string[] }) =>
      p.key === undefined
        ? `An existing ${kindWords(p.kind)} is only looked up, so ${code(p.name)} has nothing to say in braces.`
        : `An existing ${kindWords(p.kind)} is only looked up, so ${code(p.key)} would never be written.`,
    help: (p: { kind: EntityKind; name: string; key: string | undefined; allowed: readonly string[] }) =>
      p.allowed.length > 0
        ? `Only what it takes and answers may stand there: ${listed(p.allowed)}.`
        : 'Remove the braces, or remove `existing` to manage it from here.',
  },
});
