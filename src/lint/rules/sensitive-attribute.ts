import { carry } from '../../graph/dataflow.ts';
import { isObject } from '../../text/json.ts';
import { asksForAccount } from '../facts/secrets.ts';
import { rule } from '../rule.ts';
import { askDigits, disconnect, flow, setAttributes } from '../sample.ts';

export default rule<{ key: string; block: string }>({
  code: 'lint/sensitive-attribute',
  severity: 'warning',
  summary: 'A card or account number is kept in a contact attribute.',
  docs: `
Contact attributes are shown to agents, stand in contact records for years, and go with every export and event stream. What
was keyed in as a card or account number does not belong there unencrypted. Hand it to a Lambda function as
\`$.StoredCustomerInput\` and keep only what it answers.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/bp-contact-flows.html
`,
  bad: () => ({
    content: flow([
      askDigits(CARD, 16, 'keep'),
      setAttributes('keep', { card: '$.StoredCustomerInput' }, 'bye'),
      disconnect(),
    ]),
  }),
  good: () => ({
    content: flow([
      askDigits(CARD, 16, 'keep'),
      setAttributes('keep', { card: '$.External.last_four' }, 'bye'),
      disconnect(),
    ]),
  }),
  message: (p) =>
    `The attribute \`${p.key}\` keeps what was keyed in at ${p.block}, which sounds like card or account data.`,
  help: () => 'Encrypt the input, or hand it to a Lambda function and keep only what that answers.',
  check(context, report) {
    if (!context.has('UpdateContactAttributes')) return;
    const inputs = context.ofType('GetParticipantInput').filter(({ parameters }) => parameters.StoreInput === 'True');
    const secret = inputs.filter(
      (input) => input.parameters.InputEncryption === undefined && asksForAccount(context, input),
    );
    if (secret.length === 0) return;
    const { numbers } = context.wiring();
    const facts = new Map(inputs.map((input, i) => [numbers.get(input.id), i]));
    const all = inputs.map((_, i) => i);
    const last = carry(
      context.wiring(),
      context.reach(),
      inputs.length,
      [],
      ({ from }) => {
        const fact = facts.get(from);
        return fact === undefined ? undefined : { lose: all, gain: [fact] };
      },
      'some',
    );
    for (const action of context.ofType('UpdateContactAttributes')) {
      const { Attributes } = action.parameters;
      if (!isObject(Attributes)) continue;
      const key = Object.keys(Attributes).find((name) => Attributes[name] === '$.StoredCustomerInput');
      const input = secret.find((one) => last.at(numbers.get(action.id) ?? -1, inputs.indexOf(one)));
      if (key === undefined || input === undefined) continue;
      report(context.parameterPlace(action, `Attributes.${key}`), { key, block: context.name(input) });
    }
  },
});

const CARD = 'Please enter your credit card number.';
