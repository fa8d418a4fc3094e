import { typeAt } from '../../check/types.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import { DYNAMIC } from '../../graph/paths.ts';
import { moduleAnswersOf } from '../facts/answers.ts';
import { insteadOf } from '../facts/instead.ts';
import { ownContract } from '../facts/own-contract.ts';
import { readsOf } from '../facts/reads.ts';
import { block, disconnect, flow, play, SAMPLE_ID } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{
  path: string;
  key: string;
  /** Undefined for the module that reads. */
  module: string | undefined;
  what: 'input' | 'result';
  meant: string | undefined;
}>({
  code: 'lint/module-value-not-declared',
  severity: 'warning',
  summary: 'A key is read of a module’s input or result that its declaration does not have.',
  docs: `
A module reads what it was given as \`$.Modules.Input\`, and who called it reads what it gave back as
\`$.Modules.ResultData\`. Which keys there are is said where the module is declared
(\`input { phone: text }\`, \`returns { customerId: text }\`); any other is an empty text, and a comparison with it never
matches.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/contact-flow-modules.html
`,
  bad: () => ({
    project: DECLARED,
    names: NAMES,
    content: flow([call(), play('hello', NAME('nme'), 'bye'), disconnect()]),
  }),
  good: () => ({
    project: DECLARED,
    names: NAMES,
    content: flow([call(), play('hello', NAME('name'), 'bye'), disconnect()]),
  }),
  message: (p) =>
    `\`${p.path}\` is never there: ${p.module === undefined ? 'this module' : `the module \`${p.module}\``} has no ${p.what} \`${p.key}\`.`,
  help: (p) =>
    p.meant === undefined
      ? `Add it to \`${p.what === 'input' ? 'input' : 'returns'}\` where the module is declared, or read a key that is there.`
      : `Did you mean \`${p.meant}\`?`,
  check(context, report) {
    const input = context.shared(ownContract)?.input;
    if (input === undefined && !context.has('InvokeFlowModule')) return;
    for (const { action, number, path, parameter, root, key } of context.shared(readsOf)) {
      if (root?.root !== 'Modules' || (key !== 'Input' && key !== 'ResultData')) continue;
      const keys = path.segments.slice(2);
      if (keys.length === 0 || keys.includes(DYNAMIC)) continue;
      const answers = key === 'ResultData' ? context.shared(moduleAnswersOf)(number) : [];
      const types = key === 'Input' ? [input] : answers.map(({ type }) => type);
      // One that has the key, or does not say what it has, is enough to be silent.
      if (types.length === 0 || types.some((type) => type === undefined || typeAt(type, keys) !== 'none')) continue;
      const [type] = types;
      const meant = nearest(keys[0] ?? '', type?.is === 'object' ? Object.keys(type.fields ?? {}) : []);
      const params = {
        path: path.text,
        key: keys.join('.'),
        module: answers[0]?.named?.name,
        what: key === 'Input' ? ('input' as const) : ('result' as const),
        meant: meant && `$.Modules.${key}.${meant}`,
      };
      const place = context.pathPlace(action, parameter, path.text);
      report(place, params, insteadOf(`$.Modules.${key}.${keys[0] ?? ''}`, params.meant, place));
    }
  },
});

const DECLARED = 'existing module Verify { returns { name: text } }';
const NAMES = { call: { FlowModuleId: 'Verify' } };
const NAME = (key: string) => `Hello $.Modules.ResultData.${key}`;

function call() {
  return block(
    'call',
    'InvokeFlowModule',
    { FlowModuleId: SAMPLE_ID },
    { next: 'hello', errors: { NoMatchingError: 'bye' } },
  );
}
