/** Rules over FlowGraph: what Connect would refuse, and what it would accept and callers would suffer from. */
import { entryOf } from '../catalogue/index.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FlowGraph } from '../graph/flow-graph.ts';
import { contextOf, type LintOptions } from './context.ts';
import type { Rule } from './rule.ts';
import { adviceRules } from './rules/index.ts';
import { serviceRules } from './service/index.ts';

export type { LintOptions } from './context.ts';
export type { Rule } from './rule.ts';

/** Every rule, in the order in which they run. */
export const rules: readonly Rule[] = [...serviceRules, ...adviceRules];

/**
 * Runs all rules over one flow. Never throws; the diagnostics come in the order of the rules (see `byPlace` to sort).
 */
export function lintGraph(graph: FlowGraph, options: Partial<LintOptions> = {}): Diagnostic[] {
  const context = contextOf(graph, { entry: entryOf, ...options });
  for (const rule of rules) rule.run(context);
  return context.diagnostics;
}
