import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Body, Entity, Flow, Item, Param, Statement, Value } from '../../src/syntax/ast.ts';
import { parse } from '../../src/syntax/parse.ts';
import { meaning } from './arbitrary.ts';

function tree(text: string) {
  const parsed = parse({ path: 'a.flow', text });
  expect(parsed.diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  return parsed.tree;
}

function items(body: string): readonly Item[] {
  const [flow] = tree(`flow F {\n${body}\n}`).declarations;
  return (flow as Flow).body.items;
}

function item<K extends Item['kind']>(body: string, kind: K): Extract<Item, { kind: K }> {
  const [first] = items(body);
  expect(first?.kind).toBe(kind);
  return first as Extract<Item, { kind: K }>;
}

function entity(text: string): Entity {
  const [first] = tree(text).declarations;
  expect(first?.kind).toBe('entity');
  return first as Entity;
}

/** The value of `key: …` in a block. */
function value(text: string): Value {
  return (entity(`queue Q { key: ${text} }`).block?.entries[0] as Param).value;
}

/** What words say, with their kind where it is not `word`. */
function said(values: readonly Value[]): string[] {
  return values.map((each) => {
    switch (each.kind) {
      case 'word':
        return each.text;
      case 'text':
        return JSON.stringify(each.value);
      case 'literal':
        return `${each.type} ${each.text}`;
      case 'path':
      case 'number':
      case 'sign':
        return `${each.kind} ${each.text}`;
      default:
        return each.kind;
    }
  });
}

describe('declarations', () => {
  test('a flow with its kind, display name and documentation', () => {
    const [flow] = tree('/// One.\n/// Two.\ninbound flow Main "Main line" {\n  disconnect\n}').declarations;
    expect(meaning(flow)).toMatchObject({
      kind: 'flow',
      type: { text: 'inbound' },
      name: { text: 'Main', quoted: false },
      display: { value: 'Main line' },
      doc: 'One.\nTwo.',
    });
  });

  test('a module, a flow of no kind, a flow with a quoted name', () => {
    const kinds = tree('module M { end }\nflow F { end }\nflow "two words" { end }').declarations as Flow[];
    expect(kinds.map(({ type, name }) => [type?.text, name.text, name.quoted])).toEqual([
      ['module', 'M', false],
      [undefined, 'F', false],
      [undefined, 'two words', true],
    ]);
  });

  test('entities: existing, pinned, with operands, braces, a target', () => {
    expect(entity('existing queue Leads "Team leads" = "arn:x"')).toMatchObject({
      existing: true,
      entityKind: { text: 'queue' },
      name: { text: 'Leads' },
      operands: [{ value: 'Team leads' }],
      pin: { value: 'arn:x' },
    });
    expect(entity('number Main "+81501234XXXX" -> Reception').target).toMatchObject({ text: 'Reception' });
    expect(entity('existing flow Night = "arn:x"')).toMatchObject({ entityKind: { text: 'flow' } });
    expect(entity('quick_connect Q { queue: A, flow: B }').block?.entries).toHaveLength(2);
  });

  test('names in any script, in one Unicode form when bare', () => {
    const names = ['お問い合わせ', 'コール・センター', 'sfdc-RTT_flag__c', 'Ünïcode'];
    for (const name of names) expect(entity(`queue ${name}`).name.text).toBe(name.normalize('NFC'));
    expect(entity(`queue ${'ガ'.normalize('NFD')}`).name.text).toBe('ガ');
  });
});

describe('bodies', () => {
  test('a label, a step, a repeat, a jump, a default', () => {
    const body = 'on error, timeout -> a\nask: play "x"\nrepeat 3 { play "y" }\n-> next\nstep a { disconnect }';
    expect(items(body).map(({ kind }) => kind)).toEqual(['branch', 'statement', 'repeat', 'jump', 'step']);
    expect(item('"two words": play "x"', 'statement').label).toMatchObject({ text: 'two words', quoted: true });
    expect(item('step "on hold" { end }', 'step').name).toMatchObject({ text: 'on hold', quoted: true });
    expect(said(item('repeat over $.List as item { end }', 'repeat').words)).toEqual([
      'over',
      'path $.List',
      'as',
      'item',
    ]);
  });

  test('`if`, chained, with jumps for bodies, and a label', () => {
    const chain = item('check: if $.a == "x" { end } else if not $.b exists -> c\nelse -> d', 'if');
    expect(meaning(chain)).toMatchObject({
      label: { text: 'check' },
      then: { kind: 'body' },
      otherwise: { kind: 'if', label: undefined, then: { kind: 'jump' }, otherwise: { kind: 'jump' } },
    });
  });

  test('`and` binds tighter than `or`, `not` tightest, parentheses first', () => {
    const condition = item('if a or b and not c or (d or e) and f -> x', 'if').condition;
    expect(meaning(condition)).toMatchObject({
      kind: 'or',
      left: { kind: 'or', right: { kind: 'and', right: { kind: 'not' } } },
      right: { kind: 'and', left: { kind: 'or' } },
    });
  });

  test('a test knows its comparison, or keeps a word between', () => {
    const test = (text: string) => {
      const { condition } = item(`if ${text} -> x`, 'if');
      return condition.kind === 'test' ? [said(condition.words), condition.operator, said(condition.right)] : [];
    };
    expect(test('$.a >= 5')).toEqual([['path $.a'], '>=', ['number 5']]);
    expect(test('$.a contains "x"')).toEqual([['path $.a', 'contains', '"x"'], undefined, []]);
  });

  test('a branch has alternatives, each with its comparison', () => {
    const { block } = item('match $.x {\n on starts_with "a", > 10,\n  "b" -> c\n on default { end }\n}', 'statement');
    expect(meaning(block)).toMatchObject({
      entries: [
        {
          kind: 'branch',
          patterns: [
            { operator: undefined, words: [{ text: 'starts_with' }, { value: 'a' }] },
            { operator: '>', words: [{ text: '10' }] },
            { operator: undefined, words: [{ value: 'b' }] },
          ],
          target: { kind: 'jump' },
        },
        { kind: 'branch', target: { kind: 'body' } },
      ],
    });
  });

  test('`on` is a word where no entry begins', () => {
    expect(said(item('set logging on', 'statement').words)).toEqual(['set', 'logging', 'on']);
    const { block } = item('x { on: on, list: [on, off], on on -> on }', 'statement');
    expect(block?.entries.map(({ kind }) => kind)).toEqual(['param', 'param', 'branch']);
  });

  test('a verb phrase is not divided from its operands', () => {
    const { words, block } = item('check staffing Nurses > 0 { on default -> a }', 'statement');
    expect(said(words)).toEqual(['check', 'staffing', 'Nurses', 'sign >', 'number 0']);
    expect(block?.entries).toHaveLength(1);
    expect(item('set recording voice {}', 'statement').block).toMatchObject({ entries: [] });
    expect(item('set recording voice', 'statement').block).toBeUndefined();
  });

  test('parameters, clauses and branches in one line, or one a line', () => {
    const one = item('x { a: 1, with { "b c": 2 }, ends, on error -> y }', 'statement');
    const many = item('x {\n a: 1\n with { "b c": 2 }\n\n ends,\n on error -> y\n}', 'statement');
    expect(one.block?.entries.map(({ kind }) => kind)).toEqual(['param', 'clause', 'clause', 'branch']);
    expect(meaning(many)).toEqual(meaning(one));
  });

  test('documentation belongs to what stands below, other comments to the file', () => {
    const text = 'flow F { // one\n  /// of the play\n  play "x" /// two\n  // three\n  /// of nothing\n}';
    const { declarations, comments } = tree(text);
    expect(((declarations[0] as Flow).body.items[0] as Statement).doc).toBe('of the play');
    expect(comments.map((comment) => comment.text)).toEqual(['// one', '/// two', '// three', '/// of nothing']);
  });
});

describe('values', () => {
  test.each([
    ['5', 'number 5'],
    ['-60', 'number -60'],
    ['+60', 'number +60'],
    ['4.0', 'number 4.0'],
    ['1e21', 'number 1e21'],
    ['5s', 'duration 5s'],
    ['250ms', 'duration 250ms'],
    ['+60s', 'duration +60s'],
    ['30%', 'percent 30%'],
    ['09:00', 'time 09:00'],
    ['09:00-18:00', 'timeRange 09:00-18:00'],
    ['2026-12-29', 'date 2026-12-29'],
    ['2026-12-29..2027-01-03', 'dateRange 2026-12-29..2027-01-03'],
    ['2026-12-29T09:00:00+09:00', 'dateTime 2026-12-29T09:00:00+09:00'],
    ['+81501234XXXX', 'phone +81501234XXXX'],
    ['ja-JP', 'ja-JP'],
    ['mon-fri', 'mon-fri'],
    ["$.External['a b']", "path $.External['a b']"],
    ['$.x.y-z[0]', 'path $.x.y-z[0]'],
    ['"${QueueArn} $.a"', '"${QueueArn} $.a"'],
    ['"\\u3042\\n\\"\\\\\\/"', '"あ\\n\\"\\\\/"'],
    ['"\\ud800"', '"\\ud800"'],
    ['"{ -> // }"', '"{ -> // }"'],
  ])('%s', (text, expected) => {
    expect(said([value(text)])).toEqual([expected]);
  });

  test('a path ends before an arrow and before a full stop', () => {
    expect(items('if $.x->y')).toMatchObject([
      { condition: { words: [{ text: '$.x' }] }, then: { target: { text: 'y' } } },
    ]);
  });

  test('several values are one phrase; lists and maps nest', () => {
    expect(value('"gold" | "basic"')).toMatchObject({ kind: 'phrase', words: [{}, { kind: 'sign' }, {}] });
    expect(value('[a, ssml "x"\n  [1, 2]\n  { k: v }]')).toMatchObject({
      kind: 'list',
      items: [{ kind: 'word' }, { kind: 'phrase' }, { kind: 'list' }, { kind: 'block' }],
    });
    expect(value('{ a: { b: [] } }')).toMatchObject({ kind: 'block', entries: [{ value: { kind: 'block' } }] });
  });

  test('several texts in parentheses are one, as they are', () => {
    expect(value('(\n "One. "\n "Two."\n)')).toMatchObject({
      value: 'One. Two.',
      form: 'lines',
      parts: [{ value: 'One. ' }, { value: 'Two.' }],
    });
  });

  test.each([
    ['"""\n    one\n      two\n    """', 'one\n  two'],
    ['"""\r\n    one\r\n    """', 'one'],
    ['"""one"""', 'one'],
    ['"""\n    \n    one\n\n    """', '\none\n'],
    ['"""\n    """', ''],
    ['"""\n    a \\""" b\\u0020\n    """', 'a """ b '],
  ])('a block of text loses the indent of its closing quotes: %j', (text, expected) => {
    expect(value(text)).toMatchObject({ value: expected, form: 'block' });
  });
});

describe('lines', () => {
  test('end at a line feed, a carriage return, or both', () => {
    const text = 'flow F {\n  play "a"\n  if $.x == "y" {\n    end\n  }\n  else { end }\n}\n';
    for (const end of ['\r\n', '\r']) expect(meaning(tree(text.replaceAll('\n', end)))).toEqual(meaning(tree(text)));
  });

  test('a byte order mark is a blank', () => {
    expect(tree('\ufeffflow F { end }').declarations).toHaveLength(1);
  });

  test('spans are places in the text', () => {
    const text = 'inbound flow F {\n  a: play "x" { on error -> b }\n}';
    const flow = tree(text).declarations[0] as Flow;
    const play = flow.body.items[0] as Statement;
    const at = ({ span }: { span: { start: number; end: number } }) => text.slice(span.start, span.end);
    expect(at(flow)).toBe(text);
    expect(at(flow.name)).toBe('F');
    expect(at(play)).toBe('a: play "x" { on error -> b }');
    expect(play.words.map(at)).toEqual(['play', '"x"']);
    expect(play.block?.entries.map(at)).toEqual(['on error -> b']);
    expect(at(flow.body as Body)).toBe(text.slice(15));
  });
});

test('a whole program', () => {
  const text = readFileSync('test/syntax/fixtures/clinic.flow', 'utf8');
  expect(tree(text).declarations.map(({ kind, name }) => `${kind} ${name.text}`)).toEqual([
    'entity ClinicMain',
    'entity ClinicHours',
    'entity Nurses',
    'entity FindPatient',
    'entity Chime',
    'entity Night',
    'flow Reception',
  ]);
});
