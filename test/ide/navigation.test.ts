import { describe, expect, test } from 'vitest';
import { definitionAt, referencesAt } from '../../src/ide/definition.ts';
import { prepareRename, renameAt } from '../../src/ide/rename.ts';
import { createSession } from '../../src/ide/session.ts';
import { documentSymbols, workspaceSymbols } from '../../src/ide/symbols.ts';
import { applyEdits } from '../../src/text/text.ts';

const FLOW = `inbound flow Main "Front desk" {
  on error -> sorry
  set attributes { tier: "gold" }
  set queue Sales
  play "You are $.Attributes.tier"
  transfer to queue { on at_capacity -> sorry }
  step sorry {
    transfer to flow Other
  }
}
`;
const ENTITIES = `existing queue Sales
number Line "+81501234XXXX" -> Main
inbound flow Other {
  disconnect
}
`;
const texts = new Map([
  ['main.flow', FLOW],
  ['more.flow', ENTITIES],
]);

function analysis() {
  const session = createSession();
  for (const [path, text] of texts) session.set(path, text);
  return session.analyse();
}

/** Offset of a text's beginning, the n-th one. */
function at(text: string, words: string, n = 0): number {
  let offset = -1;
  for (let i = 0; i <= n; i++) offset = text.indexOf(words, offset + 1);
  return offset;
}

const said = ({ source, span }: { source: { path: string; text: string }; span: { start: number; end: number } }) =>
  `${source.path}:${span.start} ${source.text.slice(span.start, span.end)}`;

describe('names', () => {
  test.each([
    ['label', 'main.flow', at(FLOW, 'sorry'), `main.flow:${at(FLOW, 'sorry', 2)} sorry`],
    ['queue', 'main.flow', at(FLOW, 'Sales') + 2, `more.flow:${at(ENTITIES, 'Sales')} Sales`],
    ['flow of a number', 'more.flow', at(ENTITIES, 'Main'), `main.flow:${at(FLOW, 'Main')} Main`],
    ['flow', 'main.flow', at(FLOW, 'Other'), `more.flow:${at(ENTITIES, 'Other')} Other`],
    ['attribute', 'main.flow', at(FLOW, 'tier', 1), `main.flow:${at(FLOW, 'tier')} tier`],
  ])('lead from a %s to its declaration', (_, path, offset, expected) => {
    expect(definitionAt(analysis(), path, offset).map(said)).toEqual([expected]);
  });

  test('are found wherever they are spoken of', () => {
    expect(referencesAt(analysis(), 'main.flow', at(FLOW, 'Main'))).toHaveLength(2);
    expect(referencesAt(analysis(), 'main.flow', at(FLOW, 'sorry'))).toHaveLength(3);
    expect(referencesAt(analysis(), 'main.flow', at(FLOW, 'sorry'), { withDeclaration: false })).toHaveLength(2);
    expect(definitionAt(analysis(), 'main.flow', at(FLOW, 'disconnect'))).toEqual([]);
  });
});

function renamed(path: string, offset: number, name: string): Record<string, string> | string {
  const edits = renameAt(analysis(), path, offset, name);
  if (typeof edits === 'string') return edits;
  return Object.fromEntries(edits.map(({ source, edits: of }) => [source.path, applyEdits(source.text, of)]));
}

describe('a new name', () => {
  test('of a label', () => {
    expect(renamed('main.flow', at(FLOW, 'sorry'), 'apology')).toEqual({
      'main.flow': FLOW.replaceAll('sorry', 'apology'),
    });
  });

  test('of a queue keeps what Connect knows it by, over files', () => {
    expect(renamed('main.flow', at(FLOW, 'Sales'), 'Leads')).toEqual({
      'main.flow': FLOW.replace('Sales', 'Leads'),
      'more.flow': ENTITIES.replace('queue Sales', 'queue Leads "Sales"'),
    });
  });

  test('of a flow that has a name in Connect', () => {
    expect(renamed('more.flow', at(ENTITIES, 'Main'), '受付 窓口')).toEqual({
      'main.flow': FLOW.replace('Main', '"受付 窓口"'),
      'more.flow': ENTITIES.replace('Main', '"受付 窓口"'),
    });
  });

  test('of an attribute', () => {
    expect(renamed('main.flow', at(FLOW, 'tier'), 'level')).toEqual({ 'main.flow': FLOW.replaceAll('tier', 'level') });
  });

  test.each([
    ['a label that there is', at(FLOW, 'sorry'), 'sorry2', undefined],
    ['a word of the language', at(FLOW, 'sorry'), 'next', '`next` is a word of the language.'],
    ['a flow that there is', at(FLOW, 'Main'), 'Other', 'There is a flow `Other` already.'],
    ['nothing', at(FLOW, 'sorry'), ' ', 'A name is not empty, and has no quotes and no line ends.'],
    ['a text', at(FLOW, 'play'), 'x', 'Nothing with a name stands here.'],
  ])('is judged: %s', (_, offset, name, problem) => {
    const result = renamed('main.flow', offset, name);
    if (problem === undefined) expect(typeof result).toBe('object');
    else expect(result).toBe(problem);
  });

  test('is offered where something has one', () => {
    expect(prepareRename(analysis(), 'main.flow', at(FLOW, 'Sales'))?.name).toBe('Sales');
    expect(prepareRename(analysis(), 'main.flow', at(FLOW, 'set queue'))).toBeUndefined();
  });
});

test('outlines', () => {
  const [flow] = documentSymbols(analysis(), 'main.flow');
  expect(flow).toMatchObject({ name: 'Main', detail: 'Front desk', kind: 'flow', children: [{ name: 'sorry' }] });
  expect(documentSymbols(analysis(), 'more.flow').map(({ name }) => name)).toEqual(['Sales', 'Line', 'Other']);
  expect(workspaceSymbols(analysis(), 'frt').map(({ name }) => name)).toEqual(['Main']);
  const session = createSession();
  session.set('p.flow', 'param Greeting text = "Hello."\nexisting queue Q\n');
  expect(documentSymbols(session.analyse(), 'p.flow').map(({ kind }) => kind)).toEqual(['param', 'queue']);
  expect(workspaceSymbols(session.analyse(), 'gree').map(({ name }) => name)).toEqual(['Greeting']);
});
