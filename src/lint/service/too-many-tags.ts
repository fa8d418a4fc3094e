import { limits } from '../../catalogue/quotas.ts';
import { isObject } from '../../text/json.ts';
import { block, disconnect, flow } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; count: number }>({
  code: 'service/too-many-tags',
  severity: 'error',
  summary: 'A block sets more than six tags.',
  docs: `
A contact has up to six tags of its own. The service answers *More than 6 tags in Parameters.Tags*.

Known from live calls to the service.
`,
  bad: () => ({ content: flow([tag('1', '2', '3', '4', '5', '6', '7'), disconnect()]) }),
  good: () => ({ content: flow([tag('1', '2'), disconnect()]) }),
  message: (p) => `${p.block} sets ${p.count} tags, and a contact has up to ${limits.tagsPerContact}.`,
  help: () => 'Leave some out, or keep them as contact attributes.',
  check(context, report) {
    for (const action of context.ofType('TagContact')) {
      const tags = action.parameters.Tags;
      if (!isObject(tags)) continue;
      const count = Object.keys(tags).length;
      if (count > limits.tagsPerContact)
        report(context.parameterPlace(action, 'Tags'), { block: context.name(action), count });
    }
  },
});

function tag(...keys: readonly string[]) {
  const Tags = Object.fromEntries(keys.map((key) => [key, 'yes']));
  return block('tag', 'TagContact', { Tags }, { next: 'bye', errors: { NoMatchingError: 'bye' } });
}
