/** What may stand outside of all braces: declarations. */
import { flowTypes, lastWordOf } from '../../catalogue/flow-types.ts';
import { canonicalKind, entityKindOf, entityModel, entityModels } from '../../entities/index.ts';
import { missingNames } from '../missing.ts';
import { flowTypePage, kindPage } from '../pages.ts';
import type { Completion } from '../types.ts';
import { namesOf, type Asking } from './asking.ts';
import { wordsOf } from './context.ts';

/** Declarations; behind `existing` and a kind, what the environment has and nobody declared. */
export function topItems(asking: Asking): readonly Completion[] {
  const { make, context } = asking;
  const words = wordsOf(context.lead);
  if (words[0] === 'param') return words.length === 2 ? typeWords(asking) : [];
  const isExisting = words[0] === 'existing';
  const kind = entityKindOf(words[isExisting ? 1 : 0] ?? '');
  if (isExisting && kind !== undefined) {
    if (words.length > 2) return [];
    return [...missingItems(asking, words.slice(1)), ...namesOf(asking, kind).filter(({ rank }) => rank > 1)];
  }
  if (words.length > (isExisting ? 1 : 0)) return [...flowWord(asking, words), ...missingItems(asking, words)];
  const kinds = Object.values(entityModels)
    .filter((model) => isExisting || (model.kind !== 'flow' && model.kind !== 'module'))
    .map((model) =>
      make(model.kind, {
        kind: 'keyword',
        text: `${model.kind} `,
        detail: `${model.console.en} · ${model.console.ja}`,
        documentation: () => kindPage(model.kind),
        rank: 3,
      }),
    );
  if (isExisting) return kinds;
  const flows = flowTypes.map((facts) => {
    const { type, word, console } = facts;
    const begin = type === 'MODULE' ? word : `${word} flow`;
    const end = lastWordOf(type);
    const text = `${begin} \${1:Name} "\${2:Display name}" {\n  $0\n  ${end}\n}`;
    const documentation = () => flowTypePage(facts);
    return make(begin, { kind: 'snippet', text, isSnippet: true, detail: console.en, documentation, rank: 1 });
  });
  const word = (label: string, detail: string, documentation: string) =>
    make(label, { kind: 'keyword', text: `${label} `, detail, documentation: () => documentation, rank: 2 });
  return [
    ...flows,
    word(
      'existing',
      'something that the instance has already',
      'Publishing changes nothing of it; each environment finds it by its name: `existing queue Sales`.',
    ),
    ...kinds,
    word(
      'param',
      'a value that differs between environments',
      '`param Greeting text = "Hello."` declares it, `param Greeting` stands for its value, `flowc.json` gives values.',
    ),
  ];
}

/** `number Main "+81…" -> `: flows of the type that answers calls. */
export function targetOfDeclaration(asking: Asking): readonly Completion[] {
  const [kind = ''] = wordsOf(asking.context.lead).filter((word) => word !== 'existing');
  const known = entityKindOf(kind);
  const type = known && entityModel(known).target?.type;
  return type?.is === 'ref' ? namesOf(asking, type.kind, type.flowTypes) : [];
}

/** `inbound` wants `flow` behind it. */
function flowWord({ make }: Asking, words: readonly string[]): readonly Completion[] {
  const type = words.length === 1 ? flowTypes.find(({ word }) => word === words[0]) : undefined;
  if (type === undefined || type.type === 'MODULE') return [];
  return [
    make('flow', {
      kind: 'keyword',
      text: 'flow ',
      detail: type.console.en,
      documentation: () => flowTypePage(type),
      rank: 1,
    }),
  ];
}

/** Names that are spoken of and wait for this declaration. */
function missingItems({ analysis, make }: Asking, words: readonly string[]): readonly Completion[] {
  const word = words.at(-1) ?? '';
  const isFlow = word === 'flow' && words.length <= 2;
  const kind = isFlow ? 'flow' : words.length === 1 ? entityKindOf(word) : undefined;
  if (kind === undefined) return [];
  return missingNames(analysis, canonicalKind(kind)).map((name) =>
    make(name, {
      kind: 'entity',
      detail: 'spoken of already',
      documentation: () => `\`${name}\` is spoken of in this project, and nothing declares it.`,
      rank: 1,
    }),
  );
}

function typeWords({ make }: Asking): readonly Completion[] {
  return ['text', 'number', 'on | off', 'phone', 'duration', 'lambda'].map((type) =>
    make(type, { kind: 'value', documentation: () => `A param whose values are of type \`${type}\`.`, rank: 1 }),
  );
}
