import { attributeSet, happenedOf } from '../facts/known.ts';
import { readsOf } from '../facts/reads.ts';
import { compare, disconnect, flow, play, setAttributes } from '../sample.ts';
import { rule } from '../rule.ts';

export default rule<{ block: string; path: string }>({
  code: 'lint/attribute-set-on-some-paths',
  severity: 'warning',
  summary: 'A prompt says an attribute that only some of the paths to it have set.',
  docs: `
An attribute that nobody has set is an empty text: the prompt has a hole in it. Comparisons, Lambda functions and views may
well be made for that, so only what is said is checked, and not in modules, whose callers may have set it.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/bp-contact-flows.html
`,
  bad: () => ({
    content: flow([
      compare('channel', '$.Channel', { VOICE: 'write' }, 'say'),
      setAttributes('write', { wait: 'five minutes' }, 'say'),
      play('say', 'The wait is $.Attributes.wait', 'bye'),
      disconnect(),
    ]),
  }),
  good: () => ({
    content: flow([
      setAttributes('write', { wait: 'five minutes' }, 'say'),
      play('say', 'The wait is $.Attributes.wait', 'bye'),
      disconnect(),
    ]),
  }),
  message: (p) => `${p.block} says \`${p.path}\`, which is set on some of the paths that lead there and not on others.`,
  help: () => 'Set it on the other paths too, or before they part.',
  check(context, report) {
    if (context.flowType === 'MODULE') return;
    for (const { action, number, path, parameter, root, key } of context.shared(readsOf)) {
      if (root?.root !== 'Attributes' || key === undefined || !isSpoken(parameter) || !context.reached(action))
        continue;
      const fact = attributeSet('Attributes', key);
      const happened = context.shared(happenedOf);
      if (!happened.ever(fact) || happened.always(number, fact) || !happened.sometimes(number, fact)) continue;
      report(context.pathPlace(action, parameter, path.text), { block: context.name(action), path: path.text });
    }
  },
});

/** `Text`, `SSML`, `Messages.0.Text`. */
function isSpoken(parameter: string): boolean {
  return /(?:^|\.)(?:Text|SSML)$/.test(parameter);
}
