/** What completions are made of. */
import { asName } from '../../syntax/bare.ts';
import type { EntityKind } from '../../entities/types.ts';
import { canonicalKind, entityModel } from '../../entities/index.ts';
import type { Span } from '../../text/text.ts';
import type { Named } from '../../check/program.ts';
import { flowTypeOfNamed } from '../../check/flow-types.ts';
import type { FlowType } from '../../graph/flow-graph.ts';
import type { Flow } from '../../syntax/ast.ts';
import { namedPage } from '../pages.ts';
import type { Analysis, Completion, CompletionKind } from '../types.ts';
import type { Context } from './context.ts';
import { hereAt, type Here } from './here.ts';

export interface Asking {
  readonly analysis: Analysis;
  readonly path: string;
  readonly offset: number;
  readonly text: string;
  readonly context: Context;
  readonly make: Make;
  /** What is known where the statement stands that is being typed: worked out when it is first asked for. */
  readonly here: () => Here | undefined;
}

export function askingAt(analysis: Analysis, path: string, offset: number, text: string, context: Context): Asking {
  let known: { readonly here: Here | undefined } | undefined;
  const here = () => (known ??= { here: hereAt(analysis, path, context) }).here;
  return { analysis, path, offset, text, context, make: itemsFor(context.word), here };
}

/** The flow whose braces somebody types in. */
export function flowAround({ analysis, path, context }: Asking): Flow | undefined {
  const at = context.starts[0] ?? 0;
  return analysis.files
    .get(path)
    ?.tree.declarations.find((one): one is Flow => one.kind === 'flow' && one.span.start <= at && at < one.span.end);
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

function itemsFor(word: Span): Make {
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

/**
 * Names of a kind: those of the project, then those that the environment has besides. With `types`, flows of these types
 * only, as far as their types are known.
 */
export function namesOf(
  { analysis, make }: Asking,
  kind: EntityKind,
  types?: readonly FlowType[],
): readonly Completion[] {
  const canonical = canonicalKind(kind);
  const fits = (type: FlowType | undefined) => types === undefined || type === undefined || types.includes(type);
  const declared = [...(analysis.program.names.get(canonical)?.values() ?? [])];
  const known = new Set(declared.map(({ display }) => display));
  const { console, doc } = entityModel(kind);
  const items = declared
    .filter((named) => fits(flowTypeOfNamed(named)))
    .map((named) => nameItem(make, named, console.en));
  for (const { kind: of, name, type, state, arn } of analysis.inventory?.things ?? []) {
    if (of !== canonical || known.has(name) || state === 'ARCHIVED' || !fits(type)) continue;
    known.add(name);
    items.push(
      make(name, {
        kind: 'entity',
        text: asName(name),
        detail: `${console.en} of the environment, not declared yet`,
        documentation: () => `**${console.en}** “${name}”\n\n\`${arn}\`\n\n${doc}`,
        rank: 3,
      }),
    );
  }
  return items;
}

function nameItem(make: Make, named: Named, kind: string): Completion {
  const { name, display } = named;
  return make(name, {
    kind: 'entity',
    text: asName(name),
    detail: display === name ? kind : `${kind} “${display}”`,
    documentation: () => namedPage(named),
    rank: 1,
  });
}

/** What the first group of a pattern matches anywhere in the project: what is used once is likely to be used again. */
export function textsOfProject({ analysis }: Asking, pattern: RegExp): ReadonlySet<string> {
  const sources = [...analysis.files.values()].map(({ source }) => source.text);
  return new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map(([, found = '']) => found)));
}
