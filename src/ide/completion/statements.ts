/** Statements: verb phrases and operands, as the catalogue has them. */
import { eventHooks } from '../../catalogue/flow-types.ts';
import { actions, entryOf } from '../../catalogue/index.ts';
import type { ActionEntry, Form } from '../../catalogue/types.ts';
import { defaultWords } from '../../constructs/forms.ts';
import { actionPage } from '../pages.ts';
import { asName } from '../../syntax/bare.ts';
import { moduleBranches } from '../../check/types.ts';
import { flowAt } from '../locate.ts';
import { missingLabels } from '../missing.ts';
import type { Completion } from '../types.ts';
import type { Asking } from './asking.ts';
import { conditionItems } from './conditions.ts';
import { unlabelled } from './context.ts';
import { contractClauses } from './contract.ts';
import { factOf, formOfWords, parameterOf } from './form-words.ts';
import { paramItems } from './params.ts';
import { ownModule, pathItems } from './paths.ts';
import { leadingItems, saidOfBranch } from './patterns.ts';
import { filled, SNIPPETS } from './snippets.ts';
import { validity } from './validity.ts';
import { codecItems } from './values.ts';
import { enginesOf, voiceItems } from './voices.ts';

/** What may begin a statement here, or go on after its first words. */
export function statementItems(asking: Asking, words: readonly string[]): readonly Completion[] {
  const { make } = asking;
  const [first] = words;
  if (first === 'on') return defaultItems(asking);
  if (first === 'step') return words.length === 1 ? stepItems(asking) : [];
  if (first === 'repeat') return repeatItems(asking, words.slice(1));
  if (first === 'if' || first === 'else') return conditionItems(asking, words.slice(words.indexOf('if') + 1));
  if (first === 'match') return words.length === 1 ? pathItems(asking, '') : [];
  if (first === 'action') return words.length === 1 ? actionItems(asking) : [];
  if (words.at(-1) === 'param') return paramItems(asking);
  const valid = validity(asking);
  const items: Completion[] = [];
  const seen = new Set<string>();
  for (const entry of actions.values()) {
    for (const form of entry.forms) {
      const phrase = form.phrase.split(' ');
      if (!words.every((word, i) => i >= phrase.length || phrase[i] === word)) continue;
      if (words.length >= phrase.length) {
        if (words.length > 0) items.push(...operandItems(asking, form, words));
        continue;
      }
      const rest = phrase.slice(words.length).join(' ');
      if (seen.has(rest) || !valid(entry, form.phrase)) continue;
      seen.add(rest);
      items.push(verbItem(asking, entry, form, rest));
    }
  }
  if (words.length > 0) return [...items, ...comparisonItems(asking, words)];
  // What has a label is a block.
  const isLabelled = asking.context.lead !== '';
  const shapes = SNIPPETS.filter(({ actions: types = [] }) => {
    const entries = types.map(entryOf);
    return (!isLabelled || types.length > 0) && entries.every((entry) => entry !== undefined && valid(entry));
  });
  return [
    ...items,
    ...(isLabelled ? [] : contractClauses(asking)),
    ...(isLabelled ? [] : ARROW_AND_NOTE).map(({ label, text, detail, rank }) =>
      make(label, {
        kind: 'keyword',
        text,
        isSnippet: true,
        detail,
        documentation: () => `\`${label}\`: ${detail}`,
        rank,
      }),
    ),
    ...shapes.map(({ label, text, detail, isControl }) =>
      make(label, {
        kind: 'snippet',
        text,
        isSnippet: true,
        detail,
        documentation: () => `\`\`\`flow\n${filled(text)}\n\`\`\``,
        rank: isControl === true ? 1 : 3,
      }),
    ),
  ];
}

/** What begins no block: a jump, and a note on the canvas. */
const ARROW_AND_NOTE = [
  { label: '->', text: '-> ', detail: 'go on at a step or a label', rank: 1 },
  { label: 'note', text: 'note "$1"', detail: 'a note on the canvas', rank: 3 },
];

function defaultItems(asking: Asking): readonly Completion[] {
  const { make, context } = asking;
  const said = saidOfBranch(context.lead);
  if (said === undefined) return [];
  // `on play error`: a default of one kind of statement.
  const before = said === '' ? '' : `${said} `;
  const words = [...defaultWords()].filter((word) => word.startsWith(before));
  const items = words.map((word) => {
    const [branch = ''] = word.split(' ').slice(-1);
    const whose = word.includes(' ') ? `each \`${word.slice(0, -branch.length - 1)}\`` : 'each statement';
    const documentation = () => `Where \`${branch}\` of ${whose} in these braces leads that does not say it itself.`;
    const rank = word === 'error' ? 0 : word.includes(' ') ? 4 : 1;
    return make(word.slice(before.length), { kind: 'branch', documentation, rank });
  });
  return defaultWords().has(said) ? [...leadingItems(asking), ...items] : items;
}

/** Types of actions, as the flow language calls them. */
function actionItems({ make }: Asking): readonly Completion[] {
  return [...actions.values()].map((entry) =>
    make(entry.type, {
      kind: 'value',
      text: `${entry.type} { $0 }`,
      isSnippet: true,
      detail: entry.block.en,
      documentation: () => actionPage(entry, entry.forms[0] ?? { phrase: `action ${entry.type}` }),
      rank: entry.retired === undefined ? 1 : 8,
    }),
  );
}

/** Steps that jumps lead to already, and that are not there yet. */
function stepItems(asking: Asking): readonly Completion[] {
  const { analysis, path, offset, make, context } = asking;
  const flow = flowAt(analysis, path, offset);
  return (flow === undefined ? [] : missingLabels(analysis, path, flow, context.word)).map((label) =>
    make(label, {
      kind: 'label',
      text: `${asName(label)} {\n  $0\n}`,
      isSnippet: true,
      detail: 'a jump leads here already',
      documentation: () => `\`-> ${label}\` stands in this flow, and no step of that name.`,
      rank: 1,
    }),
  );
}

function repeatItems(asking: Asking, words: readonly string[]): readonly Completion[] {
  const { make } = asking;
  const [first, , third] = words;
  if (first === 'over' && words.length === 1) return pathItems(asking, '');
  if (first === 'over') {
    const documentation = () => 'The name under which the body reads it: `$.Loop.item.Element`.';
    return third === undefined ? [make('as', { kind: 'keyword', text: 'as ', documentation, rank: 1 })] : [];
  }
  if (first !== undefined) return [];
  const times = make('3', {
    kind: 'snippet',
    text: '3 {\n  $0\n}',
    isSnippet: true,
    detail: 'so many times',
    documentation: () => 'The body, again and again until something leads out of it.',
    rank: 0,
  });
  const over = make('over', {
    kind: 'keyword',
    text: 'over ',
    detail: 'each member of a list',
    documentation: () => '`repeat over $.External.list as item { … }`',
    rank: 1,
  });
  return [times, over, ...pathItems(asking, '')];
}

/** `check staffing > 0`, with a queue before the sign or without. */
function comparisonItems({ make }: Asking, words: readonly string[]): readonly Completion[] {
  const form = formOfWords(words);
  if (form?.cases !== 'comparisons') return [];
  const given = words.slice(form.phrase.split(' ').length);
  if (given.length > (form.operands?.length ?? 0) || given.some((word) => /^[<>=]/.test(word))) return [];
  // Of agents Connect counts only whether there are any.
  const ofAgents = String(form.fixed?.['MetricType']).startsWith('NumberOfAgents');
  return (ofAgents ? ['> 0'] : ['>', '>=', '<', '<=']).map((sign) =>
    make(sign, {
      kind: 'keyword',
      text: `${sign} `,
      documentation: () =>
        `\`${form.phrase} ${sign} …\`: the next line is where it is so, \`on default\` where it is not.`,
      rank: 0,
    }),
  );
}

/** Behind the braces of an `if` on their line. */
export function elseItems({ make }: Asking, closed: string): readonly Completion[] {
  if (!/^(?:else\s+)?if\b/.test(unlabelled(closed))) return [];
  const item = (label: string, text: string, isSnippet: boolean, about: string) =>
    make(label, {
      kind: 'keyword',
      text,
      isSnippet,
      detail: about,
      documentation: () => `\`${label}\`: ${about}`,
      rank: 1,
    });
  return [
    item('else', 'else {\n  $0\n}', true, 'what is done where it is not so'),
    item('else if', 'else if ', false, 'another question, where it is not so'),
  ];
}

/** Uses of a block in the real flows that its facts are from: what is used as often as this is looked for first. */
const EVERYDAY = 20;

/** Of phrases of a block that begin alike, the short one: `set attributes`, not `set attributes for current`. */
function isEveryday({ realFlowUsesSeen, forms }: ActionEntry, { phrase }: Form): boolean {
  return realFlowUsesSeen >= EVERYDAY && !forms.some((other) => phrase.startsWith(`${other.phrase} `));
}

function verbItem({ make }: Asking, entry: ActionEntry, form: Form, rest: string): Completion {
  const hasOperand = form.operands?.some(({ optional }) => optional !== true) === true;
  return make(rest, {
    kind: 'verb',
    text: hasOperand ? `${rest} ` : rest,
    detail: entry.retired === undefined ? entry.block.en : `${entry.block.en}, retired`,
    documentation: () => actionPage(entry, form),
    rank: entry.retired !== undefined ? 8 : isEveryday(entry, form) ? 1 : 2,
  });
}

/** The result branches that the module around says it has. */
function returnItems(asking: Asking): readonly Completion[] {
  const own = ownModule(asking);
  return (own === undefined ? [] : (moduleBranches(own) ?? [])).map((branch) =>
    asking.make(JSON.stringify(branch), {
      kind: 'branch',
      documentation: () => `A result of \`${own?.name ?? ''}\`: \`on ${JSON.stringify(branch)}\` where it is invoked.`,
      rank: 1,
    }),
  );
}

function operandItems(asking: Asking, form: Form, words: readonly string[]): readonly Completion[] {
  const given = words.slice(form.phrase.split(' ').length);
  const operand = form.operands?.[given.length];
  // `play prompt Name`: the name belongs to the speech.
  if (given.at(-1) === 'prompt') return codecItems(asking, { ref: 'prompt' });
  if (operand === undefined) return [];
  if (form.phrase === 'set voice' && given.length === 0) return voiceItems(asking);
  const { as, path } = operand;
  const documentation = parameterOf(form, path);
  if (path === 'TextToSpeechEngine' && typeof as === 'object' && 'enum' in as) {
    const words = enginesOf(given[0], as.enum);
    return codecItems(asking, { enum: Object.fromEntries(words.map((word) => [word, word])) }, { documentation });
  }
  const wants = eventHooks.find(({ phrase }) => phrase === form.phrase)?.wants;
  const flowTypes = wants === undefined ? undefined : [wants];
  const paths = form.phrase !== 'return' && (as === 'text' || as === 'phone') ? pathItems(asking, '') : [];
  const returned = form.phrase === 'return' ? returnItems(asking) : [];
  return [
    ...returned,
    ...codecItems(asking, as, { documentation, flowTypes, fact: factOf(form, path) }),
    ...paramItems(asking, as),
    ...paths,
  ];
}
