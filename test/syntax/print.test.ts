import { describe, expect, test } from 'vitest';
import type { Declaration, Entry, Flow, Item, Name, SourceFile, Value } from '../../src/syntax/ast.ts';
import { format } from '../../src/syntax/format.ts';
import * as make from '../../src/syntax/make.ts';
import { parse } from '../../src/syntax/parse.ts';
import { printFile } from '../../src/syntax/print.ts';
import { NOWHERE } from '../../src/text/text.ts';

function file(...declarations: Declaration[]): SourceFile {
  return { kind: 'file', declarations, comments: [], span: NOWHERE };
}

function flow(...items: Item[]): Flow {
  const name = make.name('F');
  return {
    kind: 'flow',
    type: undefined,
    name,
    display: undefined,
    doc: undefined,
    body: make.body(items),
    span: NOWHERE,
  };
}

/** Items as the decompiler makes them, printed, without the flow around them. */
function printed(...items: Item[]): string {
  const text = printFile(file(flow(...items)));
  const [, only] = /^flow F \{ (.*) \}\n$/.exec(text) ?? [];
  if (only !== undefined) return only;
  return text
    .split('\n')
    .slice(1, -2)
    .map((line) => line.replace(/^ {2}/, ''))
    .join('\n');
}

/** The same of what people wrote. */
function formatted(body: string, width?: number): string {
  const source = { path: 'a.flow', text: `flow F {\n${body}\n}\n` };
  const { text, diagnostics } = format(source, width === undefined ? {} : { width });
  expect(diagnostics).toEqual([]);
  expect(format({ path: 'a.flow', text }).text).toBe(
    width === undefined ? text : format({ path: 'a.flow', text }).text,
  );
  return text
    .split('\n')
    .slice(1, -2)
    .map((line) => line.replace(/^ {2}/, ''))
    .join('\n');
}

const jump = (to: string) => make.jump(make.name(to));
const on = (pattern: Value | string, to: string) =>
  make.branch([make.pattern([typeof pattern === 'string' ? make.word(pattern) : pattern])], jump(to));
const play = (what: string) => make.statement([make.word('play'), make.text(what)]);
const param = (key: string, value: string) => make.param(make.name(key), make.word(value));
const menu = (...entries: Entry[]) => make.statement([make.word('menu')], make.block(entries));

describe('a statement and its block', () => {
  test('share a line with at most four entries and one branch', () => {
    expect(printed(menu(param('a', 'x'), param('b', 'y'), on('error', 'z')))).toBe(
      'menu { a: x, b: y, on error -> z }',
    );
    const five = ['a', 'b', 'c', 'd', 'e'].map((key) => param(key, 'x'));
    expect(printed(menu(...five))).toBe('menu {\n  a: x\n  b: x\n  c: x\n  d: x\n  e: x\n}');
    expect(printed(menu(on('error', 'x'), on('timeout', 'y')))).toBe('menu {\n  on error -> x\n  on timeout -> y\n}');
  });

  test('part where a branch is a case or has a body', () => {
    expect(printed(menu(on(make.numeral('1'), 'x')))).toBe('menu {\n  on 1 -> x\n}');
    expect(printed(menu(on(make.text('gold'), 'x')))).toBe('menu {\n  on "gold" -> x\n}');
    const body = make.branch([make.pattern([make.word('error')])], make.body([play('Sorry.')]));
    expect(printed(menu(body))).toBe('menu {\n  on error { play "Sorry." }\n}');
  });

  test('part where the line would be longer than its width, in which wide characters count two', () => {
    const wide = (count: number) =>
      make.statement([make.word('play'), make.text('あ'.repeat(count))], make.block([on('error', 'x')]));
    // 2 + `play "` + 2n + `" { on error -> x }` = 100
    expect(printed(wide(36))).toBe(`play "${'あ'.repeat(36)}" { on error -> x }`);
    expect(printed(wide(37))).toBe(`play "${'あ'.repeat(37)}" {\n  on error -> x\n}`);
  });

  test('tell an empty block from none', () => {
    expect(printed(menu())).toBe('menu {}');
    expect(printed(make.statement([make.word('menu')]))).toBe('menu');
  });
});

describe('bodies', () => {
  test('of one statement share a line, others do not', () => {
    const step = (...items: Item[]): Item => ({
      kind: 'step',
      name: make.name('a'),
      body: make.body(items),
      doc: undefined,
      span: NOWHERE,
    });
    const transfer = make.statement(make.words('transfer to flow Y'), make.block([on('error', 'disconnect')]));
    expect(printed(step(transfer))).toBe('step a { transfer to flow Y { on error -> disconnect } }');
    expect(printed(step(play('x'), play('y')))).toBe('step a {\n  play "x"\n  play "y"\n}');
  });

  test('have a blank line after the defaults, around steps, before a label that is a text or that jumps lead to', () => {
    const step: Item = {
      kind: 'step',
      name: make.name('a'),
      body: make.body([play('x')]),
      doc: undefined,
      span: NOWHERE,
    };
    const labelled = (said: string) =>
      make.statement([make.word('end')], undefined, make.name(said, said.includes(' ')));
    const before = (target: string) =>
      printed(on('error', target), play('x'), labelled('here'), labelled('The end'), step, step);
    expect(before('here')).toBe(
      'on error -> here\n\nplay "x"\n\nhere: end\n\n"The end": end\n\nstep a { play "x" }\n\nstep a { play "x" }',
    );
    expect(before('a')).toContain('play "x"\nhere: end\n\n"The end": end');
    const jumps = ['if x == "y" -> here', 'match x { on "y" -> here }', 'if x == "y" { play "z" } else -> here'];
    for (const jump of jumps) {
      const { tree } = parse({ path: 'a.flow', text: `flow F {\n${jump}\n}` });
      const [flow] = tree.declarations;
      const made = flow?.kind === 'flow' ? flow.body.items : [];
      expect(printed(...made, play('x'), labelled('here')), jump).toContain('play "x"\n\nhere: end');
    }
  });

  test('keep notes with what they stand above', () => {
    const note = (said: string) => make.statement([make.word('note'), make.text(said)]);
    const labelled = make.statement([make.word('end')], undefined, make.name('here'));
    const text = printed(play('x'), note('one'), note('two'), labelled, play('y'), note('three'), play('z'));
    expect(text).toBe('play "x"\n\nnote "one"\nnote "two"\nhere: end\nplay "y"\n\nnote "three"\nplay "z"');
    expect(formatted(text)).toBe(text);
  });

  test('`else` stands behind the brace', () => {
    expect(formatted('if a { play "x" }\nelse if b -> c\nelse { end }')).toBe(
      'if a {\n  play "x"\n} else if b -> c else {\n  end\n}',
    );
  });
});

describe('texts', () => {
  test('that are too long for a line are said a sentence a line, if nobody wrote them otherwise', () => {
    const sentence = 'ただいま大変混み合っておりますので、しばらくお待ちください。';
    expect(printed(play(sentence.repeat(3)))).toBe(`play (\n  "${sentence}"\n  "${sentence}"\n  "${sentence}"\n)`);
    expect(formatted(`play "${sentence.repeat(3)}"`)).toBe(`play "${sentence.repeat(3)}"`);
    const english = 'Please stay on the line and somebody will be with you in a moment. ';
    expect(printed(play(english.repeat(3)))).toBe(`play (\n  "${english}"\n  "${english}"\n  "${english}"\n)`);
    const list = `1. ${english}2. Press 3. ${english}`;
    expect(printed(play(list))).toBe(`play (\n  "1. ${english}"\n  "2. Press 3. "\n  "${english}"\n)`);
    const lines =
      'For sales press one, for everything else that we do, two. \nFor questions about a bill of yours press three.';
    expect(printed(play(lines))).toBe(`play (\n  "${lines.replace('\n', '\\n"\n  "')}"\n)`);
    const dots = 'For the U.S. Office call from 9 a.m. to 5 p.m. any day. ';
    expect(printed(play(english + dots + english))).toBe(`play (\n  "${english}"\n  "${dots}"\n  "${english}"\n)`);
  });

  test('keep their form', () => {
    expect(formatted('play (\n"One. " "Two."\n)')).toBe('play (\n  "One. "\n  "Two."\n)');
    expect(formatted('play """\n   a\n     b\n   """ { on error -> x }')).toBe(
      'play """\n  a\n    b\n  """ { on error -> x }',
    );
  });

  test('are escaped as JSON', () => {
    expect(printed(play('a "b" \\ \n \u0001 \ud800'))).toBe('play "a \\"b\\" \\\\ \\n \\u0001 \\ud800"');
    expect(formatted('play """\n   end: \\""" \\u0020\n   """')).toBe('play """\n  end: \\"\\"\\" \\u0020\n  """');
  });
});

describe('names', () => {
  test.each([
    ['plain', false, 'plain'],
    ['お問い合わせ', false, 'お問い合わせ'],
    ['two words', false, '"two words"'],
    ['5', false, '"5"'],
    ['plain', true, '"plain"'],
    ['next', false, '"next"'],
    ['', false, '""'],
    ['a"b', false, '"a\\"b"'],
  ])('a label %j (quoted: %s) is %s', (text, quoted, expected) => {
    const label: Name = make.name(text, quoted);
    expect(printed(make.statement([make.word('end')], undefined, label))).toBe(`${expected}: end`);
  });

  test('a target word is bare where it is the target, and quoted where it is a label', () => {
    expect(printed(jump('next'), make.jump(make.name('next', true)))).toBe('-> next\n-> "next"');
  });

  test('keys may be paths; what is neither word nor path is quoted', () => {
    const keys = ['$.Attributes.a', 'a b', '$.a b', '__proto__'].map((key) => param(key, 'x'));
    expect(printed(menu(...keys))).toBe('menu { $.Attributes.a: x, "a b": x, "$.a b": x, __proto__: x }');
  });

  test('what cannot stand bare is quoted rather than read as something else', () => {
    const odd = [
      make.word('a b'),
      make.numeral('x'),
      make.path('$x'),
      make.sign('&'),
      make.literal('date', 'today'),
      make.word('if'),
    ];
    const text = printFile(file(flow(make.statement([make.word('play'), ...odd]))));
    expect(parse({ path: 'a.flow', text }).diagnostics).toEqual([]);
    expect(text).toContain('play "a b" "x" "$x" "&" "today" "if"');
  });
});

describe('declarations', () => {
  test('lines of `existing` stand together, everything else apart', () => {
    const parsed = parse({
      path: 'a.flow',
      text: 'existing queue A\nexisting queue B = "x"\nqueue C\nflow F { end }\nflow G { end }',
    });
    const bare = JSON.parse(
      JSON.stringify(parsed.tree, (key, value: unknown) => (key === 'span' ? NOWHERE : value)),
    ) as SourceFile;
    expect(printFile(bare)).toBe(
      'existing queue A\nexisting queue B = "x"\n\nqueue C\n\nflow F { end }\n\nflow G { end }\n',
    );
  });

  test('an empty file is an empty text', () => {
    expect(printFile(file())).toBe('');
  });
});

describe('the formatter', () => {
  test('puts everything into one form, and keeps single blank lines and braces that were opened', () => {
    const messy =
      '\n\non error->a ,\nset   logging on\n\n\n\nset recording {voice:[agent,customer] , analytics:realtime}\nmenu {\ntimeout:5s\n}\n-> a\nstep a{end}';
    expect(formatted(messy)).toBe(
      [
        'on error -> a',
        '',
        'set logging on',
        '',
        'set recording { voice: [agent, customer], analytics: realtime }',
        'menu {',
        '  timeout: 5s',
        '}',
        '-> a',
        '',
        'step a { end }',
      ].join('\n'),
    );
  });

  test('makes no documentation of what documented nothing', () => {
    const source = { path: 'a.flow', text: '/* c */ /// d\n\nqueue Q\n' };
    expect(format(source).text).toBe('/* c */\n// d\n\nqueue Q\n');
  });

  test('keeps comments where they belong', () => {
    const text = [
      '// first',
      '',
      '/* second */',
      'flow F { // third',
      '',
      '  /// documents it',
      '  play "x"   // fourth',
      '',
      '  // fifth',
      '  menu { // sixth',
      '    timeout: 5s // seventh',
      '    // eighth',
      '  }',
      '',
      '  if a { end } // ninth',
      '  // tenth',
      '  else { end }',
      '  // eleventh',
      '}',
      '// twelfth',
      '',
    ].join('\n');
    expect(format({ path: 'a.flow', text })).toEqual({
      text: [
        '// first',
        '',
        '/* second */',
        'flow F { // third',
        '  /// documents it',
        '  play "x" // fourth',
        '',
        '  // fifth',
        '  menu { // sixth',
        '    timeout: 5s // seventh',
        '    // eighth',
        '  }',
        '',
        '  if a {',
        '    end',
        '  } else {',
        '    // ninth',
        '    // tenth',
        '    end',
        '  }',
        '  // eleventh',
        '}',
        '// twelfth',
        '',
      ].join('\n'),
      diagnostics: [],
    });
  });

  test('keeps a kind of flow in several words, which the checker tells how to spell', () => {
    const text = 'agent whisper flow Support { play "Hello." }\n';
    expect(format({ path: 'a.flow', text }).text).toBe(text);
  });

  test('leaves a file with mistakes alone', () => {
    const text = 'flow F {   play "x }';
    const result = format({ path: 'a.flow', text });
    expect(result.text).toBe(text);
    expect(result.diagnostics).not.toEqual([]);
  });

  test('makes line ends line feeds', () => {
    expect(format({ path: 'a.flow', text: 'flow F {\r\n  // a\r\n  play "x"\r\n\r\n  end\r\n}\r\n' }).text).toBe(
      'flow F {\n  // a\n  play "x"\n\n  end\n}\n',
    );
  });
});
