/** What may stand behind `->`. */
import { asName } from '../../syntax/bare.ts';
import { TARGET_WORDS } from '../../syntax/ast.ts';
import { lineText, positionAt } from '../../text/text.ts';
import { flowAt } from '../locate.ts';
import { missingLabels } from '../missing.ts';
import { occurrences } from '../occurrences.ts';
import type { Completion } from '../types.ts';
import type { Asking } from './asking.ts';

export type TargetWord = (typeof TARGET_WORDS)[number];

/** What the words behind `->` mean that are no names. */
export const MEANINGS: Readonly<Record<TargetWord, string>> = {
  next: 'what stands behind this statement',
  none: 'there is no such branch',
  nothing: 'a branch that leads nowhere, as in drafts',
  break: 'out of the `repeat`',
  continue: 'the next round of the `repeat`',
  disconnect: 'hang up',
  end: 'the end of this flow',
  return: 'back to where the module was called',
};

export function targetItems({ analysis, path, offset, make, context }: Asking): readonly Completion[] {
  const flow = flowAt(analysis, path, offset);
  const labels = new Map<string, string>();
  for (const { meaning, role, source, span } of occurrences(analysis).get(path) ?? []) {
    if (meaning.is === 'label' && meaning.flow === flow && role === 'declaration') {
      labels.set(meaning.name, lineText(source, positionAt(source, span.start).line).trim());
    }
  }
  const missing = flow === undefined ? [] : missingLabels(analysis, path, flow, context.word);
  const inRepeat = context.headers.some((header) => /^(?:\S+:\s*)?repeat\b/.test(header));
  const words = TARGET_WORDS.filter(
    (word) => (inRepeat || (word !== 'break' && word !== 'continue')) && fits(word, flow?.type?.text),
  );
  return [
    ...[...labels].map(([label, line]) =>
      make(label, {
        kind: 'label',
        text: asName(label),
        documentation: () => `\`\`\`flow\n${line}\n\`\`\``,
        rank: 1,
      }),
    ),
    ...missing.map((label) =>
      make(label, {
        kind: 'label',
        text: asName(label),
        detail: 'not there yet',
        documentation: () => `Another jump leads to \`${label}\`, and no step has that name yet.`,
        rank: 1,
      }),
    ),
    ...words.map((word) =>
      make(word, {
        kind: 'keyword',
        detail: MEANINGS[word],
        documentation: () => `\`-> ${word}\`: ${MEANINGS[word]}`,
        rank: word === 'none' || word === 'nothing' ? 4 : 2,
      }),
    ),
  ];
}

function fits(word: string, type: string | undefined): boolean {
  return word !== 'return' || type === 'module' || type === undefined;
}
