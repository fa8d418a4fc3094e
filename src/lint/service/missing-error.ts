import type { ErrorFact } from '../../catalogue/types.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import { guardWords, holds } from '../facts/guard.ts';
import { isMisshapen } from '../facts/misshapen.ts';
import { isRefusedIn } from '../facts/refused-errors.ts';
import { branchName, parameterName } from '../facts/words.ts';
import { disconnect, flow, setQueue, block } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; branch: string; why: string }>({
  code: 'service/missing-error',
  severity: 'error',
  summary: 'A block lacks an error branch that Connect requires.',
  docs: `
Most blocks must say where a contact goes when they fail, some by several names: a full queue, a number that cannot be
dialled, an answer that never came. Which ones depends on the block, and on some blocks on their parameters: a menu has
three, the same block that stores the input has one. The service answers *Action is missing required error. Error:
QueueAtCapacity, Path: Actions[0]*.

What callers meet otherwise: at run time a missing branch would end the call.
`,
  bad: () => ({
    content: flow([
      setQueue('queue', 'transfer', 'bye'),
      block('transfer', 'TransferContactToQueue', {}, { next: 'bye', errors: { NoMatchingError: 'bye' } }),
      disconnect(),
    ]),
  }),
  good: () => ({
    content: flow([
      setQueue('queue', 'transfer', 'bye'),
      block(
        'transfer',
        'TransferContactToQueue',
        {},
        { next: 'bye', errors: { QueueAtCapacity: 'bye', NoMatchingError: 'bye' } },
      ),
      disconnect(),
    ]),
  }),
  message: (p) => `${p.block} lacks the branch ${p.branch}${p.why}.`,
  help: () => 'Say where the contact goes then.',
  check(context, report) {
    for (const { action, card } of context.blocks) {
      if (isMisshapen(action, 'Errors')) continue;
      for (const error of card.required) {
        if (lists(action, error)) continue;
        const fact = card.errors.get(error);
        report(
          context.place(action),
          { block: context.name(action), branch: branchName(card.entry, error), why: '' },
          !card.firm || (fact !== undefined && !isFirm(fact)) ? { severity: 'warning' } : {},
        );
      }
      for (const fact of card.guardedErrors) {
        if (lists(action, fact.type) || holds(fact.guard, action.parameters) !== 'yes') continue;
        if (context.flowType !== undefined && isRefusedIn(context.flowType, fact.type)) continue;
        report(
          context.place(action),
          {
            block: context.name(action),
            branch: branchName(card.entry, fact.type),
            why: `, which it needs ${guardWords(fact.guard, parameterName(card.entry, fact.guard.path))}`,
          },
          card.firm && isFirm(fact) ? {} : { severity: 'warning' },
        );
      }
    }
  },
});

function lists(action: FlowAction, error: string): boolean {
  for (const edge of action.errors) if (edge.type === error) return true;
  return false;
}

/** The action pages and live calls are firm; the console pages and single exports of others are not. */
function isFirm(fact: ErrorFact): boolean {
  return /\b(doc|live|real)\b/.test(fact.evidence);
}
