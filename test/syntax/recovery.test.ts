import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Flow } from '../../src/syntax/ast.ts';
import { parse } from '../../src/syntax/parse.ts';
import { applyEdits, positionAt } from '../../src/text/text.ts';
import { mutationsOf } from './mutations.ts';

const clinic = readFileSync('test/syntax/fixtures/clinic.flow', 'utf8');

/** `line code` of every message. */
function told(text: string): string[] {
  const source = { path: 'a.flow', text };
  return parse(source).diagnostics.map(
    ({ code, place }) => `${positionAt(source, place.span.start).line} ${code.replace('syntax/', '')}`,
  );
}

describe('a file with mistakes', () => {
  const text = readFileSync('test/syntax/fixtures/mistakes.flow', 'utf8');

  test('has a message for each, on its line', () => {
    expect(told(text)).toEqual([
      '5 lookalike',
      '8 unclosed-text',
      '11 single-equals',
      '15 missing-value',
      '21 unclosed-bracket',
      '23 unclosed-bracket',
    ]);
  });

  test('is read as far as it can be: steps are known, statements on other lines too', () => {
    const [flow] = parse({ path: 'a.flow', text }).tree.declarations as Flow[];
    const steps = flow?.body.items.filter((item) => item.kind === 'step').map(({ name }) => name.text);
    expect(steps).toEqual(['support', 'sales', 'apology', 'night']);
    expect(flow?.body.items.filter((item) => item.kind === 'statement').length).toBeGreaterThanOrEqual(4);
  });
});

test('a text block that is not closed reaches as far as lines are set in deeper', () => {
  const text = 'flow F {\n  play """\n    Hello\n      there\n  set logging on\n  disconnect\n}\n';
  const [flow] = parse({ path: 'a.flow', text }).tree.declarations as Flow[];
  expect(told(text)).toEqual(['2 unclosed-text']);
  expect(flow?.body.items).toHaveLength(3);
});

describe('a colon behind the name of a declaration', () => {
  test.each([
    ['param Greeting: text = "Hello."', 'param Greeting text = "Hello."'],
    ['param Count :number = 3', 'param Count number = 3'],
    ['existing queue Support: { hours: Office }', 'existing queue Support { hours: Office }'],
    ['inbound flow Main:{\n  disconnect\n}', 'inbound flow Main {\n  disconnect\n}'],
  ])('%s', (text, mended) => {
    const source = { path: 'a.flow', text };
    const { tree, diagnostics } = parse(source);
    expect(told(text)).toEqual(['1 colon-after-name']);
    expect(applyEdits(text, diagnostics[0]?.fixes?.[0]?.edits ?? [])).toBe(mended);
    const shape = (declarations: unknown) => JSON.stringify(declarations).replace(/"(start|end)":\d+/g, '');
    expect(shape(tree.declarations)).toBe(shape(parse({ path: 'a.flow', text: mended }).tree.declarations));
  });

  test('is no key of an entry, no label, and nothing that begins a line', () => {
    expect(told('queue A { hours: Office }\nflow F {\n  a: play "x" { voice: Mizuki }\n  disconnect\n}\n')).toEqual([]);
    expect(told('Greeting: text\n')).toEqual(['1 outside-flow']);
    expect(told('flow F {\n  transfer flow: X\n}\n')).toEqual(['2 statements-on-one-line']);
  });
});

function inFlow(lines: string): string {
  return `flow F {\n${lines.replace(/^/gm, '  ')}\n}\n`;
}

/** One mistake each, in a flow: the code of its message, and what its fix makes of it. */
const MISTAKES: readonly (readonly [string, string, string?])[] = [
  ['play "x" -> end', 'jump-behind-statement', 'play "x"\n-> end'],
  ['play "x" on error -> end', 'branch-behind-statement', 'play "x" { on error -> end }'],
  ['play "x" on error { end }', 'branch-behind-statement', 'play "x" { on error { end } }'],
  ['step a { }', 'empty-body'],
  ['step a {\n}', 'empty-body'],
  ['if $.a == "x" { }\nend', 'empty-body', 'if $.a == "x" { -> next }\nend'],
  ['if $.a == "x" {\n}\nend', 'empty-body', 'if $.a == "x" { -> next }\nend'],
  ['menu "x" { on 1 { } }\nend', 'empty-body', 'menu "x" { on 1 { -> next } }\nend'],
  [
    'if $.a == "x" {\n  menu "x" { on 1 { } }\n}\nend',
    'empty-body',
    'if $.a == "x" {\n  menu "x" { on 1 { -> next } }\n}\nend',
  ],
  ['repeat 3 { }', 'empty-body', 'repeat 3 { -> next }'],
  ['repeat 3 {\n  if $.a == "x" { }\n}', 'empty-body', 'repeat 3 {\n  if $.a == "x" { -> next }\n}'],
  ['if $.a == "x" { }', 'empty-body'],
  ['menu "x" { on 1 { } }\nstep a { end }', 'empty-body'],
  ['step a {\n  if $.a == "x" { }\n}', 'empty-body'],
  ['if $.a = "x" -> end', 'single-equals', 'if $.a == "x" -> end'],
  ['if ($.a = "x") -> end', 'single-equals', 'if ($.a == "x") -> end'],
  ['menu "x" { timeout = 8s }', 'equals-for-colon', 'menu "x" { timeout: 8s }'],
  ['menu "x" { timeout： 8s }', 'lookalike', 'menu "x" { timeout: 8s }'],
  ['menu "x" { on 1 => end }', 'lookalike', 'menu "x" { on 1 -> end }'],
  ['if a && b -> end', 'lookalike', 'if a  and  b -> end'],
  ['play "x";', 'lookalike', 'play "x"'],
  ['play "x"; // why', 'lookalike', 'play "x" // why'],
  ['menu "x" { on 1 -> end; }', 'lookalike', 'menu "x" { on 1 -> end }'],
  ['menu "x" { timeout: 8s; on 1 -> end }', 'lookalike', 'menu "x" { timeout: 8s, on 1 -> end }'],
  ['if $.a == "x"; { end }', 'lookalike', 'if $.a == "x" { end }'],
  ['if $.a == "x" { end }; else { end }', 'lookalike', 'if $.a == "x" { end } else { end }'],
  ['step a {\n  play "x"; end\n}', 'lookalike', 'step a {\n  play "x"\n  end\n}'],
  ["play 'x'", 'wrong-quotes', 'play "x"'],
  ['play `x`', 'wrong-quotes', 'play "x"'],
  ['play “x”', 'wrong-quotes', 'play "x"'],
  ['play ”x”', 'wrong-quotes', 'play "x"'],
  ['play 「はい、x」', 'wrong-quotes', 'play "はい、x"'],
  ['play 『「x」』', 'wrong-quotes', 'play "「x」"'],
  ['play ＂x＂', 'wrong-quotes', 'play "x"'],
  ['menu "x" { on １ -> end }', 'lookalike', 'menu "x" { on 1 -> end }'],
  ['wait １０m', 'lookalike', 'wait 10m'],
  ['split { on ３０％ -> end }', 'lookalike', 'split { on 30% -> end }'],
  ['play "x', 'unclosed-text', 'play "x"'],
  ['play "\\d"', 'unknown-escape', 'play "\\\\d"'],
  ['set attributes { 1: "x" }', 'key-not-a-name', 'set attributes { "1": "x" }'],
  ['menu "x" { 1 -> end }', 'missing-on', 'menu "x" { on 1 -> end }'],
  ['step two words { end }', 'name-in-several-words', 'step "two words" { end }'],
  ['play 5x', 'malformed-number', 'play "5x"'],
  ['set recording\n{ a: b\n}', 'brace-on-next-line'],
  ['set recording\n{\na: b\n}', 'brace-on-next-line', 'set recording {\na: b\n}'],
  ['if a and\n  b -> end', 'condition-on-next-line', 'if a and b -> end'],
  ['if a\n  or b {\n  end\n}', 'condition-on-next-line', 'if a or b {\n  end\n}'],
  ['if a { end } else if b and // why\n  c { end }', 'condition-on-next-line'],
  ['set recording { voice: [agent, customer }', 'unclosed-bracket', 'set recording { voice: [agent, customer] }'],
  ['set recording { voice: [agent, customer) }', 'wrong-bracket', 'set recording { voice: [agent, customer] }'],
  ['set attributes { tier: gold } }', 'surplus-bracket', 'set attributes { tier: gold }'],
  ['menu "x" { timeout: }', 'missing-value'],
  ['a:', 'missing-value'],
  ['menu "x" { on 1 }', 'missing-target'],
  ['menu "x" { on -> end }', 'missing-pattern'],
  ['menu "x" { on 1, -> end }', 'missing-pattern'],
  ['menu "x" { on 1 -> }', 'missing-jump-name'],
  ['if { end }', 'missing-condition'],
  ['if $.a == { end }', 'missing-comparand'],
  ['if $.a', 'missing-if-target'],
  ['if $.a { end } else', 'missing-else-target'],
  ['else { end }', 'stray-else'],
  ['if (a { end }', 'unclosed-bracket', 'if (a) { end }'],
  ['play ("a", "b")', 'texts-only'],
  ['set x [a: b]', 'not-an-element'],
  ['play "x" { on error -> next } play "y"', 'behind-block', 'play "x" { on error -> next }\nplay "y"'],
  ['menu "x" { a: 1 b: 2 }', 'statements-on-one-line', 'menu "x" { a: 1, b: 2 }'],
  ['play "x" if $.a { end }', 'statements-on-one-line', 'play "x", if $.a { end }'],
  ['on error -> a or b', 'unexpected-token'],
  ['| x', 'not-a-statement'],
  ['"x"', 'not-a-statement'],
  ['timeout: 5s', 'parameter-in-body'],
  ['x = 5', 'assignment'],
  ['step { end }', 'missing-name'],
  ['step a', 'missing-body'],
  ['repeat 3', 'missing-body'],
  ['step next { end }', 'reserved-name'],
  ['disconnect: play "x"', 'reserved-name'],
  ['a: step b { end }', 'labelled-step'],
  ['menu "x" { step a { end } }', 'misplaced-step'],
  ['menu "x" { timeout: 5s, if a -> b }', 'misplaced-if'],
  ['menu "x" { timeout: 5s, -> b }', 'misplaced-jump'],
  ['support { play "x", -> end }', 'body-of-statement'],
  ['play "x" /* y', 'unclosed-comment'],
  ['€ x', 'unknown-character'],
  [`if ${Array(150).fill('a').join(' or ')} -> x`, 'condition-too-long'],
  [`if a -> x${' else if a -> x'.repeat(150)}`, 'chain-too-long'],
];

describe('each mistake', () => {
  test.each(MISTAKES)('%s: %s', (line = '', code, fixed) => {
    const text = inFlow(line);
    const { diagnostics } = parse({ path: 'a.flow', text });
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([`syntax/${code}`]);
    const fix = diagnostics[0]?.fixes?.[0];
    expect(fix && applyEdits(text, fix.edits)).toBe(fixed && inFlow(fixed));
    if (fix) expect(told(applyEdits(text, fix.edits))).toEqual([]);
  });

  test.each([
    ['on error -> a', 'outside-flow'],
    ['disconnect', 'outside-flow'],
    ['"x" { a: b }', 'not-a-declaration'],
    ['inbound flow { end }', 'missing-name'],
    ['inbound flow F', 'missing-body'],
    ['inbound flow Main line { end }', 'name-in-several-words'],
    ['inbound Main { play "x", -> end }', 'missing-flow'],
    ['existing inbound flow F', 'kind-of-existing-flow'],
    ['existing module M { play "x", -> end }', 'missing-flow'],
    ['existing', 'missing-name'],
    ['existing "queue" Q', 'not-a-declaration'],
    ['existing 5 Q', 'not-a-declaration'],
  ])('%s: %s', (text, code) => {
    expect(told(text)).toEqual([`1 ${code}`]);
  });

  test('what is indented below a head without braces was to stand in them', () => {
    expect(told('inbound flow A\n  play "x"\n  disconnect\n')).toEqual(['1 missing-body']);
    const { tree } = parse({ path: 'a.flow', text: 'inbound flow A\n  play "x"\nqueue Q { hours: H }\n' });
    expect(tree.declarations.map(({ kind }) => kind)).toEqual(['flow', 'entity']);
  });

  test('of braces behind `existing`, or a pin, has no fix: there would still be no flow', () => {
    for (const head of ['existing module M', 'module = "M"']) {
      const [found] = parse({ path: 'a.flow', text: `${head} { play "x", -> end }` }).diagnostics;
      expect([found?.code, found?.fixes]).toEqual(['syntax/missing-flow', undefined]);
    }
  });

  test('a file that is cut off has one message at its end', () => {
    expect(told(clinic.slice(0, clinic.indexOf('on timeout, default {')))).toEqual(['61 file-cut-off']);
  });
});

test('a file that is not set in has few messages too', () => {
  const flat = clinic.replace(/^ +/gm, '');
  expect(told(flat)).toEqual([]);
  expect(told(flat.replace('{ on closed -> night }', '{ on closed -> night'))).toEqual(['36 unclosed-bracket']);
  expect(told(flat.replace('play "はじめての方ですね。"', '}')).length).toBeLessThanOrEqual(3);
});

test('a name that a condition leads to is no part of it', () => {
  const flow = (line: string): string => `flow F {\n  ${line}\n  disconnect\n  step or {\n    disconnect\n  }\n}\n`;
  expect(told(flow('if $.Channel == "VOICE" -> or'))).toEqual([]);
  expect(told(flow('if $.Channel == "VOICE" { end } else -> or'))).toEqual([]);
});

test('a key may be any word of the grammar', () => {
  const keys = ['on', 'if', 'else', 'and', 'or', 'not'].map((word) => `${word}: "x"`);
  expect(told(`flow F {\n  set attributes { ${keys.join(', ')} }\n  disconnect\n}\n`)).toEqual([]);
});

describe('a single slip of the hand', () => {
  const slips = mutationsOf(clinic)
    .map((slip) => ({
      ...slip,
      told: told(slip.text),
      line: positionAt({ path: '', text: slip.text }, slip.offset).line,
    }))
    .filter((slip) => slip.told.length > 0);
  const share = (of: typeof slips) => of.length / slips.length;

  test('is told once', () => {
    expect(slips.length).toBeGreaterThan(1500);
    const often = slips.filter((slip) => slip.told.length > 1);
    expect(
      share(often),
      often.map((slip) => `${slip.kind}, line ${slip.line}: ${slip.told.join(', ')}`).join('\n'),
    ).toBeLessThan(0.01);
  });

  test('is told on its line, or at the bracket that it leaves open', () => {
    const far = slips.filter((slip) => {
      const [line, code] = (slip.told[0] ?? '').split(' ');
      return Math.abs(Number(line) - slip.line) > 1 && code !== 'unclosed-bracket';
    });
    expect(
      share(far),
      far.map((slip) => `${slip.kind}, line ${slip.line}: ${slip.told.join(', ')}`).join('\n'),
    ).toBeLessThan(0.01);
  });
});
