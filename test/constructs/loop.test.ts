import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler.ts';
import { decompile } from '../../src/decompiler.ts';
import { readFlow } from '../../src/flowjson/read.ts';

const compiled = (head: string) =>
  compile([{ path: 't.flow', text: `inbound flow T {\n  repeat ${head} { play "a" }\n  disconnect\n}\n` }]);

const codes = (head: string) => compiled(head).diagnostics.map(({ code }) => code);

/** The head of the loop after text → JSON → text. */
function again(head: string): string | undefined {
  const source = { path: 't.json', text: compiled(head).flows[0]?.emitted().json ?? '' };
  const { graph } = readFlow(source);
  const [file] = graph === undefined ? [] : decompile([{ source, graph }], { project: false }).files;
  return /repeat (.*) \{/.exec(file?.text ?? '')?.[1];
}

describe('a loop over a list', () => {
  it.each(['over $.External.items as item', 'over $.External.items', 'over $.External.items as "a b"'])(
    'is said again as it was: %s',
    (head) => {
      expect(codes(head)).not.toContain('check/value-kind');
      expect(again(head)).toBe(head);
    },
  );

  it('has a name that is a word of the grammar in quotes', () => {
    expect(again('over $.External.items as "if"')).toBe('over $.External.items as "if"');
  });

  it.each([
    'over',
    'over as item',
    'over 3',
    'over [1, 2] as item',
    'over $.External.items item',
    'over $.External.items as',
    'over $.External.items as item more',
    '3 as item',
  ])('swallows no word: %s', (head) => {
    expect(codes(head)).toContain('check/value-kind');
  });
});
