/** What the checker says about statements. Names and entities have their own table in src/check. */
import { aKind, kindInSource } from '../check/diagnostics.ts';
import { diagnosticsOf } from '../diagnostics/diagnostic.ts';
import type { EntityKind } from '../entities/types.ts';

const error = 'error' as const;
const warning = 'warning' as const;

const orMean = (suggestion: string | undefined) =>
  suggestion === undefined ? undefined : `Did you mean \`${suggestion}\`?`;

interface MissingOperand {
  readonly phrase: string;
  readonly what: string;
  readonly suggestion?: string | undefined;
  readonly example?: string;
}

interface SurplusOperand {
  readonly phrase: string;
  readonly suggestion: string | undefined;
  readonly statement?: string | undefined;
  readonly params?: string | undefined;
  /** It is one more text behind a text. */
  readonly isText?: true;
  /** What the braces of this block can begin with. */
  readonly example?: string | undefined;
}

interface UnknownFlowType {
  readonly word: string;
  readonly suggestion: string | undefined;
  /** Instead of a suggestion, where none is certain. */
  readonly hint?: string | undefined;
  readonly known: readonly string[];
}

export const statementDiagnostic = diagnosticsOf('check', {
  'unknown-statement': {
    severity: error,
    message: (p: { words: string; suggestion: string | undefined; hint: string | undefined }) =>
      `No statement is called \`${p.words}\`.`,
    help: (p: { words: string; suggestion: string | undefined; hint: string | undefined }) =>
      orMean(p.suggestion) ??
      p.hint ??
      'Name the block as the console does, or say any action with `action TypeName { … }`.',
  },
  'missing-operand': {
    severity: error,
    message: (p: MissingOperand) => `\`${p.phrase}\` wants ${p.what} behind it.`,
    help: (p: MissingOperand) => orMean(p.suggestion) ?? (p.example && `For example \`${p.example}\`.`),
  },
  'surplus-operand': {
    severity: error,
    /** `statement`: what is too much begins a statement. `params`: it says parameters, which go into the braces like this. */
    message: (p: SurplusOperand) => `\`${p.phrase}\` takes nothing more here.`,
    help: (p: SurplusOperand) =>
      (p.statement === undefined ? undefined : `\`${p.statement}\` begins a statement: put it on a line of its own.`) ??
      (p.params === undefined ? undefined : `Parameters stand in braces: \`${p.params}\`.`) ??
      orMean(p.suggestion) ??
      (p.isText && 'Texts that belong together stand in parentheses: `("…" "…")`.') ??
      (p.example === undefined ? 'Remove it.' : `Remove it. Parameters stand in braces: \`${p.example}\`.`),
  },
  'unknown-parameter': {
    severity: error,
    message: (p: { phrase: string; key: string; suggestion: string | undefined; known: readonly string[] }) =>
      `\`${p.phrase}\` has no parameter \`${p.key}\`.`,
    help: (p: { phrase: string; key: string; suggestion: string | undefined; known: readonly string[] }) =>
      orMean(p.suggestion) ??
      (p.known.length > 0 ? `It takes ${p.known.map((k) => `\`${k}\``).join(', ')}.` : 'It takes none.'),
  },
  'statement-as-parameter': {
    severity: error,
    message: (p: { statement: string; phrase: string }) =>
      `\`${p.statement}\` stands where parameters of \`${p.phrase}\` are due.`,
    help: () => 'Close the braces above it with `}`, or put it into the braces of an `on …`.',
  },
  'parameter-form': {
    severity: error,
    message: (p: { said: string; form: string }) => `\`${p.said}\` says nothing here.`,
    help: (p: { said: string; form: string }) => orMean(p.form),
  },
  'duplicate-parameter': {
    severity: error,
    message: (p: { key: string }) => `\`${p.key}\` is given twice.`,
    help: () => 'Keep one of them.',
  },
  'value-kind': {
    severity: error,
    message: (p: { said: string | undefined; wanted: string; suggestion: string | undefined }) =>
      p.said === undefined ? `Here ${p.wanted} is wanted.` : `\`${p.said}\` is not ${p.wanted}.`,
    help: (p: { said: string | undefined; wanted: string; suggestion: string | undefined }) => orMean(p.suggestion),
  },
  'unknown-branch': {
    severity: error,
    message: (p: { phrase: string; word: string; known: readonly string[]; suggestion: string | undefined }) =>
      `\`${p.phrase}\` has no branch \`${p.word}\`.`,
    /** `falls`: what no branch stands for goes on at the next line (`ask` when time is over, `check hours` when open). */
    help: (p: { known: readonly string[]; suggestion: string | undefined; falls?: boolean }) => {
      const mean = orMean(p.suggestion);
      if (mean !== undefined) return mean;
      const rest = p.falls === true ? ' In any other case the next line follows.' : '';
      return p.known.length > 0
        ? `Its branches are ${p.known.map((k) => `\`${k}\``).join(', ')}.${rest}`
        : 'It has none.';
    },
  },
  'duplicate-branch': {
    severity: error,
    /** `isWhole`: of a `split`, whose shares stand for `default` too where they make 100 %. */
    message: (p: { word: string; isWhole?: boolean }) =>
      p.isWhole === true
        ? 'The shares make 100 %, which leaves nothing for `default`.'
        : `\`on ${p.word}\` is there twice, and only the first would ever be taken.`,
    help: (p: { word: string; isWhole?: boolean }) =>
      p.isWhole === true
        ? 'Remove `on default`, or make a share smaller.'
        : 'Remove one of them, or let it stand for something else.',
  },
  'unhandled-branch': {
    severity: error,
    message: (p: { phrase: string; words: readonly string[]; defaultIsNext?: boolean; leaves?: boolean }) =>
      `\`${p.phrase}\` does not say what happens on ${p.words.map((word) => `\`${word}\``).join(', ')}, and Connect requires ${p.words.length === 1 ? 'that branch' : 'these branches'}.`,
    help: (p: { words: readonly string[]; defaultIsNext?: boolean; leaves?: boolean }) => {
      const branch = `on ${p.words.join(', ')}`;
      return p.defaultIsNext === true
        ? `The default means \`next\`, ${p.leaves === true ? 'which a transfer does not take from it' : 'and nothing comes after this statement'}: add \`${branch} -> …\` in its braces.`
        : `Add \`${branch} -> …\` in its braces, or one \`${branch} -> name\` at the head of the flow.`;
    },
  },
  'unknown-target': {
    severity: error,
    message: (p: { target: string; suggestion: string | undefined; isFlow: boolean }) =>
      `No step or label is called \`${p.target}\` in this flow.`,
    help: (p: { target: string; suggestion: string | undefined; isFlow: boolean }) =>
      orMean(p.suggestion) ??
      (p.isFlow
        ? `It is a flow: write \`transfer to flow ${p.target}\`. To begin this one again, name its first statement.`
        : `Add \`step ${p.target} { … }\`, or jump to a name that exists.`),
  },
  'dangling-target': {
    severity: error,
    message: (p: { target: string; suggestion: string | undefined; isFlow: boolean }) =>
      `No block of this flow is called ${JSON.stringify(p.target)}; the branch leads nowhere.`,
    help: (p: { target: string; suggestion: string | undefined; isFlow: boolean }) =>
      orMean(p.suggestion) ?? 'Jump to a step or label that exists; a draft may stay as it is until it is published.',
  },
  'duplicate-label': {
    severity: error,
    message: (p: { name: string }) => `\`${p.name}\` names two places of this flow.`,
    help: () => 'Rename one of them; a label is the name of one block.',
  },
  'jump-in-circles': {
    severity: error,
    message: (p: { name: string }) => `\`${p.name}\` jumps in a circle without ever reaching a block.`,
    help: () => 'Let one of the steps do something, or end.',
  },
  'path-without-end': {
    severity: error,
    message: (p: { phrase: string; ways: string; unreached?: boolean }) =>
      p.unreached === true
        ? `Nothing leads to \`${p.phrase}\` here, and the path does not end.`
        : `Nothing follows \`${p.phrase}\` here, and the path does not end.`,
    help: (p: { ways: string; unreached?: boolean }) =>
      p.unreached === true
        ? `Remove it; or make it a \`step\` that something jumps to, and end it with ${p.ways}.`
        : `End it with ${p.ways}.`,
  },
  'dead-item': {
    severity: warning,
    message: (p: { above: 'jump' | 'end' }) =>
      `Nothing leads here: the line above ${p.above === 'jump' ? 'leads elsewhere' : 'is an end'}.`,
    help: (_: { above: 'jump' | 'end' }) => 'Remove it, or make it a `step` that something jumps to.',
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
  'default-not-at-head': {
    severity: error,
    message: (p: { word: string }) => `\`on ${p.word}\` stands below a statement, and belongs to none.`,
    help: (p: { word: string }) =>
      `A branch of the statement above goes in its braces: \`{ on ${p.word} -> … }\`; a default for all of them goes to the head of the body.`,
  },
  'unknown-default': {
    severity: error,
    message: (p: { said: string; suggestion: string | undefined }) =>
      `\`on ${p.said}\` is no default: no statement has such a branch.`,
    help: (p: { said: string; suggestion: string | undefined }) =>
      orMean(p.suggestion) ??
      'A default lists branch words, such as `error` or `at_capacity`; keys and values are written at each statement.',
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
    help: () => 'Move it there, or remove it.',
  },
  'flow-type-unknown': {
    severity: warning,
    message: (p: { name: string }) =>
      `The kind of flow \`${p.name}\` is not said, so what its kind forbids is not checked.`,
    help: () => 'Write the kind before `flow`: `inbound flow …`, `agent_whisper flow …`.',
  },
  'unknown-flow-type': {
    severity: error,
    message: (p: UnknownFlowType) => `\`${p.word}\` is no kind of flow.`,
    help: (p: UnknownFlowType) =>
      p.hint ?? orMean(p.suggestion) ?? `The kinds are ${p.known.map((k) => `\`${k}\``).join(', ')}.`,
  },
  'unbound-name': {
    severity: error,
    message: (p: { kind: EntityKind; name: string; environment: string }) =>
      `The environment \`${p.environment}\` has no ${kindInSource(p.kind)} for \`${p.name}\`.`,
    help: () => 'Create it there, or correct the name that the declaration gives it.',
  },
  'unknown-reference': {
    severity: error,
    message: (p: UnknownReference) => `No ${kindInSource(p.kind)} is called \`${p.name}\`.`,
    help: (p: UnknownReference) => {
      if (p.isKind) return `The statement knows that it wants ${aKind(p.kind)}: write the name alone.`;
      if (p.suggestion !== undefined) return orMean(p.suggestion);
      return p.found === undefined
        ? `Declare it: \`existing ${p.kind} ${p.name}\`.`
        : `\`${p.name}\` is ${aKind(p.found)}: name ${aKind(p.kind)}, or declare one of that name.`;
    },
  },
});

interface UnknownReference {
  readonly kind: EntityKind;
  readonly name: string;
  readonly suggestion: string | undefined;
  /** The word for the kind stands before the name. */
  readonly isKind: boolean;
  /** The kind of something else that has the name. */
  readonly found?: EntityKind | undefined;
}
