/** Nothing that a flow says is dropped without a word: not the first of two keys, not a word too much. */
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { entityData } from '../../src/check/data.ts';
import { compile } from '../../src/compiler.ts';
import type { SourceText } from '../../src/text/text.ts';

/** What is said of a statement in a flow without other faults, as `code: the text that it is about`. */
function toldOf(statement: string): string[] {
  const text = `existing lambda L\ninbound flow F {\n  on error -> bye\n  ${statement}\n  bye: disconnect\n}\n`;
  const source: SourceText = { path: 'x.flow', text };
  return compile([source], { lint: false }).diagnostics.map(
    ({ code, place: { span } }) => `${code}: ${text.slice(span.start, span.end)}`,
  );
}

it.each([
  ['keys of the user’s own', 'set attributes { a: "1", a: "2" }', 'a: "2"'],
  ['a map', 'invoke lambda L { timeout: 8s, with { k: "1", k: "2" } }', 'k: "2"'],
  [
    'a map whose keys are spelled in two ways',
    'invoke lambda L { timeout: 8s, with { k: "1", "k": "2" } }',
    '"k": "2"',
  ],
  ['a parameter of a raw action', 'action Foo { A: 1, A: 2 }', 'A: 2'],
  ['braces of a raw action', 'action Foo { A: [{ b: 1, c: 2, b: 3 }] }', 'b: 3'],
  ['the document', 'document { Foo: "a", Foo: "b" }', 'Foo: "b"'],
])('tells of a key that stands twice in %s', (_, statement, second) => {
  expect(toldOf(statement)).toEqual([`check/duplicate-parameter: ${second}`]);
});

it('takes the same key in braces of their own', () => {
  expect(toldOf('action Foo { A: { b: 1 }, B: [{ b: 1 }, { b: 2 }] }')).toEqual([]);
});

it('tells of a member of the document that is no JSON', () => {
  expect(toldOf('document { Foo: one two }')).toEqual(['check/value-kind: one two']);
});

it.each([
  ['if $.Attributes.n > 10 minutes { play "x" }', 'check/surplus-operand: minutes'],
  ['match $.Attributes.n { on > 5 6 -> bye, on default -> next }', 'check/unknown-branch: > 5 6'],
])('tells of a second operand of a comparison of numbers: %s', (statement, told) => {
  expect(toldOf(statement)).toEqual([told]);
});

it('tells of an operand that is said to be absent, and must be there', () => {
  expect(toldOf('set queue absent')).toEqual(['check/unknown-reference: absent']);
});

it.each([
  String.raw`raw_error "{\"ErrorType\": \"A\"}"`,
  String.raw`raw_condition "{\"Condition\": {\"Operator\": \"Equals\", \"Operands\": [\"1\"]}}"`,
])('tells of a word behind a branch in JSON: %s', (raw) => {
  const codesOf = (on: string): readonly string[] => {
    const text = `inbound flow F {\n  match $.Attributes.a {\n    on ${on} -> next\n    on default -> next\n  }\n  disconnect\n}\n`;
    return compile([{ path: 'x.flow', text }], { lint: false }).diagnostics.map(({ code }) => code);
  };
  expect(codesOf(raw)).not.toContain('check/unknown-branch');
  expect(codesOf(`${raw} zzz`)).toContain('check/unknown-branch');
});

it.each([
  ['zzz', 'zzz'],
  ['5s', '5s'],
  ['{ a: 1 }', '{ a: 1 }'],
])('tells of what stands behind a prompt of a loop: %s', (surplus, told) => {
  const text = `existing prompt P\ncustomer_hold flow F {\n  loop_prompts {\n    play prompt P ${surplus}\n    play "x"\n  }\n}\n`;
  const { diagnostics } = compile([{ path: 'x.flow', text }], { lint: false });
  expect(diagnostics.map(({ code, place: { span } }) => `${code}: ${text.slice(span.start, span.end)}`)).toEqual([
    `check/surplus-operand: ${told}`,
  ]);
});

it.each([
  ['module M {\n  branches ["a"] 10m\n  return "a"\n}', 'check/property-form: 10m'],
  ['module M {\n  returns > { a: text }\n  return\n}', 'check/property-form: >'],
  ['existing queue Q { [a] }', 'check/property-form: [a]'],
  ['flow flow F { disconnect }', 'syntax/name-in-several-words: F'],
])('tells of what has no place in a declaration: %s', (text, told) => {
  const { diagnostics } = compile([{ path: 'x.flow', text: `${text}\n` }], { lint: false });
  const all = diagnostics.map(({ code, place: { span } }) => `${code}: ${text.slice(span.start, span.end)}`);
  expect(all).toContain(told);
});

/** Examples without their comments and blank lines, and what else stands there for the eye alone. */
const SOURCES = ['callcentre-ja', 'clinic-en', 'chat-and-task', 'smallest'].map((name) =>
  sourcesOf(`examples/${name}`),
);
const WORDS = ['zzz', '7', '"zz"', '5s', '$.Attributes.zz', 'zz: 1', 'on zz -> next', '[a]', '>', 'off', 'absent'];

it('tells of a word that is put anywhere, or compiles it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SOURCES),
      fc.nat(),
      fc.nat(),
      fc.constantFrom(...WORDS),
      (sources, file, at, word) => {
        const chosen = file % sources.length;
        const { path, text } = sources[chosen] as SourceText;
        const spots = [...text.matchAll(/[^\s,]+(?=[^"\n]*(?:"[^"\n]*"[^"\n]*)*$)/gm)].map(
          ({ index, 0: said }) => index + said.length,
        );
        const spot = spots[at % spots.length] as number;
        const changed = { path, text: `${text.slice(0, spot)} ${word}${text.slice(spot)}` };
        const after = outcomeOf(sources.map((source, i) => (i === chosen ? changed : source)));
        expect(after === outcomeOf(sources), `${word} in ${text.slice(Math.max(0, spot - 60), spot)}`).toBe(false);
      },
    ),
    { numRuns: 150 },
  );
});

function sourcesOf(folder: string): readonly SourceText[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.flow'))
    .map((path) => ({
      path,
      text: readFileSync(join(folder, path), 'utf8').replace(/^\s*\/\/.*$|\/\/[^"\n]*$/gm, ''),
    }));
}

function outcomeOf(sources: readonly SourceText[]): string {
  const { flows, program, diagnostics } = compile(sources);
  const things = [...program.names.values()].flatMap((named) => [...named.values()].map((one) => entityData(one)));
  const told = diagnostics.map(({ code, message }) => [code, message]);
  return JSON.stringify([flows.map(({ type, display, emitted }) => [type, display, emitted().json]), things, told]);
}
