import type { FlowAction } from '../../graph/flow-graph.ts';
import { isObject, type Json } from '../../text/json.ts';
import { insteadOf } from '../facts/instead.ts';
import { isUnknownKey, readOf } from '../facts/reads.ts';
import { speechOf } from '../facts/speech.ts';
import { rule } from '../rule.ts';
import { disconnect, flow, setAttributes } from '../sample.ts';

export default rule<{ block: string; written: string }>({
  code: 'lint/text-for-path',
  severity: 'warning',
  scope: 'block',
  summary: 'A text is the path of an attribute without its `$.`.',
  docs: `
Connect fills in what begins with \`$.\`. \`Attributes.name\`, as the console shows it in its menus and other tools write it, is
a text like any other: a prompt says it, a Lambda function is given these letters.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/connect-attrib-list.html
`,
  bad: () => ({
    content: flow([setAttributes('caller', { caller: 'CustomerEndpoint.Address' }, 'bye'), disconnect()]),
  }),
  good: () => ({
    content: flow([setAttributes('caller', { caller: '$.CustomerEndpoint.Address' }, 'bye'), disconnect()]),
  }),
  message: (p) => `${p.block} takes \`${p.written}\` for a text, not for what stands there.`,
  help: (p) => `Write \`$.${p.written}\`.`,
  check(context, report) {
    const judge = (action: FlowAction, parameter: string, value: Json): void => {
      if (typeof value !== 'string' || !WITHOUT_BEGINNING.test(value)) return;
      const read = readOf(value.split('.'));
      if (read.root?.keys === undefined || read.key === undefined || isUnknownKey(read)) return;
      const place = context.parameterPlace(action, parameter);
      const meant = action.hint === undefined ? JSON.stringify(`$.${value}`) : `$.${value}`;
      report(
        context.pathPlace(action, parameter, value),
        { block: context.name(action), written: value },
        insteadOf(JSON.stringify(value), meant, place),
      );
    };
    for (const [type, map] of MAPS) {
      for (const action of context.ofType(type)) {
        const values = action.parameters[map];
        if (!isObject(values)) continue;
        for (const key in values) {
          const value = values[key] as Json;
          judge(action, `${map}.${key}`, isObject(value) ? (value.Value ?? null) : value);
        }
      }
    }
    for (const { action, parameter, value } of context.shared(speechOf)) judge(action, parameter, value);
  },
});

const WITHOUT_BEGINNING = /^[A-Z][A-Za-z]+\.[\w.]+$/;

/** Parameters whose keys and values are the author's own. */
const MAPS = [
  ['UpdateContactAttributes', 'Attributes'],
  ['UpdateFlowAttributes', 'FlowAttributes'],
  ['InvokeLambdaFunction', 'LambdaInvocationAttributes'],
  ['ConnectParticipantWithLexBot', 'LexSessionAttributes'],
] as const;
