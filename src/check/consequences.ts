/**
 * A mistake is told once. What the checker says a second time is left out, and so is what it says only because something
 * near by could not be read: a branch may be missing because its line has a mistake of syntax.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Body, Declaration, Item, SourceFile } from '../syntax/ast.ts';
import { bodiesOf } from '../syntax/walk.ts';
import { lineText, positionAt, type SourceText, type Span } from '../text/text.ts';
import type { ParsedFile } from './program.ts';

/** Things that are said not to be there, and may be in what could not be read of the same statement. */
const OMISSIONS: ReadonlySet<string> = new Set([
  'check/match-without-case',
  'check/missing-operand',
  'check/missing-property',
  'check/missing-text',
  'check/unhandled-branch',
]);

/** What is said of ways through a body, which may go otherwise where nobody knows what one of its statements does. */
const ON_WAYS: ReadonlySet<string> = new Set(['check/dead-item', 'check/outside-repeat', 'check/path-without-end']);

/** What is said of a part of a statement because of the others. */
const ON_OTHER_PARTS: ReadonlySet<string> = new Set(['service/missing-error', 'service/refused-error']);

/** What is said of things as they are related to others, by the kind whose declarations say the relation. */
const RELATIONS: ReadonlyMap<string, string> = new Map([
  ['check/profile-without-user', 'user'],
  ['check/queue-not-served', 'routing_profile'],
  ['lint/queue-channel', 'routing_profile'],
  ['lint/callback-without-caller-id', 'queue'],
]);

/**
 * All that is to be told. `problems` come from parser and checker, `findings` from the rules over flows, which judge a
 * flow as it was lowered: where a statement has a problem, its lowering is a guess, and so is what follows from the whole.
 */
export function withoutConsequences(
  files: readonly ParsedFile[],
  problems: readonly Diagnostic[],
  findings: readonly Diagnostic[],
): Diagnostic[] {
  const told = withoutRepetitions(problems);
  const errors = told.filter(({ severity }) => severity === 'error');
  const dead = new Set(told.filter(({ code }) => code === 'check/dead-item').map(({ place }) => place.span.start));
  const isTold = ({ code, place }: Diagnostic): boolean =>
    code === 'lint/unreachable-block' &&
    dead.has(place.span.start) &&
    told.some((one) => one.place.source === place.source);
  if (errors.length === 0) return [...told, ...findings.filter((finding) => !isTold(finding))];
  const trees = new Map(files.map(({ source, tree }) => [source, tree]));
  const broken = brokenBy(errors, trees);
  const unrelated = ({ code }: Diagnostic): boolean => !broken.kinds.has(RELATIONS.get(code) ?? '');
  return [
    ...told.filter((diagnostic) => isSyntax(diagnostic) || !broken.explains(diagnostic)),
    ...findings.filter((finding) => !isTold(finding) && !broken.spoils(finding)),
  ].filter(unrelated);
}

interface Broken {
  /** Kinds of entities of which a declaration has an error. */
  readonly kinds: ReadonlySet<string>;
  /** Whether a mistake of syntax may be why the checker says this. */
  readonly explains: (diagnostic: Diagnostic) => boolean;
  /** Whether an error is why a rule finds this: in the same statement, or anywhere in the flow for rules over the whole. */
  readonly spoils: (finding: Diagnostic) => boolean;
}

/** What the errors reach: lines, statements and declarations. */
function brokenBy(errors: readonly Diagnostic[], trees: ReadonlyMap<SourceText, SourceFile>): Broken {
  const syntaxLines = new Map<SourceText, Set<number>>();
  const syntaxAt = new Map<SourceText, Set<number>>();
  const syntaxSpans = new Map<SourceText, Set<string>>();
  const errorSpans = new Map<SourceText, Set<string>>();
  const unknownIn = new Map<SourceText, Set<string>>();
  const kinds = new Set<string>();
  for (const error of errors) {
    const { source, span } = error.place;
    const around = spansAround(trees.get(source), span.start);
    const declaration = declarationAt(trees.get(source), span.start);
    if (declaration?.kind === 'entity') kinds.add(declaration.entityKind.text);
    // With an entry its statement is spoilt: what is said of the statement as a whole rests on all entries.
    for (const one of around.slice(-2)) add(errorSpans, source, keyOf(one));
    // The declaration as a whole is spoilt too: what the rules say of the flow rests on all of it.
    if (around[0] !== undefined) add(errorSpans, source, keyOf(around[0]));
    // Nobody knows whether a statement that there is not would have ended the path.
    if (error.code === 'check/unknown-statement' || error.code === 'syntax/body-of-statement')
      add(unknownIn, source, keyOf(around[around.length - 2] ?? span));
    if (!isSyntax(error)) continue;
    add(syntaxLines, source, positionAt(source, span.start).line);
    add(syntaxAt, source, span.start);
    for (const one of around.slice(-3)) add(syntaxSpans, source, keyOf(one));
  }
  return {
    kinds,
    explains: ({ code, place: { source, span } }) => {
      if (ON_WAYS.has(code)) {
        const owners = ownersAround(trees.get(source), span.start);
        if (owners.some((owner) => unknownIn.get(source)?.has(keyOf(owner)) === true)) return true;
      }
      const lines = syntaxLines.get(source);
      if (lines === undefined) return false;
      if (lines.has(positionAt(source, span.start).line)) return true;
      // A jump that stands behind a statement by mistake ends no path.
      if (code === 'check/dead-item') return lines.has(lineAbove(source, span.start));
      if (code === 'check/unknown-target') {
        const name = source.text.slice(span.start, span.end);
        return [...lines].some((line) => lineText(source, line).includes(name));
      }
      if (code === 'check/unhandled-branch') {
        const mistakes = [...(syntaxAt.get(source) ?? [])];
        const heads = headsAbove(trees.get(source), source, span.start);
        if (heads.some(({ start, end }) => mistakes.some((at) => at > start && at < end))) return true;
      }
      const around = spansAround(trees.get(source), span.start);
      const wanted = code === 'check/path-without-end' ? around[around.length - 2] : around[around.length - 1];
      const mayBe = code === 'check/path-without-end' || OMISSIONS.has(code);
      return mayBe && wanted !== undefined && syntaxSpans.get(source)?.has(keyOf(wanted)) === true;
    },
    spoils: ({ code, place: { source, span } }) => {
      const spans = errorSpans.get(source);
      if (spans === undefined) return false;
      const around = spansAround(trees.get(source), span.start);
      const [outermost, innermost] = [around[0], around[around.length - 1]];
      if (outermost === undefined || innermost === undefined || !spans.has(keyOf(outermost))) return false;
      // A target that does not exist was told where it is named, which may be a default far above.
      const follows = !code.startsWith('service/') || code === 'service/dangling-target';
      const statement = around[around.length - 2];
      if (ON_OTHER_PARTS.has(code) && statement !== undefined && spans.has(keyOf(statement))) return true;
      return follows || outermost === innermost || spans.has(keyOf(innermost));
    },
  };
}

/** Lines before the first statement. A default that could not be read, or lacks its `on`, is a statement, too. */
const HEAD = /^\s*(?:on|error|input|returns|branches|document|note)\b/;

/** Where defaults stand that hold for an offset: from the beginning of each body around it to its first statement. */
function headsAbove(tree: SourceFile | undefined, source: SourceText, offset: number): readonly Span[] {
  const isOfHead = ({ kind, span }: Item): boolean =>
    kind === 'branch' || HEAD.test(lineText(source, positionAt(source, span.start).line));
  return wayTo(declarationAt(tree, offset), offset).map(({ body, item }) => {
    const first = body.items.find((one) => !isOfHead(one)) ?? item;
    return { start: body.span.start, end: first.span.start };
  });
}

/** The declaration and the items whose ways a statement is on, from the outside inwards: nothing falls into a step or out of it. */
function ownersAround(tree: SourceFile | undefined, offset: number): readonly Span[] {
  const declaration = declarationAt(tree, offset);
  let owners: Span[] = declaration === undefined ? [] : [declaration.span];
  for (const { item } of wayTo(declaration, offset)) {
    if (!isInBody(item, offset)) break;
    owners = item.kind === 'step' ? [item.span] : [...owners, item.span];
  }
  return owners;
}

/** The declaration, the items and the entry around an offset, from the outside inwards. */
function spansAround(tree: SourceFile | undefined, offset: number): readonly Span[] {
  const declaration = declarationAt(tree, offset);
  if (declaration === undefined) return [];
  const items = wayTo(declaration, offset).map(({ item }) => item);
  const last = items[items.length - 1];
  const entries = last?.kind === 'statement' && !isInBody(last, offset) ? (last.block?.entries ?? []) : [];
  const entry = entries.find(({ span }) => within(span, offset));
  return [declaration, ...items, ...(entry === undefined ? [] : [entry])].map(({ span }) => span);
}

function declarationAt(tree: SourceFile | undefined, offset: number): Declaration | undefined {
  return tree?.declarations.find(({ span }) => within(span, offset));
}

/** The bodies around an offset, each with its item that goes on to it, from the outside inwards. */
function wayTo(declaration: Declaration | undefined, offset: number): readonly { body: Body; item: Item }[] {
  const way: { body: Body; item: Item }[] = [];
  let bodies: readonly Body[] = declaration?.kind === 'flow' ? [declaration.body] : [];
  for (;;) {
    const body = bodies.find(({ span }) => within(span, offset));
    const item = body?.items.find(({ span }) => within(span, offset));
    if (body === undefined || item === undefined) return way;
    way.push({ body, item });
    bodies = bodiesOf(item);
  }
}

function isInBody(item: Item, offset: number): boolean {
  return bodiesOf(item).some(({ span }) => within(span, offset));
}

/** A default that is wrong is wrong for every statement that it covers; once is enough. */
export function withoutRepetitions(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const said = new Map<SourceText, Set<string>>();
  return diagnostics.filter(({ code, message, place: { source, span } }) => {
    const key = `${code} ${span.start} ${span.end} ${message}`;
    const known = said.get(source) ?? new Set<string>();
    if (known.has(key)) return false;
    said.set(source, known.add(key));
    return true;
  });
}

/** The number of the line above, blank ones and comments aside. */
function lineAbove(source: SourceText, offset: number): number {
  let { line } = positionAt(source, offset);
  do line--;
  while (line > 1 && /^\s*(?:\/\/.*)?$/.test(lineText(source, line)));
  return line;
}

function add<T>(map: Map<SourceText, Set<T>>, source: SourceText, value: T): void {
  map.set(source, (map.get(source) ?? new Set<T>()).add(value));
}

function keyOf({ start, end }: Span): string {
  return `${start} ${end}`;
}

function isSyntax({ code }: Diagnostic): boolean {
  return code.startsWith('syntax/');
}

function within(span: Span, offset: number): boolean {
  return offset >= span.start && offset <= span.end;
}
