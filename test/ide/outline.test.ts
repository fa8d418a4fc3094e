/** What is told first, from outlines of files that nobody has read yet, holds in the end. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outlineOf, parseOutline } from '../../src/ide/session/outline.ts';
import { createSession } from '../../src/ide/session.ts';
import { parse } from '../../src/syntax/parse.ts';
import { changed, random } from './random-edits.ts';

const examples = resolve(import.meta.dirname, '../../examples');
const texts = readdirSync(examples, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.flow'))
  .map((file): [string, string] => [file, readFileSync(join(examples, file), 'utf8')]);
/** More files than are read in a moment. */
const many = [1, 2, 3].flatMap((copy) => texts.map(([path, text]): [string, string] => [`${copy}/${path}`, text]));

describe('an outline', () => {
  it.each([
    ['inbound flow A { play "}" }\nqueue Q { hours: H }\n', 'inbound flow A {          }\nqueue Q { hours: H }\n'],
    ['flow A {\n  // }\n  repeat 3 { play "x" }\n}\n', `flow A {${' '.repeat(32)}}\n`],
    ['module flow {\n  return\n}\n', 'module flow {\n  return\n}\n'],
    ['module M { -> end }\n', 'module M { -> end }\n'],
    ['existing flow F "Other"\nqueue Q { hours: H }', 'existing flow F "Other"\nqueue Q { hours: H }'],
    ['flow A { disconnect }\nflow B {\n  play "x"\n', 'flow A {            }\nflow B {\n  play "x"\n'],
    ['}\nflow A { disconnect }', '}\nflow A { disconnect }'],
    ['', ''],
  ])('of %j', (text, outline) => {
    expect(outlineOf(text)).toBe(outline);
  });

  it.each(texts)('of %s declares what the file does, at the same places', (path, text) => {
    const declared = ({ tree }: ReturnType<typeof parse>) =>
      tree.declarations.map(({ kind, name, span }) => [kind, name, span]);
    expect(declared(parseOutline({ path, text }))).toEqual(declared(parse({ path, text })));
  });
});

describe('first errors', () => {
  it('are errors in the end, and all that the source itself has', () => {
    const next = random(11);
    let told = 0;
    for (let i = 0; i < 25; i++) {
      const front = Math.floor(next() * many.length);
      const session = createSession();
      for (const [at, [path, text]] of many.entries()) {
        // Everything several times, so that there are names that stand twice too.
        session.set(path, at === front ? changed(changed(text, next), next) : text);
      }
      const path = many[front]?.[0] ?? '';
      const first = session.firstErrors(new Set([path]))?.diagnostics.get(path);
      const last = session.analyse().diagnostics.get(path) ?? [];
      const own = last.filter(({ code, severity }) => severity === 'error' && /^(?:syntax|check)\//.test(code));
      expect(first).toEqual(own);
      told += own.length;
    }
    expect(many.length).toBeGreaterThan(20);
    expect(told).toBeGreaterThan(15);
  });

  it('are not asked for where all has been read', () => {
    const session = createSession();
    for (const [path, text] of many) session.set(path, text);
    session.analyse();
    const [path = '', text = ''] = many[0] ?? [];
    session.set(path, `${text}\nqueue Another { hours: Nowhere }\n`);
    expect(session.firstErrors(new Set([path]))).toBeUndefined();
  });
});
