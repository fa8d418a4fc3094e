import { expect, it } from 'vitest';
import { parse } from '../../src/syntax/parse.ts';
import { byPrettier } from './pretty.ts';

async function refusalOf(text: string): Promise<SyntaxError & { readonly loc: unknown }> {
  return byPrettier(text).then(
    () => expect.unreachable('it was formatted'),
    (error: unknown) => error as SyntaxError & { readonly loc: unknown },
  );
}

it('a file with mistakes is refused with the first of them, at its place', async () => {
  const text = 'flow F {\n  play "a\n  end\n  menu { on }\n}\n';
  const [first] = parse({ path: 'a.flow', text }).diagnostics;
  const error = await refusalOf(text);
  expect(error).toBeInstanceOf(SyntaxError);
  expect(error.message).toContain(`${first?.message} `);
  expect(error.message).toContain(`[${first?.code}] (2:8)`);
  expect(error.message).toContain('> 2 |   play "a');
  expect(error.loc).toEqual({ start: { line: 2, column: 8 }, end: expect.anything() as unknown });
});

it('places are right in a file of Windows, with a byte order mark', async () => {
  expect((await refusalOf('\ufeffflow F {\r\n  play "a\r\n}\r\n')).message).toContain('(2:8)');
});

it('a mistake anywhere refuses a range too', async () => {
  const text = 'flow F {\n  play   "x"\n}\nflow G {';
  await expect(byPrettier(text, { rangeStart: 11, rangeEnd: 20 })).rejects.toThrow(SyntaxError);
});
