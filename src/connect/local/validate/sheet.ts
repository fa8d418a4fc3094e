/**
 * The facts of an action type as the judge asks for them. Derived from the catalogue's data alone, and on purpose not
 * shared with the compiler's rules: the two check each other.
 */
import type { ActionEntry, Constraint, ErrorFact, Guard, Parameter } from '../../../catalogue/types.ts';

export interface Sheet {
  readonly entry: ActionEntry;
  readonly parameters: Spot;
  /** Facts about names that may stand at any depth (`*.AnalyticsLanguage`). */
  readonly anywhere: ReadonlyMap<string, Parameter>;
  /** Due only where their guard holds. */
  readonly guarded: readonly { readonly name: string; readonly guard: Guard }[];
  readonly groups: readonly Constraint[];
  /** All names and words are known, from more than one source: others are refused. */
  readonly namesAreFirm: boolean;
  /** The same of shapes, ranges and what must be there: more than one odd export stands behind them. */
  readonly isFirm: boolean;
  readonly errors: ReadonlyMap<string, ErrorFact>;
  /** Refused without them. */
  readonly due: readonly string[];
  /** Whether the action has conditions is not published: it may. */
  readonly mayHaveConditions: boolean;
  /** All errors are known: others are refused. */
  readonly errorsAreFirm: boolean;
  /** Words of Equals conditions, where there are no others. */
  readonly answers: readonly string[] | undefined;
}

/** A place in `Parameters`, with what may stand there. */
export interface Spot {
  readonly fact: Parameter | undefined;
  shape: 'text' | 'list' | 'map' | 'object';
  readonly members: Map<string, Spot>;
  /** Of the elements of a list; of values under keys of the author's own. */
  items: Spot | undefined;
  others: Spot | undefined;
  /** Members that must be there. */
  readonly needed: string[];
}

const sheets = new WeakMap<ActionEntry, Sheet>();

export function sheetOf(entry: ActionEntry): Sheet {
  let sheet = sheets.get(entry);
  if (sheet === undefined) sheets.set(entry, (sheet = makeSheet(entry)));
  return sheet;
}

function makeSheet(entry: ActionEntry): Sheet {
  const root = spotOf(undefined);
  const anywhere = new Map<string, Parameter>();
  for (const fact of entry.parameters) {
    if (/^(\*|\.\.)/.test(fact.name)) anywhere.set(fact.name.slice(fact.name.lastIndexOf('.') + 1), fact);
    else hang(root, fact);
  }
  need(root);
  const isLive = entry.liveChecked.length > 0;
  const isFirm = isLive || entry.docStatus.startsWith('documented') || entry.realFlowUsesSeen > 1;
  const { doubts = [] } = entry;
  const operands = entry.conditions.operands ?? [];
  return {
    entry,
    parameters: root,
    anywhere,
    guarded: entry.parameters.flatMap(({ name, guard }) => (guard === undefined ? [] : [{ name, guard }])),
    groups: entry.constraints.filter(({ keys }) => keys !== undefined),
    namesAreFirm: isFirm && !doubts.includes('parameters'),
    isFirm,
    errors: new Map(entry.errors.map((error) => [error.type, error])),
    due: isFirm
      ? entry.errors.filter((error) => error.mandatory === 'yes' && isSeen(error)).map(({ type }) => type)
      : [],
    mayHaveConditions: doubts.includes('conditions'),
    errorsAreFirm: isLive && !doubts.includes('errors'),
    // Where exports have shown one answer and nobody tried, there may be others.
    answers:
      !doubts.includes('conditions') &&
      operands.length > (isLive ? 0 : 1) &&
      operands.every((word) => /^[\w*#]+$/.test(word))
        ? operands
        : undefined,
  };
}

/** On a page of AWS about the action, in a live answer, or in real flows; the console's guide alone does not do. */
export function isSeen({ evidence }: ErrorFact): boolean {
  return /\b(doc|live|real)\b/.test(evidence);
}

function spotOf(fact: Parameter | undefined): Spot {
  return { fact, shape: shapeOf(fact), members: new Map(), items: undefined, others: undefined, needed: [] };
}

function shapeOf(fact: Parameter | undefined): Spot['shape'] {
  const kind = fact?.kind ?? 'object';
  return kind.startsWith('list')
    ? 'list'
    : kind.startsWith('map')
      ? 'map'
      : kind.startsWith('object')
        ? 'object'
        : 'text';
}

/** `Media.Uri`, `Messages[].Text`, `FlowAttributes.<key>.Value`. */
function hang(root: Spot, fact: Parameter): void {
  const steps = fact.name.replaceAll('[]', '.[]').split('.');
  let at = root;
  steps.forEach((step, i) => {
    const said = i === steps.length - 1 ? fact : undefined;
    const before = step === '[]' ? at.items : step.startsWith('<') ? at.others : at.members.get(step);
    const spot =
      before === undefined ? spotOf(said) : said === undefined ? before : { ...before, fact, shape: shapeOf(fact) };
    if (step === '[]') {
      at.items = spot;
      if (at.fact === undefined) at.shape = 'list';
    } else if (step.startsWith('<')) at.others = spot;
    else at.members.set(step, spot);
    at = spot;
  });
}

/** A group with facts of its own says itself whether it is needed; another is needed for what is needed in it. */
function need(spot: Spot): boolean {
  for (const [name, member] of spot.members) {
    const below = need(member);
    if (member.fact === undefined ? below : member.fact.required === 'yes') spot.needed.push(name);
  }
  if (spot.items !== undefined) need(spot.items);
  if (spot.others !== undefined) need(spot.others);
  return spot.needed.length > 0;
}
