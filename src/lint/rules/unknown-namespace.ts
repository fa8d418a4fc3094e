import { nearest } from '../../diagnostics/suggest.ts';
import { insteadOf } from '../facts/instead.ts';
import { isRoot, isUnknownKey, readsOf, rootNames } from '../facts/reads.ts';
import { disconnect, flow, play } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ path: string; what: string; meant: string | undefined }>({
  code: 'lint/unknown-namespace',
  severity: 'warning',
  summary: 'A path begins with nothing that Connect knows.',
  docs: `
A path that Connect does not know is an empty text, and no error says so. The namespaces are those of the admin guide
(\`$.Attributes\`, \`$.External\`, \`$.Queue\`, …), spelled with these capitals; an attribute of your own needs
\`$.Attributes.\` before its name.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/connect-attrib-list.html
`,
  bad: () => ({ content: flow([play('hello', 'Hello $.Atributes.name', 'bye'), disconnect()]) }),
  good: () => ({ content: flow([play('hello', 'Hello $.Attributes.name', 'bye'), disconnect()]) }),
  message: (p) => `\`${p.path}\` is no path that Connect knows: ${p.what}.`,
  help: (p) =>
    p.meant === undefined ? 'Write `$.Attributes.` before a name of your own.' : `Did you mean \`${p.meant}\`?`,
  check(context, report) {
    for (const read of context.shared(readsOf)) {
      const { action, path, parameter, root, key } = read;
      if (root === undefined) {
        // Where nothing but a path may stand the service refuses it, and `service/path-required` says so.
        if (ONLY_PATHS.has(parameter) && !isRoot(path.segments[0] ?? '')) continue;
        const first = path.segments[0] ?? '';
        const meant = nearest(first, rootNames());
        const place = context.pathPlace(action, parameter, path.text);
        const params = {
          path: path.text,
          what: `there is no \`$.${[...rootNames()].includes(first) ? path.segments.slice(0, 2).join('.') : first}\``,
          meant: meant === undefined ? undefined : `$.${meant}`,
        };
        report(place, params, insteadOf(`$.${first}`, params.meant, place));
      } else if (key !== undefined && isUnknownKey(read)) {
        const meant = nearest(key, root.keys as readonly string[]);
        const place = context.pathPlace(action, parameter, path.text);
        const params = {
          path: path.text,
          what: `\`$.${root.root}\` has no \`${key}\``,
          meant: meant === undefined ? undefined : `$.${root.root}.${meant}`,
        };
        report(place, params, insteadOf(`$.${root.root}.${key}`, params.meant, place));
      }
    }
  },
});

/** Parameters of the mode `jsonpath`. */
const ONLY_PATHS: ReadonlySet<string> = new Set(['ComparisonValue', 'CallbackNumber']);
