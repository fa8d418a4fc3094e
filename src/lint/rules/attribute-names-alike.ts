import { isObject } from '../../text/json.ts';
import { setKeysOf } from '../facts/known.ts';
import { rule } from '../rule.ts';
import { disconnect, flow, setAttributes } from '../sample.ts';

export default rule<{ name: string; other: string }>({
  code: 'lint/attribute-names-alike',
  severity: 'warning',
  summary: 'Two attributes differ only in capitals.',
  docs: `
\`customerId\` and \`CustomerID\` are two attributes. Where a flow sets both, one of them is nearly always a slip, and whoever
reads the attribute finds an old value, or none.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/bp-contact-flows.html
`,
  bad: () => ({ content: flow([setAttributes('one', { customerId: '1' }, 'two'), two('CustomerID'), disconnect()]) }),
  good: () => ({ content: flow([setAttributes('one', { customerId: '1' }, 'two'), two('customerId'), disconnect()]) }),
  message: (p) => `The flow sets \`${p.name}\` and \`${p.other}\`: they are two attributes.`,
  help: () => 'Use one of the names everywhere.',
  check(context, report) {
    const first = new Map<string, string>();
    const twins = new Map<string, string>();
    for (const key of context.shared(setKeysOf)) {
      const plain = key.toLowerCase();
      const other = first.get(plain);
      if (other === undefined) first.set(plain, key);
      else twins.set(key, other);
    }
    for (const action of context.ofType('UpdateContactAttributes')) {
      const { Attributes } = action.parameters;
      if (!isObject(Attributes)) continue;
      for (const name of Object.keys(Attributes)) {
        const other = twins.get(name);
        if (other === undefined || Object.hasOwn(Attributes, other)) continue;
        twins.delete(name);
        report(context.parameterPlace(action, `Attributes.${name}`), { name, other });
      }
    }
  },
});

function two(key: string) {
  return setAttributes('two', { [key]: '2' }, 'bye');
}
