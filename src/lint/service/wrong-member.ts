import { isObject, type JsonObject } from '../../text/json.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import { block, disconnect, flow, play } from '../sample.ts';
import { rule } from '../rule.ts';
import { hasToken } from '../facts/values.ts';

export default rule<{ block: string; member: string; wanted: string }>({
  code: 'service/wrong-member',
  severity: 'error',
  summary: 'A part of an action is missing, or of a JSON type that no action has.',
  docs: `
An action has a \`Type\`, \`Parameters\` and \`Transitions\`, and these have members of their own: \`NextAction\` is a text,
\`Errors\` and \`Conditions\` are lists of objects, and every entry of \`Errors\` names its \`ErrorType\`. The service answers
*Invalid Action property value. Path: Actions[0].Transitions.Errors* to anything else. A text such as \`\${PARAMETERS}\`, which a
template puts the whole part in place of, is left alone.

Source: https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html
`,
  bad: () => ({ content: flow([block('hello', '', { Text: 'Hello' }, { next: 'bye' }), disconnect()]) }),
  good: () => ({ content: flow([play('hello', 'Hello', 'bye'), disconnect()]) }),
  message: (p) => `${p.block}: ${p.member} is not ${p.wanted}.`,
  check(context, report) {
    for (const action of context.actions) {
      for (const [member, wanted] of wrongIn(action)) {
        report(context.place(action), { block: context.name(action), member, wanted });
      }
    }
  },
});

type Wrong = readonly [member: string, wanted: string];

const MEMBERS: readonly Wrong[] = [
  ['Parameters', 'an object'],
  ['Transitions', 'an object'],
];
const TRANSITIONS: readonly Wrong[] = [
  ['NextAction', 'the identifier of an action'],
  ['Errors', 'a list'],
  ['Conditions', 'a list'],
];

/** What could not be read is kept in the extras of the graph under its own name. */
function wrongIn({ type, extra, transitionsExtra, errors, conditions }: FlowAction): readonly Wrong[] {
  const found: Wrong[] = [];
  if (type === '') found.push(['Type', 'the name of an action']);
  if (extra !== undefined) for (const one of MEMBERS) if (isWrong(extra, one[0])) found.push(one);
  if (transitionsExtra !== undefined)
    for (const one of TRANSITIONS) if (isWrong(transitionsExtra, one[0])) found.push(one);
  for (const { type: error } of errors) if (error === '') found.push(['ErrorType', 'the name of an error']);
  for (const { raw } of conditions)
    if (raw !== undefined && !isObject(raw)) found.push(['an entry of Conditions', 'an object']);
  return found;
}

function isWrong(extra: JsonObject, member: string): boolean {
  if (!Object.hasOwn(extra, member)) return false;
  const value = extra[member];
  return typeof value !== 'string' || !hasToken(value);
}
