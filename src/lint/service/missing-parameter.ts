import type { ActionEntry } from '../../catalogue/types.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import { exampleEntry } from '../facts/example.ts';
import { guardWords } from '../facts/guard.ts';
import { isMisnamed } from '../facts/meant.ts';
import { parameterName } from '../facts/words.ts';
import { block, disconnect, flow, lambda } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; parameter: string; why: string; example?: string | undefined }>({
  code: 'service/missing-parameter',
  severity: 'error',
  summary: 'A block lacks a parameter that Connect requires.',
  docs: `
Some parameters are always required, some only beside others: where the number format is Local the country code, where
stored input is validated its length. Several that the documentation calls optional are required by the service (the
time limit of *Transfer to phone number*, \`StoreInput\` of *Get customer input*). The service answers *Action is missing
required property. Path: Actions[0].Parameters.InvocationTimeLimitSeconds*.
`,
  bad: () => ({
    content: flow([
      block(
        'look up',
        'InvokeLambdaFunction',
        { LambdaFunctionARN: 'arn:aws:lambda:us-west-2:000000000000:function:Lookup' },
        { next: 'bye', errors: { NoMatchingError: 'bye' } },
      ),
      disconnect(),
    ]),
  }),
  good: () => ({ content: flow([lambda('look up', 'bye', 'bye'), disconnect()]) }),
  message: (p) => `${p.block} lacks ${p.parameter}${p.why}.`,
  help: (p) => (p.example === undefined ? 'Add it.' : `Add it in the braces, as in \`{ ${p.example} }\`.`),
  check(context, report) {
    for (const { action, path, guard } of context.parameters().missing) {
      // The wrong name is told, and the right one with it.
      if (isMisnamed(context, action, path)) continue;
      const card = context.card(action.type);
      const weak = card?.firm === false;
      report(
        context.place(action),
        {
          block: context.name(action),
          parameter: parameterName(card?.entry, path),
          example: exampleOf(action, card?.entry, path),
          // In the text the statement itself is the reason, unless another parameter would do.
          why:
            guard === undefined || (isSaid(action) && guard.absent !== true)
              ? ''
              : `, which it needs ${guardWords(guard, parameterName(card?.entry, guard.path))}`,
        },
        weak ? { severity: 'warning' } : {},
      );
    }
  },
});

/** What to write in the statement's braces; nothing for blocks that no statement says. */
function exampleOf(action: FlowAction, entry: ActionEntry | undefined, path: string): string | undefined {
  if (action.hint === undefined) return undefined;
  if (isSaid(action)) return exampleEntry(entry, action.hint.verb, path);
  // In `action Type { … }` parameters have the names that Connect gives them.
  return path.includes('.') ? undefined : `${path}: …`;
}

/** Said by a statement with words of its own, not as `action Type { … }`. */
function isSaid({ hint }: FlowAction): boolean {
  return hint !== undefined && !hint.verb.startsWith('action ');
}
