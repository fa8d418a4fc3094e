import { limits } from '../../catalogue/quotas.ts';
import type { Wire } from '../../graph/dataflow-wiring.ts';
import type { LintContext } from '../context.ts';
import { textAt } from '../facts/at-path.ts';
import { wholeNumber } from '../facts/values.ts';
import { disconnect, flow, lambda, play } from '../sample.ts';
import { rule } from '../rule.ts';

/** Seconds that a chain of functions may take before Connect gives up on it. */
const CHAIN_SECONDS = 20;

export default rule<{ seconds: number; calls: number }, 'seconds'>({
  code: 'lint/lambda-chain',
  severity: 'warning',
  summary: 'Lambda functions follow one another for more than 20 seconds in which the caller hears nothing.',
  docs: `
A chain of synchronous functions may take 20 seconds in all; then Connect takes the error branch. Long before that a caller
thinks that the line is dead. A prompt between the calls ends the chain and tells the caller that something happens. Added
up are the time limits, so the warning is of the worst case.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html
`,
  options: {
    seconds: {
      default: CHAIN_SECONDS,
      min: 1,
      max: CHAIN_SECONDS,
      about: 'The most time for calls without a word between them, in seconds.',
    },
  },
  bad: () => ({
    content: flow([
      lambda('first', 'second', 'bye', { InvocationTimeLimitSeconds: '8' }),
      lambda('second', 'third', 'bye', { InvocationTimeLimitSeconds: '8' }),
      lambda('third', 'bye', 'bye', { InvocationTimeLimitSeconds: '8' }),
      disconnect(),
    ]),
  }),
  good: () => ({
    content: flow([
      lambda('first', 'second', 'bye', { InvocationTimeLimitSeconds: '8' }),
      lambda('second', 'wait', 'bye', { InvocationTimeLimitSeconds: '8' }),
      play('wait', 'One moment, please.', 'third'),
      lambda('third', 'bye', 'bye', { InvocationTimeLimitSeconds: '8' }),
      disconnect(),
    ]),
  }),
  message: (p) =>
    p.calls === 1
      ? `This Lambda call may take ${p.seconds} seconds without a word to the caller.`
      : `${p.calls} Lambda calls in a row, of which this is the last, may take ${p.seconds} seconds without a word to the caller.`,
  help: () => 'Play a prompt between them, or shorten their time limits.',
  check(context, report, numbers) {
    if (context.ofType('InvokeLambdaFunction').length * limits.lambdaSeconds <= numbers.seconds) return;
    const longest = longestChains(context);
    context.actions.forEach((action, i) => {
      const chain = longest[i];
      if (chain === undefined || action.type !== 'InvokeLambdaFunction' || chain.seconds <= numbers.seconds) return;
      // Of one chain only the call that first goes beyond is reported.
      if (chain.seconds - secondsOf(context, i) > numbers.seconds) return;
      report(context.place(action), { seconds: chain.seconds, calls: chain.calls });
    });
  },
});

interface Chain {
  readonly seconds: number;
  readonly calls: number;
}

/** The longest silent chain that ends with each action; circles are gone round once. */
function longestChains(context: LintContext): readonly (Chain | undefined)[] {
  const wiring = context.wiring();
  const chains: (Chain | undefined)[] = [];
  for (const node of context.reach().order) {
    const type = context.actions[node]?.type ?? '';
    if (SPEAKS.has(type)) {
      chains[node] = { seconds: 0, calls: 0 };
      continue;
    }
    let before: Chain = { seconds: 0, calls: 0 };
    for (const { from } of wiring.into[node] as readonly Wire[]) {
      const chain = chains[from];
      if (chain !== undefined && chain.seconds > before.seconds) before = chain;
    }
    const seconds = secondsOf(context, node);
    chains[node] = seconds === 0 ? before : { seconds: before.seconds + seconds, calls: before.calls + 1 };
  }
  return chains;
}

/** Seconds that an action may take as a part of a chain: its limit, but never more than Connect waits. */
function secondsOf(context: LintContext, node: number): number {
  const action = context.actions[node];
  if (action?.type !== 'InvokeLambdaFunction' || action.parameters.InvocationType === 'ASYNCHRONOUS') return 0;
  const seconds = wholeNumber(textAt(action.parameters, 'InvocationTimeLimitSeconds') ?? '') ?? 0;
  return Math.min(seconds, limits.lambdaSeconds);
}

/** Blocks at which the caller hears something, or the chain is broken otherwise. */
const SPEAKS: ReadonlySet<string> = new Set([
  'ConnectParticipantWithAgenticCX',
  'ConnectParticipantWithLexBot',
  'GetParticipantInput',
  'InvokeFlowModule',
  'MessageParticipant',
  'MessageParticipantIteratively',
  'ShowView',
  'Wait',
]);
