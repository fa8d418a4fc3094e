/** No input ends in an exception: texts, mutated programs, JSON of any kind, through every direction. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkJson, compile } from '../../src/compiler.ts';
import { decompile } from '../../src/decompiler.ts';
import { render } from '../../src/diagnostics/render/index.ts';
import { readFlow } from '../../src/flowjson/read.ts';
import { format } from '../../src/syntax/format.ts';
import { runs } from '../runs.ts';

const RUNS = runs(150);

const EXAMPLES = join(import.meta.dirname, '../../examples');
const programs = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.flow'))
  .map((path) => readFileSync(join(EXAMPLES, path), 'utf8'));

/** A program with up to six stretches removed, doubled, swapped or overwritten. */
const mutated = fc
  .tuple(
    fc.constantFrom(...programs),
    fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(40),
        fc.constantFrom('remove', 'double', 'replace', 'insert'),
        fc.oneof(
          fc.constantFrom('{', '}', '"', '(', '->', 'on', '\n', '$.', '\0', '\uD800', ':', ',', '/*', '"""'),
          fc.string({ maxLength: 5 }),
        ),
      ),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .map(([program, changes]) =>
    changes.reduce((text, [at, length, kind, other]) => {
      const start = Math.floor(at * text.length);
      const piece = text.slice(start, start + length);
      const middle = { remove: '', double: piece + piece, replace: other, insert: other + piece }[kind] ?? '';
      return text.slice(0, start) + middle + text.slice(start + length);
    }, program),
  );

function everything(text: string): void {
  const source = { path: 'x.flow', text };
  const { flows, diagnostics } = compile([source]);
  for (const flow of flows) JSON.parse(flow.emitted().json);
  render(diagnostics, { format: 'human', colour: false, width: 100 });
  for (const { place } of diagnostics) {
    expect(place.span.start).toBeGreaterThanOrEqual(0);
    expect(place.span.end).toBeLessThanOrEqual(place.source.text.length);
  }
  const once = format(source).text;
  expect(format({ path: 'x.flow', text: once }).text).toBe(once);
}

function everyJson(text: string): void {
  const source = { path: 'x.json', text };
  checkJson(source);
  const { graph } = readFlow(source);
  if (graph !== undefined) everything(decompile([{ source, graph }], { project: false }).files[0]?.text ?? '');
}

describe('nothing throws', () => {
  it('at any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), everything), { numRuns: RUNS });
  });

  it('at programs with mistakes', () => {
    fc.assert(fc.property(mutated, everything), { numRuns: RUNS });
  });

  it('at any JSON', () => {
    fc.assert(fc.property(fc.json(), everyJson), { numRuns: RUNS });
  });

  it('at documents that are nearly flows', () => {
    const odd = fc.oneof(
      fc.constantFrom(null, '', 0, true, [], {}, ['x'], { NextAction: 5 }),
      fc.string({ maxLength: 4 }),
    );
    const action = fc.record(
      {
        Identifier: odd,
        Type: fc.oneof(fc.constantFrom('Loop', 'Compare', 'Wait', 'GetParticipantInput'), odd),
        Parameters: odd,
        Transitions: fc.oneof(
          odd,
          fc.record(
            { NextAction: odd, Errors: fc.oneof(odd, fc.array(odd)), Conditions: fc.oneof(odd, fc.array(odd)) },
            { requiredKeys: [] },
          ),
        ),
      },
      { requiredKeys: [] },
    );
    const document = fc.record(
      {
        Version: odd,
        StartAction: odd,
        Actions: fc.array(fc.oneof(action, odd)),
        Metadata: fc.oneof(odd, fc.record({ ActionMetadata: odd, Annotations: odd })),
        Settings: odd,
      },
      { requiredKeys: ['Actions'] },
    );
    fc.assert(
      fc.property(document, (value) => everyJson(JSON.stringify(value))),
      { numRuns: RUNS },
    );
  });

  it.each([
    ['deep nesting', '{'.repeat(100_000)],
    ['deep parentheses', `flow X { play ${'('.repeat(50_000)} }`],
    ['deep ifs', `flow X {\n${'if $.a == "1" {\n'.repeat(5_000)}`],
    ['a long line', `flow X { play "${'a'.repeat(2_000_000)}" }`],
    [
      'a long chain of else',
      `flow X { if $.a == "1" { disconnect }${' else if $.a == "1" { disconnect }'.repeat(5_000)} }`,
    ],
    ['many nots', `flow X { if ${'not '.repeat(50_000)}$.a == "1" { disconnect } }`],
    ['Windows line ends and a BOM', '\uFEFFflow X {\r\n  disconnect\r\n}\r\n'],
    ['lone surrogates', 'flow X { play "\uDC00\uD800" }'],
    ['zero bytes', 'flow\0X {\0}'],
  ])('at %s', (_, text) => {
    everything(text);
  });

  it('at JSON nested deeply', () => {
    everyJson(
      `{"Actions":[{"Identifier":"a","Type":"X","Parameters":{"P":${'['.repeat(20_000)}${']'.repeat(20_000)}}}]}`,
    );
    everyJson('['.repeat(100_000));
  });
});
