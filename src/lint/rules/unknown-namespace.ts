import { attributeRoots } from '../../catalogue/attributes.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import { insteadOf } from '../facts/instead.ts';
import { DYNAMIC } from '../../graph/paths.ts';
import { beginningMeant, isRoot, isUnknownKey, readsOf, type Read } from '../facts/reads.ts';
import { disconnect, flow, play } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ path: string; what: string; meant: string | undefined; below: readonly string[] | undefined }>({
  code: 'lint/unknown-namespace',
  severity: 'warning',
  scope: 'block',
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
  help: (p) => {
    if (p.meant !== undefined) return `Did you mean \`${p.meant}\`?`;
    if (p.below === undefined) return 'Write `$.Attributes.` before a name of your own.';
    const shown = p.below.slice(0, MOST_SHOWN).map((one) => `\`${one}\``);
    if (p.below.length > MOST_SHOWN) shown.push('…');
    return `It has ${shown.join(', ')}.`;
  },
  check(context, report) {
    for (const read of context.shared(readsOf)) {
      const { action, path, parameter } = read;
      // Where nothing but a path may stand the service refuses it, and `service/path-required` says so.
      if (read.root === undefined && ONLY_PATHS.has(parameter) && !isRoot(path.segments[0] ?? '')) continue;
      const unknown = unknownIn(read);
      if (unknown === undefined) continue;
      const place = context.pathPlace(action, parameter, path.text);
      const { written, ...params } = unknown;
      report(place, { path: path.text, ...params }, insteadOf(written, params.meant, place));
    }
  },
});

interface Unknown {
  readonly what: string;
  readonly meant: string | undefined;
  /** What there is in the place of what there is not; undefined where the path begins with nothing known. */
  readonly below: readonly string[] | undefined;
  /** The beginning of the path, up to what there is not. */
  readonly written: string;
}

function unknownIn(read: Read): Unknown | undefined {
  const [first = '', second = ''] = read.path.segments;
  if (read.root !== undefined && !isUnknownKey(read)) return undefined;
  const prefix = read.root?.root ?? first;
  const below = (read.root?.keys as readonly string[] | undefined) ?? rootsBelow(first);
  if (below.length === 0) {
    const meant = rootEndingIn(first, second) ?? beginningMeant(first);
    const written = `$.${first}`;
    return { written, what: `there is no \`${written}\``, meant: meant && `$.${meant}`, below: undefined };
  }
  const key = read.key ?? second;
  if (key === '' || key === DYNAMIC) {
    return { written: `$.${prefix}`, what: `\`$.${prefix}\` is no value by itself`, meant: undefined, below };
  }
  const elsewhere = rootEndingIn(prefix, key);
  const near = nearest(key, below);
  const meant = elsewhere === undefined ? near && `$.${prefix}.${near}` : `$.${elsewhere}.${key}`;
  return { written: `$.${prefix}.${key}`, what: `\`$.${prefix}\` has no \`${key}\``, meant, below };
}

/** The longer root that somebody left the beginning of: `$.Queue.Size` is at `$.Metrics.Queue.Size`. */
function rootEndingIn(last: string, key: string): string | undefined {
  return attributeRoots.find(
    ({ root, keys }) => root.endsWith(`.${last}`) && Array.isArray(keys) && (keys as readonly string[]).includes(key),
  )?.root;
}

/** What may stand behind a first segment that is no value by itself. */
function rootsBelow(first: string): readonly string[] {
  const longer = attributeRoots.filter(({ root }) => root.startsWith(`${first}.`));
  return [...new Set(longer.map(({ root }) => root.split('.')[1] ?? ''))];
}

/** Keys that a message lists at most. */
const MOST_SHOWN = 8;

/** Parameters of the mode `jsonpath`. */
const ONLY_PATHS: ReadonlySet<string> = new Set(['ComparisonValue', 'CallbackNumber']);
