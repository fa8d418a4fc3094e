import { attributeOf } from '../../check/types.ts';
import { nearMiss, spellingIn } from '../facts/attribute-spelling.ts';
import { attributeSet, happenedOf, setKeysOf } from '../facts/known.ts';
import { insteadOf } from '../facts/instead.ts';
import { readsOf } from '../facts/reads.ts';
import { disconnect, flow, play, setAttributes } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ path: string; meant: string; sets: string }>({
  code: 'lint/attribute-never-set',
  severity: 'hint',
  summary: 'A flow reads an attribute that nothing sets; one that is spelled nearly the same is set.',
  docs: `
Attributes come from everywhere: from an earlier flow, from a Lambda function that calls the API, from whoever started the
contact. So one that no flow of the project sets is nothing to speak of, unless this one or another sets one whose name differs by a letter
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
  message: (p) => `This flow reads \`${p.path}\` and ${p.sets}.`,
  help: (p) => `Did you mean \`$.Attributes.${p.meant}\`?`,
  check(context, report) {
    const set = context.shared(setKeysOf);
    const said = new Set<string>();
    for (const { action, path, parameter, root, key } of context.shared(readsOf)) {
      if (root?.root !== 'Attributes' || key === undefined || key.includes('*') || set.has(key) || said.has(key))
        continue;
      if (context.shared(happenedOf).ever(attributeSet('Attributes', key))) continue;
      if (context.program !== undefined && attributeOf(context.program, key) !== undefined) continue;
      said.add(key);
      const elsewhere = context.ask((program) => spellingIn(program, key));
      if (elsewhere === key) continue;
      const here = nearMiss(key, set);
      const meant = here ?? elsewhere;
      if (meant === undefined) continue;
      const place = context.pathPlace(action, parameter, path.text);
      const fixes = insteadOf(`$.Attributes.${key}`, `$.Attributes.${meant}`, place);
      const sets = here === undefined ? `no flow of the project sets that attribute` : 'sets no attribute of that name';
      report(place, { path: path.text, meant, sets }, fixes);
    }
  },
});
