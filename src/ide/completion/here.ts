/**
 * What is known where somebody types, as far as control has come: channels, attributes that are set, functions that have
 * answered. A block is put before the statement that is being typed, and the flow asked what comes to it.
 */
import { entryOf } from '../../catalogue/index.ts';
import { flowTypeFacts } from '../../catalogue/flow-types.ts';
import { localEnvironment } from '../../check/environment.ts';
import type { Named } from '../../check/program.ts';
import { lowerFlow } from '../../constructs/lower.ts';
import type { FlowAction, FlowGraph } from '../../graph/flow-graph.ts';
import { contextOf, type Channel, type LintContext } from '../../lint/context.ts';
import { channelsOf } from '../../lint/facts/channels.ts';
import { lambdaAnswersOf, type Answer } from '../../lint/facts/answers.ts';
import { parse } from '../../syntax/parse.ts';
import { isObject, type Json } from '../../text/json.ts';
import type { Analysis } from '../types.ts';
import { bracesOf, type Context } from './context.ts';

export interface Here {
  readonly graph: FlowGraph;
  /** Channels of the contacts that may come here; those of the flow's type where nobody knows better. */
  readonly channels: readonly Channel[];
  /** Blocks that run before, on some path; undefined where nothing leads here yet. */
  readonly before: readonly FlowAction[] | undefined;
  /** What runs next, if it is known. */
  readonly next: FlowAction | undefined;
  /** Functions that may have answered last. */
  readonly answers: readonly Answer[];
  /** What a block before or anywhere in the flow refers to. */
  readonly named: (kind: Named['kind'], action: FlowAction, path: string) => Named | undefined;
}

const PROBE = 'play "?"\n';

/** Undefined where no statement of a flow can stand. */
export function hereAt({ files, program }: Analysis, path: string, context: Context): Here | undefined {
  const file = files.get(path);
  const at = statementStart(context);
  const flow = file?.tree.declarations.findLast(({ span }) => span.start < at && at <= span.end);
  if (file === undefined || flow?.kind !== 'flow') return undefined;
  const { text } = file.source;
  const { start, end } = flow.span;
  const source = { path, text: text.slice(start, at) + PROBE + text.slice(at, end) };
  const [declaration] = parse(source).tree.declarations;
  if (declaration?.kind !== 'flow') return undefined;
  const { graph } = lowerFlow(declaration, source, program, localEnvironment);
  const probe = graph.actions.find(({ origin }) => origin?.place.span.start === at - start);
  const facts = contextOf(graph, { entry: entryOf, program });
  const { named } = facts;
  const next = graph.actions.find(({ id }) => id === probe?.next);
  const number = probe && facts.reached(probe) ? facts.wiring().numbers.get(probe.id) : undefined;
  const ofType = (graph.type && flowTypeFacts(graph.type)?.channels) ?? [];
  if (number === undefined) {
    return { graph, channels: ofType, before: undefined, next, answers: everyAnswer(facts), named };
  }
  return {
    graph,
    channels: facts
      .shared(channelsOf)(number)
      .filter((channel) => ofType.length === 0 || ofType.includes(channel)),
    before: leadingTo(facts, number),
    next,
    answers: facts.shared(lambdaAnswersOf)(number),
    named,
  };
}

/** Where the statement begins that is typed or that the place is in the braces of. */
function statementStart({ headers, starts }: Context): number {
  let depth = headers.length;
  while (depth > 0 && bracesOf(headers[depth - 1] ?? '') === 'entries') depth--;
  return starts[depth] ?? 0;
}

function leadingTo({ wiring, actions, reached }: LintContext, number: number): readonly FlowAction[] {
  const { into } = wiring();
  const seen = new Set<number>();
  const rest = [number];
  for (let at = rest.pop(); at !== undefined; at = rest.pop()) {
    for (const { from } of into[at] ?? []) {
      const action = actions[from];
      if (seen.has(from) || action === undefined || !reached(action)) continue;
      seen.add(from);
      rest.push(from);
    }
  }
  return [...seen].map((at) => actions[at] as FlowAction);
}

function everyAnswer(facts: LintContext): readonly Answer[] {
  const { length } = facts.actions;
  const answers = facts.shared(lambdaAnswersOf);
  return Array.from({ length }, (_, i) => answers(i)).flat();
}

/** Keys that blocks of a type write to a map of theirs. */
export function keysSet(actions: readonly FlowAction[], type: string, parameter: string): ReadonlySet<string> {
  const maps = actions
    .filter((action) => action.type === type)
    .map(({ parameters }): Json | undefined => parameters[parameter]);
  return new Set(maps.flatMap((map) => (isObject(map) ? Object.keys(map) : [])));
}
