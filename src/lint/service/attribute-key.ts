import type { FlowAction } from '../../graph/flow-graph.ts';
import { pathsIn } from '../../graph/paths.ts';
import { isObject } from '../../text/json.ts';
import { insteadOf } from '../facts/instead.ts';
import { hasToken } from '../facts/values.ts';
import { disconnect, flow, setAttributes } from '../sample.ts';
import { rule } from '../rule.ts';

/** Action types that set attributes, and the parameter that holds them. */
const SETTERS: readonly (readonly [type: string, parameter: string])[] = [
  ['UpdateContactAttributes', 'Attributes'],
  ['UpdateFlowAttributes', 'FlowAttributes'],
];

export default rule<{ block: string; key: string }>({
  code: 'service/attribute-key',
  severity: 'error',
  summary: 'The name of an attribute contains a dollar sign or a dot.',
  docs: `
The dot separates the parts of a path, so an attribute whose name has one could never be read; the service takes neither
dots nor dollar signs. A path in the name is another matter: it is replaced by its value when the attribute is set.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/bp-contact-flows.html
`,
  bad: () => ({ content: flow([setAttributes('write', { 'customer.tier': 'gold' }, 'bye'), disconnect()]) }),
  good: () => ({ content: flow([setAttributes('write', { customer_tier: 'gold' }, 'bye'), disconnect()]) }),
  message: (p) => `${p.block}: "${p.key}" cannot be the name of an attribute.`,
  help: (p) => `Write it without dots and dollar signs, such as "${p.key.replace(/[$.]+/g, '_')}".`,
  check(context, report) {
    for (const [type, parameter] of SETTERS) {
      for (const action of context.ofType(type)) {
        for (const key of attributeKeys(action, parameter)) {
          if (!isBad(key)) continue;
          const place = context.parameterPlace(action, `${parameter}.${key}`);
          const meant = key.replace(/[$.]+/g, '_');
          // In JSON the place is that of the value.
          const fixes = action.hint === undefined ? {} : insteadOf(JSON.stringify(key), JSON.stringify(meant), place);
          report(place, { block: context.name(action), key }, fixes);
        }
      }
    }
  },
});

/** A path in a key is replaced before the attribute is set, so that keys can be chosen at run time. */
function isBad(key: string): boolean {
  if (!key.includes('.') && !key.includes('$')) return false;
  let rest = key;
  for (const path of pathsIn(key)) rest = rest.replace(path.text, '');
  return /[$.]/.test(rest) && !hasToken(rest);
}

function attributeKeys(action: FlowAction, parameter: string): readonly string[] {
  const attributes = action.parameters[parameter];
  return isObject(attributes) ? Object.keys(attributes) : [];
}
