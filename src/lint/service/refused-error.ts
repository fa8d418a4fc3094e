import type { ActionEntry, ErrorFact } from '../../catalogue/types.ts';
import type { FlowType } from '../../graph/flow-graph.ts';
import type { JsonObject } from '../../text/json.ts';
import { guardWords, holds } from '../facts/guard.ts';
import { isRefusedIn } from '../facts/refused-errors.ts';
import { branchName, parameterName } from '../facts/words.ts';
import { block, disconnect, flow } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; branch: string; known: readonly string[]; why: string }>({
  code: 'service/refused-error',
  severity: 'error',
  summary: 'A block lists an error that it cannot have.',
  docs: `
\`NoMatchingCondition\` (no condition was true) and \`NoMatchingError\` (it failed) are not exchangeable: *Check contact
attributes* and *Distribute by percentage* take only the first, most other blocks only the second, and some, such as *Set
logging behavior* and *Set recording behavior*, have no error branch at all. The service answers *Invalid Action error.
Error: X, Path: Actions[0]*.
`,
  bad: () => ({
    content: flow([
      block(
        'log',
        'UpdateFlowLoggingBehavior',
        { FlowLoggingBehavior: 'Enabled' },
        { next: 'bye', errors: { NoMatchingError: 'bye' } },
      ),
      disconnect(),
    ]),
  }),
  good: () => ({
    content: flow([
      block('log', 'UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' }, { next: 'bye' }),
      disconnect(),
    ]),
  }),
  message: (p) => `${p.block} cannot have the branch ${p.branch}${p.why}.`,
  help: (p) =>
    p.known.length === 0
      ? 'Remove it; this block has no error branch.'
      : `Remove it; the block has ${p.known.join(', ')}.`,
  check(context, report) {
    for (const { action, card } of context.blocks) {
      if (action.errors.length === 0 || card.entry.terminal) continue;
      for (const { type } of action.errors) {
        if (type === '') continue;
        const fact = card.errors.get(type);
        const why = fact === undefined ? '' : refusedBecause(fact, action.parameters, context.flowType, card.entry);
        if (why === undefined) continue;
        const certain = fact === undefined ? card.errorsKnown && card.firm : fact.evidence.includes('live');
        report(
          context.branchPlace(action, type),
          {
            block: context.name(action),
            branch: branchName(card.entry, type),
            known: [...card.errors.values()]
              .filter((other) => refusedBecause(other, action.parameters, context.flowType, card.entry) === undefined)
              .map((other) => branchName(card.entry, other.type)),
            why,
          },
          certain ? {} : { severity: 'warning' },
        );
      }
    }
  },
});

/** Why an error that the action may have is refused here; undefined when it is not. */
function refusedBecause(
  fact: ErrorFact,
  parameters: JsonObject,
  flowType: FlowType | undefined,
  entry: ActionEntry,
): string | undefined {
  if (flowType !== undefined && isRefusedIn(flowType, fact.type)) return ' in this kind of flow';
  if (fact.guard === undefined || holds(fact.guard, parameters) !== 'no') return undefined;
  return `: it exists only ${guardWords(fact.guard, parameterName(entry, fact.guard.path))}`;
}
