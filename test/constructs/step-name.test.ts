/** The first statement of a step may be called as the step is: a name that people gave the block stands for both. */
import { expect, it } from 'vitest';
import { compile } from '../../src/compiler.ts';

const flowWith = (...step: string[]) => `inbound flow F {
  play "Hello." { on error -> goodbye }
  -> goodbye

  step goodbye {
    ${step.join('\n    ')}
  }
}
`;
const compiled = (text: string) => {
  const { flows, diagnostics } = compile([{ path: 'f.flow', text }]);
  return { actions: flows[0]?.graph.actions ?? [], codes: diagnostics.map(({ code }) => code) };
};

it('is one place with two mentions of its name', () => {
  const { actions, codes } = compiled(flowWith('on error -> next', 'goodbye: play "Bye."', 'disconnect'));
  expect(codes).toEqual([]);
  const [hello, bye] = actions;
  expect(bye).toMatchObject({ label: 'goodbye', parameters: { Text: 'Bye.' } });
  expect([hello?.next, hello?.errors[0]?.target]).toEqual([bye?.id, bye?.id]);
});

it.each([
  ['a later statement', ['play "Bye." { on error -> next }', 'goodbye: disconnect']],
  ['a statement in braces', ['if $.Channel == "CHAT" { goodbye: disconnect }', 'disconnect']],
])('is not %s', (_, step) => {
  expect(compiled(flowWith(...step)).codes).toContain('check/duplicate-label');
});
