/** What can be wrong with comments that suppress findings. */
import { diagnosticsOf } from '../diagnostics/diagnostic.ts';
import type { Page } from '../diagnostics/page.ts';

export const suppressionDiagnostic = diagnosticsOf('lint', {
  'suppression-without-reason': {
    severity: 'warning',
    message: (p: { comment: string }) => `This comment suppresses nothing: \`${p.comment}\` wants codes and a reason.`,
    help: (p: { comment: string }) => `Write \`// ${p.comment} lint/no-queue: why it is right here\`.`,
  },
  'unknown-suppression': {
    severity: 'warning',
    message: (p: { code: string; suggestion: string | undefined }) => `There is no rule \`${p.code}\`.`,
    help: (p: { code: string; suggestion: string | undefined }) =>
      p.suggestion === undefined
        ? '`flowc check --list-rules` lists those that there are.'
        : `Did you mean \`${p.suggestion}\`?`,
  },
  'error-suppressed': {
    severity: 'warning',
    message: (p: { code: string }) => `\`${p.code}\` is an error, and no comment suppresses it.`,
    help: () => 'Put right what it says, and remove its code here.',
  },
  'unused-suppression': {
    severity: 'warning',
    message: (p: { code: string; where: 'here' | 'in this file' }) =>
      `\`${p.code}\` has nothing to say ${p.where}, so nothing is suppressed.`,
    help: () => 'Remove the comment, or the code from it.',
  },
});

export const suppressionPages: Readonly<Record<keyof typeof suppressionDiagnostic.table, Page>> = {
  'suppression-without-reason': {
    summary: 'A comment is to suppress a finding and does not say which, or why.',
    why: `
Whoever reads the flow in a year wants to know why the rule was not meant here; without a reason nobody dares to remove
the comment. So a comment without one suppresses nothing.
`,
    remedy: 'Write the codes, a colon, and the reason: `// flowc-ignore lint/no-queue: the transfer brings the queue`.',
  },
  'unknown-suppression': {
    summary: 'A comment is to suppress a rule that does not exist.',
    why: 'The code is misspelt, or the rule was renamed. What was to be suppressed is told as if the comment were not there.',
    remedy: 'Correct the code. `flowc check --list-rules` lists all.',
  },
  'error-suppressed': {
    summary: 'A comment is to suppress an error.',
    why: `
An error is something that Connect refuses, or a program that means nothing. It stays so whether or not it is told, and
would come back when the flow is published.
`,
    remedy: 'Put right what the error says, and remove its code from the comment.',
  },
  'unused-suppression': {
    summary: 'A comment suppresses something that is not there.',
    why: `
What the comment was for has been put right, or has moved away from it. Left where it is it would hide the next finding of
that rule, which nobody has looked at.
`,
    remedy: 'Remove the comment; `flowc check --fix` does.',
  },
};
