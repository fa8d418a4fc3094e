/** What the checker says about statements. Names and entities have their own table in src/check. */
import { diagnosticsOf } from '../diagnostics/diagnostic.ts';

const error = 'error' as const;
const warning = 'warning' as const;

const orMean = (suggestion: string | undefined) => (suggestion === undefined ? undefined : `Did you mean \`${suggestion}\`?`);

export const statementDiagnostic = diagnosticsOf('check', {
  'unknown-statement': {
    severity: error,
    message: (p: { words: string; suggestion: string | undefined }) => `\`${p.words}\` is no statement that flowc knows.`,
    help: (p: { words: string; suggestion: string | undefined }) =>
      orMean(p.suggestion) ?? 'Name the console block, or say any action with `action TypeName { … }`.',
  },
  'missing-operand': {
    severity: error,
    message: (p: { phrase: string; what: string }) => `\`${p.phrase}\` wants ${p.what}.`,
    help: (p: { phrase: string; what: string }) => `Write ${p.what} behind \`${p.phrase}\`.`,
  },
  'surplus-operand': {
    severity: error,
    message: (p: { phrase: string; suggestion: string | undefined }) => `\`${p.phrase}\` does not take this operand.`,
    help: (p: { phrase: string; suggestion: string | undefined }) =>
      orMean(p.suggestion) ?? 'Remove it, or write it as `key: value` in braces.',
  },
  'unknown-parameter': {
    severity: error,
    message: (p: { phrase: string; key: string; suggestion: string | undefined; known: readonly string[] }) =>
      `\`${p.phrase}\` has no parameter \`${p.key}\`.`,
    help: (p: { phrase: string; key: string; suggestion: string | undefined; known: readonly string[] }) =>
      orMean(p.suggestion) ?? (p.known.length > 0 ? `It takes ${p.known.map((k) => `\`${k}\``).join(', ')}.` : 'It takes none.'),
  },
  'duplicate-parameter': {
    severity: error,
    message: (p: { key: string }) => `\`${p.key}\` is given twice.`,
    help: () => 'Keep one of them.',
  },
  'value-kind': {
    severity: error,
    message: (p: { key: string; wanted: string }) => `\`${p.key}\` wants ${p.wanted}.`,
    help: (p: { key: string; wanted: string }) => `Write ${p.wanted}.`,
  },
  'unknown-branch': {
    severity: error,
    message: (p: { phrase: string; word: string; known: readonly string[]; suggestion: string | undefined }) =>
      `\`${p.phrase}\` has no branch \`${p.word}\`.`,
    help: (p: { phrase: string; word: string; known: readonly string[]; suggestion: string | undefined }) =>
      orMean(p.suggestion) ??
      (p.known.length > 0 ? `Its branches are ${p.known.map((k) => `\`${k}\``).join(', ')}.` : 'It has none.'),
  },
  'duplicate-branch': {
    severity: error,
    message: (p: { word: string }) => `\`on ${p.word}\` is there twice; only the first would ever be taken.`,
    help: () => 'Remove one of them.',
  },
  'unhandled-branch': {
    severity: error,
    message: (p: { phrase: string; word: string }) => `\`${p.phrase}\` does not say what happens on \`${p.word}\`, and Connect requires that branch.`,
    help: (p: { phrase: string; word: string }) =>
      `Add \`on ${p.word} -> …\` in its braces, or one \`on ${p.word} -> name\` at the head of the flow.`,
  },
  'unknown-target': {
    severity: error,
    message: (p: { target: string; suggestion: string | undefined }) => `No step or label is called \`${p.target}\` in this flow.`,
    help: (p: { target: string; suggestion: string | undefined }) => orMean(p.suggestion) ?? `Add \`step ${p.target} { … }\`, or jump to a name that exists.`,
  },
  'duplicate-label': {
    severity: error,
    message: (p: { name: string }) => `\`${p.name}\` names two places of this flow.`,
    help: () => 'Rename one of them; a label is the name of one block.',
  },
  'reserved-label': {
    severity: error,
    message: (p: { name: string }) => `\`${p.name}\` is a target word and cannot be a label.`,
    help: (p: { name: string }) => `Choose another name, or quote it: \`"${p.name}"\`.`,
  },
  'jump-in-circles': {
    severity: error,
    message: (p: { name: string }) => `\`${p.name}\` jumps in a circle without ever reaching a block.`,
    help: () => 'Let one of the steps do something, or end.',
  },
  'path-without-end': {
    severity: error,
    message: (p: { phrase: string }) => `The path ends after \`${p.phrase}\` without an end.`,
    help: () => 'End it with `disconnect`, `end`, `return`, a transfer, or `-> name`.',
  },
  'dead-item': {
    severity: warning,
    message: () => 'Nothing leads here: the line above never falls through.',
    help: () => 'Remove it, or make it a `step` that something jumps to.',
  },
  'outside-repeat': {
    severity: error,
    message: (p: { word: string }) => `\`-> ${p.word}\` stands outside of any \`repeat\`.`,
    help: () => 'Only the body of a `repeat` can break or continue it.',
  },
  'default-needs-name': {
    severity: error,
    message: () => 'A default at the head of a body wants `-> name`, not a body of its own.',
    help: () => 'Put the statements into a `step` and name it here.',
  },
  'compare-left-side': {
    severity: error,
    message: () => 'A comparison begins with a `$.` path: Connect compares an attribute with a text.',
    help: () => 'Write the attribute first: `if $.Attributes.tier == "gold"`.',
  },
  'compare-right-side': {
    severity: error,
    message: () => 'The right side of a comparison is a fixed text or number: Connect cannot compare two attributes.',
    help: () => 'Compare them in a Lambda function and branch on its answer.',
  },
  'match-without-case': {
    severity: error,
    message: () => '`match` has no case.',
    help: () => 'Add `on "value" -> …`.',
  },
  'percentage-sum': {
    severity: error,
    message: (p: { sum: number }) => `The shares add up to ${p.sum} %; Connect takes at most 100.`,
    help: () => 'Let the listed shares add up to at most 100 %; what is left goes to `default`.',
  },
  'not-here': {
    severity: error,
    message: (p: { words: string; where: string }) => `\`${p.words}\` does not belong ${p.where}.`,
    help: () => 'Move it to where it belongs, or remove it.',
  },
  'flow-type-unknown': {
    severity: warning,
    message: (p: { name: string }) => `The kind of flow \`${p.name}\` is not said, so what its kind forbids is not checked.`,
    help: () => 'Write the kind before `flow`: `inbound flow …`, `agent_whisper flow …`.',
  },
  'unknown-flow-type': {
    severity: error,
    message: (p: { word: string; suggestion: string | undefined; known: readonly string[] }) => `\`${p.word}\` is no kind of flow.`,
    help: (p: { word: string; suggestion: string | undefined; known: readonly string[] }) =>
      orMean(p.suggestion) ?? `The kinds are ${p.known.map((k) => `\`${k}\``).join(', ')}.`,
  },
  'unbound-name': {
    severity: error,
    message: (p: { kind: string; name: string; environment: string }) =>
      `\`${p.name}\` (${p.kind}) is not bound in the environment \`${p.environment}\`.`,
    help: () => 'Create it there, or bind it in the project file.',
  },
  'unknown-reference': {
    severity: error,
    message: (p: { kind: string; name: string; suggestion: string | undefined }) => `No ${p.kind} is called \`${p.name}\`.`,
    help: (p: { kind: string; name: string; suggestion: string | undefined }) =>
      orMean(p.suggestion) ?? `Declare it: \`existing ${p.kind} ${p.name}\`.`,
  },
});
