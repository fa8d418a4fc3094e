import { reservedIdentifiers, signsNotInIdentifiers } from '../../catalogue/identifiers.ts';
import { limits } from '../../catalogue/quotas.ts';
import { disconnect, flow, play } from '../sample.ts';
import { rule } from '../rule.ts';

const LIMIT = limits.identifierCharacters;

/** Tokens are letters here too: what they become is not known, but `$`, `{` and `}` are gone then. */
const TOKEN = /\$\{[^}]*\}|\{\{[^}]*\}\}|<<[^>]*>>|%%[^%]*%%/g;

export default rule<{ id: string; what: string }>({
  code: 'service/identifier',
  severity: 'error',
  summary: 'An identifier that Connect does not take.',
  docs: `
An identifier is the block's name in the designer and in flow logs. It has 1 to 50 characters in any script, blanks
included, but none of \`% : ( \\ / ) = $ , ; [ ] { }\`, and is not one of ten words that the service keeps for itself
(\`constructor\`, \`toString\`, …).

Source: https://docs.aws.amazon.com/connect/latest/APIReference/flow-language-actions.html
`,
  bad: () => ({ content: flow([play('Welcome (new)', 'Hello', 'bye'), disconnect()]) }),
  good: () => ({ content: flow([play('Welcome', 'Hello', 'bye'), disconnect()]) }),
  message: (p) => `"${p.id}" cannot be the name of a block: ${p.what}.`,
  help: () => 'Give the block another name.',
  check(context, report) {
    for (const action of context.actions) {
      const what = problem(action.id);
      if (what !== undefined) report(context.place(action), { id: action.id, what });
    }
  },
});

function problem(id: string): string | undefined {
  if (id === '') return 'it is empty';
  if (id.length <= LIMIT && !signsNotInIdentifiers.test(id))
    return reservedIdentifiers.has(id) ? 'Connect keeps this word for itself' : undefined;
  const plain = id.replace(TOKEN, '');
  const found = signsNotInIdentifiers.exec(plain);
  if (found !== null) return `it contains ${found[0]}`;
  if (id.length > LIMIT && plain === id) return `it has ${id.length} characters, and Connect takes ${LIMIT}`;
  return undefined;
}
