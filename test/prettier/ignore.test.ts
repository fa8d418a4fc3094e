import { describe, expect, it } from 'vitest';
import { byFmt, byPrettier } from './pretty.ts';

/** A text that stays as it is, by both. */
async function expectKept(text: string): Promise<void> {
  expect(byFmt(text)).toBe(text);
  expect(await byPrettier(text)).toBe(text);
}

describe('`prettier-ignore` leaves alone what stands below:', () => {
  it.each([
    ['a flow', '// prettier-ignore\nflow   F {play  "a"\n      end}\n\nflow G { end }\n'],
    ['an entity', 'queue A\n/* prettier-ignore */\nqueue   B   "b"\n'],
    ['a statement', 'flow F {\n  // prettier-ignore\n  play   "a"   {  on error->next  }\n  end\n}\n'],
    ['a labelled statement', 'flow F {\n  // prettier-ignore\n  a:play   "a"\n  end\n}\n'],
    ['an if', 'flow F {\n  // prettier-ignore\n  if   $.a=="b"   {end}\n     else   -> next\n  end\n}\n'],
    ['a step', 'flow F {\n  -> a\n\n  // prettier-ignore\n  step   a{end}\n\n  step b { end }\n}\n'],
    ['a default', 'flow F {\n  // prettier-ignore\n  on   error   ->   next\n\n  end\n}\n'],
    ['a parameter', 'flow F {\n  menu {\n    // prettier-ignore\n    timeout:   5s\n    on 1 -> next\n  }\n}\n'],
    [
      'a branch',
      'flow F {\n  menu {\n    // prettier-ignore\n    on   1  ,  2   { play   "a" }\n    on 3 -> next\n  }\n}\n',
    ],
    [
      'an item of a list',
      'flow F {\n  set recording {\n    voice: [\n      // prettier-ignore\n      { a:1 }\n      b\n    ]\n  }\n}\n',
    ],
    ['what has documentation', 'flow F {\n  // prettier-ignore\n  /// Says it.\n  play   "a"\n  end\n}\n'],
    [
      'what has comments',
      'flow F {\n  // prettier-ignore\n  menu   {   // one\n// two\n on 1->next /* three */ }\n  end\n}\n',
    ],
    ['what has a comment behind it', 'flow F {\n  // prettier-ignore\n  play   "a" // here\n  end\n}\n'],
    ['what has another comment between', 'flow F {\n  // prettier-ignore\n  // because\n\n  play   "a"\n  end\n}\n'],
    [
      'a text over lines',
      'flow F {\n  // prettier-ignore\n  play   """\n      a  \n\n         b\n      """\n  end\n}\n',
    ],
  ])('%s', (_, text) => expectKept(text));

  it('its first line is indented as what is around it', () => {
    expect(byFmt('flow F {\n// prettier-ignore\nmenu   {\n on 1->next\n}\nend\n}')).toBe(
      'flow F {\n  // prettier-ignore\n  menu   {\n on 1->next\n}\n  end\n}\n',
    );
  });

  it.each([
    ['behind something', 'flow F {\n  play "a" // prettier-ignore\n  play   "b"\n}\n'],
    ['behind a brace', 'flow F { // prettier-ignore\n  play   "b"\n}\n'],
    ['with more words', 'flow F {\n  // prettier-ignore this\n  play   "b"\n}\n'],
    ['after which another statement comes', 'flow F {\n  // prettier-ignore\n  play "a"\n  play   "b"\n}\n'],
  ])('not where it stands %s', async (_, text) => {
    const formatted = text.replace('play   "b"', 'play "b"');
    expect(byFmt(text)).toBe(formatted);
    expect(await byPrettier(text)).toBe(formatted);
  });
});
