/** Statements: verb phrases and operands, as the catalogue has them. */
import { eventHooks } from '../../catalogue/flow-types.ts';
import { actions, entryOf } from '../../catalogue/index.ts';
import type { ActionEntry, Form } from '../../catalogue/types.ts';
import { defaultWords } from '../../constructs/forms.ts';
import { actionPage } from '../pages.ts';
import type { Completion } from '../types.ts';
import type { Asking } from './asking.ts';
import { conditionItems } from './conditions.ts';
import { parameterOf } from './form-words.ts';
import { paramItems } from './params.ts';
import { pathItems } from './paths.ts';
import { filled, SNIPPETS } from './snippets.ts';
import { validity } from './validity.ts';
import { codecItems } from './values.ts';
import { enginesOf, voiceItems } from './voices.ts';

/** What may begin a statement here, or go on after its first words. */
export function statementItems(asking: Asking, words: readonly string[]): readonly Completion[] {
  const { make } = asking;
  const [first] = words;
  if (first === 'on') return defaultItems(asking);
  if (first === 'step') return [];
  if (first === 'if' || first === 'else') return conditionItems(asking, words.slice(words.indexOf('if') + 1));
  if (first === 'match') return words.length === 1 ? pathItems(asking, '') : [];
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
  if (words.length > 0) return items;
  const shapes = SNIPPETS.filter(({ actions: types = [] }) =>
    types.every((type) => {
      const entry = entryOf(type);
      return entry !== undefined && valid(entry);
    }),
  );
  return [
    ...items,
    ...shapes.map(({ label, text, detail }) =>
      make(label, {
        kind: 'snippet',
        text,
        isSnippet: true,
        detail,
        documentation: () => `\`\`\`flow\n${filled(text)}\n\`\`\``,
        rank: 3,
      }),
    ),
  ];
}

function defaultItems({ make }: Asking): readonly Completion[] {
  return [...defaultWords()].map((word) => {
    const [branch = ''] = word.split(' ').slice(-1);
    const whose = word.includes(' ') ? `each \`${word.slice(0, -branch.length - 1)}\`` : 'each statement';
    const documentation = () => `Where \`${branch}\` of ${whose} in these braces leads that does not say it itself.`;
    return make(word, { kind: 'branch', documentation, rank: word.includes(' ') ? 4 : 1 });
  });
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
  return [...codecItems(asking, as, { documentation, flowTypes }), ...paramItems(asking, as)];
}
