/** Remedies: what is left of a text when something is taken out or put in. */
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler.ts';
import { removeEntry } from '../../src/diagnostics/remedy.ts';
import { applyEdits } from '../../src/text/text.ts';

function without(text: string, part: string): string {
  const start = text.indexOf(part);
  const { fixes = [] } = removeEntry({ path: 'a.flow', text }, { start, end: start + part.length }, 'Remove it');
  return applyEdits(text, fixes[0]?.edits ?? []);
}

describe('removing an entry', () => {
  it.each([
    ['a line of its own', 'x {\n  a: 1\n  b: 2\n}\n', 'a: 1', 'x {\n  b: 2\n}\n'],
    ['the last line', 'x {\n  a: 1\n  b: 2\n}\n', 'b: 2', 'x {\n  a: 1\n}\n'],
    ['a line with a comma', 'x {\n  a: 1,\n  b: 2\n}\n', 'a: 1', 'x {\n  b: 2\n}\n'],
    ['the first of a line', 'x { a: 1, b: 2 }', 'a: 1', 'x { b: 2 }'],
    ['one in the middle', 'x { a: 1, b: 2, c: 3 }', 'b: 2', 'x { a: 1, c: 3 }'],
    ['the last of a line', 'x { a: 1, b: 2 }', 'b: 2', 'x { a: 1 }'],
    ['the only one', 'x { a: 1 }', 'a: 1', 'x { }'],
    ['an element of a list', '[a, b]', 'b', '[a]'],
    ['the end of a file', 'a\nb', 'b', 'a\n'],
    ['a line with a comment', 'x {\n  a: 1 // why\n  b: 2\n}\n', 'a: 1', 'x {\n  // why\n  b: 2\n}\n'],
    ['lines that end as in Windows', 'x {\r\n  a: 1\r\n  b: 2\r\n}', 'a: 1', 'x {\r\n  b: 2\r\n}'],
  ])('%s', (_what, text, part, left) => {
    expect(without(text, part)).toBe(left);
  });
});

/** The text after the first remedy of a code. */
function remedied(text: string, code: string): string | undefined {
  const found = compile([{ path: 'a.flow', text }]).diagnostics.find((diagnostic) => diagnostic.code === code);
  const fix = found?.fixes?.[0];
  return fix && applyEdits(text, fix.edits);
}

describe('adding a branch', () => {
  const flow = (statement: string) =>
    `existing hours H\ninbound flow F {\n  on error -> disconnect\n  ${statement}\n  disconnect\n}\n`;
  it.each([
    ['without braces', 'check hours H', 'check hours H { on closed -> next }'],
    [
      'with braces on the line',
      'check hours H { on error -> next }',
      'check hours H { on error -> next, on closed -> next }',
    ],
    [
      'with braces over lines',
      'check hours H {\n    on error -> next\n  }',
      'check hours H {\n    on error -> next\n    on closed -> next\n  }',
    ],
  ])('%s', (_what, before, after) => {
    expect(remedied(flow(before), 'check/unhandled-branch')).toBe(flow(after));
  });
});

it('adds no branch to the next line where there is none', () => {
  const flow = (statement: string) =>
    `inbound flow F {\n  on error -> m\n  -> m\n  step m {\n    ${statement}\n  }\n}\n`;
  const menu = 'menu "Press 1." { on 1 -> m, on timeout -> m }';
  expect(remedied(flow(menu), 'check/unhandled-branch')).toBeUndefined();
  const added = menu.replace(' }', ', on default -> next }');
  expect(remedied(flow(`${menu}\n    disconnect`), 'check/unhandled-branch')).toBe(flow(`${added}\n    disconnect`));
});

it('takes the word before the name for `flow`', () => {
  const flow = (words: string) => `${words} F {\n  play "x" { on error -> next }\n  disconnect\n}\n`;
  expect(remedied(flow('inbound voice'), 'check/unknown-kind')).toBe(flow('inbound flow'));
  expect(remedied(flow('inbound'), 'check/unknown-kind')).toBe(flow('inbound flow'));
  expect(remedied(flow('inbound flow A ='), 'check/unknown-kind')).toBeUndefined();
});

describe('an empty body', () => {
  const flow = (lines: string) => `inbound flow F {\n  on error -> disconnect\n  ${lines}\n}\n`;
  const menu = (body: string) => `menu "Press 1." { on timeout, default -> disconnect, on 1 ${body} }`;

  it('is filled with `-> next` where something stands behind it', () => {
    const text = (body: string) => flow(`${menu(body)}\n  disconnect`);
    expect(remedied(text('{ }'), 'syntax/empty-body')).toBe(text('{ -> next }'));
    const { diagnostics } = compile([{ path: 'a.flow', text: text('{ -> next }') }]);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('is left to who wrote it where nothing does, and in a step', () => {
    expect(remedied(flow(menu('{ }')), 'syntax/empty-body')).toBeUndefined();
    expect(remedied(flow(`-> a\n  step a { }`), 'syntax/empty-body')).toBeUndefined();
  });
});

describe('ending a path', () => {
  it.each([
    ['inbound flow F {\n  play "x"\n}\n', 'inbound flow F {\n  play "x"\n  disconnect\n}\n'],
    ['agent_whisper flow F {\n  play "x"\n}\n', 'agent_whisper flow F {\n  play "x"\n  end\n}\n'],
    ['module F {\n  play "x"\n}\n', 'module F {\n  play "x"\n  return\n}\n'],
    [
      'inbound flow F {\n  -> a\n  step a {\n    play "x" { on error -> next }\n  }\n}\n',
      'inbound flow F {\n  -> a\n  step a {\n    play "x" { on error -> next }\n    disconnect\n  }\n}\n',
    ],
  ])('%j', (before, after) => {
    expect(remedied(before, 'check/path-without-end')).toBe(after);
    expect(
      compile([{ path: 'a.flow', text: after }]).diagnostics.filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
  });
});

describe('the help', () => {
  const helpOf = (text: string, code: string): string | undefined =>
    compile([{ path: 'a.flow', text }]).diagnostics.find((one) => one.code === code)?.help;

  it.each([
    ['inbound', '`disconnect`, a transfer, or `-> name`'],
    ['customer_queue', '`end`, `disconnect`, or `-> name`'],
    ['agent_whisper', '`end`, or `-> name`'],
    ['customer_hold', 'a `loop_prompts` without `interrupt`, or `-> name`'],
  ])('names what ends a path of %s flows', (kind, ways) => {
    const text = `${kind} flow F {\n  set attributes { a: "b", on error -> next }\n}\n`;
    expect(helpOf(text, 'check/path-without-end')).toBe(`End it with ${ways}.`);
  });

  it('says what else has the name that a statement wants', () => {
    const text = 'module Menu { return }\ninbound flow F {\n  transfer to flow Menu { on error -> disconnect }\n}\n';
    expect(helpOf(text, 'check/unknown-reference')).toBe(
      '`Menu` is a module: name a flow, or declare one of that name.',
    );
    expect(helpOf(text.replace('flow Menu', 'flow Men'), 'check/unknown-reference')).toBe(
      'Declare it: `existing flow Men`.',
    );
  });

  it('does not ask for a default that is there and means `next`', () => {
    const text = (steps: string) =>
      `existing queue Q\ninbound flow F {\n  on error -> desk\n  play "x"\n  -> desk\n  step desk {\n    set queue Q\n    ${steps}\n  }\n}\n`;
    const help = helpOf(text('transfer to queue { on at_capacity -> disconnect }'), 'check/unhandled-branch');
    expect(help).toBe(
      'The default means `next`, which a transfer does not take from it: add `on error -> …` in its braces.',
    );
    const other = helpOf(text('transfer to queue { on error -> disconnect }'), 'check/unhandled-branch');
    expect(other).toContain('or one `on at_capacity -> name` at the head of the flow.');
  });
});

it('quotes a name that is not one word', () => {
  const text = 'inbound flow F {\n  -> Goodby\n  step "Good bye" { disconnect }\n}\n';
  expect(remedied(text, 'check/unknown-target')).toContain('-> "Good bye"');
});

it('takes a second pattern out of a branch, and leaves the others', () => {
  const menu = (keys: string) =>
    `inbound flow F {\n  menu "x" {\n    on 1 -> next\n    on ${keys} -> disconnect\n    on timeout, default, error -> next\n  }\n  disconnect\n}\n`;
  expect(remedied(menu('1, 2'), 'check/duplicate-branch')).toBe(menu('2'));
  expect(remedied(menu('2, 1'), 'check/duplicate-branch')).toBe(menu('2'));
});
