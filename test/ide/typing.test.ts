/** Completion in the middle of a line that is being typed: what goes on there, and nothing that would break it. */
import { describe, expect, test } from 'vitest';
import { contextAt } from '../../src/ide/completion/context.ts';
import { filled } from '../../src/ide/completion/snippets.ts';
import * as ide from '../../src/ide/index.ts';
import type { Completion } from '../../src/ide/types.ts';
import { parse } from '../../src/syntax/parse.ts';

const REST = `existing queue Leads "Sales"
existing lambda Tiers { input { phone: text, brand: "a" | "b" }, returns { tier: "gold" | "basic" } }
existing view Form { actions: ["Submit", "Back"], input { Heading: text }, returns { answer: text } }
existing flow Hold { type: customer_hold }
inbound flow Elsewhere {
  set queue Undeclared { on error -> next }
  disconnect
}
hours Office { timezone: "Europe/Vienna" }
module Score {
  input { reason: text }
  returns { score: number }
  branches ["fine", "odd"]
  return "fine" { result { score: 1 } }
}
attribute topic { values: ["sales", "support"] }
`;

/** The place is a bar; a bar of the source is written `¦`. */
function items(marked: string): readonly Completion[] {
  const offset = marked.indexOf('|');
  const session = ide.createSession();
  session.set('a.flow', marked.replace('|', '').replaceAll('¦', '|'));
  session.set('b.flow', REST);
  return ide.completionsAt(session.analyse(), 'a.flow', offset);
}

const flow = (body: string, type = 'inbound flow') => `${type} A {\n${body}\n}\n`;
const labels = (marked: string) => items(marked).map(({ label }) => label);
const first = (marked: string) => [...items(marked)].sort((a, b) => a.rank - b.rank)[0]?.label;

describe('behind `on`', () => {
  test.each<[string, string, string[], string[]]>([
    ['a branch', '  menu "?" { on | }', ['timeout', '1'], ['->']],
    ['what follows its name', '  menu "?" { on timeout | }', ['->', '{ … }'], ['default', '1']],
    ['another behind a comma', '  menu "?" { on timeout, | }', ['default', '1'], ['timeout', '->']],
    ['nothing behind its target', '  menu "?" { on timeout -> next | }', [], ['default', '->', '1']],
    ['a default', '  on |\n  disconnect', ['error', 'play error'], ['->']],
    ['what follows a default', '  on error |\n  disconnect', ['->'], ['at_capacity', 'error']],
    ['the branch of a kind of statement', '  on play |\n  disconnect', ['error'], ['->', 'play error']],
    ['texts with commas in them', '  show view Form { on "a, b" | }', ['->'], ['"Submit"']],
  ])('%s', (_, body, wanted, unwanted) => {
    const found = labels(flow(body));
    expect(found).toEqual(expect.arrayContaining(wanted));
    for (const label of unwanted) expect(found).not.toContain(label);
  });
});

test('braces in the body of a branch are those of their own statement', () => {
  const inMenu = (body: string) => labels(flow(`  menu "?" {\n    on 1 {\n      ${body}\n    }\n  }\n  disconnect`));
  expect(inMenu('set callback_number $.CustomerEndpoint.Address { on | }')).toEqual(['invalid_number', 'not_dialable']);
  expect(inMenu('set attributes { | }')).toContain('topic');
  const session = ide.createSession();
  const marked = flow('  menu "?" {\n    on 1 {\n      ask "?" { | }\n    }\n  }\n  disconnect');
  session.set('a.flow', marked.replace('|', ''));
  expect(ide.signatureAt(session.analyse(), 'a.flow', marked.indexOf('|'))?.label).toMatch(/^ask /);
});

describe('names that are spoken of and not there yet', () => {
  const steps = '  on error -> sorry\n  check hours Office { on closed -> late }\n';
  test('are jumped to again, but for the one that is being typed', () => {
    expect(labels(flow(`${steps}  -> |`))).toEqual(expect.arrayContaining(['sorry', 'late']));
    expect(labels(flow(`${steps}  -> so|`)).filter((label) => label === 'so')).toEqual([]);
  });
  test('are what `step` is about', () => {
    expect(labels(flow(`${steps}  disconnect\n  step |`))).toEqual(['sorry', 'late']);
    expect(labels(flow(`${steps}  disconnect\n  step late { disconnect }\n  step |`))).toEqual(['sorry']);
  });
  test('are what is declared', () => {
    expect(labels('queue |')).toEqual(['Undeclared']);
    expect(labels('existing queue |')).toEqual(['Undeclared']);
    expect(labels('hours |')).toEqual([]);
  });
  test('are declared by an action, in declarations too', () => {
    const text = 'queue Q { hours: Late }\n';
    const session = ide.createSession();
    session.set('a.flow', text);
    const at = { start: text.indexOf('Late'), end: text.indexOf('Late') };
    const titles = ide.actionsAt(session.analyse(), 'a.flow', at).map(({ title }) => title);
    expect(titles).toContain('Declare `existing hours Late`');
  });
  test('but what is not whole with its name alone is not', () => {
    const text = 'queue Q { caller_id: { number: Main } }\n';
    const session = ide.createSession();
    session.set('a.flow', text);
    const at = { start: text.indexOf('Main'), end: text.indexOf('Main') };
    const titles = ide.actionsAt(session.analyse(), 'a.flow', at).map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith('Declare'))).toEqual([]);
  });
});

describe('words that go on', () => {
  test.each<[string, string, string[]]>([
    ['the kind of a flow', 'inbound |', ['flow']],
    ['a label', flow('  again: |\n  disconnect'), ['play', 'if']],
    ['an `if` behind its braces', flow('  if $.Channel == "CHAT" { disconnect } |\n  disconnect'), ['else', 'else if']],
    ['a whole condition', flow('  if $.Channel == "CHAT" |\n  disconnect'), ['->', '{ … }', 'and']],
    ['`repeat`', flow('  repeat |\n  disconnect'), ['3', 'over']],
    ['`repeat over`', flow('  repeat over $.External.list |\n  disconnect'), ['as']],
    ['a check of a number', flow('  check queue_size |\n  disconnect'), ['>', '<=', 'Leads']],
    ['a voice', flow('  set voice Amy { | }\n  disconnect'), ['language']],
    ['the language of a voice', flow('  set voice Amy { language: | }\n  disconnect'), ['en-GB']],
    ['an action of any type', flow('  action |\n  disconnect'), ['MessageParticipant']],
    ['a share', flow('  split { on | }'), ['50%']],
    ['the rest of the shares', flow('  split {\n    on 30% -> next\n    on |\n  }'), ['70%', 'default']],
    ['a body', flow('  |\n  disconnect'), ['->', 'note', 'step']],
  ])('%s', (_, marked, wanted) => {
    expect(labels(marked)).toEqual(expect.arrayContaining(wanted));
  });

  test.each<[string, string]>([
    ['braces on their line', flow('  play "x" { on error -> next } |\n  disconnect')],
    ['a declaration', 'queue A { hours: Office } |'],
    ['a value', flow('  ask "?" { timeout: 5s | }\n  disconnect')],
    ['the target of an `if`', flow('  if $.Channel == "CHAT" -> next |\n  disconnect')],
    ['what no statement is', flow('  nonsense {\n    |\n  }\n  disconnect')],
  ])('not %s', (_, marked) => {
    expect(labels(marked)).toEqual([]);
  });
});

describe('modules', () => {
  const module = (body: string) =>
    `module M {\n  input { reason: text }\n  returns { tier: "gold" ¦ "basic" }\n${body}\n}\n`;
  test('say what they take and give, once', () => {
    expect(labels('module M {\n  |\n  return\n}\n')).toEqual(expect.arrayContaining(['input', 'returns', 'branches']));
    expect(labels(module('  |\n  return'))).not.toContain('input');
    expect(labels(flow('  |\n  disconnect'))).not.toContain('input');
  });
  test('have types', () => {
    expect(labels('module M {\n  input { reason: | }\n  return\n}\n')).toContain('text');
    expect(labels('module M {\n  input { | }\n  return\n}\n')).toEqual([]);
    expect(labels('lambda L {\n  returns { tier: | }\n}\n')).toContain('text');
  });
  test('return what they say', () => {
    const named = module('  branches ["yes", "no"]\n  return |');
    expect(labels(named)).toEqual(['"yes"', '"no"']);
    expect(labels(module('  return "x" { result { | } }'))).toEqual(['tier']);
    expect(labels(module('  return "x" { result { tier: | } }'))).toEqual(
      expect.arrayContaining(['"gold"', '$.Channel']),
    );
  });
});

describe('values', () => {
  test('of maps are paths too', () => {
    expect(labels(flow('  set attributes { topic: | }\n  disconnect'))).toEqual(
      expect.arrayContaining(['"sales"', '"support"', '$.Channel']),
    );
    expect(labels(flow('  invoke lambda Tiers { with { brand: | } }\n  disconnect'))).toEqual(
      expect.arrayContaining(['"a"', '"b"', '$.Channel']),
    );
    expect(labels(flow('  set callback_number |\n  disconnect'))).toContain('$.CustomerEndpoint.Address');
  });
  test('of what a view shows are by its keys', () => {
    expect(labels(flow('  show view Form { data: { | } }\n  disconnect'))).toEqual(['Heading']);
  });
  test('of tags are no attributes', () => {
    expect(labels(flow('  tag { | }\n  disconnect'))).not.toContain('topic');
  });
  test('in a list are those that it does not have', () => {
    const found = labels('routing_profile R {\n  serves Leads { channels: [voice, |] }\n}\n');
    expect(found).toEqual(['chat', 'task', 'email']);
  });
  test('of times are those that Connect takes', () => {
    expect(labels(flow('  bot Booking "?" { timeout: | }\n  disconnect'))).not.toContain('5s');
    expect(labels(flow('  ask "?" { timeout: | }\n  disconnect'))).toContain('5s');
    expect(labels('user U { acw_timeout: | }')).toContain('30s');
  });
  test('of the project come first', () => {
    expect(first('hours H { timezone: | }')).toBe('Europe/Vienna');
  });
  test('are flows of the type that is wanted', () => {
    expect(labels('number N "+441632960XXX" -> |')).toEqual(['Elsewhere']);
    expect(labels('quick_connect C { queue: Leads, flow: | }')).toEqual([]);
  });
});

describe('inside quotes', () => {
  const edited = (marked: string, label: string) => {
    const text = marked.replace('|', '');
    const { span, newText } = items(marked).find((one) => one.label === label)?.edit ?? {
      span: { start: 0, end: 0 },
      newText: '?',
    };
    return text.slice(0, span.start) + newText + text.slice(span.end);
  };
  test.each<[string, string]>([
    ['hours H { timezone: "Eur|" }', 'Europe/Vienna'],
    [flow('  if $.Attributes.topic == "|" { disconnect }\n  disconnect'), '"sales"'],
    [flow('  show view Form {\n    on "Su|" -> next\n  }\n  disconnect'), '"Submit"'],
    [flow('  set attributes { topic: "|" }\n  disconnect'), '"support"'],
  ])('%s', (marked, label) => {
    const text = JSON.stringify(label.replaceAll('"', ''));
    expect(edited(marked, label)).toBe(marked.replace(/"\w*\|"/, text));
  });
  test('that are not closed yet', () => {
    expect(edited('hours H { timezone: "Eur|\n}', 'Europe/Vienna')).toBe('hours H { timezone: "Europe/Vienna"\n}');
  });
  test('of what is spoken there is nothing', () => {
    expect(labels(flow('  play "|"\n  disconnect'))).toEqual([]);
    expect(labels(flow('  menu "|" { on 1 -> next }\n  disconnect'))).toEqual([]);
  });
});

test('what stands behind an arrow or a colon stands apart from it', () => {
  const texts = (marked: string) => items(marked).map(({ edit }) => edit.newText);
  expect(texts(flow('  ->|'))).toContain(' next');
  expect(texts(flow('  -> |'))).toContain('next');
  expect(texts('user U { phone:| }')).toContain(' soft');
});

test('what is used every day comes before what is rare, and short phrases before long ones', () => {
  const all = items(flow('  |\n  disconnect'));
  const rank = (label: string) => all.find((one) => one.label === label)?.rank ?? 99;
  for (const label of ['play', 'menu', 'set queue', 'if', 'step', '->', 'check hours']) {
    expect(rank(label), label).toBeLessThan(rank('associate profile'));
  }
  expect(rank('set attributes')).toBeLessThan(rank('set attributes for related'));
});

describe('each statement that is offered can be parsed once it is there', () => {
  const marked = flow('  on error -> next\n  |\n  disconnect');
  const at = marked.indexOf('|');
  test.each(items(marked).map((item) => [item.label, item] as const))('%s', (_, { edit, isSnippet }) => {
    const newText = isSnippet ? filled(edit.newText) : edit.newText;
    const text = marked.slice(0, at) + newText + marked.slice(at + 1);
    // What is left to be written is missing; nothing may be wrong with what is there.
    const codes = parse({ path: 'a.flow', text }).diagnostics.map(({ code }) => code);
    expect(codes.filter((code) => !/^syntax\/(?:missing-|empty-body)/.test(code))).toEqual([]);
  });
});

test('the line that braces were closed on is told from others', () => {
  const closed = (text: string) => contextAt(text, text.length).closed;
  expect(closed('if $.Channel == "A" { end } ')).toBe('if $.Channel == "A"');
  expect(closed('if $.Channel == "A" {\n} ')).toBe('if $.Channel == "A"');
  expect(closed('if $.Channel == "A" { end }\n')).toBeUndefined();
  expect(closed('with { a: 1 }, ')).toBeUndefined();
});

describe('a step that jumps lead to', () => {
  const fixed = (text: string, title: string) => {
    const session = ide.createSession();
    session.set('a.flow', text);
    const at = text.indexOf('sorry');
    const action = ide
      .actionsAt(session.analyse(), 'a.flow', { start: at, end: at })
      .find((one) => one.title === title);
    const { span, newText = '' } = action?.edits[0]?.edits[0] ?? {};
    return span === undefined ? undefined : text.slice(0, span.start) + newText + text.slice(span.end);
  };
  const STEP = '\n\n  step sorry {\n    disconnect\n  }';
  test('is added at the end of its flow', () => {
    const text = flow('  on error -> sorry\n  disconnect // done');
    expect(fixed(text, 'Add `step sorry`')).toBe(text.replace('// done', `// done${STEP}`));
    const short = 'inbound flow A { -> sorry }\n';
    expect(fixed(short, 'Add `step sorry`')).toBe(`inbound flow A { -> sorry${STEP} }\n`);
  });
  test('ends as flows of its type do', () => {
    expect(fixed('module M {\n  on error -> sorry\n  return\n}\n', 'Add `step sorry`')).toContain('    return\n  }');
    expect(fixed('agent_whisper flow A {\n  on error -> sorry\n  end\n}\n', 'Add `step sorry`')).toContain(
      '    end\n  }',
    );
  });
});

describe('what stands under the pointer', () => {
  const hover = (marked: string) => {
    const session = ide.createSession();
    session.set('a.flow', marked.replace('|', ''));
    session.set('b.flow', REST);
    return ide.hoverAt(session.analyse(), 'a.flow', marked.indexOf('|'))?.contents ?? '';
  };
  test.each<[string, string, string]>([
    ['a word for a target', flow('  on error -> ne|xt\n  disconnect'), 'what stands behind this statement'],
    ['the kind of a flow', 'out|bound_whisper flow A {\n  end\n}\n', 'Outbound whisper'],
    ['a map in braces', flow('  invoke lambda Tiers { wi|th { phone: "x" }, on error -> next }\n  disconnect'), 'with'],
    ['the language of a voice', flow('  set voice Amy { lang|uage: en-GB }\n  disconnect'), 'LanguageCode'],
    ['a clause', 'routing_profile R { ser|ves Leads { channels: [voice] } }', '**serves**'],
    ['a map of a declaration', 'lambda L { ret|urns { a: text } }', '**returns**'],
    ['what a module takes', 'module M {\n  inp|ut { a: text }\n  return\n}\n', '**input**'],
  ])('is told: %s', (_, marked, told) => {
    expect(hover(marked)).toContain(told);
  });
  test('is nothing where a name is what it says', () => {
    expect(hover(flow('  play "He|llo"\n  disconnect'))).toBe('');
  });
});

test('of what a function comes back with nothing is concluded while it is being written', () => {
  const codes = (returns: string) => {
    const session = ide.createSession();
    const use = '  invoke lambda L { on error -> next }\n  play "$.External.tier"\n  disconnect';
    session.set('a.flow', flow(`  on error -> next\n${use}`));
    session.set('b.flow', `existing lambda L { returns { ${returns} } }\n`);
    return (session.analyse().diagnostics.get('a.flow') ?? []).map(({ code }) => code);
  };
  expect(codes('name: text')).toContain('lint/external-not-returned');
  expect(codes('name: text, ti')).not.toContain('lint/external-not-returned');
});

test('parameters that Connect requires come before others', () => {
  const all = items(flow('  create task { | }\n  disconnect'));
  const rank = (label: string) => all.find((one) => one.label === label)?.rank ?? 99;
  expect(rank('name')).toBeLessThan(rank('description'));
});
