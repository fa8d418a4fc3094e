import { block, flow, play } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ module: boolean }>({
  code: 'service/settings',
  severity: 'error',
  summary: 'Settings are missing from a module, or stand in a flow.',
  docs: `
The content of a module carries a \`Settings\` object; without it the service answers *JSON field is missing or null for
field name: settings*. The content of a flow must not carry one.

Known from live calls to the service.
`,
  bad: () => ({
    type: 'MODULE',
    content: flow([play('hello', 'Hello', 'back'), block('back', 'EndFlowModuleExecution')]),
  }),
  good: () => ({
    type: 'MODULE',
    content: flow([play('hello', 'Hello', 'back'), block('back', 'EndFlowModuleExecution')], {
      Settings: { InputParameters: [], OutputParameters: [], Transitions: [] },
    }),
  }),
  message: (p) => (p.module ? 'This module has no Settings.' : 'Only modules have Settings, and this is a flow.'),
  help: (p) =>
    p.module ? 'Add `Settings` with `InputParameters`, `OutputParameters` and `Transitions`.' : 'Remove `Settings`.',
  check(context, report) {
    const { flowType, graph } = context;
    if (flowType === undefined) return;
    const has = graph.top.Settings !== undefined && graph.top.Settings !== null;
    // A graph that was never a document has no Version either; emitting it adds both.
    if (!has && graph.top.Version === undefined) return;
    if (has === (flowType === 'MODULE')) return;
    report(graph.origin?.parameters?.get('Settings') ?? context.flowPlace(), { module: flowType === 'MODULE' });
  },
});
