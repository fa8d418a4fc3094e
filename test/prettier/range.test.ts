import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/syntax/parse.ts';
import { format } from '../../src/syntax/format.ts';
import { arbitraryFile, meaning } from '../syntax/arbitrary.ts';
import { printFile } from '../../src/syntax/print.ts';
import { byFmt, byPrettier } from './pretty.ts';
import { runs } from '../runs.ts';

/** Formats what stands between `«` and `»`, by both. */
async function ranged(marked: string): Promise<string> {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const text = marked.replace(/[«»]/g, '');
  const formatted = format({ path: 'a.flow', text }, { range: { start, end } }).text;
  expect(await byPrettier(text, { rangeStart: start, rangeEnd: end })).toBe(formatted);
  return formatted;
}

describe('a range', () => {
  it.each([
    ['a statement', 'flow F {\n  play   "a"\n  pl«a»y   "b"\n  play   "c"\n}\n', 'play   "b"', 'play "b"'],
    [
      'two',
      'flow F {\n  pl«ay   "a"\n play   » "b"\n play   "c"\n}\n',
      '  play   "a"\n play    "b"',
      '  play "a"\n  play "b"',
    ],
    [
      'an entry',
      'flow F {\n  menu   {\n   timeout:«   5s ,\n on»   1->next\n  on 2  -> next\n  }\n}\n',
      '   timeout:   5s ,\n on   1->next',
      '    timeout: 5s\n    on 1 -> next',
    ],
    ['a declaration', 'queue   A\n«queue   B»\nqueue   C\n', 'queue   B', 'queue B'],
    [
      'its comments',
      'flow F {\n«      // a»\n      /// d\n play   "a"   // b\n   end\n}\n',
      '      // a\n      /// d\n play   "a"   // b',
      '  // a\n  /// d\n  play "a" // b',
    ],
    [
      'what shares its line, with what is around',
      'flow F {\n  menu {timeout:«5s»,on 1->next}\n   end\n}\n',
      'menu {timeout:5s,on 1->next}',
      'menu {\n    timeout: 5s\n    on 1 -> next\n  }',
    ],
    [
      'an if, from the words between its braces',
      'flow F {\n  if a   {\n end\n }  /* c */  «else» {\n  end }\n   end\n}\n',
      'if a   {\n end\n }  /* c */  else {\n  end }',
      'if a {\n    end\n  } else {\n    // c */\n    end\n  }'.replace('// c */', '/* c */'),
    ],
  ])('formats %s and nothing else', async (_, marked, before, after) => {
    expect(await ranged(marked)).toBe(marked.replace(/[«»]/g, '').replace(before, after));
  });

  it.each([
    ['of blank lines', 'flow F {\n  play   "a"\n«\n\n»  play   "b"\n}\n'],
    ['in what is to be left alone', 'flow F {\n  // prettier-ignore\n  menu   {\n «on   1->next»\n  }\n}\n'],
    ['of what is formatted', 'flow F {\n  pl«a»y "a"\n   end\n}\n'],
  ])('%s changes nothing', async (_, marked) => {
    expect(await ranged(marked)).toBe(marked.replace(/[«»]/g, ''));
  });

  it('keeps the line ends of the file', () => {
    const text = 'flow F {\r\n  play   "a"\r\n  menu {on 1->next}\r\n}\r\n';
    expect(format({ path: 'a.flow', text }, { range: { start: 26, end: 30 } }).text).toBe(
      'flow F {\r\n  play   "a"\r\n  menu {\r\n    on 1 -> next\r\n  }\r\n}\r\n',
    );
  });

  it('changes no meaning and no other line, settles, and is what fmt makes of these lines in a formatted file', () => {
    const program = fc.tuple(arbitraryFile, fc.array(fc.nat(3), { minLength: 1, maxLength: 20 }), fc.nat(), fc.nat(60));
    fc.assert(
      fc.property(program, ([tree, blanks, at, length]) => {
        const clean = printFile(tree);
        const start = at % (clean.length + 1);
        const range = { start, end: Math.min(clean.length, start + length) };
        expect(format({ path: 'a.flow', text: clean }, { range }).text).toBe(clean);

        let turn = 0;
        const messy = clean.replace(/^ */gm, () => ' '.repeat(blanks[turn++ % blanks.length] ?? 0));
        const before = parse({ path: 'a.flow', text: messy });
        // Other blanks in front of a `"""` text are another text.
        fc.pre(before.diagnostics.length === 0 && !messy.includes('"""'));
        const place = {
          start: start % (messy.length + 1),
          end: Math.min(messy.length, (start % (messy.length + 1)) + length),
        };
        const once = format({ path: 'a.flow', text: messy }, { range: place }).text;
        const [lines, old, all] = [once, messy, byFmt(messy)].map((text) => text.split('\n'));
        expect(meaning(parse({ path: 'a.flow', text: once }).tree)).toEqual(meaning(before.tree));
        expect(lines).toHaveLength(all?.length ?? 0);
        lines?.forEach((line, i) => {
          expect([old?.[i], all?.[i]]).toContain(line);
        });
      }),
      { numRuns: runs(200) },
    );
  });
});
