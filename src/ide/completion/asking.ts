/** What completions are made of. */
import { asName } from '../../constructs/json-values.ts';
import type { EntityKind } from '../../entities/types.ts';
import { canonicalKind, entityModel } from '../../entities/index.ts';
import type { Span } from '../../text/text.ts';
import type { Analysis, Completion, CompletionKind } from '../types.ts';
import type { Context } from './context.ts';

export interface Asking {
  readonly analysis: Analysis;
  readonly path: string;
  readonly offset: number;
  readonly text: string;
  readonly context: Context;
  readonly make: Make;
}

interface Item {
  readonly kind: CompletionKind;
  readonly detail?: string | undefined;
  readonly documentation?: (() => string) | undefined;
  /** What is written; without it the label. */
  readonly text?: string | undefined;
  readonly isSnippet?: boolean;
  readonly rank?: number;
  readonly span?: Span;
}

export type Make = (label: string, item: Item) => Completion;

export function itemsFor(word: Span): Make {
  return (label, { kind, detail, documentation, text = label, isSnippet = false, rank = 5, span = word }) => ({
    label,
    kind,
    detail,
    documentation,
    edit: { span, newText: text },
    isSnippet,
    rank,
  });
}

/** Names of a kind: those of the project, then those that the environment has besides. */
export function namesOf({ analysis, make }: Asking, kind: EntityKind): readonly Completion[] {
  const canonical = canonicalKind(kind);
  const declared = [...(analysis.program.names.get(canonical)?.values() ?? [])];
  const known = new Set(declared.map(({ display }) => display));
  const there = (analysis.inventory?.things ?? []).filter((one) => one.kind === canonical && !known.has(one.name));
  const { en } = entityModel(kind).console;
  return [
    ...declared.map(({ name, display, declaration }) =>
      make(name, {
        kind: 'entity',
        text: asName(name),
        detail: display === name ? en : `${en} “${display}”`,
        documentation: declaration.doc === undefined ? undefined : () => declaration.doc ?? '',
        rank: 1,
      }),
    ),
    ...there.map(({ name }) =>
      make(name, { kind: 'entity', text: asName(name), detail: `${en} of the environment, not declared yet`, rank: 3 }),
    ),
  ];
}
