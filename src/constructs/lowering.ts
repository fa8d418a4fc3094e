/** What lowering builds with: actions that are still being made, targets that are not known yet, and problems. */
import type { Environment, Named, Program } from '../check/program.ts';
import type { Diagnostic, Extras } from '../diagnostics/diagnostic.ts';
import type { FlowType, IdentifierHint, Note } from '../graph/flow-graph.ts';
import type { Body, Flow, Item, Name, Value } from '../syntax/ast.ts';
import type { Json, JsonObject } from '../text/json.ts';
import type { Place, SourceText, Span } from '../text/text.ts';
import { statementDiagnostic } from './diagnostics.ts';
import type { FlowResolver } from './resolver.ts';

/** Where an edge goes, possibly by way of a name that is not lowered yet. */
export type Target =
  | Draft
  | Junction
  /** No such edge. */
  | { readonly kind: 'none' }
  /** An edge that leads nowhere (''). */
  | { readonly kind: 'nothing' }
  /** An id that no action has, to the letter. */
  | { readonly kind: 'raw'; readonly id: string }
  /** The end of the flow's text: nothing follows. `unreached`: what stands last is behind an item that nothing leads to. */
  | { readonly kind: 'off'; readonly unreached?: Span };

/** A place between statements; `to` is filled in when what stands there is lowered. */
export interface Junction {
  readonly kind: 'junction';
  to: Target | undefined;
  readonly name: Name | undefined;
}

/** An action while it is made. */
export interface Draft {
  readonly kind: 'action';
  id: string;
  label: string | undefined;
  readonly type: string;
  parameters: JsonObject;
  next: Target;
  errors: { type: string; target: Target; raw: Json | undefined; again: true | undefined }[];
  conditions: { operator: string; operands: readonly Json[]; target: Target; raw: Json | undefined }[];
  extra?: JsonObject;
  transitionsExtra?: JsonObject;
  display: Record<string, string>;
  readonly place: Place;
  readonly parameterPlaces: Map<string, Place>;
  /** Undefined where no branch is written. */
  branchPlaces: Map<string, Place> | undefined;
  hint: IdentifierHint;
  /** The words that messages call it by. */
  readonly phrase: string;
}

/** A default branch: `on error -> name`, `on play error -> none`. */
export interface Default {
  /** Restricts it to statements with this phrase. */
  readonly phrase: string | undefined;
  readonly word: string;
  readonly target: Name;
  readonly where: Where;
}

/** What surrounds a statement. */
export interface Where {
  readonly outer: Where | undefined;
  readonly defaults: readonly Default[];
  /** Names of the steps around, innermost first. */
  readonly steps: readonly string[];
  readonly loop: { readonly again: Target; readonly done: Target } | undefined;
}

export interface Lowering {
  readonly flow: Flow;
  readonly flowType: FlowType | undefined;
  readonly source: SourceText;
  readonly program: Program;
  readonly environment: Environment;
  readonly drafts: Draft[];
  readonly labels: Map<string, Junction>;
  readonly shared: Map<string, Draft>;
  /** What the path ends in that does not end, by the outermost item that it is a part of. */
  readonly open: Map<Item, Diagnostic>;
  /** Labels that were found to jump in circles. */
  readonly circles: Set<string>;
  readonly notes: Note[];
  readonly top: Map<string, Json | undefined>;
  /** Where `document` says one of them. */
  readonly topPlaces: Map<string, Place>;
  readonly diagnostics: Diagnostic[];
  /** Every name that the flow speaks of, with the place where it does. */
  readonly references: { readonly named: Named; readonly place: Place }[];
  /** What names stand for; one for all statements of the flow. */
  readonly resolver: FlowResolver;
  /** Lowers a body; given here so that constructs with bodies need not import the file that calls them. */
  readonly lowerBody: (body: Body, where: Where, follow: Target, ownBranches?: boolean) => Target;
}

export const NONE: Target = { kind: 'none' };
export const NOTHING: Target = { kind: 'nothing' };
export const OFF: Target = { kind: 'off' };

export function junction(name?: Name): Junction {
  return { kind: 'junction', to: undefined, name };
}

type ParamsOf<C extends StatementCode> = (typeof statementDiagnostic)['table'][C]['message'] extends (
  p: infer P,
) => string
  ? unknown extends P
    ? Record<string, never>
    : P
  : never;
type StatementCode = keyof (typeof statementDiagnostic)['table'] & string;

/** Reports a problem of a statement at a place of the flow's source. */
export function report<C extends StatementCode>(
  lowering: Lowering,
  code: C,
  span: Span,
  params: ParamsOf<C>,
  extras?: Extras,
): void {
  const place = { source: lowering.source, span };
  lowering.diagnostics.push(statementDiagnostic(code, place, params as never, extras));
}

/** Starts an action. Drafts stand in source order. */
export function draft(
  lowering: Lowering,
  where: Where,
  init: {
    readonly type: string;
    readonly phrase: string;
    readonly span: Span;
    readonly label?: Name | undefined;
    readonly operand?: string | undefined;
    readonly parameters?: JsonObject;
  },
): Draft {
  const made: Draft = {
    kind: 'action',
    id: `#${lowering.drafts.length}`,
    label: init.label?.text,
    type: init.type,
    parameters: init.parameters ?? {},
    next: NONE,
    errors: [],
    conditions: [],
    display: {},
    place: { source: lowering.source, span: init.span },
    parameterPlaces: new Map(),
    branchPlaces: undefined,
    hint: { scope: where.steps[0], verb: init.phrase, operand: init.operand },
    phrase: init.phrase,
  };
  lowering.drafts.push(made);
  return made;
}

/** Remembers where the branch of an edge is written: `condition:0`, or the type of an error. */
export function placeBranch(made: Draft, edge: string, place: Place): void {
  made.branchPlaces ??= new Map();
  made.branchPlaces.set(edge, place);
}

/** The text of a value as messages and identifiers show it. */
export function plainText(value: Value | undefined): string | undefined {
  if (value === undefined) return undefined;
  switch (value.kind) {
    case 'text':
      return value.value;
    case 'list':
    case 'block':
      return undefined;
    case 'phrase':
      return value.words.map(plainText).join(' ');
    default:
      return value.text;
  }
}

/** From the first word to the last: what a message about a statement underlines. */
export function headSpan(words: readonly Value[], whole: Span): Span {
  const first = words[0];
  const last = words[words.length - 1];
  return first === undefined || last === undefined ? whole : { start: first.span.start, end: last.span.end };
}
