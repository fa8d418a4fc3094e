import { distance } from 'fastest-levenshtein';
import { attributeOf } from '../../check/types.ts';
import { attributeSet, happenedOf, setKeysOf } from '../facts/known.ts';
import { insteadOf } from '../facts/instead.ts';
import { readsOf } from '../facts/reads.ts';
import { disconnect, flow, play, setAttributes } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ path: string; meant: string | undefined }>({
  code: 'lint/attribute-never-set',
  severity: 'hint',
  summary: 'A flow reads an attribute that it never sets, and sets one that is spelled nearly the same.',
  docs: `
Attributes come from everywhere: from an earlier flow, from a Lambda function that calls the API, from whoever started the
contact. So one that this flow does not set is nothing to speak of, unless it sets another whose name differs by a letter
or a capital: \`$.Attributes.customerid\` and \`customerId\` are two attributes, and comparing with the wrong one never
matches, silently. Attributes that the project declares (\`attribute tier\`) are left alone.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/bp-contact-flows.html
`,
  bad: () => ({
    content: flow([
      setAttributes('write', { customerId: '42' }, 'say'),
      play('say', 'Your number is $.Attributes.customerid', 'bye'),
      disconnect(),
    ]),
  }),
  good: () => ({
    content: flow([
      setAttributes('write', { customerId: '42' }, 'say'),
      play('say', 'Your number is $.Attributes.customerId', 'bye'),
      disconnect(),
    ]),
  }),
  message: (p) => `This flow reads \`${p.path}\` and sets no attribute of that name.`,
  help: (p) => `Did you mean \`$.Attributes.${p.meant ?? ''}\`?`,
  check(context, report) {
    const set = context.shared(setKeysOf);
    if (set.size === 0) return;
    const said = new Set<string>();
    for (const { action, path, parameter, root, key } of context.shared(readsOf)) {
      if (root?.root !== 'Attributes' || key === undefined || key.includes('*') || set.has(key) || said.has(key))
        continue;
      if (context.shared(happenedOf).ever(attributeSet('Attributes', key))) continue;
      if (context.program !== undefined && attributeOf(context.program, key) !== undefined) continue;
      said.add(key);
      const meant = nearMiss(key, set);
      if (meant === undefined) continue;
      const place = context.pathPlace(action, parameter, path.text);
      const fixes = insteadOf(`$.Attributes.${key}`, `$.Attributes.${meant}`, place);
      report(place, { path: path.text, meant }, fixes);
    }
  },
});

/** A key that is the same but for capitals and joints, or for one letter. Names that differ by a digit are a series. */
function nearMiss(key: string, keys: ReadonlySet<string>): string | undefined {
  const plain = bare(key);
  const letter = key.length >= LONG_ENOUGH && !/\d/.test(key);
  for (const other of keys) {
    if (Math.abs(other.length - key.length) > MOST_JOINTS) continue;
    if (bare(other) === plain || (letter && !/\d/.test(other) && distance(key, other) === 1)) return other;
  }
  return undefined;
}

const LONG_ENOUGH = 6;
/** Joints (`_`, `-`, blanks) that one spelling may have more than another. */
const MOST_JOINTS = 4;

function bare(key: string): string {
  return key.replace(/[_\s-]/g, '').toLowerCase();
}
