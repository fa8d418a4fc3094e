import type { AttributeRoot } from '../../catalogue/attributes.ts';
import { filled, happenedOf } from '../facts/known.ts';
import type { LintContext } from '../context.ts';
import { reachFrom } from '../../graph/dataflow-wiring.ts';
import { isDialled } from '../facts/project.ts';
import { isUnknownKey, readsOf, type Read } from '../facts/reads.ts';
import { compare, disconnect, flow, lambda, play } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; path: string; by: readonly string[]; some: boolean }>({
  code: 'lint/read-before-filled',
  severity: 'warning',
  summary: 'A value is read where, on some path, no block has filled it.',
  docs: `
\`$.External\` is what the last Lambda function answered, \`$.Lex\` what the bot understood, \`$.Views\` what the agent did in
a view, \`$.StoredCustomerInput\` what was keyed in. Before the block that fills it ran, and after it failed, there is
nothing: a prompt says an empty text in its place, a comparison takes its default branch, and no error tells anybody.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/connect-attrib-list.html
`,
  bad: () => ({
    content: flow([
      compare('vip', '$.Attributes.vip', { yes: 'look up' }, 'hello'),
      lambda('look up', 'hello', 'bye'),
      play('hello', 'Hello $.External.name', 'bye'),
      disconnect(),
    ]),
  }),
  good: () => ({
    content: flow([lambda('look up', 'hello', 'bye'), play('hello', 'Hello $.External.name', 'bye'), disconnect()]),
  }),
  message: (p) =>
    p.some
      ? `${p.block} reads \`${p.path}\`, and on some way to it nothing has filled that.`
      : `${p.block} reads \`${p.path}\`, and nothing in this flow has filled that before.`,
  help: (p) => `Lead every path through a block that fills it (${p.by.join(', ')}), or read it only where one has run.`,
  check(context, report) {
    const reads = context.shared(readsOf);
    const first = new Map<AttributeRoot, boolean>();
    const said = new Set<string>();
    for (const read of reads) {
      const { action, number, path, parameter, root } = read;
      // No block fills what there is not; that is told of the path itself.
      if (isUnknownKey(read)) continue;
      if (root?.setBy === undefined || root.root === 'FlowAttributes' || !context.reached(action)) continue;
      const fact = filled(root.root);
      const happened = context.shared(happenedOf);
      if (happened.always(number, fact)) continue;
      const some = happened.sometimes(number, fact);
      if (!some && (FROM_OUTSIDE.has(root.root) || (FROM_OTHERS.has(root.root) && !beginsHere(context)))) continue;
      if (some) {
        let before = first.get(root);
        if (before === undefined) first.set(root, (before = isFilledFirst(context, root, reads)));
        if (!before) continue;
      }
      const key = `${number} ${root.root}`;
      if (said.has(key)) continue;
      said.add(key);
      report(context.pathPlace(action, parameter, path.text), {
        block: context.name(action),
        path: path.text,
        by: root.setBy.slice(0, 3).map((type) => `\`${phraseOf(context, type)}\``),
        some,
      });
    }
  },
});

/** How the action is said where it keeps what it finds: `ask`, and not `menu`. */
function phraseOf(context: LintContext, type: string): string {
  const forms = context.entry(type)?.forms ?? [];
  return (forms.find(({ fixed }) => fixed?.StoreInput === 'True') ?? forms[0])?.phrase ?? type;
}

/**
 * False when every block that fills the root comes behind one that reads it: then the first value is brought from
 * outside, or the flow goes in a circle and hands on what the round before has found.
 */
function isFilledFirst(context: LintContext, root: AttributeRoot, reads: readonly Read[]): boolean {
  const readers = new Set(reads.filter((read) => read.root === root).map((read) => read.number));
  const { reached } = reachFrom(context.wiring(), context.wiring().start, (wire) => !readers.has(wire.from));
  return context.actions.some(
    (action, i) => reached[i] === true && !readers.has(i) && root.setBy?.includes(action.type) === true,
  );
}

/** Calls come to the flow from a number of the project, and out of no other flow of it. */
function beginsHere(context: LintContext): boolean {
  const { program, graph } = context;
  return program !== undefined && isDialled(program, graph.name) && context.transferredTo() !== true;
}

/** What a flow may find filled by the flow that led to it, by the queue, by the module's caller. */
const FROM_OTHERS: ReadonlySet<string> = new Set([
  'External',
  'LambdaInvocation',
  'Queue',
  'Modules',
  'StoredCustomerInput',
  'Case',
  'Task.ContactId',
]);

/** What the instance may have filled before any flow. */
const FROM_OUTSIDE: ReadonlySet<string> = new Set(['Customer', 'MediaStreams.Customer.Audio', 'Wisdom']);
