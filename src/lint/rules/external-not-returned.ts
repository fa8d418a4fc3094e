import { typeAt } from '../../check/types.ts';
import { DYNAMIC } from '../../graph/paths.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import { insteadOf } from '../facts/instead.ts';
import { lambdaAnswersOf } from '../facts/answers.ts';
import { readsOf } from '../facts/reads.ts';
import { disconnect, flow, lambda, play } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ path: string; key: string; lambda: string; meant: string | undefined }>({
  code: 'lint/external-not-returned',
  severity: 'warning',
  summary: 'A key is read from a Lambda function’s answer that its declaration does not have.',
  docs: `
Each synchronous call of a Lambda function replaces all of \`$.External\`. What the last one returns is said where it is
declared (\`lambda Lookup { returns { name: text } }\`); any other key is an empty text, and a comparison with it never
matches.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html
`,
  bad: () => ({
    project: DECLARED,
    names: NAMES,
    content: flow([lambda('look up', 'hello', 'bye'), play('hello', 'Hello $.External.nme', 'bye'), disconnect()]),
  }),
  good: () => ({
    project: DECLARED,
    names: NAMES,
    content: flow([lambda('look up', 'hello', 'bye'), play('hello', 'Hello $.External.name', 'bye'), disconnect()]),
  }),
  message: (p) => `\`${p.path}\` is never there: \`${p.lambda}\` does not return \`${p.key}\`.`,
  help: (p) =>
    p.meant === undefined
      ? `Declare it in what \`${p.lambda}\` returns, or read a key that is there.`
      : `Did you mean \`${p.meant}\`?`,
  check(context, report) {
    if (context.program === undefined || !context.has('InvokeLambdaFunction')) return;
    const answersAt = context.shared(lambdaAnswersOf);
    const reads = context.shared(readsOf).filter((read) => read.root?.root === 'External' && read.key !== undefined);
    for (const { action, number, path, parameter } of reads) {
      const keys = path.segments.slice(1);
      if (keys.includes(DYNAMIC)) continue;
      const answers = answersAt(number);
      // One call that returns the key, or does not say what it returns, is enough to be silent.
      if (answers.length === 0 || answers.some(({ type }) => type === undefined || typeAt(type, keys) !== 'none'))
        continue;
      const [answer] = answers;
      if (answer?.named === undefined) continue;
      const key = keys.join('.');
      const known = answer.type?.is === 'object' ? Object.keys(answer.type.fields ?? {}) : [];
      const meant = nearest(keys[0] ?? '', known);
      const place = context.pathPlace(action, parameter, path.text);
      const fixes = meant === undefined ? {} : insteadOf(`$.External.${keys[0] ?? ''}`, `$.External.${meant}`, place);
      report(place, { path: path.text, key, lambda: answer.named.name, meant }, fixes);
    }
  },
});

const DECLARED = 'lambda Lookup { returns { name: text } }';
const NAMES = { 'look up': { LambdaFunctionARN: 'Lookup' } };
