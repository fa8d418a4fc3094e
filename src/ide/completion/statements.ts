/** Statements: verb phrases, operands, parameters and branches, as the catalogue has them. */
import { flowTypeOf, flowTypes } from '../../catalogue/flow-types.ts';
import type { ActionEntry, Form } from '../../catalogue/types.ts';
import { actions } from '../../catalogue/index.ts';
import { defaultWords } from '../../constructs/forms.ts';
import { entityModels, entityWords } from '../../entities/index.ts';
import type { FlowType } from '../../graph/flow-graph.ts';
import { actionPage } from '../pages.ts';
import type { Completion } from '../types.ts';
import type { Asking } from './asking.ts';
import { wordsOf } from './context.ts';
import { codecItems, voiceItems } from './values.ts';

const SNIPPETS: readonly (readonly [label: string, text: string, detail: string])[] = [
  ['step', 'step ${1:name} {\n  $0\n}', 'statements that nothing falls into'],
  ['if', 'if ${1:\\$.Attributes.key} == "${2:value}" {\n  $0\n}', 'a question'],
  ['if else', 'if ${1:\\$.Attributes.key} == "${2:value}" {\n  $3\n} else {\n  $0\n}', 'a question with two answers'],
  ['match', 'match ${1:\\$.Attributes.key} {\n  on "${2:value}" { $3 }\n  on default -> ${4:next}\n}', 'many answers'],
  ['repeat', 'repeat ${1:3} {\n  $0\n}', 'the same several times'],
  ['split', 'split {\n  on ${1:50%} -> ${2:next}\n  on default -> ${3:next}\n}', 'by percentage'],
  ['on error', 'on error -> ${1:next}', 'where errors of all statements here lead'],
  [
    'menu with keys',
    'menu "${1:For sales press 1.}" {\n  timeout: ${2:8s}\n  on 1 -> ${3:next}\n  on timeout, default -> ${4:next}\n}',
    'ask for a key',
  ],
];

export function topItems({ make }: Asking): readonly Completion[] {
  const flows = flowTypes.map(({ type, word, console }) => {
    const begin = type === 'MODULE' ? word : `${word} flow`;
    const end = type === 'MODULE' ? 'return' : type === 'CONTACT_FLOW' ? 'disconnect' : 'end';
    const text = `${begin} \${1:Name} "\${2:Display name}" {\n  $0\n  ${end}\n}`;
    return make(begin, { kind: 'snippet', text, isSnippet: true, detail: console.en, rank: 1 });
  });
  const kinds = Object.values(entityModels)
    .filter(({ kind }) => kind !== 'flow' && kind !== 'module')
    .map(({ kind, console, doc }) =>
      make(kind, { kind: 'keyword', text: `${kind} `, detail: console.en, documentation: () => doc, rank: 3 }),
    );
  return [
    ...flows,
    make('existing', {
      kind: 'keyword',
      text: 'existing ',
      detail: 'something that the instance has already',
      rank: 2,
    }),
    ...kinds,
    make('param', { kind: 'keyword', text: 'param ', detail: 'a value that differs between environments', rank: 3 }),
  ].filter(({ label }) => label !== 'existing' || entityWords().length > 0);
}

/** What may begin a statement here, or go on after its first words. */
export function statementItems(asking: Asking, words: readonly string[]): readonly Completion[] {
  const { make } = asking;
  if (words[0] === 'on') {
    return [...defaultWords()].map((word) => make(word, { kind: 'branch', rank: word.includes(' ') ? 4 : 1 }));
  }
  if (words[0] === 'step' || words[0] === 'if') return [];
  const type = typeAround(asking);
  const items: Completion[] = [];
  const seen = new Set<string>();
  for (const entry of actions.values()) {
    if (!isValidIn(entry, type)) continue;
    for (const form of entry.forms) {
      const phrase = form.phrase.split(' ');
      if (!words.every((word, i) => i >= phrase.length || phrase[i] === word)) continue;
      if (words.length >= phrase.length) {
        if (words.length > 0) items.push(...operandItems(asking, form, words.slice(phrase.length)));
        continue;
      }
      const rest = phrase.slice(words.length).join(' ');
      if (seen.has(rest)) continue;
      seen.add(rest);
      items.push(verbItem(asking, entry, form, rest));
    }
  }
  const snippets = words.length > 0 ? [] : SNIPPETS;
  return [
    ...items,
    ...snippets.map(([label, text, detail]) =>
      make(label, { kind: 'snippet', text, isSnippet: true, detail, rank: 3 }),
    ),
  ];
}

function verbItem({ make }: Asking, entry: ActionEntry, form: Form, rest: string): Completion {
  const hasOperand = form.operands?.some(({ optional }) => optional !== true) === true;
  return make(rest, {
    kind: 'verb',
    text: hasOperand ? `${rest} ` : rest,
    detail: entry.retired === undefined ? entry.block.en : `${entry.block.en}, retired`,
    documentation: () => actionPage(entry, form),
    rank: entry.retired === undefined ? 2 : 8,
  });
}

function operandItems(asking: Asking, form: Form, given: readonly string[]): readonly Completion[] {
  const operand = form.operands?.[given.length];
  // `play prompt Name`: the name belongs to the speech.
  if (given.at(-1) === 'prompt') return codecItems(asking, { ref: 'prompt' });
  if (operand === undefined) return [];
  if (form.phrase === 'set voice' && given.length === 0) return voiceItems(asking);
  return codecItems(asking, operand.as);
}

/** What may stand in the braces of a statement: parameters that are not there yet, branches that nothing handles. */
export function entryItems(asking: Asking, headers: readonly string[]): readonly Completion[] {
  const { make, context } = asking;
  const [header = ''] = headers;
  const form = formOfWords(wordsOf(header));
  const inside = siblings(asking);
  const { lead } = context;
  if (form === undefined) {
    if (lead.trim() !== '' && !/^on\b/.test(lead)) return [];
    return [make('on default', { kind: 'branch', text: lead === '' ? 'on default -> ' : 'default', rank: 1 })];
  }
  if (headers.length > 1) return [];
  const key = /^([\p{L}_][\p{L}\p{N}_]*):/u.exec(lead)?.[1];
  if (key !== undefined) {
    const slot = form.entries?.find((one) => one.key === key);
    return slot === undefined ? [] : codecItems(asking, slot.as);
  }
  const isBranch = /^on\b/.test(lead);
  const branches = (form.branches ?? [])
    .filter(({ word }) => !new RegExp(`\\bon\\b[^\\n{}]*\\b${word}\\b`, 'u').test(inside))
    .map(({ word, need }) =>
      make(isBranch ? word : `on ${word}`, {
        kind: 'branch',
        text: isBranch ? word : `on ${word} -> `,
        detail: need === 'always' ? 'has to be handled, here or by a default' : undefined,
        rank: need === 'always' ? 1 : 3,
      }),
    );
  if (isBranch) return branches;
  if (lead.trim() !== '') return [];
  const parameters = (form.entries ?? [])
    .filter((slot) => slot.as !== 'speeches' && !new RegExp(`(?:^|[\\s,{])${slot.key}\\s*[:{]`, 'u').test(inside))
    .map((slot) =>
      make(slot.key, {
        kind: 'parameter',
        text: slot.braces === true ? `${slot.key} { $0 }` : `${slot.key}: `,
        isSnippet: slot.braces === true,
        detail: slot.path,
        rank: 2,
      }),
    );
  return [...parameters, ...branches];
}

/** The text between the innermost braces around the place, without what is being typed. */
function siblings({ text, context }: Asking): string {
  let depth = 0;
  let end = context.word.end;
  for (; end < text.length; end++) {
    const c = text.charAt(end);
    if (c === '{') depth++;
    else if (c === '}' && depth-- === 0) break;
  }
  const typed = context.word.start - context.lead.length;
  return `${text.slice(context.inside, Math.max(context.inside, typed))}\n${text.slice(context.word.end, end)}`;
}

/** The form with the longest phrase that words begin with. */
export function formOfWords(words: readonly string[]): Form | undefined {
  let best: Form | undefined;
  let longest = 0;
  for (const { forms } of actions.values()) {
    for (const form of forms) {
      const phrase = form.phrase.split(' ');
      const fits = phrase.length <= words.length && phrase.every((word, i) => words[i] === word);
      const isBetter = phrase.length > longest || (phrase.length === longest && operandFits(form, words));
      if (fits && isBetter) {
        best = form;
        longest = phrase.length;
      }
    }
  }
  return best;
}

function operandFits(form: Form, words: readonly string[]): boolean {
  const needed = (form.operands ?? []).filter(({ optional }) => optional !== true).length;
  return needed > 0 && words.length - form.phrase.split(' ').length >= needed;
}

function typeAround({ context }: Asking): FlowType | undefined {
  const [first = ''] = wordsOf(context.headers[0] ?? '');
  return flowTypeOf(first);
}

/** Whether a block may stand in a flow of a type. */
export function isValidIn(
  { flowTypesAllowed, flowTypesDisallowed = [] }: ActionEntry,
  type: FlowType | undefined,
): boolean {
  if (type === undefined || type === 'MODULE' || type === 'CAMPAIGN') return true;
  return flowTypesAllowed === null ? !flowTypesDisallowed.includes(type) : flowTypesAllowed.includes(type);
}
