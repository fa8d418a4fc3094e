import { describe, expect, test } from 'vitest';
import * as ide from '../../src/ide/index.ts';
import { applyEdits } from '../../src/text/text.ts';

/** A project of one file in which `|` stands for the cursor. */
function at(marked: string, more = '') {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const session = ide.createSession();
  session.set('a.flow', text);
  if (more !== '') session.set('b.flow', more);
  return { analysis: session.analyse(), offset, text };
}

function labels(marked: string, more?: string): string[] {
  const { analysis, offset } = at(marked, more);
  return ide.completionsAt(analysis, 'a.flow', offset).map(({ label }) => label);
}

const flow = (body: string, type = 'inbound flow') => `${type} A {\n${body}\n}\n`;

describe('completion', () => {
  test.each<[string, string, string[], string[]]>([
    ['the top', '|', ['inbound flow', 'module', 'queue', 'existing'], ['play']],
    ['a statement', flow('  |'), ['play', 'transfer to queue', 'if', 'on error'], ['queue']],
    ['a statement in a whisper', flow('  |', 'agent_whisper flow'), ['play'], ['transfer to queue']],
    ['a phrase', flow('  set |'), ['queue', 'attributes', 'logging'], ['set queue', 'play']],
    ['a name', flow('  set queue |'), ['Sales'], ['Lookup']],
    ['a parameter', flow('  ask "x" { | }'), ['max_digits', 'timeout', 'on error'], ['play']],
    ['a parameter that is there', flow('  ask "x" { max_digits: 4, | }'), ['timeout'], ['max_digits']],
    ['a branch', flow('  menu "x" { on timeout -> next\n    on | }'), ['error'], ['timeout', 'max_digits']],
    ['a value', flow('  set logging |'), ['on', 'off'], ['play']],
    [
      'a target',
      flow('  -> |\n  step here {\n    disconnect\n  }'),
      ['here', 'next', 'disconnect'],
      ['break', 'return'],
    ],
    ['a default', flow('  on |\n  disconnect'), ['error', 'play error'], ['play']],
    ['a path', flow('  set attributes { tier: "x" }\n  play "$.|"'), ['$.Attributes.tier', '$.Channel'], ['play']],
    ['a voice', flow('  set voice |'), ['Kazuha'], ['play']],
    ['a text', flow('  play "a |"'), [], ['play', 'Sales']],
    ['a comment', flow('  // |'), [], ['play']],
    ['a declaration', 'queue Q {\n  |\n}\n', ['hours', 'caller_id'], ['play', 'timezone']],
    ['a time zone', 'hours H {\n  timezone: |\n}\n', ['Asia/Tokyo'], ['hours']],
    ['a reference in a declaration', 'queue Q {\n  hours: |\n}\nexisting hours Office\n', ['Office'], ['Sales']],
  ])('of %s', (_, marked, wanted, unwanted) => {
    const found = labels(marked, 'existing queue Sales\nexisting lambda Lookup\n');
    expect(found).toEqual(expect.arrayContaining(wanted));
    for (const label of unwanted) expect(found).not.toContain(label);
  });
});

function hover(marked: string, more?: string): string | undefined {
  const { analysis, offset } = at(marked, more);
  return ide.hoverAt(analysis, 'a.flow', offset)?.contents;
}

test.each([
  ['a block', flow('  pl|ay "x"\n  disconnect'), 'プロンプト'],
  ['a parameter', flow('  ask "x" { max_di|gits: 4 }\n  disconnect'), 'GetParticipantInput'],
  ['a branch', flow('  menu "x" { on time|out -> next }\n  disconnect'), 'on timeout'],
  ['a queue', flow('  set queue Sa|les\n  disconnect'), 'For those who buy.'],
  ['a label', flow('  -> fin\n  step fi|n {\n    disconnect\n  }'), 'One place leads here.'],
  [
    'a label of many',
    flow('  play "x" { on error -> fin }\n  -> f|in\n  step fin {\n    disconnect\n  }'),
    '2 places lead here.',
  ],
  [
    'an attribute',
    flow('  set attributes { tier: "gold" }\n  play "$.Attributes.ti|er"\n  disconnect'),
    '`tier: "gold"',
  ],
  ['limits of a block', flow('  as|k "x"\n  disconnect'), '`timeout`: a time like `5s` (from 1 to 180)'],
  ['a control structure', flow('  if| $.Channel == "CHAT" { disconnect }\n  disconnect'), 'コンタクト属性'],
  ['a labelled one', flow('  here: mat|ch $.Channel {\n    on default -> next\n  }\n  disconnect'), 'コンタクト属性'],
  ['a loop', flow('  rep|eat 3 { play "x" }\n  disconnect'), 'Loop'],
  ['a path in a text', flow('  play "on $.Chan|nel"\n  disconnect'), '"VOICE", "CHAT"'],
  [
    'an answer',
    flow('  invoke lambda L { on error -> next }\n  play "$.External.ti|er"\n  disconnect'),
    '`"gold" | "basic"`, from `L`',
  ],
  ['a kind of declaration', 'que|ue Q { hours: H }\n', 'キュー'],
  ['a key of a declaration', 'queue Q { ho|urs: H }\n', 'Hours of operation of the queue.'],
  ['a declaration with its ARN', 'existing queue Qu|e = "arn:x"\n', '`arn:x`'],
  ['a path', flow('  if $.Chan|nel == "VOICE" { play "x" }\n  disconnect'), '$.Channel'],
])('hover of %s', (_, marked, expected) => {
  const more =
    '/// For those who buy.\nexisting queue Sales\nexisting lambda L { returns { tier: "gold" | "basic" } }\n';
  expect(hover(marked, more)).toContain(expected);
});

test('signature help', () => {
  const { analysis, offset } = at(flow('  ask "x" { max_digits: 4, timeout: | }'));
  const found = ide.signatureAt(analysis, 'a.flow', offset);
  expect(found?.parameters[found.active ?? -1]?.label).toBe('timeout: …');
  const declared = at('queue Q {\n  hours: |\n}\n');
  const keys = ide.signatureAt(declared.analysis, 'a.flow', declared.offset);
  expect(keys?.parameters[keys.active ?? -1]?.label).toBe('hours: … (required)');
  const outside = at(flow('  pl|ay "x"'));
  expect(ide.signatureAt(outside.analysis, 'a.flow', outside.offset)).toBeUndefined();
});

function acted(marked: string, title: RegExp, length = 0): string | undefined {
  const { analysis, offset, text } = at(marked);
  const action = ide
    .actionsAt(analysis, 'a.flow', { start: offset, end: offset + length })
    .find((one) => title.test(one.title));
  return action && applyEdits(text, action.edits[0]?.edits ?? []);
}

describe('actions', () => {
  test('fix what a diagnostic knows a remedy for', () => {
    expect(acted(flow('  -> fi|m\n  step fin {\n    disconnect\n  }'), /fin/)).toContain('-> fin\n');
  });
  test('declare a name as existing', () => {
    expect(acted(flow('  set queue Sa|les\n  disconnect'), /Declare/)).toMatch(/^existing queue Sales\n\ninbound/);
    const documented = acted(
      `module M {\n  return\n}\n\n/// One.\n/// Two.\n${flow('  set queue Sa|les\n  disconnect')}`,
      /Declare/,
    );
    expect(documented).toMatch(/\}\n\nexisting queue Sales\n\n\/\/\/ One\.\n\/\/\/ Two\.\ninbound/);
  });
  test('say a match of one as an if', () => {
    const match = '  ma|tch $.Attributes.tier {\n    on "gold" { play "x" }\n    on default -> next\n  }\n  disconnect';
    expect(acted(flow(match), /`if`/)).toContain('if $.Attributes.tier == "gold" { play "x" }\n  disconnect');
  });
  test('leave a match of more, or with a comment, as it is', () => {
    const match = (entries: string) => `  ma|tch $.Attributes.tier {\n${entries}  }\n  disconnect`;
    for (const entries of [
      '    on "gold" { play "x" }\n    on default -> next\n    on "silver" { play "y" }\n',
      '    on "gold", "silver" { play "x" }\n    on default -> next\n',
      '    on "gold" { play "x" }\n    on "silver" -> next\n',
      '    on "gold" { play "x" } // at last\n    on default -> next\n',
    ]) {
      expect(acted(flow(match(entries)), /`if`/)).toBeUndefined();
    }
  });
  test('add all branches that are missing', () => {
    const menu = '  me|nu "x" {\n    on 1 -> next\n  }\n  disconnect';
    expect(acted(flow(menu), /Add `on timeout, default, error/)).toContain(
      '    on 1 -> next\n    on timeout, default, error -> next\n',
    );
  });
  test('fix all that is safe in a file', () => {
    const unused = '// flowc-ignore lint/no-queue: x\n';
    const marked = `|${unused}${flow('  // flowc-ignore lint/placeholder-text: x\n  play "x" { on error -> next }\n  disconnect')}`;
    expect(acted(marked, /Fix all/)).toBe(flow('  play "x" { on error -> next }\n  disconnect'));
  });
  test('extract a step', () => {
    const body = '  play "a"\n  |play "b"\n  disconnect';
    expect(acted(flow(body), /Extract/, 22)).toBe(
      flow('  play "a"\n  -> part\n\n  step part {\n    play "b"\n    disconnect\n  }'),
    );
    const taken = '  play "a" { on error -> part }\n  |play "b"\n  disconnect\n  step part {\n    disconnect\n  }';
    expect(acted(flow(taken), /Extract/, 22)).toContain('-> part2\n\n  step part2 {\n    play "b"\n');
  });
});

test('what formatting changes, and nothing else', () => {
  const source = { path: 'a.flow', text: 'inbound flow A {\n    play   "x"\n  disconnect\n}\nexisting   queue Q\n' };
  const edits = ide.formatEdits(source);
  expect(applyEdits(source.text, edits)).toBe('inbound flow A {\n  play "x"\n  disconnect\n}\n\nexisting queue Q\n');
  const first = ide.formatRangeEdits(source, { start: 20, end: 22 });
  expect(applyEdits(source.text, first)).toBe(source.text.replace('    play   "x"', '  play "x"'));
  expect(ide.formatEdits({ path: 'a.flow', text: 'inbound flow A {' })).toEqual([]);
  const wide = ide.formatEdits(source, { tabWidth: 4 });
  expect(applyEdits(source.text, wide)).toContain('{\n    play "x"\n    disconnect\n');
});

test('what folds, what a selection grows to, where addresses lead', () => {
  const text =
    '// see https://example.com/a.\n// and more\n\ninbound flow A {\n  play "x" {\n    on error -> next\n  }\n  disconnect\n}\n';
  const { analysis } = at(`|${text}`);
  const line = (offset: number) => text.slice(0, offset).split('\n').length;
  const folds = ide.foldingRanges(analysis, 'a.flow').map(({ span, kind }) => [kind, line(span.start), line(span.end)]);
  expect(folds).toEqual([
    ['braces', 4, 9],
    ['braces', 5, 7],
    ['comment', 1, 2],
  ]);
  const [spans = []] = ide.selectionRanges(analysis, 'a.flow', [text.indexOf('next')]);
  const selected = spans.map(({ start, end }) => text.slice(start, end));
  expect(selected.slice(0, 3)).toEqual(['next', '-> next', 'on error -> next']);
  expect(selected.at(-1)).toBe(text);
  expect(ide.documentLinks(analysis, 'a.flow').map(({ target }) => target)).toEqual(['https://example.com/a']);
});

test('who leads to a flow', () => {
  const more = 'inbound flow B {\n  transfer to flow A\n}\nnumber N "+81501234XXXX" -> A\n';
  const { analysis, offset } = at('inbound flow A| {\n  transfer to flow B\n}\n', more);
  expect(ide.codeLenses(analysis, 'a.flow').map(({ title }) => title)).toEqual(['☎ +81501234XXXX', 'from B']);
  const named = ide.callHierarchyAt(analysis, 'a.flow', offset);
  if (named === undefined) throw new Error('no flow is there');
  expect(ide.callsTo(analysis, named).map((call) => call.named.name)).toEqual(['B']);
  expect(ide.callsFrom(analysis, named).map((call) => call.named.name)).toEqual(['B']);
});

test('the branch that a default takes', () => {
  const { analysis, text } = at(flow('  on error -> fin\n  play "x"\n  -> fin\n  step fin {\n    disconnect\n  }'));
  const hints = ide.inlayHints(analysis, 'a.flow', { start: 0, end: text.length });
  expect(hints.map((hint) => hint.text.trim())).toContain('error → fin');
});

test('colours by meaning', () => {
  const { analysis, text } = at(flow('  a: play "x"\n  -> a'));
  const said = ide
    .semanticTokens(analysis, 'a.flow')
    .map(({ span, type }) => `${text.slice(span.start, span.end)} ${type}`);
  expect(said).toEqual(['inbound keyword', 'A function', 'a label', 'play method', 'a label']);
});

test('colours of a declaration', () => {
  const { analysis, text } = at('existing queue Sales\nqueue Mine { hours: H }\nexisting hours H\n');
  const said = ide
    .semanticTokens(analysis, 'a.flow')
    .map(({ span, type }) => `${text.slice(span.start, span.end)} ${type}`);
  expect(said).toContain('queue keyword');
  expect(said.filter((one) => one === 'queue keyword')).toHaveLength(2);
});
