import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignIdentifiers, isLegalIdentifier } from '../../src/flowjson/identifiers.ts';
import type { FlowAction, IdentifierHint } from '../../src/graph/flow-graph.ts';
import { anyText } from './arbitrary.ts';
import { action, graph } from './make.ts';
import { runs } from '../runs.ts';

const hint = (verb: string, operand?: string, scope?: string): IdentifierHint => ({ scope, verb, operand });
const names = (actions: readonly FlowAction[]): (string | undefined)[] => {
  const identifiers = assignIdentifiers(graph(actions));
  return actions.map(({ id }) => identifiers.get(id));
};

describe('an identifier', () => {
  it('is the name that people gave', () => {
    expect(names([action('1', 'X', { label: 'Say hello', hint: hint('play', 'Hello') })])).toEqual(['Say hello']);
    expect(names([action('1', 'X', { label: ' two  blanks ' })])).toEqual([' two  blanks ']);
  });

  it('is made of scope, verb and operand otherwise', () => {
    expect(names([action('1', 'X', { hint: hint('play', 'Welcome, and thank you for calling') })])).toEqual([
      'play Welcome and thank you for',
    ]);
    expect(names([action('1', 'X', { hint: hint('set queue', 'ProductSupport', 'support') })])).toEqual([
      'support - set queue ProductSupport',
    ]);
    expect(names([action('1', 'X', { hint: hint('disconnect') })])).toEqual(['disconnect']);
    expect(
      names([action('1', 'X', { hint: hint('play', '製品サポートは1を、配送状況は2を、折り返しは3を') })]),
    ).toEqual(['play 製品サポートは1を、配送状況は2を、折り返しは3を']);
  });

  it('is the id where nothing else is known', () => {
    const uuid = '11111111-2222-4333-8444-555555555555';
    expect(names([action(uuid, 'X'), action('Odd  one ', 'X')])).toEqual([uuid, 'Odd  one ']);
  });

  it('is made legal', () => {
    const ids = ['a%b:c(d', 'x'.repeat(60), '__proto__', 'constructor', ',;', 'a\ud800b', 'tab\there'];
    expect(names(ids.map((id) => action(id, 'X')))).toEqual([
      'a b c d',
      'x'.repeat(50),
      '__proto__ block',
      'constructor block',
      'block',
      'a b',
      'tab here',
    ]);
  });

  it('stays with the one that is called so to the letter', () => {
    const [made, exact] = names([action('1', 'X', { label: 'a:b' }), action('2', 'X', { label: 'a b' })]);
    expect(exact).toBe('a b');
    expect(made).toMatch(/^a b ./);
  });

  it('is not cut within a character', () => {
    const cut = (text: string) => names([action('1', 'X', { label: 'x'.repeat(49) + text })])[0]?.slice(49);
    expect(cut('😀')).toBe('');
    expect(names([action('1', 'X', { label: `${'x'.repeat(48)}😀😀` })])[0]?.slice(48)).toBe('😀');
    expect(names([action('1', 'X', { label: `${'x'.repeat(47)}👩‍👧` })])[0]?.slice(47)).toBe('');
    expect(names([action('1', 'X', { label: `${'x'.repeat(49)}が゛\u0301z` })])[0]?.slice(49)).toBe('が');
    expect(names([action('1', 'X', { label: `${'x'.repeat(48)}🇯🇵` })])[0]?.slice(48)).toBe('');
    expect(names([action('1', 'X', { label: `${'x'.repeat(44)}🇯🇵🇫🇷` })])[0]?.slice(44)).toBe('🇯🇵');
    for (const thumb of ['👍🏻', '👍🏽', '👍🏿']) {
      expect(names([action('1', 'X', { label: `${'x'.repeat(48)}${thumb}` })])[0]?.slice(48)).toBe('');
    }
  });

  it('is normalised', () => {
    expect(names([action('1', 'X', { hint: hint('play', 'Cafe\u0301') })])).toEqual(['play Café']);
  });

  it('has a mark of its content where one before it is called alike', () => {
    const play = (id: string, Text: string) =>
      action(id, 'MessageParticipant', { parameters: { Text }, hint: hint('play', 'Please hold the line') });
    const [a = '', b = ''] = names([play('1', 'Please hold the line now'), play('2', 'Please hold the line then')]);
    expect(a).toBe('play Please hold the line');
    expect(b).toMatch(/^play Please hold the line [0-9a-v]{5}$/);
    expect(a).not.toBe(b);
    // The order of parameters means nothing, so it changes nothing.
    const one = action('1', 'T', { parameters: { a: '1', b: '2' }, hint: hint('do') });
    const two = action('2', 'T', { parameters: { b: '2', a: '1' }, hint: hint('do') });
    const [first = '', second] = names([one, two]);
    expect(second).toBe(`${first} 2`);
  });

  it('has a number where there is no content to mark', () => {
    const end = (id: string) => action(id, 'DisconnectParticipant', { hint: hint('disconnect') });
    expect(names([end('1'), end('2'), end('3')])).toEqual(['disconnect', 'disconnect 2', 'disconnect 3']);
  });

  it('says a path by its last name', () => {
    const said = (operand: string) => names([action('1', 'X', { hint: hint('ask', operand) })])[0];
    expect(said('$.External.CurrentRule_offer')).toBe('ask CurrentRule_offer');
    expect(said("prompt $.Attributes['my prompt']")).toBe('ask prompt my prompt');
    expect(said('$.StoredCustomerInput')).toBe('ask StoredCustomerInput');
    expect(said('$.External.CurrentRule_offerMessagePromptArn')).toBe('ask CurrentRule_offerMessagePromptArn');
    expect(said('costs 5$. Really')).toBe('ask costs 5 . Really');
  });

  it('yields to a name that people gave, and to targets that do not exist', () => {
    const parameters = { a: '1' };
    const [hinted, plain, label] = names([
      action('1', 'X', { hint: hint('disconnect'), parameters }),
      action('2', 'X', { hint: hint('disconnect') }),
      action('3', 'X', { label: 'disconnect' }),
    ]);
    expect(label).toBe('disconnect');
    expect(hinted).toMatch(/^disconnect [0-9a-v]{5}$/);
    expect(plain).toBe('disconnect 2');
    expect(names([action('1', 'X', { label: 'gone', next: 'gone' })])).toEqual(['gone 2']);
  });
});

const anyHinted = fc
  .array(
    fc.record({
      label: fc.option(fc.oneof(anyText, fc.constantFrom('menu', 'play Hello')), { nil: undefined, freq: 3 }),
      verb: fc.constantFrom('play', 'set queue', 'menu', 'check hours'),
      operand: fc.option(
        fc.oneof(anyText, fc.constantFrom('Hello', 'Support', 'あいうえおかきくけこさしすせそたちつてとなにぬ')),
        { nil: undefined },
      ),
      scope: fc.option(fc.constantFrom('support', '受付', 'a very long name of a step that goes on and on'), {
        nil: undefined,
      }),
      text: fc.constantFrom('a', 'b', 'c'),
    }),
    { maxLength: 14 },
  )
  .map((blocks) =>
    blocks.map(({ label, text, ...hinted }, i) =>
      action(`b${i}`, 'MessageParticipant', { label, hint: hinted, parameters: { Text: text } }),
    ),
  );

describe('identifiers of any flow', () => {
  it('are legal and unique', () => {
    fc.assert(
      fc.property(anyHinted, (actions) => {
        const found = names(actions);
        expect(found).toHaveLength(actions.length);
        expect(new Set(found).size).toBe(actions.length);
        for (const identifier of found) expect(isLegalIdentifier(identifier ?? ''), identifier).toBe(true);
      }),
      { numRuns: runs(300) },
    );
  });

  it('stay when a block is added, taken away or moved elsewhere', () => {
    fc.assert(
      fc.property(anyHinted, fc.nat(), (actions, where) => {
        const before = assignIdentifiers(graph(actions));
        const added = action('new', 'Other', { hint: hint('transfer to queue') });
        const at = where % (actions.length + 1);
        const after = assignIdentifiers(
          graph([...actions.slice(0, at), added, ...actions.slice(at)], { start: undefined }),
        );
        for (const [id, identifier] of before) expect(after.get(id)).toBe(identifier);
        const wired = actions.map((each, i) => ({ ...each, next: actions[(i * 7 + where) % actions.length]?.id }));
        expect(assignIdentifiers(graph(wired))).toEqual(before);
      }),
    );
  });

  it('stay when a block without a name of its own is added behind', () => {
    fc.assert(
      fc.property(anyHinted, (actions) => {
        const distinct = actions.map((each, i) => ({ ...each, label: undefined, parameters: { Text: `text ${i}` } }));
        const before = assignIdentifiers(graph(distinct.slice(0, -1)));
        const after = assignIdentifiers(graph(distinct));
        for (const [id, identifier] of before) expect(after.get(id)).toBe(identifier);
      }),
    );
  });
});
