import type { Json } from '../../text/json.ts';
import { hasToken } from '../facts/values.ts';
import { disconnect, flow, setAttributes } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; account: string }>({
  code: 'lint/account-id',
  severity: 'hint',
  scope: 'block',
  summary: 'A text other than a reference holds an ARN with an account number.',
  docs: `
A flow with an account number in it works in one account only. Where a block refers to something, names solve that:
\`set queue ProductSupport\`, and the environment knows the ARN. In an attribute or a text nobody does; pass the name on, or
build the ARN with \`$.AwsRegion\`, or let a Lambda function look it up.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/migrate-contact-flows.html
`,
  bad: () => ({
    content: flow([
      setAttributes('write', { bucket: 'arn:aws:sns:us-west-2:000000000000:calls' }, 'bye'),
      disconnect(),
    ]),
  }),
  good: () => ({ content: flow([setAttributes('write', { bucket: 'calls' }, 'bye'), disconnect()]) }),
  message: (p) => `${p.block} writes down the account number ${p.account}.`,
  help: () => 'Write a name that something resolves in each environment.',
  check(context, report) {
    for (const type of FREE_TEXTS.keys()) {
      for (const action of context.ofType(type)) {
        const parameter = FREE_TEXTS.get(type) ?? '';
        const account = accountIn(action.parameters[parameter]);
        if (account !== undefined)
          report(context.parameterPlace(action, parameter), { block: context.name(action), account });
      }
    }
  },
});

/** Parameters that are the author's own texts, not references to things of the instance. */
const FREE_TEXTS: ReadonlyMap<string, string> = new Map([
  ['UpdateContactAttributes', 'Attributes'],
  ['UpdateFlowAttributes', 'FlowAttributes'],
  ['InvokeLambdaFunction', 'LambdaInvocationAttributes'],
  ['TagContact', 'Tags'],
]);

function accountIn(value: Json | undefined): string | undefined {
  if (typeof value === 'string') {
    if (!value.startsWith('arn:') || hasToken(value)) return undefined;
    return /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(value)?.[1];
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const item of Object.values(value as Record<string, Json>)) {
    const account = accountIn(item);
    if (account !== undefined) return account;
  }
  return undefined;
}
