import { reachFrom } from '../../graph/dataflow-wiring.ts';
import { block, disconnect, flow, play } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string }>({
  code: 'service/wait-in-continue-branch',
  severity: 'error',
  summary: 'A Wait stands in the branch of another Wait that goes on meanwhile.',
  docs: `
A *Wait* may let the flow go on while it waits; what runs meanwhile may not wait itself. The service answers *Unsupported
Action In Wait Action's Continue Branch*.

Known from live calls to the service.
`,
  bad: () => ({ content: flow([waiting('wait', 'second'), waiting('second', 'bye'), disconnect()]) }),
  good: () => ({ content: flow([waiting('wait', 'hello'), play('hello', 'One moment.', 'bye'), disconnect()]) }),
  message: (p) => `${p.block} stands in what runs while another block waits, and may not wait itself.`,
  help: () => 'Let the inner block do without waiting, or wait before the outer one.',
  check(context, report) {
    const waits = context.ofType('Wait');
    for (const outer of waits) {
      const branch = outer.conditions.find((condition) => condition.operands[0] === 'Continue');
      if (branch === undefined) continue;
      const start = context.wiring().numbers.get(branch.target) ?? -1;
      const { reached } = reachFrom(context.wiring(), start);
      for (const inner of waits) {
        if (inner === outer || reached[context.wiring().numbers.get(inner.id) ?? -1] !== true) continue;
        const related = [{ place: context.place(outer), message: 'This is the block that waits meanwhile.' }];
        report(context.place(inner), { block: context.name(inner) }, { related });
      }
    }
  },
});

function waiting(id: string, meanwhile: string) {
  return block(
    id,
    'Wait',
    { TimeLimitSeconds: '60', ContinueExecution: 'True', MinimumWaitTimeSeconds: '5' },
    { next: 'bye', equals: { WaitCompleted: 'bye', Continue: meanwhile }, errors: { NoMatchingError: 'bye' } },
  );
}
