import { describe, expect, it } from 'vitest';
import { bind } from '../../src/check/bind.ts';
import { lookUp } from '../../src/check/program.ts';
import * as make from '../../src/syntax/make.ts';
import { NOWHERE } from '../../src/text/text.ts';
import { namedIn, programOf, told } from './project.ts';

describe('bind', () => {
  it('puts all files into one namespace per kind', () => {
    const { program, diagnostics } = programOf(
      'existing queue A\nexisting hours A',
      'existing queue B "Team B"\nflow A { end }',
    );
    expect(diagnostics).toEqual([]);
    expect([...program.names.keys()]).toEqual(['queue', 'hours', 'flow']);
    expect([...(program.names.get('queue')?.keys() ?? [])]).toEqual(['A', 'B']);
    expect(namedIn(program, 'queue', 'B')).toMatchObject({ display: 'Team B', existing: true, pin: undefined });
    expect(namedIn(program, 'queue', 'B').source.path).toBe('b.flow');
  });

  it('keeps modules apart from flows, and both spellings of bots together', () => {
    const { program } = programOf(
      'module M { return }\ninbound flow M "主" { end }\nexisting lex_bot L\nexisting bot B',
    );
    expect(namedIn(program, 'module', 'M').display).toBe('M');
    expect(namedIn(program, 'flow', 'M').display).toBe('主');
    expect(namedIn(program, 'bot', 'L').kind).toBe('bot');
    expect(lookUp(program, 'lex_bot', 'B')).toBe(namedIn(program, 'bot', 'B'));
  });

  it('takes what a number is called with quotes and without', () => {
    const { program } = programOf(
      'existing number A "+81501234XXXX"\nexisting number B +81501234XXXX\nexisting number C',
    );
    const shown = ['A', 'B', 'C'].map((name) => namedIn(program, 'number', name).display);
    expect(shown).toEqual(['+81501234XXXX', '+81501234XXXX', 'C']);
  });

  it('compares names in NFC', () => {
    const decomposed = 'ガイド'.normalize('NFD');
    expect(decomposed).not.toBe('ガイド'.normalize('NFC'));
    const tree = (name: string) => ({
      kind: 'file' as const,
      comments: [],
      span: NOWHERE,
      declarations: [
        {
          kind: 'entity' as const,
          existing: true,
          entityKind: make.word('queue'),
          name: make.name(name),
          operands: [],
          pin: undefined,
          block: undefined,
          target: undefined,
          doc: undefined,
          span: NOWHERE,
        },
      ],
    });
    const source = { path: 'a.flow', text: '' };
    const files = [
      { source, tree: tree(decomposed) },
      { source, tree: tree('ガイド'.normalize('NFC')) },
    ];
    const { program, diagnostics } = bind(files);
    expect(diagnostics.map((one) => one.code)).toEqual(['check/duplicate-name']);
    expect(lookUp(program, 'queue', decomposed)?.name).toBe('ガイド'.normalize('NFC'));
  });

  it('tells both places of a name that is there twice, and keeps the first', () => {
    const { program, diagnostics } = programOf('existing queue A "one"', 'existing queue A "two"');
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code: 'check/duplicate-name', place: { source: { path: 'b.flow' } } });
    expect(diagnostics[0]?.related?.[0]?.place.source.path).toBe('a.flow');
    expect(namedIn(program, 'queue', 'A').display).toBe('one');
  });

  it('takes a pin only behind `existing`', () => {
    const { program } = programOf('existing queue A = "arn:x"\nqueue B = "arn:y"');
    expect(namedIn(program, 'queue', 'A').pin).toBe('arn:x');
    expect(namedIn(program, 'queue', 'B').pin).toBeUndefined();
    expect(told('existing queue A = "arn:x"\nexisting prompt P = "${Token}"')).toEqual([]);
    expect(told('queue B = "arn:y"')).toEqual(['check/pin-without-existing "arn:y"']);
  });

  it('lets existing things say what they take and answer, and nothing else', () => {
    expect(told('existing lambda L { input { a: text } }\nexisting view V { actions: ["x"] }')).toEqual([]);
    expect(told('existing queue Q { max_contacts: 5 }')).toEqual(['check/body-on-existing max_contacts']);
    expect(told('existing assistant A { }')).toEqual(['check/body-on-existing { }']);
    expect(told('existing module M { returns { a: text }, branches: ["b"] }')).toEqual([]);
  });

  it('allows two existing names for one thing, but not two managed ones', () => {
    expect(told('existing queue A "X"\nexisting queue B "X"')).toEqual([]);
    expect(told('existing security_profile A "X"\nsecurity_profile B "X" { permissions: [] }')).toEqual([
      'check/duplicate-display-name B',
    ]);
    expect(told('flow A "X" { end }\nexisting flow B "X" = "arn:x"')).toEqual([]);
  });

  it('says what an unknown kind may have meant', () => {
    const { diagnostics } = programOf('exisitng_queue X\nqueu Y { }');
    expect(diagnostics.map((one) => one.help)).toContain('Did you mean `queue`?');
  });
});
