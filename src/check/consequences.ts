/**
 * A mistake is told once. What the checker says a second time is left out, and so is what it says only because something
 * near by could not be read: a branch may be missing because its line has a mistake of syntax.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Body, Declaration, Item, SourceFile } from '../syntax/ast.ts';
import { bodiesOf } from '../syntax/walk.ts';
import { lineText, positionAt, type Place, type SourceText, type Span } from '../text/text.ts';
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

/** Mistakes after which nobody knows which statements a brace holds. */
const BRACES: ReadonlySet<string> = new Set([
  'check/statement-as-parameter',
  'syntax/misplaced-if',
  'syntax/misplaced-jump',
  'syntax/misplaced-step',
  'syntax/missing-body',
  'syntax/missing-opener',
  'syntax/surplus-bracket',
  'syntax/unclosed-bracket',
  'syntax/wrong-bracket',
]);

/** What is said of each thing that a statement takes in when its closing brace is forgotten. */
const TAKEN_IN: ReadonlySet<string> = new Set([
  'check/statement-as-parameter',
  'check/unknown-parameter',
  'syntax/misplaced-if',
  'syntax/misplaced-jump',
]);

/** What is said of a part of a statement because of the others. */
const ON_OTHER_PARTS: ReadonlySet<string> = new Set(['service/missing-error', 'service/refused-error']);

/** What a rule says is not there, and may be in what could not be read of the same line. */
const OMITTED: ReadonlySet<string> = new Set(['service/missing-one-of', 'service/missing-parameter']);

/** What is said of things as they are related to others, by the kind whose declarations say the relation. */
const RELATIONS: ReadonlyMap<string, string> = new Map([
  ['check/number-without-flow', 'number'],
  ['check/profile-without-user', 'user'],
  ['check/queue-not-served', 'routing_profile'],
  ['lint/queue-channel', 'routing_profile'],
  ['lint/callback-without-caller-id', 'queue'],
  ['service/module-contract', 'module'],
]);

/** After these nobody knows which blocks a contact comes to. */
const OPEN_WAYS: ReadonlySet<string> = new Set(['service/missing-condition', 'service/missing-next']);

/**
 * All that is to be told. `problems` come from parser and checker, `findings` from the rules over flows, which judge a
 * flow as it was lowered: where a statement has a problem, its lowering is a guess, and so is what follows from the whole.
 * `ofBlocks`: codes of findings that rest on their own block alone.
 */
export function withoutConsequences(
  files: readonly ParsedFile[],
  problems: readonly Diagnostic[],
  findings: readonly Diagnostic[],
  ofBlocks: ReadonlySet<string>,
): Diagnostic[] {
  const trees = new Map(files.map(({ source, tree }) => [source, tree]));
  const told = onlyFirstTakenIn(withoutRepetitions(problems), trees);
  const errors = told.filter(({ severity, readAsMeant }) => severity === 'error' && readAsMeant !== true);
  const dead = new Set(told.filter(({ code }) => code === 'check/dead-item').map(({ place }) => place.span.start));
  const open = new Set(
    findings
      .filter(({ code }) => OPEN_WAYS.has(code))
      .map(({ place: { source, span } }) => declarationAt(trees.get(source), span.start)),
  );
  const isOpen = ({ source, span }: Place): boolean => {
    const declaration = declarationAt(trees.get(source), span.start);
    return declaration !== undefined && open.has(declaration);
  };
  const isTold = ({ code, place }: Diagnostic): boolean =>
    code === 'lint/unreachable-block' &&
    (isOpen(place) || (dead.has(place.span.start) && told.some((one) => one.place.source === place.source)));
  if (errors.length === 0) return [...told, ...findings.filter((finding) => !isTold(finding))];
  const broken = brokenBy(errors, trees, ofBlocks);
  const unrelated = ({ code }: Diagnostic): boolean => !broken.kinds.has(RELATIONS.get(code) ?? '');
  return [
    ...told.filter((diagnostic) => isSyntax(diagnostic) || !broken.explains(diagnostic)),
    ...findings.filter((finding) => !isTold(finding) && !broken.spoils(finding)),
  ].filter(unrelated);
}

/** Of what a statement takes in because it is not closed, all behind the first. */
function onlyFirstTakenIn(
  problems: readonly Diagnostic[],
  trees: ReadonlyMap<SourceText, SourceFile>,
): readonly Diagnostic[] {
  const firsts = new Map<Item, number>();
  for (const { code, place } of problems) {
    if (!BRACES.has(code) || !TAKEN_IN.has(code)) continue;
    const item = itemAt(trees.get(place.source), place.span.start);
    if (item !== undefined) firsts.set(item, Math.min(place.span.start, firsts.get(item) ?? Infinity));
  }
  if (firsts.size === 0) return problems;
  return problems.filter(({ code, place }) => {
    const item = TAKEN_IN.has(code) ? itemAt(trees.get(place.source), place.span.start) : undefined;
    return item === undefined || place.span.start <= (firsts.get(item) ?? Infinity);
  });
}

/** The innermost item around an offset. */
function itemAt(tree: SourceFile | undefined, offset: number): Item | undefined {
  return wayTo(declarationAt(tree, offset), offset).at(-1)?.item;
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
function brokenBy(
  errors: readonly Diagnostic[],
  trees: ReadonlyMap<SourceText, SourceFile>,
  ofBlocks: ReadonlySet<string>,
): Broken {
  const syntaxLines = new Map<SourceText, Set<number>>();
  const syntaxAt = new Map<SourceText, Set<number>>();
  const syntaxSpans = new Map<SourceText, Set<string>>();
  const errorSpans = new Map<SourceText, Set<string>>();
  const unknownIn = new Map<SourceText, Set<string>>();
  /** Items that nothing follows. */
  const endless = new Map<SourceText, Set<string>>();
  const torn = new Set<Declaration>();
  /** Flows of which a step has no name, and declarations of which nobody knows whether they are flows at all. */
  const nameless = new Set<Declaration>();
  const headless = new Set<Declaration>();
  const surplus = errors.filter(({ code }) => code === 'check/surplus-operand').map(({ place }) => place);
  const kinds = new Set<string>();
  const lost = new Map<SourceText, ReadonlySet<string>>();
  const lostIn = (source: SourceText): ReadonlySet<string> => {
    const known = lost.get(source) ?? lostSteps(source, trees.get(source));
    lost.set(source, known);
    return known;
  };
  for (const error of errors) {
    const { source, span } = error.place;
    const around = spansAround(trees.get(source), span.start);
    const declaration = declarationAt(trees.get(source), span.start);
    if (declaration?.kind === 'entity') kinds.add(declaration.entityKind.text);
    // What a module takes and gives back stands in its body.
    if (declaration?.kind === 'flow' && declaration.type?.text === 'module' && isSyntax(error)) kinds.add('module');
    if (declaration !== undefined && error.code === 'syntax/missing-name') nameless.add(declaration);
    if (declaration !== undefined && error.code === 'syntax/missing-flow') headless.add(declaration);
    // With an entry its statement is spoilt: what is said of the statement as a whole rests on all entries.
    for (const one of around.slice(-2)) add(errorSpans, source, keyOf(one));
    // The declaration as a whole is spoilt too: what the rules say of the flow rests on all of it.
    if (around[0] !== undefined) add(errorSpans, source, keyOf(around[0]));
    const last = around[around.length - 1];
    if (error.code === 'check/path-without-end' && last !== undefined) add(endless, source, keyOf(last));
    // Nobody knows whether a statement that there is not would have ended the path.
    if (error.code === 'check/unknown-statement' || error.code === 'syntax/body-of-statement')
      add(unknownIn, source, keyOf(around[around.length - 2] ?? span));
    if (BRACES.has(error.code) && declaration !== undefined) torn.add(declaration);
    if (!isSyntax(error)) continue;
    add(syntaxLines, source, positionAt(source, span.start).line);
    add(syntaxAt, source, span.start);
    for (const one of around.slice(-3)) add(syntaxSpans, source, keyOf(one));
  }
  return {
    kinds,
    explains: ({ code, place: { source, span } }) => {
      // What could not be read may use it.
      if (code === 'check/unused-param') return syntaxLines.size > 0;
      if (code === 'check/not-here' || code === 'check/unknown-target') {
        const declaration = declarationAt(trees.get(source), span.start);
        const unknown = code === 'check/not-here' ? headless : nameless;
        if (declaration !== undefined && unknown.has(declaration)) return true;
      }
      if (ON_WAYS.has(code)) {
        const declaration = declarationAt(trees.get(source), span.start);
        if (declaration !== undefined && torn.has(declaration)) return true;
        const owners = ownersAround(declaration, span.start);
        if (owners.some((owner) => unknownIn.get(source)?.has(keyOf(owner)) === true)) return true;
      }
      // What stands too much in the last statement may be one of its own, which ends the path: `play "Bye." disconnect`.
      if (
        code === 'check/path-without-end' &&
        surplus.some((one) => one.source === source && within(span, one.span.start))
      )
        return true;
      const lines = syntaxLines.get(source);
      if (lines === undefined) return false;
      if (lines.has(positionAt(source, span.start).line)) return true;
      // A comma at the end of a line takes in the next one: `on error,` and a statement below it.
      if (code === 'check/unknown-statement' && lines.has(positionAt(source, span.end).line)) return true;
      // A jump that stands behind a statement by mistake ends no path.
      if (code === 'check/dead-item') return lines.has(lineAbove(source, span.start));
      if (code === 'check/unknown-target') {
        const name = source.text.slice(span.start, span.end);
        return [...lines].some((line) => lineText(source, line).includes(name)) || lostIn(source).has(name);
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
      if (OMITTED.has(code) && syntaxLines.get(source)?.has(positionAt(source, span.start).line) === true) return true;
      const spans = errorSpans.get(source);
      if (spans === undefined) return false;
      const around = spansAround(trees.get(source), span.start);
      // Of its parts nothing else is said than of the whole.
      if (code === 'service/missing-next' && around.some((one) => endless.get(source)?.has(keyOf(one)) === true))
        return true;
      const [outermost, innermost] = [around[0], around[around.length - 1]];
      if (outermost === undefined || innermost === undefined || !spans.has(keyOf(outermost))) return false;
      const statement = around[around.length - 2];
      if (ON_OTHER_PARTS.has(code) && statement !== undefined && spans.has(keyOf(statement))) return true;
      return !ofBlocks.has(code) || outermost === innermost || spans.has(keyOf(innermost));
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
function ownersAround(declaration: Declaration | undefined, offset: number): readonly Span[] {
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
    const item = body === undefined ? undefined : firstAround(body.items, offset);
    if (body === undefined || item === undefined) return way;
    way.push({ body, item });
    bodies = bodiesOf(item);
  }
}

/** Names of steps that stand in the text, and that a mistake keeps out of the tree. */
function lostSteps(source: SourceText, tree: SourceFile | undefined): ReadonlySet<string> {
  const starts = new Set<number>();
  const walk = (body: Body): void => {
    for (const item of body.items) {
      if (item.kind === 'step') starts.add(item.span.start);
      bodiesOf(item).forEach(walk);
    }
  };
  for (const declaration of tree?.declarations ?? []) if (declaration.kind === 'flow') walk(declaration.body);
  const lost = new Set<string>();
  for (const { index, 1: indent = '', 2: name = '' } of source.text.matchAll(STEP)) {
    if (!starts.has(index + indent.length)) lost.add(name);
  }
  return lost;
}

const STEP = /^([ \t]*)step[ \t]+"?([^"{\n]*[^"{\s])/gm;

/** The first item around an offset. Items stand in the order of the source, so that halving finds it among thousands. */
function firstAround(items: readonly Item[], offset: number): Item | undefined {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.span.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const item = items[low];
  return item !== undefined && within(item.span, offset) ? item : undefined;
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
