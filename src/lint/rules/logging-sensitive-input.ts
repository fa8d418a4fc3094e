import type { Extras } from '../../diagnostics/diagnostic.ts';
import { carry } from '../../graph/dataflow.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import { asksForSecrets } from '../facts/secrets.ts';
import { before, behind, edited, statementOf } from '../facts/statements.ts';
import type { LintContext } from '../context.ts';
import { block, disconnect, flow } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; encrypted: boolean }>({
  code: 'lint/logging-sensitive-input',
  severity: 'warning',
  summary: 'Logging is on while a card number, a PIN or the like is keyed in.',
  docs: `
With logging on, what is keyed in is written to the flow log in clear text, where it stays as long as the log does. Switch
logging off before the block that asks, and on again behind it. Reported are inputs that are encrypted, and those whose
text asks for a card, a PIN, a security code or a bank account.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/bp-contact-flows.html
`,
  bad: () => ({ content: flow([logging('Enabled'), ask(), disconnect()]) }),
  good: () => ({ content: flow([logging('Disabled'), ask(), disconnect()]) }),
  message: (p) =>
    `Logging is on while ${p.block} takes ${p.encrypted ? 'an input that is to be encrypted' : 'what sounds like card or account data'}.`,
  help: () => 'Write `set logging off` before it, and `set logging on` after it.',
  check(context, report) {
    if (!context.has('UpdateFlowLoggingBehavior')) return;
    const inputs = context.ofType('GetParticipantInput').filter((action) => action.parameters.StoreInput === 'True');
    const sensitive = inputs.filter((action) => isEncrypted(action) || asksForSecrets(context, action));
    if (sensitive.length === 0) return;
    const { numbers } = context.wiring();
    const on = carry(context.wiring(), context.reach(), 1, [], (wire) => change(context.actions[wire.from]), 'some');
    for (const action of sensitive) {
      if (!on.at(numbers.get(action.id) ?? -1, 0)) continue;
      const params = { block: context.name(action), encrypted: isEncrypted(action) };
      report(context.place(action), params, switchedOff(context, action));
    }
  },
});

/** Off before the input and on again behind it. Nobody hears of it, so the remedy is safe. */
function switchedOff(context: LintContext, action: FlowAction): Extras {
  const statement = statementOf(context, action)?.statement;
  if (statement === undefined) return {};
  const place = context.place(action);
  const edits = [before(statement, place, 'set logging off'), behind(statement, place, 'set logging on')];
  return edited('Switch logging off for this input', edits, true);
}

function change(action: FlowAction | undefined): { gain?: number[]; lose?: number[] } | undefined {
  if (action?.type !== 'UpdateFlowLoggingBehavior') return undefined;
  return action.parameters.FlowLoggingBehavior === 'Enabled' ? { gain: [0] } : { lose: [0] };
}

function isEncrypted(action: FlowAction): boolean {
  return action.parameters.InputEncryption !== undefined;
}

function logging(FlowLoggingBehavior: string) {
  return block('log', 'UpdateFlowLoggingBehavior', { FlowLoggingBehavior }, { next: 'ask' });
}

function ask() {
  return block(
    'ask',
    'GetParticipantInput',
    {
      Text: 'クレジットカードの番号を入力してください。',
      StoreInput: 'True',
      InputTimeLimitSeconds: '10',
      InputValidation: { CustomValidation: { MaximumLength: '16' } },
    },
    { next: 'bye', errors: { NoMatchingError: 'bye' } },
  );
}
