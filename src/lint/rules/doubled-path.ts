import { insteadOf } from '../facts/instead.ts';
import { readsOf } from '../facts/reads.ts';
import { eachText } from '../facts/texts.ts';
import { rule } from '../rule.ts';
import { compare, disconnect, flow, play } from '../sample.ts';

export default rule<{ block: string; written: string; path: string }>({
  code: 'lint/doubled-path',
  severity: 'warning',
  summary: 'A path begins twice: `$.Attributes.$.Attributes.name`.',
  docs: `
In the console one chooses the kind of an attribute and types its name. Who types the whole path gets it twice, and such an
attribute exists nowhere: it is empty, and a comparison with it never matches.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/bp-contact-flows.html
`,
  bad: () => ({
    content: flow([compare('tier', '$.Attributes.$.Attributes.tier', { gold: 'welcome' }, 'bye'), ...rest()]),
  }),
  good: () => ({ content: flow([compare('tier', '$.Attributes.tier', { gold: 'welcome' }, 'bye'), ...rest()]) }),
  message: (p) => `${p.block} reads \`${p.written}\`, which exists nowhere.`,
  help: (p) => `Write \`${p.path}\`.`,
  check(context, report) {
    // Nothing but what is read as a path can be one that begins twice.
    const readers = new Set(context.shared(readsOf).map(({ action }) => action));
    for (const action of readers) {
      let found: RegExpExecArray | null = null;
      eachText(action.parameters, (text) => {
        if (text.includes('.$.')) found ??= DOUBLED.exec(text);
      });
      const [written, path] = (found as RegExpExecArray | null) ?? [];
      if (written === undefined || path === undefined) continue;
      const place = context.place(action);
      const { fixes } = insteadOf(
        JSON.stringify(written),
        action.hint === undefined ? JSON.stringify(path) : path,
        place,
      );
      report(
        place,
        { block: context.name(action), written, path },
        fixes ? { fixes } : insteadOf(written, path, place),
      );
    }
  },
});

const DOUBLED = /\$\.[A-Za-z]+\.+(\$\.[A-Za-z]+(?:\.\w+)*)/;
function rest() {
  return [play('welcome', 'Welcome back.', 'bye'), disconnect()];
}
