/** What is said of paths that lead nowhere, and of values that a module does not have. */
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler.ts';

/** Code, underlined text and help of what is wrong with the statements of a flow. */
function said(statements: string): readonly string[] {
  const text = `inbound flow T {\n  on error -> next\n  set logging on\n  ${statements}\n  disconnect\n}\n`;
  return compile([{ path: 't.flow', text }]).diagnostics.map(
    ({ code, help, place: { span } }) => `${code} ${text.slice(span.start, span.end)} | ${help ?? ''}`,
  );
}

describe('a path that begins with nothing that Connect knows', () => {
  it('is told once, however often a text has it', () => {
    expect(said('play "$.Foo.Bar, $.Queue.Foo and again $.Foo.Bar"')).toEqual([
      'lint/unknown-namespace $.Foo.Bar | Write `$.Attributes.` before a name of your own.',
      'lint/unknown-namespace $.Queue.Foo | Write `$.Attributes.` before a name of your own.',
    ]);
  });

  it('is told as such where nothing but a path may stand', () => {
    expect(said('if $.tier == "gold" { play "Hello." }')).toEqual([
      'service/path-required $.tier | Write `$.Attributes.` before a name of your own.',
    ]);
    expect(said('if $.External == "gold" { play "Hello." }')).toEqual([
      'service/path-required $.External | Put the value into an attribute first, and give the path of the attribute.',
    ]);
  });
});
