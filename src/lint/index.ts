/** Rules over FlowGraph: what Connect would refuse, and what it would accept and callers would suffer from. */
import { entryOf } from '../catalogue/index.ts';
import { withoutRepetitions } from '../check/consequences.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FlowGraph } from '../graph/flow-graph.ts';
import { contextOf, type LintOptions } from './context.ts';
import { levelOf, RECOMMENDED, type RuleChoice } from './levels.ts';
import type { FlowRule, ProjectRule, Rule } from './rule.ts';
import type { Program } from '../check/program.ts';
import pinnedArn from './project/pinned-arn.ts';
import { adviceRules } from './rules/index.ts';
import { serviceRules } from './service/index.ts';

export type { LintOptions } from './context.ts';
export type { RuleChoice } from './levels.ts';
export type { Rule } from './rule.ts';

const flowRules: readonly FlowRule[] = [...serviceRules, ...adviceRules];

const projectRules: readonly ProjectRule[] = [pinnedArn];

/** Every rule, in the order in which they run. */
export const rules: readonly Rule[] = [...flowRules, ...projectRules];

const running = new WeakMap<RuleChoice, readonly FlowRule[]>();

/** The rules that a choice lets run; a project makes one choice for many flows. */
function runningWith(choice: RuleChoice): readonly FlowRule[] {
  let found = running.get(choice);
  if (found === undefined) running.set(choice, (found = flowRules.filter((rule) => levelOf(rule, choice) !== 'off')));
  return found;
}

/** Codes of the rules whose findings rest on one block alone. */
export const ofBlocks: ReadonlySet<string> = new Set(
  flowRules.filter(({ scope }) => scope === 'block').map(({ code }) => code),
);

/** Runs the rules over one flow. Never throws; the diagnostics come in the order of the rules (see `byPlace` to sort). */
export function lintGraph(graph: FlowGraph, options: Partial<LintOptions> = {}): Diagnostic[] {
  const context = contextOf(graph, { entry: entryOf, ...options });
  for (const rule of runningWith(context.choice)) rule.run(context);
  // What a text says twice is one mistake, and has one place.
  return withoutRepetitions(context.diagnostics);
}

/** The same with the rules about what Connect refuses alone: every error is among them. */
export function lintService(graph: FlowGraph, options: Partial<LintOptions> = {}): Diagnostic[] {
  const context = contextOf(graph, { entry: entryOf, ...options });
  for (const rule of serviceRules) rule.run(context);
  return context.diagnostics;
}

/** Runs the rules over the declarations of a project: those that run for any of its files. */
export function lintProgram(program: Program, choices: readonly RuleChoice[] = [RECOMMENDED]): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const rule of projectRules) {
    if (choices.some((choice) => levelOf(rule, choice) !== 'off')) rule.run(program, found);
  }
  return found;
}
