import { moduleBranches } from '../../check/types.ts';
import { block, disconnect, flow, SAMPLE_ID } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; module: string; branch: string }>({
  code: 'lint/module-branch-not-handled',
  severity: 'warning',
  scope: 'block',
  summary: 'A module may return with a branch that its caller has no line for.',
  docs: `
A module says which ways it may come out (\`branches ["verified", "failed"]\`), and each is a connector of the block that
calls it. Where a caller has no line for one of them, nobody has said where contacts go that come out so. An \`on default\` of
the call is a line for all that have none.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/contact-flow-modules.html
`,
  bad: () => ({ project: DECLARED, names: NAMES, content: flow([call({ verified: 'bye' }), disconnect()]) }),
  good: () => ({
    project: DECLARED,
    names: NAMES,
    content: flow([call({ verified: 'bye', failed: 'bye' }), disconnect()]),
  }),
  message: (p) => `${p.block} does not say what happens on "${p.branch}", and \`${p.module}\` may return that.`,
  help: (p) => `Add \`on "${p.branch}" -> …\` in its braces.`,
  check(context, report) {
    for (const action of context.ofType('InvokeFlowModule')) {
      if (action.errors.some(({ type }) => type === 'NoMatchingCondition')) continue;
      const named = context.named('module', action, 'FlowModuleId');
      if (named === undefined) continue;
      const branches = moduleBranches(named) ?? [];
      const handled = new Set(action.conditions.map(({ operands }) => operands[0]));
      // One that the module does not have is told, and may be the one that is missing.
      if ([...handled].some((name) => !branches.some((branch) => branch === name))) continue;
      for (const branch of branches) {
        if (handled.has(branch)) continue;
        report(context.place(action), { block: context.name(action), module: named.name, branch });
      }
    }
  },
});

const DECLARED = 'existing module Verify { branches: ["verified", "failed"] }';
const NAMES = { call: { FlowModuleId: 'Verify' } };

function call(equals: Readonly<Record<string, string>>) {
  return block(
    'call',
    'InvokeFlowModule',
    { FlowModuleId: SAMPLE_ID },
    { next: 'bye', equals, errors: { NoMatchingError: 'bye' } },
  );
}
