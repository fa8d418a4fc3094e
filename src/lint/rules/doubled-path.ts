import type { FlowAction } from '../../graph/flow-graph.ts';
import { textAt } from '../facts/at-path.ts';
import { insteadOf } from '../facts/instead.ts';
import { readsOf } from '../facts/reads.ts';
import { DOUBLED_PATH } from '../facts/values.ts';
import { rule } from '../rule.ts';
import { compare, disconnect, flow, play } from '../sample.ts';

export default rule<{ block: string; written: string; path: string }>({
  code: 'lint/doubled-path',
  severity: 'warning',
  scope: 'block',
  summary: 'A path begins twice: `$.Attributes.$.Attributes.name`.',
  docs: `
In the console one chooses the kind of an attribute and types its name. Who types the whole path gets it twice, and such an
attribute exists nowhere: it is empty, and a comparison with it never matches.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/bp-contact-flows.html
`,
  bad: () => ({
    content: flow([compare('tier', '$.Attributes.$.Attributes.tier', { gold: 'welcome' }, 'bye'), ...rest()]),
  }),
  good: () => ({ content: flow([compare('tier', '$.Attributes.tier', { gold: 'welcome' }, 'bye'), ...rest()]) }),
  message: (p) => `${p.block} reads \`${p.written}\`, which exists nowhere.`,
  help: (p) => `Write \`${p.path}\`.`,
  check(context, report) {
    const told = new Set<FlowAction>();
    // Nothing but what is read as a path can be one that begins twice.
    for (const { action, parameter } of context.shared(readsOf)) {
      if (told.has(action)) continue;
      const [written, path] = DOUBLED_PATH.exec(textAt(action.parameters, parameter) ?? '') ?? [];
      if (written === undefined || path === undefined) continue;
      told.add(action);
      const place = context.parameterPlace(action, parameter);
      const { fixes } = insteadOf(
        JSON.stringify(written),
        action.hint === undefined ? JSON.stringify(path) : path,
        place,
      );
      report(
        context.pathPlace(action, parameter, written),
        { block: context.name(action), written, path },
        fixes ? { fixes } : insteadOf(written, path, place),
      );
    }
  },
});

function rest() {
  return [play('welcome', 'Welcome back.', 'bye'), disconnect()];
}
