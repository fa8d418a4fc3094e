import { describe, expect, it } from 'vitest';
import {
  attributeOf,
  attributeValues,
  botIntents,
  botSlots,
  fieldOf,
  inputOf,
  lambdaReturns,
  moduleBranches,
  returnsOf,
  sayType,
  textsOf,
  typeAt,
  viewActions,
} from '../../src/check/types.ts';
import { namedIn, programOf, told } from './project.ts';

const lambda = (returns: string) => namedIn(programOf(`lambda L { returns ${returns} }`).program, 'lambda', 'L');

describe('types', () => {
  it.each([
    ['{ a: text }', '{ a: text }'],
    ['{ a: "x" | "y" }', '{ a: "x" | "y" }'],
    ['{ a: text | null }', '{ a: text | null }'],
    ['{ a: "x" | number }', '{ a: "x" | number }'],
    ['{ a: [text] }', '{ a: [text] }'],
    ['{ a: list, b: object, c: any }', '{ a: list, b: object, c: any }'],
    ['{ a: { b: integer, c: boolean } }', '{ a: { b: integer, c: boolean } }'],
    ['{ a { b: number } }', '{ a: { b: number } }'],
    ['{ a: [{ id: text }] }', '{ a: [{ id: text }] }'],
    ['{ }', '{ }'],
  ])('reads %s', (written, said) => {
    const type = lambdaReturns(lambda(written));
    expect(type && sayType(type)).toBe(said);
  });

  it.each([
    ['{ a: string }', 'check/wrong-type string'],
    ['{ a: "x" "y" }', 'check/wrong-type "y"'],
    ['{ a: "x" | }', 'check/wrong-type |'],
    ['{ a: [text, text] }', 'check/wrong-type text'],
    ['{ a: 5 }', 'check/wrong-type 5'],
  ])('refuses %s', (written, problem) => {
    expect(told(`lambda L { returns ${written} }`)).toEqual([problem]);
  });

  it('takes `__proto__` as a key like any other', () => {
    const type = lambdaReturns(lambda('{ __proto__: text }'));
    expect(type && sayType(type)).toBe('{ __proto__: text }');
    expect(fieldOf(type, 'toString')).toBe('none');
  });

  it('follows keys', () => {
    const type = lambdaReturns(lambda('{ c: { name: text }, l: [{ id: number }], o: object, e: text | object }'));
    expect(typeAt(type, ['c', 'name'])).toEqual({ is: 'text' });
    expect(typeAt(type, ['c', 'nome'])).toBe('none');
    expect(typeAt(type, ['l', '0', 'id'])).toEqual({ is: 'number' });
    expect(typeAt(type, ['o', 'anything', 'at', 'all'])).toBeUndefined();
    expect(typeAt(type, ['c', 'name', 'deeper'])).toBe('none');
    expect(typeAt(type, ['e', 'anything'])).toBeUndefined();
    expect(typeAt(undefined, ['a'])).toBeUndefined();
  });

  it('lists texts', () => {
    expect(textsOf({ is: 'text', values: ['a'] })).toEqual(['a']);
    expect(textsOf({ is: 'either', of: [{ is: 'text', values: ['a'] }, { is: 'null' }] })).toEqual(['a']);
    expect(textsOf({ is: 'either', of: [{ is: 'text', values: ['a'] }, { is: 'text' }] })).toBeUndefined();
    expect(textsOf({ is: 'text' })).toBeUndefined();
  });
});

describe('what declarations say', () => {
  it('modules of the project and existing ones alike', () => {
    const { program } = programOf(`
module A {
  input { phone: text }
  returns { id: text }
  branches ["verified", "failed"]
  return "verified"
}
module B {
  if $.Attributes.x == "1" { return "one" } else if $.Attributes.x == "2" { return "two" }
  menu "…" { on 1 { return "three" }, on timeout, default, error -> next }
  repeat 3 { return "four" }
  step s { return "one" }
  return
}
existing module C { input { phone: text }, branches: ["ok"] }
existing module D`);
    const module = (name: string) => namedIn(program, 'module', name);
    const said = (type: ReturnType<typeof inputOf>) => type && sayType(type);
    expect([said(inputOf(module('A'))), said(returnsOf(module('A')))]).toEqual(['{ phone: text }', '{ id: text }']);
    expect(moduleBranches(module('A'))).toEqual(['verified', 'failed']);
    expect(moduleBranches(module('B'))).toEqual(['one', 'two', 'three', 'four']);
    expect(moduleBranches(module('C'))).toEqual(['ok']);
    expect(said(inputOf(module('C')))).toBe('{ phone: text }');
    expect([moduleBranches(module('D')), inputOf(module('D'))]).toEqual([undefined, undefined]);
  });

  it('bots, views, attributes', () => {
    const { program } = programOf(`
bot B { intents: ["A", "B"], locales: [ja-JP], slots { n: text } }
view V { actions: ["Submit"] }
attribute tier { values: ["gold"] }
attribute topic "the-topic"
existing bot Silent`);
    const bot = namedIn(program, 'bot', 'B');
    expect(botIntents(bot)).toEqual(['A', 'B']);
    expect(botSlots(bot)).toEqual({ is: 'object', fields: { n: { is: 'text' } } });
    expect(botIntents(namedIn(program, 'bot', 'Silent'))).toBeUndefined();
    expect(viewActions(namedIn(program, 'view', 'V'))).toEqual(['Submit']);
    expect(attributeValues(namedIn(program, 'attribute', 'tier'))).toEqual(['gold']);
    expect(attributeOf(program, 'tier')?.name).toBe('tier');
    expect(attributeOf(program, 'the-topic')?.name).toBe('topic');
    expect(attributeOf(program, 'topic')).toBeUndefined();
  });
});
