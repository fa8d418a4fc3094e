import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler.ts';
import { checkEmitted, checkText } from '../../src/flowjson/schema-check.ts';
import type { JsonObject } from '../../src/text/json.ts';

const place = { source: { path: 'x', text: '' }, span: { start: 0, end: 0 } };
const [flow] = compile([{ path: 'x.flow', text: 'inbound flow X {\n  play "Hello."\n  disconnect\n}\n' }]).flows;
const good = flow?.emitted().document ?? {};
const actions = good['Actions'] as readonly JsonObject[];

const withFirst = (change: JsonObject): JsonObject => ({
  ...good,
  Actions: [{ ...actions[0], ...change }, ...actions.slice(1)],
});

const checkAsRead = (document: JsonObject): readonly string[] =>
  checkText({ path: 'x.json', text: JSON.stringify(document) }).map(({ code }) => code);

describe('documents against the schemas', () => {
  it('accepts what is emitted', () => {
    expect(checkEmitted(good, place)).toBeUndefined();
    expect(checkAsRead(good)).toEqual([]);
  });

  it.each([
    ['an unknown parameter', withFirst({ Parameters: { Text: 'Hello.', Colour: 'red' } })],
    ['a number for a text', withFirst({ Parameters: { Text: 5 } })],
    ['no Identifier', withFirst({ Identifier: '' })],
    ['another version', { ...good, Version: '2020-01-01' }],
  ])('says where %s is', (_, document) => {
    const found = checkEmitted(document, place);
    expect(found?.code).toBe('json/not-by-schema');
    expect(found?.message).toMatchSnapshot();
  });

  it('says of a text where in it the trouble begins', () => {
    const text = JSON.stringify({ ...good, Actions: [...actions, { Identifier: 'x', Type: 'X', Transitions: [] }] });
    const [found] = checkText({ path: 'x.json', text });
    expect(found?.message).toContain(`/Actions/${actions.length}/Transitions`);
    expect(found === undefined ? '' : text.slice(found.place.span.start)).toMatch(/^\[\]/);
  });

  it('takes of what is read anything that is a flow at all', () => {
    expect(checkAsRead(withFirst({ Parameters: { Colour: 'red' } }))).toEqual([]);
    expect(checkAsRead({ Version: '2019-10-30', Actions: [{ Type: 5 }] })).toEqual(['json/not-by-schema']);
    expect(checkAsRead({ ContactFlow: {} })).toEqual([]);
  });
});
