import { insteadOf } from '../facts/instead.ts';
import { speechOf } from '../facts/speech.ts';
import { rule } from '../rule.ts';
import { disconnect, flow, play } from '../sample.ts';

export default rule<{ block: string; written: string; path: string }>({
  code: 'lint/path-in-braces',
  severity: 'warning',
  scope: 'block',
  summary: 'A path in a prompt stands in braces, which are read out.',
  docs: `
Connect fills in \`$.Attributes.name\` as it stands. Braces around it, as other tools want them, are no part of it: they stay
in the text, and the name that they close may be looked up with a brace at its end and be empty.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/connect-attrib-list.html
`,
  bad: () => ({ content: flow([play('hello', 'Hello {$.Customer.FirstName}.', 'bye'), disconnect()]) }),
  good: () => ({ content: flow([play('hello', 'Hello $.Customer.FirstName .', 'bye'), disconnect()]) }),
  message: (p) => `${p.block} says \`${p.written}\`: Connect knows no braces around a path.`,
  help: (p) => `Write \`${p.path}\`.`,
  check(context, report) {
    for (const speech of context.shared(speechOf)) {
      if ((speech.kind !== 'Text' && speech.kind !== 'SSML') || !speech.value.includes('{')) continue;
      const found = BRACED.exec(speech.value);
      const [written, path] = found ?? [];
      if (written === undefined || path === undefined) continue;
      const place = context.pathPlace(speech.action, speech.parameter, written);
      // What follows a path directly may be taken for a part of it.
      const joined = /^[\w.'-]/.test(speech.value.slice((found?.index ?? 0) + written.length));
      const fixes = insteadOf(written, joined ? `${path} ` : path, place);
      report(place, { block: context.name(speech.action), written, path }, fixes);
    }
  },
});

const BRACED = /\{+\s*(\$\.[A-Za-z][\w.]*)\s*\}+/;
