/** What the syntax bridge says. Every sentence is in terms of the text; every help says what to write. */
import { diagnosticsOf } from '../diagnostics/diagnostic.ts';

const error = 'error' as const;
const code = (text: string) => `\`${text}\``;
/** What stands in the way, in a sentence. */
const shown = (found: string) =>
  found === '' ? 'the end of the file' : /^[\r\n]/.test(found) ? 'the end of the line' : code(shortened(found));
const shortened = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

const COMMENTS = 'Comments begin with `//`.';

/** `meant`: how it is written; `isPathBegun`: it is the dot at the end of a path that is still being written. */
interface UnknownCharacter {
  readonly text: string;
  readonly meant?: string | undefined;
  readonly isPathBegun?: boolean;
}

export const syntaxDiagnostic = diagnosticsOf('syntax', {
  // ------------------------------------------------------------------------------------------------------- characters
  'unknown-character': {
    severity: error,
    message: (p: UnknownCharacter) =>
      p.isPathBegun === true
        ? 'A path is begun here, and its name is missing.'
        : `${shown(p.text)} begins nothing in this language.`,
    help: (p: UnknownCharacter) =>
      p.meant !== undefined
        ? `Did you mean ${code(p.meant)}?`
        : p.text === '+'
          ? 'Texts are not added up: write the path inside of the text, `"Hello, $.Attributes.name !"`.'
          : p.isPathBegun === true
            ? 'Write it behind the dot, as in `$.Attributes.name`.'
            : p.text === '..'
              ? 'Two whole dates stand around it: `2026-12-29..2027-01-03`.'
              : /^[.$]$/.test(p.text)
                ? 'A path begins with `$.`, as in `$.Attributes.name`; in a text or a name it stands in quotes.'
                : 'Remove it, or put it in quotes if it is part of a text or a name.',
  },
  lookalike: {
    severity: error,
    message: (p: { text: string; instead: string }) =>
      p.instead === ''
        ? `${code(p.text)} ends nothing here: a line does.`
        : `${code(p.text)} is not ${code(p.instead)}.`,
    help: (p: { text: string; instead: string }) =>
      p.instead === ''
        ? 'Remove it; what stands behind it goes onto a line of its own, or behind a `,`.'
        : `Write ${code(p.instead)}.`,
  },
  'malformed-number': {
    severity: error,
    message: (p: { text: string; clock?: string | undefined; isTime?: boolean }) =>
      p.isTime === true
        ? `${shown(p.text)} is no whole time or date.`
        : `${shown(p.text)} is neither a number nor a name.`,
    help: (p: { text: string; clock?: string | undefined; isTime?: boolean }) =>
      p.clock !== undefined
        ? `Did you mean ${code(p.clock)}?`
        : p.isTime === true
          ? 'Times are `09:00` and `09:00-18:00`, dates `2026-12-29` and `2026-12-29..2027-01-03`.'
          : 'Numbers are `5`, `-60`, `30%`, `10s`, `09:00`, `2026-12-29`; anything else that begins with a digit is quoted.',
  },
  'wrong-quotes': {
    severity: error,
    message: () => 'Texts stand in straight double quotes.',
    help: () => 'Write `"…"`.',
  },
  'unclosed-text': {
    severity: error,
    message: () => 'A text begins here and has no closing quote.',
    help: () => 'Close it with `"` on this line, or write several lines in `( )` or `"""`.',
  },
  'unknown-escape': {
    severity: error,
    message: (p: { text: string }) => `${shown(p.text)} is not an escape.`,
    help: () =>
      'Escapes are as in JSON: `\\"` `\\\\` `\\/` `\\b` `\\f` `\\n` `\\r` `\\t` `\\u0041`; a plain backslash is `\\\\`.',
  },
  'unclosed-comment': {
    severity: error,
    message: () => 'A comment begins here and is never closed.',
    help: () => 'Close it with `*/`.',
  },
  'file-too-long': {
    severity: error,
    message: (p: { limit: number }) =>
      `This file is longer than ${p.limit / 1_000_000} million characters and is not read.`,
    help: () => 'Split it: all files of a project share their names.',
  },

  // --------------------------------------------------------------------------------------------------------- brackets
  'unclosed-bracket': {
    severity: error,
    message: (p: { bracket: string; closer: string; line: number }) =>
      `${code(p.bracket)} is never closed: ${code(p.closer)} is missing at the end of line ${p.line}.`,
    help: (p: { bracket: string; closer: string; line: number }) => `Put ${code(p.closer)} there.`,
  },
  'file-cut-off': {
    severity: error,
    message: (p: { count: number }) => `The file ends before ${p.count} brackets are closed.`,
    help: () => 'Close them, or restore what is missing at the end.',
  },
  'surplus-bracket': {
    severity: error,
    message: (p: { bracket: string }) => `${code(p.bracket)} is one too many: it has no fellow.`,
    help: () => 'Remove it, or write the bracket that it belongs to.',
  },
  'wrong-bracket': {
    severity: error,
    message: (p: { bracket: string; expected: string }) => `${code(p.expected)} is due here, not ${code(p.bracket)}.`,
    help: (p: { bracket: string; expected: string }) => `Write ${code(p.expected)}.`,
  },
  'missing-opener': {
    severity: error,
    message: (_: { bracket: string; isWhole: boolean }) => 'The lines below are set in, but nothing opens here.',
    help: (p: { bracket: string; isWhole: boolean }) =>
      p.isWhole
        ? `Write what they belong to between this line and them, with ${code(p.bracket)} at its end.`
        : `Write ${code(p.bracket)} at the end of this line.`,
  },
  'brace-on-next-line': {
    severity: error,
    message: () => 'This `{` belongs at the end of the line above.',
  },
  'condition-on-next-line': {
    severity: error,
    message: (p: { word: string }) => `A condition ends with its line, so this ${code(p.word)} joins nothing.`,
    help: () => 'Put the whole condition in `( )`, where lines are free.',
  },
  'too-deep': {
    severity: error,
    message: (p: { limit: number }) =>
      `Brackets are nested more than ${p.limit} deep here, and what is inside is not read.`,
    help: () => 'Give the inner part a `step` of its own and go there with `-> name`.',
  },

  // ---------------------------------------------------------------------------------------------------------- entries
  'missing-value': {
    severity: error,
    message: (p: { after: string }) => `A value or statement is missing after ${code(p.after)}.`,
    help: (p: { after: string }) =>
      p.after === ':'
        ? 'Write the value on this line, or remove the name and its colon.'
        : 'Write the value on this line.',
  },
  'missing-pattern': {
    severity: error,
    message: (_: { isElse?: boolean }) => '`on` does not say which branch.',
    help: (p: { isElse?: boolean }) =>
      p.isElse === true ? 'Did you mean `on default`?' : 'Write `on error -> name`, `on 1 -> name`, `on "gold" { … }`.',
  },
  'missing-target': {
    severity: error,
    message: () => 'This branch does not say where it leads.',
    help: () => 'Add `-> name` or `{ … }`.',
  },
  'missing-jump-name': {
    severity: error,
    message: () => 'This `->` does not say where it leads.',
    help: () => 'Name a step or a label, or say `next`, `disconnect`, `end`, `return`.',
  },
  'missing-condition': {
    severity: error,
    message: (p: { found: string }) => `A condition is due here, not ${shown(p.found)}.`,
    help: () => 'Write something like `$.Attributes.tier == "gold"`; join them with `and`, `or`, `not`.',
  },
  'missing-comparand': {
    severity: error,
    message: (p: { found: string }) => `A value to compare with is due here, not ${shown(p.found)}.`,
    help: () => 'Write a text, a number or a path after the comparison.',
  },
  'single-equals': {
    severity: error,
    message: () => '`=` does not compare.',
    help: () => 'Write `==`.',
  },
  'missing-if-target': {
    severity: error,
    message: (p: { found: string }) => `This \`if\` does not say what to do before ${shown(p.found)}.`,
    help: (p: { found: string }) =>
      p.found.startsWith('[')
        ? 'Whether it is one of several values asks `match $.Attributes.tier { on "gold", "silver" -> name }`.'
        : 'Add `{ … }` or `-> name`.',
  },
  'missing-else-target': {
    severity: error,
    message: () => 'This `else` does not say what to do.',
    help: () => 'Add `{ … }`, `-> name` or `if …`.',
  },
  'stray-else': {
    severity: error,
    message: () => '`else` has no `if` to belong to.',
    help: () => 'It stands directly behind the `}` or the `-> name` of an `if`.',
  },
  'texts-only': {
    severity: error,
    message: (p: { found: string; isCall: boolean }) =>
      p.found === ')' ? 'Nothing stands in `( )`.' : `Only quoted texts stand in \`( )\`, not ${shown(p.found)}.`,
    help: (p: { found: string; isCall: boolean }) =>
      p.isCall
        ? 'Nothing is called with brackets: write `set queue Support`, and what else there is to say in braces, as `key: value`.'
        : 'Write one text a line, without commas; they are joined as they are.',
  },
  'missing-parenthesis': {
    severity: error,
    message: (p: { found: string }) => `\`)\` is due here, not ${shown(p.found)}.`,
    help: () => 'Join comparisons with `and` or `or`, or close the condition with `)`.',
  },
  'not-an-element': {
    severity: error,
    message: (p: { found: string }) => `${shown(p.found)} does not belong in a list.`,
    help: () => 'Elements are words, texts, numbers, paths, lists and maps, separated by commas or line ends.',
  },
  'key-not-a-name': {
    severity: error,
    message: (p: { found: string }) => `${shown(p.found)} cannot stand before a colon.`,
    help: () => 'A key is a word, a text or a path: put anything else in quotes.',
  },
  'colon-after-name': {
    severity: error,
    message: () => 'A colon does not belong behind the name in a declaration.',
    help: () => 'Leave it out: `param Greeting text = "Hello."`, `queue Support { … }`.',
  },
  'statements-on-one-line': {
    severity: error,
    message: (p: { found: string; isColon?: boolean }) =>
      `${shown(p.found)} begins something new in the middle of a line.`,
    /** `isColon`: only words stand before it on its line, so the colon is what is wrong. */
    help: (p: { found: string; isColon?: boolean }) =>
      p.isColon === true
        ? 'A statement has no colon, as in `set queue Support`; parameters stand in braces, and a key is one word: `{ max_digits: 4 }`.'
        : 'Put it on a line of its own, or a comma before it.',
  },
  'behind-block': {
    severity: error,
    message: (p: { found: string }) => `Nothing follows a block on its line, but here is ${shown(p.found)}.`,
    help: () => 'The block comes last; put what follows on a line of its own.',
  },
  'behind-target': {
    severity: error,
    message: (p: { target: string; found: string; isName: boolean }) =>
      `Behind \`->\` stands one name, and ${shown(p.found)} is too much.`,
    help: (p: { target: string; found: string; isName: boolean }) =>
      p.isName
        ? `Write ${code(`-> ${p.found}`)}.`
        : `What is to be done there goes in braces, without the arrow: ${code(`{ ${p.target} … }`)}.`,
  },
  'unexpected-token': {
    severity: error,
    message: (p: { found: string; isParam?: boolean }) =>
      p.isParam === true ? 'Behind `=` the name of a param stands alone.' : `${shown(p.found)} is out of place here.`,
    help: (p: { found: string; isParam?: boolean }) =>
      p.isParam === true
        ? `Write ${code(`= ${p.found}`)}.`
        : 'A line is `verb operand { … }`, `key: value`, `on … -> name` or `-> name`.',
  },
  'condition-too-long': {
    severity: error,
    message: (p: { limit: number }) => `This condition has more than ${p.limit} operators.`,
    help: () => 'Use `match` with several values in one `on`, or split it into several `if`s.',
  },
  'chain-too-long': {
    severity: error,
    message: (p: { limit: number }) => `This chain has more than ${p.limit} \`else if\`s.`,
    help: () => 'Use `match`, or go on in a `step`.',
  },

  // -------------------------------------------------------------------------------------------------------- structure
  'empty-body': {
    severity: error,
    message: (p: { goesOn: boolean; isStep: boolean }) => {
      if (p.isStep) return 'This step is empty, so nothing happens to those who come here.';
      return p.goesOn
        ? 'An empty body does nothing and falls into whatever stands below.'
        : 'An empty body does nothing, and nothing stands below.';
    },
    help: (p: { goesOn: boolean; isStep: boolean }) => {
      if (p.isStep) return 'Write what should happen, or take the step out.';
      return p.goesOn
        ? 'Say so with `-> next`, or write what should happen.'
        : 'Write what should happen, or lead elsewhere with `-> name`.';
    },
  },
  'missing-body': {
    severity: error,
    message: (p: { of: string }) => `\`${p.of}\` has no body.`,
    help: (p: { of: string }) => `Write its statements in braces: \`${p.of} … { … }\`.`,
  },
  'missing-name': {
    severity: error,
    message: (p: { of: string }) => `\`${p.of}\` needs a name.`,
    help: (p: { of: string }) => `Write \`${p.of} name\`; a name that is not one word is quoted.`,
  },
  'name-in-several-words': {
    severity: error,
    message: (p: { of: string; found: string }) => `The name of this \`${p.of}\` ends before ${shown(p.found)}.`,
    help: (p: { of: string; found: string }) =>
      `Put a name of several words in quotes.${p.of === 'flow' ? ' The kind of a flow stands before it: `inbound flow Name`.' : ''}`,
  },
  'reserved-name': {
    severity: error,
    message: (p: { name: string }) => `${code(p.name)} is a target that every flow has, and cannot be a name.`,
    help: (p: { name: string }) => `Choose another name, or quote it here and wherever it is meant: \`"${p.name}"\`.`,
  },
  'labelled-step': {
    severity: error,
    message: (p: { label: string }) => `A \`step\` has a name already, so ${code(p.label)} is one too many.`,
    help: () => 'Keep one of the two.',
  },
  'not-a-statement': {
    severity: error,
    message: (p: { found: string }) => `A statement begins with a word, not with ${shown(p.found)}.`,
    help: (p: { found: string }) =>
      p.found === '#' ? COMMENTS : 'Begin with what the block is called: `play`, `set queue`, `check hours`, …',
  },
  'parameter-in-body': {
    severity: error,
    message: (p: { key: string }) =>
      `${code(`${p.key}:`)} is a parameter, and stands outside of any statement's braces.`,
    help: () =>
      'Move it into the `{ }` of the statement that it is for. A statement has no colon, as in `play "Hello."`.',
  },
  'equals-for-colon': {
    severity: error,
    message: (p: { key: string }) => `${code(p.key)} is set with a colon, not with \`=\`.`,
    help: (p: { key: string }) => `Write ${code(`${p.key}: …`)}.`,
  },
  assignment: {
    severity: error,
    message: (_: { statement: string | undefined }) => 'Nothing is set with `=` in a flow.',
    help: (p: { statement: string | undefined }) =>
      (p.statement === undefined ? '' : `A statement goes without it: ${code(shortened(p.statement))}. `) +
      'Attributes are set with `set attributes { name: "value" }`.',
  },
  'missing-on': {
    severity: error,
    message: (p: { word: string; name: string }) => `${code(`${p.word} -> ${p.name}`)} is a branch without its \`on\`.`,
    help: (p: { word: string; name: string }) => `Write \`on ${p.word} -> ${p.name}\`.`,
  },
  'jump-behind-statement': {
    severity: error,
    message: (p: { name: string }) => `${code(`-> ${p.name}`)} stands behind a statement.`,
    help: () => 'A jump has a line of its own.',
  },
  'branch-behind-statement': {
    severity: error,
    message: (p: { text: string }) => `${code(shortened(p.text.replace(/\s+/g, ' ')))} stands behind a statement.`,
    help: () => 'The branches of a statement stand in its braces: `{ on … -> name }`.',
  },
  'missing-flow': {
    severity: error,
    message: (p: { word: string }) => `These braces hold statements, but ${code(p.word)} declares no flow.`,
    help: () => 'A flow begins with `inbound flow Name {`, `module Name {`, or plainly `flow Name {`.',
  },
  'body-of-statement': {
    severity: error,
    message: (p: { word: string }) =>
      `The braces of ${code(shortened(p.word))} hold statements, but it has parameters only.`,
    help: () => 'Statements stand in the braces of `step name`, `if`, `else`, `repeat` and `on …`.',
  },
  'misplaced-step': {
    severity: error,
    message: () => 'A `step` stands among the parameters of a statement.',
    help: () => 'Move it into the body of the flow, outside of these braces.',
  },
  'misplaced-if': {
    severity: error,
    message: () => 'An `if` stands where parameters are due.',
    help: () => 'Move it into a body: in front of the statement, or into the braces of an `on …`.',
  },
  'misplaced-jump': {
    severity: error,
    message: () => 'A jump stands where parameters are due.',
    help: () => 'Put it below the closing brace, or behind an `on …`.',
  },
  'outside-flow': {
    severity: error,
    message: (p: { what: string }) => `${code(p.what)} stands outside of any flow.`,
    help: () =>
      'What happens stands in the braces of `inbound flow Name { … }`; what is declared has a name: `queue Name`.',
  },
  'not-a-declaration': {
    severity: error,
    message: (p: { found: string }) => `A declaration begins with a word, not with ${shown(p.found)}.`,
    help: (p: { found: string }) =>
      p.found === '#' ? COMMENTS : 'Write `inbound flow Name { … }`, `queue Name { … }`, `existing queue Name`, …',
  },
  'kind-of-existing-flow': {
    severity: error,
    message: (p: { type: string }) =>
      `The kind of an existing flow stands in its braces: ${code(p.type)} is out of place.`,
    help: (p: { type: string }) => `Write ${code(`existing flow Name { type: ${p.type} }`)}.`,
  },
});
