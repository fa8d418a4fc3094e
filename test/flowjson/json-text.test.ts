import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/flowjson/decode.ts';
import { scanJson } from '../../src/flowjson/json-scan.ts';
import { readFlow } from '../../src/flowjson/read.ts';
import { positionAt } from '../../src/text/text.ts';
import { anyJson } from './arbitrary.ts';
import { runs } from '../runs.ts';

/** `line:column code message` of each diagnostic. */
function said(text: string): string[] {
  return readFlow({ path: 'flow.json', text }).diagnostics.map(({ code, message, place }) => {
    const { line, column } = positionAt(place.source, place.span.start);
    return `${line}:${column} ${code} ${message}`;
  });
}

describe('text that is no JSON', () => {
  it.each([
    ['', '1:1 json/invalid This is not valid JSON: there is nothing in it.'],
    [' \n', '1:1 json/invalid This is not valid JSON: there is nothing in it.'],
    [
      '{\n  "Actions": [],\n}',
      '2:16 json/invalid This is not valid JSON: a comma stands before }, with nothing after it.',
    ],
    ['[1,]', '1:3 json/invalid This is not valid JSON: a comma stands before ], with nothing after it.'],
    [
      '{"Actions": [{"Ident',
      '1:15 json/invalid This is not valid JSON: the text that begins here has no closing quote.',
    ],
    ['{"Actions": [', '1:14 json/invalid This is not valid JSON: it ends where a value should stand.'],
    ['{"a" 1}', '1:6 json/invalid This is not valid JSON: "1" stands where a colon should.'],
    ['{"a":1 "b":2}', '1:8 json/invalid This is not valid JSON: a text stands where a comma or } should.'],
    ["{'a':1}", `1:2 json/invalid This is not valid JSON: "'" stands where a key in double quotes should.`],
    ['{"a":True}', '1:6 json/invalid This is not valid JSON: True is no value; texts stand in double quotes.'],
    ['{"a":01}', '1:6 json/invalid This is not valid JSON: 01 is no value; texts stand in double quotes.'],
    [
      '{"a":"x\ny"}',
      '1:8 json/invalid This is not valid JSON: a line ends inside a text; write it as \\n, \\t or \\u00XX.',
    ],
    ['{"a":"\\q"}', '1:7 json/invalid This is not valid JSON: \\q is no escape in JSON.'],
    ['{"a":"\\u12"}', '1:7 json/invalid This is not valid JSON: \\u wants four hexadecimal digits.'],
    ['{} {}', '1:4 json/invalid This is not valid JSON: "{" stands after the end of the document.'],
    [
      '// comment\n{}',
      '1:1 json/invalid This is not valid JSON: a comment, which JSON does not have, stands where a value should.',
    ],
    ['flow Main {}', '1:1 json/invalid This is not valid JSON: flow is no value; texts stand in double quotes.'],
    ['{"Actions":\u00a0[]}', '1:12 json/invalid This is not valid JSON: "\u00a0" stands where a value should.'],
  ])('%j says where', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  it.each([
    ['{"Actions": ${jsonencode(actions)}}', true],
    ['{"Actions": [%{ for a in all }]}', true],
    ['{"Wait": {{ seconds }}}', true],
    ['{"Wait": <<SECONDS>>}', true],
    ['{"Wait": $5}', false],
    ['{"Wait": {5}}', false],
  ])('%j is told as a template: %s', (text, isTemplate) => {
    const [diagnostic] = readFlow({ path: 'flow.json', text }).diagnostics;
    expect(diagnostic?.code).toBe('json/invalid');
    expect(diagnostic?.help?.startsWith('This looks like a template') ?? false).toBe(isTemplate);
  });

  it.each([
    ['Resources:\n  Flow:\n', true],
    ['\n---\nResources:\n', true],
    ['resource "aws_connect_contact_flow" "main" {\n', true],
    ['{"Wait": seconds}', false],
    ['', false],
  ])('%j is told as another format: %s', (text, isOther) => {
    const [diagnostic] = readFlow({ path: 'flow.json', text }).diagnostics;
    expect(diagnostic?.code).toBe('json/invalid');
    expect(diagnostic?.help?.startsWith('Out of YAML') ?? false).toBe(isOther);
  });

  it('says where inside of a string', () => {
    const text = '{"ContactFlow":{"Name":"x","Content":"{\\"Actions\\":[1,]}"}}';
    expect(said(text)).toEqual([
      '1:54 json/invalid This is not valid JSON: a comma stands before ], with nothing after it.',
    ]);
    expect(text[53]).toBe(',');
  });

  it('may be nested without end', () => {
    const deep = 100_000;
    expect(said('['.repeat(deep) + ']'.repeat(deep))).toEqual([
      '1:92 json/too-deep This JSON is nested more than 90 levels deep.',
    ]);
    expect(said('{"Actions":['.repeat(deep))[0]).toContain('json/too-deep');
  });

  it('is found by the scanner exactly when JSON.parse refuses it', () => {
    const damaged = fc
      .tuple(anyJson, fc.nat(), fc.constantFrom('', ',', '"', '}', ']', '\\', '0', '\n', 'e', '-', '.'), fc.boolean())
      .map(([value, at, with_, pretty]) => {
        const text = JSON.stringify(value, null, pretty ? 2 : 0);
        const cut = at % (text.length + 1);
        return text.slice(0, cut) + with_ + text.slice(cut + (at % 2));
      });
    fc.assert(
      fc.property(damaged, (text) => {
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        const { root, error } = scanJson(text);
        expect(error === undefined).toBe(valid);
        expect(root !== undefined).toBe(valid);
        if (error !== undefined) expect(error.span.end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('text that JSON.parse takes too lightly', () => {
  it('has a key twice', () => {
    const text = '{"StartAction":"a","Actions":[{"Identifier":"a","Type":"T","Parameters":{"k":"1","\\u006b":"2"}}]}';
    expect(said(text)).toEqual([
      '1:82 json/duplicate-key The key "k" stands twice in one object; the last one counts.',
    ]);
    const { graph, diagnostics } = readFlow({ path: 'x', text });
    expect(graph?.actions[0]?.parameters).toEqual({ k: '2' });
    expect(diagnostics[0]?.related?.[0]?.place.span).toEqual({ start: 73, end: 76 });
    expect(text.slice(73, 87)).toBe('"k":"1","\\u006');
  });

  it('does not take a colon in a text for a key', () => {
    expect(said('{"StartAction":"a\\":","Actions":[]}')).toEqual([]);
    expect(said('{"StartAction":"a\\\\","Actions":[],"x":["\\\\\\":", ":"]}')).toEqual([]);
  });

  it.each([
    ['12345678901234567890', '12345678901234567000'],
    ['1e400', 'null'],
    ['-0', '0'],
    ['9007199254740993', '9007199254740992'],
    ['0.10000000000000001', '0.1'],
  ])('has a number that cannot be kept: %s', (written, kept) => {
    expect(said(`{"StartAction":"a","Actions":[],"x":[${written}]}`)).toEqual([
      `1:38 json/inexact-number The number ${written} cannot be kept exactly; it becomes ${kept}.`,
    ]);
  });

  it.each([
    ['4.0', '4'],
    ['1.50', '1.5'],
    ['1E3', '1000'],
    ['1e21', '1e+21'],
    ['0.0000001', '1e-7'],
  ])('has a number that is spelled otherwise: %s', (written, kept) => {
    expect(said(`{"StartAction":"a","Actions":[],"x":[${written}]}`)).toEqual([
      `1:38 json/number-spelling The number ${written} is written ${kept} from here on.`,
    ]);
  });

  it.each(['4', '-1.5', '548.9949340820312', '0', '100000000000000000000'])('keeps %s', (written) => {
    expect(said(`{"StartAction":"a","Actions":[],"x":[${written}]}`)).toEqual([]);
  });

  it.each([
    '{"Actions":[],"Metadata":{"x":0.12345678901234567890123,"y":4.0}}',
    '{"modules":[{"metadata":{"position":{"x":4.0}}}],"metadata":{"x":4.0}}',
    '{"LastModifiedTime":1700000000.0,"Content":"{\\"Actions\\":[]}"}',
  ])('does not mind how others are spelled: %s', (text) => {
    expect(said(text).filter((line) => line.includes('number'))).toEqual([]);
  });

  it('has a number inside of a string', () => {
    expect(said('{"Content":"{\\"Actions\\":[],\\"x\\":4.0}"}')).toEqual([
      '1:35 json/number-spelling The number 4.0 is written 4 from here on.',
    ]);
  });

  it('is longer than Connect takes', () => {
    const long = (length: number) => JSON.stringify({ StartAction: 'x'.repeat(length), Actions: [] }, null, 2);
    const fixed = JSON.stringify({ StartAction: '', Actions: [] }).length;
    expect(said(long(256_000 - fixed))).toEqual([]);
    expect(said(long(256_001 - fixed))).toEqual([
      '1:1 json/too-long This flow is 256001 characters long without blanks and layout; Connect takes 256000.',
    ]);
  });
});

describe('bytes', () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);
  const codes = (value: Uint8Array) => {
    const { text, diagnostics } = decode(value, 'x.json');
    return [text, ...diagnostics.map(({ code, message }) => `${code}: ${message}`)];
  };

  it('are UTF-8, with a mark or without', () => {
    expect(codes(new TextEncoder().encode('{"a":"é日"}'))).toEqual(['{"a":"é日"}']);
    expect(codes(bytes(0xef, 0xbb, 0xbf, 0x7b, 0x7d))).toEqual(['{}']);
    expect(codes(bytes())).toEqual(['']);
  });

  it('may be Windows-1252, or UTF-16 with a mark', () => {
    expect(codes(bytes(0x22, 0xe9, 0x96, 0x22))).toEqual([
      '"é–"',
      'json/encoding: This file is not UTF-8; it was read as Windows-1252.',
    ]);
    expect(codes(bytes(0xff, 0xfe, 0x7b, 0, 0x7d, 0))).toEqual([
      '{}',
      'json/encoding: This file is not UTF-8; it was read as UTF-16.',
    ]);
  });

  it('are refused when they are no text', () => {
    expect(codes(bytes(0x50, 0x4b, 3, 4, 0, 0))).toEqual([
      undefined,
      'json/binary: This is not a text file: it holds zero bytes.',
    ]);
    expect(codes(bytes(0x22, 1, 2, 0x22))).toEqual([
      undefined,
      'json/binary: This is not a text file: it holds control characters.',
    ]);
    expect(codes(bytes(0xff, 0xd8, 0xff, 0xe0, 1))).toEqual([
      undefined,
      'json/binary: This is not a text file: it holds control characters.',
    ]);
  });
});
