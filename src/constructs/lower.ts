/**
 * Bridge 2 forward: the syntax tree of a flow → its FlowGraph. This file knows bodies, labels, steps and what stands behind
 * what; what a single statement does is in lower-statement.ts and the constructs.
 */
import { entryOf } from '../catalogue/index.ts';
import { flowTypeFacts, flowTypeOf, flowTypes } from '../catalogue/flow-types.ts';
import type { Environment, Named, Program } from '../check/program.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { renameTo } from '../diagnostics/remedy.ts';
import { nearest } from '../diagnostics/suggest.ts';
import type { ConditionEdge, ErrorEdge, FlowAction, FlowGraph, FlowType } from '../graph/flow-graph.ts';
import type { Body, Branch, Flow, Item, Name } from '../syntax/ast.ts';
import { isTargetWord } from '../syntax/ast.ts';
import { present } from '../text/json.ts';
import type { Place, SourceText, Span } from '../text/text.ts';
import { bodiesOf } from '../syntax/walk.ts';
import { lowerIf } from './compare.ts';
import { defaultWords } from './forms.ts';
import { endPath } from './fixes.ts';
import { headOf, outermostItem } from './path-end.ts';
import { documentDefaults, isHeadStatement, lowerHead } from './head.ts';
import { lowerRepeat } from './loop.ts';
import { lowerStatement } from './lower-statement.ts';
import {
  junction,
  OFF,
  plainText,
  report,
  type Default,
  type Draft,
  type Lowering,
  type Target,
  type Where,
} from './lowering.ts';
import { patternText } from './patterns.ts';
import { resolverFor } from './resolver.ts';
import { jumpTarget, settle, targetOf } from './targets.ts';

export interface Lowered {
  readonly graph: FlowGraph;
  readonly diagnostics: readonly Diagnostic[];
  /** Names that the flow speaks of, with the places. */
  readonly references: readonly { readonly named: Named; readonly place: Place }[];
}

/** Lowers one flow. Total: what cannot be lowered is reported and left out. */
export function lowerFlow(flow: Flow, source: SourceText, program: Program, environment: Environment): Lowered {
  const flowType = typeOf(flow);
  const lowering: Lowering = {
    flow,
    flowType,
    source,
    program,
    environment,
    drafts: [],
    labels: new Map(),
    shared: new Map(),
    open: new Map(),
    circles: new Set(),
    notes: [],
    top: documentDefaults(flowType),
    topPlaces: new Map(),
    diagnostics: [],
    references: [],
    resolver: resolverFor(() => lowering),
    lowerBody: (body, where, follow, ownBranches) => lowerBody(lowering, body, where, follow, ownBranches),
  };
  checkType(lowering);
  collectLabels(lowering, flow.body.items);
  const entry = settle(lowering, lowerBody(lowering, flow.body, ROOT, OFF));
  return { graph: finish(lowering, entry), diagnostics: lowering.diagnostics, references: lowering.references };
}

const ROOT: Where = { outer: undefined, defaults: [], steps: [], loop: undefined };

/** The type that a flow says; undefined where there is no such type. */
export function typeOf(flow: Flow): FlowType | undefined {
  return flow.type === undefined ? undefined : flowTypeOf(flow.type.text);
}

function checkType(lowering: Lowering): void {
  const { flow } = lowering;
  if (flow.type === undefined) report(lowering, 'flow-type-unknown', flow.name.span, { name: flow.name.text });
  else if (lowering.flowType === undefined) {
    const word = flow.type.text;
    const known = flowTypes.filter(({ type }) => type !== 'MODULE').map((type) => type.word);
    const hint = word === 'outbound' ? OUTBOUND : undefined;
    const suggestion = hint === undefined ? (nearest(word, known) ?? kindForChannel(word)) : undefined;
    const { span } = flow.type;
    report(lowering, 'unknown-flow-type', span, { word, known, suggestion, hint }, renameTo(span, suggestion));
  }
}

/** Two kinds may be meant, and their names do not say which is which. */
const OUTBOUND =
  'Calls that a flow makes have an `inbound` flow, too. What people hear whom an agent calls is an `outbound_whisper` flow.';

/** The kind of flow by which contacts of a channel come in: one for all channels. */
function kindForChannel(channel: string): string | undefined {
  const inbound = flowTypeFacts('CONTACT_FLOW');
  return inbound?.channels.some((one) => one === channel) === true ? inbound.word : undefined;
}

/** `step`: the name of the step that the items stand in. Its first statement may be called so too: both are one place. */
function collectLabels(lowering: Lowering, items: readonly Item[], step?: Name): void {
  const first = step === undefined ? undefined : items.find(flows);
  for (const item of items) {
    if (item.kind === 'jump') continue;
    if (item.kind === 'step') declare(lowering, item.name);
    else if (item.kind !== 'branch' && item.label !== undefined) {
      if (item !== first || item.label.text !== step?.text) declare(lowering, item.label);
    }
    const inside = item.kind === 'step' ? item.name : undefined;
    for (const body of bodiesOf(item)) collectLabels(lowering, body.items, inside);
  }
}

function declare(lowering: Lowering, name: Name): void {
  const known = lowering.labels.get(name.text);
  if (known === undefined) {
    lowering.labels.set(name.text, junction(name));
    return;
  }
  const place = { source: lowering.source, span: known.name?.span ?? name.span };
  report(
    lowering,
    'duplicate-label',
    name.span,
    { name: name.text },
    { related: [{ place, message: 'The first one stands here.' }] },
  );
}

/** Lowers a body; control that runs out of it goes to `follow`. Answers where control enters. */
function lowerBody(lowering: Lowering, body: Body, outer: Where, follow: Target, ownBranches = false): Target {
  const branches = ownBranches ? NO_BRANCHES : branchesOf(body);
  const where = branches.length === 0 ? outer : withDefaults(lowering, outer, branches);
  if (branches.length > 0) checkDefaults(lowering, body, branches);
  let left = 0;
  for (const item of body.items) if (flows(item)) left++;
  const first = left === 0 ? follow : junction();
  let here = first;
  /** What the item above is, where control does not go on behind it; and the first item that nothing leads to. */
  let above: 'jump' | 'end' | undefined;
  let unreached: Span | undefined;
  for (const item of body.items) {
    if (item.kind === 'step') {
      const inside: Where = { outer: where, defaults: [], steps: [item.name.text, ...where.steps], loop: where.loop };
      const entry = lowerBody(lowering, item.body, inside, OFF);
      const isEmpty = entry.kind === 'off' || (entry.kind === 'junction' && entry.to?.kind === 'off');
      fill(lowering, item.name, isEmpty ? emptyStep(lowering, item.name) : entry);
    } else if (isHeadStatement(item)) {
      lowerHead(lowering, item, left > 0 ? nextAction(lowering) : undefined);
    } else if (item.kind !== 'branch') {
      const label = labelOf(item);
      if (label !== undefined) unreached = undefined;
      else if (above !== undefined) {
        report(lowering, 'dead-item', item.span, { above });
        unreached = item.span;
      }
      left--;
      const last: Target = unreached !== undefined && follow.kind === 'off' ? { kind: 'off', unreached } : follow;
      const behind = left === 0 ? last : junction();
      const entry = lowerItem(lowering, item, where, behind);
      if (here.kind === 'junction') here.to = entry;
      if (label !== undefined) fill(lowering, label, entry);
      above = item.kind === 'jump' ? 'jump' : isEnd(entry) ? 'end' : undefined;
      here = behind;
    }
  }
  return first;
}

const NO_BRANCHES: readonly Branch[] = [];

function branchesOf(body: Body): readonly Branch[] {
  let found: Branch[] | undefined;
  for (const item of body.items) if (item.kind === 'branch') (found ??= []).push(item);
  return found ?? NO_BRANCHES;
}

/** Whether control comes to an item from the one before it. */
function flows(item: Item): boolean {
  return item.kind !== 'branch' && item.kind !== 'step' && !isHeadStatement(item);
}

/** The id that the next draft will have: what a note before it is tied to. */
function nextAction(lowering: Lowering): string {
  return `#${lowering.drafts.length}`;
}

function labelOf(item: Item): Name | undefined {
  return item.kind === 'statement' || item.kind === 'if' || item.kind === 'repeat' ? item.label : undefined;
}

function fill(lowering: Lowering, name: Name, entry: Target): void {
  const place = lowering.labels.get(name.text);
  if (place?.to === undefined && place !== undefined) place.to = entry;
}

function lowerItem(lowering: Lowering, item: Item, where: Where, follow: Target): Target {
  switch (item.kind) {
    case 'statement':
      return lowerStatement(lowering, item, where, follow);
    case 'if':
      return lowerIf(lowering, item, where, follow);
    case 'repeat':
      return lowerRepeat(lowering, item, where, follow);
    case 'jump':
      return jumpTarget(lowering, where, item, follow);
    default:
      return follow;
  }
}

function withDefaults(lowering: Lowering, outer: Where, branches: readonly Branch[]): Where {
  const defaults: Default[] = [];
  const where: Where = { outer, defaults, steps: outer.steps, loop: outer.loop };
  for (const branch of branches) {
    if (branch.target.kind === 'body') {
      report(lowering, 'default-needs-name', branch.span, {});
      continue;
    }
    const { target } = branch.target;
    // A default that no statement takes is still to name something that exists.
    if (!isTargetWord(target)) targetOf(lowering, outer, target, OFF);
    for (const { words } of branch.patterns) {
      const word = plainText(words[words.length - 1]);
      if (word === undefined) continue;
      const phrase = words.length > 1 ? words.slice(0, -1).map(plainText).join(' ') : undefined;
      defaults.push({ phrase, word, target, where: outer });
    }
  }
  return where;
}

/** Defaults stand at the head, name branches that some statement has, and say each once. */
function checkDefaults(lowering: Lowering, body: Body, branches: readonly Branch[]): void {
  const first = body.items.find((item) => item.kind !== 'branch' && !isHeadStatement(item));
  const known = defaultWords();
  const seen = new Set<string>();
  for (const { patterns, span } of branches) {
    const said = patterns.map(patternText);
    if (first !== undefined && span.start > first.span.start) {
      report(lowering, 'default-not-at-head', span, { word: said.join(', ') });
      continue;
    }
    for (const [i, pattern] of patterns.entries()) {
      const word = said[i] ?? '';
      if (!known.has(word)) {
        const suggestion = nearest(word, [...known]);
        report(
          lowering,
          'unknown-default',
          pattern.span,
          { said: word, suggestion },
          renameTo(pattern.span, suggestion),
        );
      } else if (seen.has(word)) report(lowering, 'duplicate-branch', pattern.span, { word });
      seen.add(word);
    }
  }
}

// ------------------------------------------------------------------------------------------------------ finishing

function finish(lowering: Lowering, entry: Target): FlowGraph {
  const { drafts } = lowering;
  // Shared blocks stand behind all others.
  for (const shared of lowering.shared.values()) {
    shared.id = nextAction(lowering);
    drafts.push(shared);
  }
  const actions: FlowAction[] = [];
  for (const made of drafts) actions.push(finishAction(lowering, made));
  const { flow, source } = lowering;
  return {
    name: flow.display?.value ?? flow.name.text,
    description: flow.doc,
    type: lowering.flowType,
    start: idOf(settle(lowering, entry)),
    actions,
    notes: lowering.notes,
    top: present([...lowering.top]),
    origin: { place: { source, span: flow.name.span }, parameters: lowering.topPlaces },
  };
}

/** `disconnect`, `end`, `return`. */
function isEnd(target: Target): boolean {
  return target.kind === 'action' && entryOf(target.type)?.terminal === true && target.errors.length === 0;
}

function idOf(settled: Target): string | undefined {
  if (settled.kind === 'action' || settled.kind === 'raw') return settled.id;
  return settled.kind === 'nothing' ? '' : undefined;
}

/** The id that an edge of this action leads to. */
function edge(lowering: Lowering, made: Draft, target: Target): string | undefined {
  const settled = settle(lowering, target);
  if (settled.kind === 'off') reportEnd(lowering, made, settled.unreached);
  return idOf(settled);
}

function finishAction(lowering: Lowering, d: Draft): FlowAction {
  const next = edge(lowering, d, d.next);
  // Written member by member, without spreads: this runs for every block of every flow.
  const errors: ErrorEdge[] = [];
  for (const { type, target, raw } of d.errors) {
    const to = edge(lowering, d, target);
    if (to !== undefined) errors.push({ type, target: to, raw });
  }
  const conditions: ConditionEdge[] = [];
  for (const { operator, operands, target, raw } of d.conditions) {
    const to = edge(lowering, d, target);
    if (to !== undefined) conditions.push({ operator, operands, target: to, raw });
  }
  return {
    id: d.id,
    label: d.label,
    type: d.type,
    parameters: d.parameters,
    next,
    errors,
    conditions,
    extra: d.extra,
    transitionsExtra: d.transitionsExtra,
    display: d.display,
    position: undefined,
    origin: { place: d.place, parameters: d.parameterPlaces, branches: d.branchPlaces ?? NO_PLACES },
    hint: d.hint,
  };
}

const NO_PLACES: ReadonlyMap<string, Place> = new Map();

/** A step without a block is told once, and not of all that lead there; somewhere it was meant to lead. */
function emptyStep(lowering: Lowering, name: Name): Target {
  const { ways } = endsOf(lowering);
  report(lowering, 'path-without-end', name.span, { phrase: name.text, ways });
  return { kind: 'raw', id: name.text };
}

/** `unreached`: where the items begin that nothing leads to, which is the greater mistake, and then told with this one. */
function reportEnd(lowering: Lowering, { place, phrase }: Draft, unreached: Span | undefined): void {
  const { word, ways } = endsOf(lowering);
  if (unreached !== undefined) {
    const { diagnostics, source } = lowering;
    const at = diagnostics.findIndex((found) => found.code === 'check/dead-item' && found.place.span === unreached);
    if (at < 0) return;
    diagnostics.splice(at, 1);
    const message = 'It begins here.';
    const related = unreached.start < place.span.start ? [{ place: { source, span: unreached }, message }] : [];
    report(lowering, 'path-without-end', place.span, { phrase, ways, unreached: true }, { related });
    return;
  }
  const { flow, source, open, diagnostics } = lowering;
  const item = outermostItem(flow.body, place.span);
  const told = item && open.get(item);
  // Where several parts of it come to the same end, it is the whole that nothing follows.
  const whole = told && item !== undefined && told.place.span !== place.span ? headOf(item) : undefined;
  const at = whole ?? { span: place.span, phrase };
  if (told !== undefined) {
    const index = diagnostics.indexOf(told);
    if (whole === undefined || index < 0) return;
    diagnostics.splice(index, 1);
  }
  const fixes = word === undefined ? {} : endPath(source, flow.body, at.span, word);
  report(lowering, 'path-without-end', at.span, { phrase: at.phrase, ways }, fixes);
  const made = diagnostics.at(-1);
  if (item !== undefined && made !== undefined) open.set(item, made);
}

interface Ends {
  /** The statement that is put in where somebody asks for it. */
  readonly word: string | undefined;
  readonly ways: string;
}

function endsOf({ flowType }: Lowering): Ends {
  return ENDS[flowType ?? 'CONTACT_FLOW'] ?? WHISPER;
}

const TALK: Ends = { word: 'disconnect', ways: '`disconnect`, a transfer, or `-> name`' };
const WHISPER: Ends = { word: 'end', ways: '`end`, or `-> name`' };
/** The hold ends a hold flow; the flow itself cannot. */
const HOLD: Ends = { word: undefined, ways: 'a `loop_prompts` without `interrupt`, or `-> name`' };

/** What ends a path, by the type of the flow. */
const ENDS: Readonly<Partial<Record<FlowType, Ends>>> = {
  CONTACT_FLOW: TALK,
  AGENT_TRANSFER: TALK,
  QUEUE_TRANSFER: TALK,
  CAMPAIGN: TALK,
  CUSTOMER_QUEUE: { word: 'end', ways: '`end`, `disconnect`, or `-> name`' },
  CUSTOMER_HOLD: HOLD,
  AGENT_HOLD: HOLD,
  MODULE: { word: 'return', ways: '`return`, or `-> name`' },
};
