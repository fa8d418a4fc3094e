import { asksForAccount } from '../facts/secrets.ts';
import { rule } from '../rule.ts';
import { askDigits, disconnect, flow } from '../sample.ts';

export default rule<{ block: string }>({
  code: 'lint/unencrypted-input',
  severity: 'warning',
  summary: 'A card or account number is stored as it was keyed in.',
  docs: `
Without encryption, what the caller keys in stands in \`$.StoredCustomerInput\` in clear text: in whatever attribute it is
copied to, in contact records, and in the events that functions get. With *Encrypt entry* only the holder of the private key
can read it. Reported are inputs whose text asks for a card, its security code or an account.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/encrypt-data.html
`,
  bad: () => ({ content: flow([askDigits(CARD, 16, 'bye'), disconnect()]) }),
  good: () => ({ content: flow([askDigits(CARD, 16, 'bye', ENCRYPTED), disconnect()]) }),
  message: (p) => `${p.block} takes what sounds like card or account data, and stores it unencrypted.`,
  help: () => 'Encrypt the input, with a key that only the receiver has.',
  check(context, report) {
    for (const action of context.ofType('GetParticipantInput')) {
      if (action.parameters.StoreInput !== 'True' || action.parameters.InputEncryption !== undefined) continue;
      if (!context.reached(action) || !asksForAccount(context, action)) continue;
      report(context.place(action), { block: context.name(action) });
    }
  },
});

const CARD = 'Please enter your credit card number.';
const ENCRYPTED = { InputEncryption: { EncryptionKeyId: 'cards', Key: 'PEM' } };
