/** Inputs that sound like card or account data. */
import type { FlowAction } from '../../graph/flow-graph.ts';
import type { LintContext } from '../context.ts';
import { speechOf, wordsOf } from './speech.ts';

const SECRETS =
  /\b(?:credit|debit|payment)[ -]card\b|\bcard number\b|\bcvv2?\b|\bcvc\b|\bsecurity code\b|\bPIN(?: number)?\b|\bsocial security\b|\b(?:bank )?account number\b|クレジットカード|カード番号|暗証番号|セキュリティコード|口座番号|有効期限/i;

/** Of these the ones that pay or open an account by themselves; a PIN is of use only to who knows whose it is. */
const ACCOUNTS =
  /\b(?:credit|debit|payment)[ -]card\b|\bcard number\b|\bcvv2?\b|\bcvc\b|\bsocial security\b|\b(?:bank )?account number\b|クレジットカード|カード番号|セキュリティコード|口座番号/i;

/** Whether the text of an input asks for such data. */
export function asksForSecrets(context: LintContext, action: FlowAction): boolean {
  return context.shared(speechOf).some((speech) => speech.action === action && SECRETS.test(wordsOf(speech) ?? ''));
}

/** Whether it asks for a card or an account. */
export function asksForAccount(context: LintContext, action: FlowAction): boolean {
  return context.shared(speechOf).some((speech) => speech.action === action && ACCOUNTS.test(wordsOf(speech) ?? ''));
}
