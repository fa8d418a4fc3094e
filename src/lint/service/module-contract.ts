import { inputOf, moduleBranches } from '../../check/types.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import { isObject } from '../../text/json.ts';
import { insteadOf } from '../facts/instead.ts';
import { ownContract } from '../facts/own-contract.ts';
import { block, disconnect, flow, SAMPLE_ID } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ module: string | undefined; what: string; name: string; known: readonly string[] }>({
  code: 'service/module-contract',
  severity: 'error',
  summary: 'A module is called with an input or a branch that it does not declare, or returns one.',
  docs: `
The service holds every call of a module against what the module declares: the keys of its input, and the names of its own
branches. A key or a branch that is not there is refused. So is a \`return\` of the module with a branch, or with a key of
the result, that it does not declare. What a module declares is known where the project has it, or says it of an existing
one; of flow JSON, where it is an answer of \`describe-contact-flow-module\`, for the returns.

Known from live calls to the service.
`,
  bad: () => ({
    project: DECLARED,
    names: NAMES,
    content: flow([call({ phone: '$.CustomerEndpoint.Address' }, 'verifyed'), disconnect()]),
  }),
  good: () => ({
    project: DECLARED,
    names: NAMES,
    content: flow([call({ phone: '$.CustomerEndpoint.Address' }, 'verified'), disconnect()]),
  }),
  message: (p) =>
    `${p.module === undefined ? 'This module' : `The module \`${p.module}\``} has no ${p.what} "${p.name}".`,
  help: (p) => {
    const meant = nearest(p.name, p.known);
    if (meant !== undefined) return `Did you mean "${meant}"?`;
    return p.known.length === 0
      ? `It declares no ${p.what}.`
      : `It has ${p.known.map((one) => `"${one}"`).join(', ')}.`;
  },
  check(context, report) {
    for (const action of context.ofType('InvokeFlowModule')) {
      const named = context.named('module', action, 'FlowModuleId');
      if (named === undefined) continue;
      const branches = moduleBranches(named);
      if (branches !== undefined) {
        action.conditions.forEach(({ operands }, i) => {
          const name = operands[0];
          if (typeof name !== 'string' || branches.includes(name)) return;
          const place = context.branchPlace(action, `condition:${i}`);
          const meant = nearest(name, branches);
          const fixes = meant === undefined ? {} : insteadOf(JSON.stringify(name), JSON.stringify(meant), place);
          report(place, { module: named.name, what: 'branch', name, known: branches }, fixes);
        });
      }
      const input = inputOf(named);
      const { Input } = action.parameters;
      if (input?.is !== 'object' || input.fields === undefined || !isObject(Input)) continue;
      const known = Object.keys(input.fields);
      for (const key of Object.keys(Input)) {
        if (known.includes(key)) continue;
        report(context.parameterPlace(action, `Input.${key}`), { module: named.name, what: 'input', name: key, known });
      }
    }
    const own = ownContract(context);
    if (own === undefined) return;
    const { module, branches, returns } = own;
    const results = returns?.fields && Object.keys(returns.fields);
    for (const action of context.ofType('EndFlowModuleExecution')) {
      const { Result, ResultData } = action.parameters;
      if (branches !== undefined && typeof Result === 'string' && Result !== '' && !branches.includes(Result)) {
        const place = context.parameterPlace(action, 'Result');
        report(place, { module, what: 'branch', name: Result, known: branches });
      }
      if (results === undefined || !isObject(ResultData)) continue;
      for (const key of Object.keys(ResultData)) {
        if (results.includes(key)) continue;
        const place = context.parameterPlace(action, `ResultData.${key}`);
        report(place, { module, what: 'result', name: key, known: results });
      }
    }
  },
});

const DECLARED = 'existing module Verify { input { phone: text }, branches: ["verified"] }';
const NAMES = { call: { FlowModuleId: 'Verify' } };

function call(Input: Readonly<Record<string, string>>, branch: string) {
  return block(
    'call',
    'InvokeFlowModule',
    { FlowModuleId: SAMPLE_ID, Input },
    {
      next: 'bye',
      equals: { [branch]: 'bye' },
      errors: { NoMatchingError: 'bye', NoMatchingCondition: 'bye' },
    },
  );
}
