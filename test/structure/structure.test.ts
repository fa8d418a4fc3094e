import { describe, expect, it } from 'vitest';
import { structure } from '../../src/constructs/structure/index.ts';
import type { RaisedBlock } from '../../src/constructs/types.ts';
import { param, pattern, name as nameOf, sign, text, word } from '../../src/syntax/make.ts';
import { differences } from './expect.ts';
import {
  compare,
  dangling,
  disconnect,
  invoke,
  loop,
  make,
  menu,
  none,
  nothing,
  onDigit,
  onPattern,
  onText,
  onWord,
  play,
  to,
  transfer,
} from './make-blocks.ts';
import { sketch } from './sketch.ts';

/** The text of a flow whose first block is its start; it must say the same edges. */
function textOf(blocks: readonly RaisedBlock[], start = blocks[0]?.id): string {
  const made = structure({ blocks, start });
  expect(differences(blocks, start, made)).toEqual([]);
  return sketch(made.items).join('\n');
}

const lines = (...given: string[]) => given.join('\n');
const terminal = (id: string, phrase: string) => make(id, 'terminal', phrase);
const set = (id: string, success: ReturnType<typeof to>) => make(id, 'plain', 'set logging', { success });

/** `count` statements below one another, and what they lead to. */
const row = (name: string, count: number, end: string) =>
  Array.from({ length: count }, (_, i) => set(`${name}${i + 1}`, to(i + 1 < count ? `${name}${i + 2}` : end)));

describe('the way downwards', () => {
  it('puts success below and short branches in braces', () => {
    const blocks = [
      make('hours', 'check', 'check hours', {
        success: to('queue'),
        branches: [onWord('closed', to('sorry')), onWord('error', to('queue'))],
      }),
      play('sorry', to('end')),
      set('queue', to('bye')),
      terminal('bye', 'transfer to agent'),
      disconnect('end'),
    ];
    expect(textOf(blocks)).toBe(
      lines(
        'check hours "#hours"',
        '  on closed {',
        '    play "#sorry"',
        '    disconnect "#end"',
        '  }',
        '  on error -> next',
        'set logging "#queue"',
        'transfer to agent "#bye"',
      ),
    );
  });

  it('places a join where the ways meet, with a label when something jumps to it', () => {
    const blocks = [
      invoke('a', to('b'), to('join')),
      invoke('b', to('c'), to('b2')),
      set('b2', to('b3')),
      set('b3', to('b4')),
      set('b4', to('b5')),
      set('b5', to('b6')),
      set('b6', to('join')),
      set('c', to('join')),
      set('join', to('end')),
      terminal('end', 'stop'),
    ];
    expect(textOf(blocks)).toBe(
      lines(
        'invoke lambda "#a"',
        '  on error -> join',
        'invoke lambda "#b"',
        '  on error -> b2',
        'set logging "#c"',
        'join: set logging "#join"',
        'stop "#end"',
        'step b2 {',
        ...['b2', 'b3', 'b4', 'b5', 'b6'].map((id) => `  set logging "#${id}"`),
        '  -> join',
        '}',
      ),
    );
  });

  it('lets the braces of a decision fall out to where they meet', () => {
    const blocks = [
      compare('m', { a: to('a'), b: to('b') }, to('join')),
      set('a', to('join')),
      set('b', to('join')),
      set('join', to('end')),
      terminal('end', 'stop'),
    ];
    expect(textOf(blocks)).toBe(
      lines(
        'match $.m',
        '  on "a" {',
        '    set logging "#a"',
        '  }',
        '  on "b" {',
        '    set logging "#b"',
        '  }',
        '  on default -> next',
        'set logging "#join"',
        'stop "#end"',
      ),
    );
  });

  it('jumps once below a decision when its braces all go elsewhere', () => {
    const blocks = [
      set('ask', to('m')),
      compare('m', { a: to('a'), b: to('b') }, to('end')),
      set('a', to('ask')),
      set('b', to('ask')),
      terminal('end', 'stop'),
    ];
    expect(textOf(blocks)).toBe(
      lines(
        'ask: set logging "#ask"',
        'match $.m',
        '  on "a" {',
        '    set logging "#a"',
        '  }',
        '  on "b" {',
        '    set logging "#b"',
        '  }',
        '  on default {',
        '    stop "#end"',
        '  }',
        '-> ask',
      ),
    );
  });

  it('keeps a lone way on at the left edge', () => {
    const blocks = [
      menu('m', { '1': to('a') }, { timeout: to('end'), default: to('end'), error: to('end') }),
      set('a', to('b')),
      transfer('b', to('end'), to('end')),
      disconnect('end'),
    ];
    expect(textOf(blocks)).toBe(
      lines(
        'menu "#m"',
        '  on 1 -> next',
        '  on timeout, default, error -> disconnect',
        'set logging "#a"',
        'transfer to queue "#b"',
        '  on at_capacity, error -> disconnect',
      ),
    );
  });

  it.each([
    ['a word', 4, (way: string) => menu('m', {}, { timeout: to(way), default: to('end'), error: to('end') })],
    [
      'a literal',
      12,
      (way: string) => menu('m', { '1': to(way) }, { timeout: to('end'), default: to('end'), error: to('end') }),
    ],
    [
      'the default of a match',
      12,
      (way: string) =>
        make('m', 'compare', 'match', {
          branches: [onText('a', to('end')), onText('b', to('bye')), onWord('default', to(way))],
        }),
    ],
  ])('leaves a way behind %s of at most %d statements in braces', (_, limit, decision) => {
    const stands = (count: number) => {
      const blocks = [decision('a1'), ...row('a', count, 'end'), set('end', to('bye')), terminal('bye', 'stop')];
      return textOf(blocks).includes('\n    set logging "#a1"\n');
    };
    expect([stands(limit), stands(limit + 1)]).toEqual([true, false]);
  });

  it('joins a NextAction that is none of the branches with the words of its target', () => {
    const blocks = [
      make('m', 'decision', 'menu', {
        branches: [
          onDigit('1', to('a')),
          onPattern(pattern([word('next_action')]), to('b')),
          onWord('timeout', to('a')),
          onWord('error', to('b')),
        ],
      }),
      set('a', to('a')),
      set('b', to('b')),
    ];
    expect(textOf(blocks)).toContain('  on next_action, error ');
  });

  it('joins conditions only with their neighbours, and words with a body wherever it stands', () => {
    const blocks = [
      make('m', 'compare', 'match', {
        branches: [
          onText('a', to('x')),
          onText('b', to('y')),
          onText('c', to('y')),
          onText('d', to('z')),
          onWord('default', to('x')),
        ],
      }),
      terminal('x', 'stop'),
      terminal('y', 'stop'),
      terminal('z', 'stop'),
    ];
    expect(
      textOf(blocks)
        .split('\n')
        .filter((line) => line.includes('on ')),
    ).toEqual(['  on "a", default {', '  on "b", "c" {', '  on "d" {']);
  });
});

describe('if', () => {
  const ends = [terminal('x', 'stop'), terminal('y', 'go')];

  it('is == when the default goes on, != when the condition does', () => {
    expect(
      textOf([
        compare('c', { v: to('x') }, to('next')),
        set('next', to('x2')),
        terminal('x', 'stop'),
        terminal('x2', 'go'),
      ]),
    ).toBe(lines('if $.c == "v" {', '  stop "#x"', '}', 'set logging "#next"', 'go "#x2"'));
    expect(
      textOf([
        compare('c', { v: to('next') }, to('x')),
        set('next', to('x2')),
        terminal('x', 'stop'),
        terminal('x2', 'go'),
      ]),
    ).toBe(lines('if $.c != "v" {', '  stop "#x"', '}', 'set logging "#next"', 'go "#x2"'));
  });

  it('negates other tests with not', () => {
    const one = make('c', 'compare', 'match', {
      branches: [onPattern(pattern([word('contains'), text('v')]), to('a')), onWord('default', to('x'))],
    });
    const blocks = [one, set('a', to('b')), set('b', to('y')), ...ends];
    expect(textOf(blocks)).toContain('if not $.c contains "v" {');
    const two = make('c', 'compare', 'match', {
      branches: [onPattern(pattern([sign('10')], '>'), to('x')), onWord('default', to('a'))],
    });
    expect(textOf([two, set('a', to('b')), set('b', to('y')), ...ends])).toContain('if $.c > 10 {');
    const three = make('c', 'compare', 'match', {
      branches: [onPattern(pattern([word('exists')]), to('x')), onWord('default', to('a'))],
    });
    expect(textOf([three, set('a', to('b')), set('b', to('y')), ...ends])).toContain('if $.c exists {');
  });

  it('has an else where both sides meet again, and else if in a row', () => {
    const blocks = [
      compare('c1', { v: to('a') }, to('c2')),
      compare('c2', { v: to('b') }, to('c3')),
      compare('c3', { v: to('c') }, to('d')),
      ...['a', 'b', 'c', 'd'].map((id) => set(id, to('join'))),
      set('join', to('x')),
      terminal('x', 'stop'),
    ];
    expect(textOf(blocks)).toBe(
      lines(
        'if $.c1 == "v" {',
        '  set logging "#a"',
        '}',
        'else if $.c2 == "v" {',
        '  set logging "#b"',
        '}',
        'else if $.c3 == "v" {',
        '  set logging "#c"',
        '}',
        'else {',
        '  set logging "#d"',
        '}',
        'set logging "#join"',
        'stop "#x"',
      ),
    );
  });

  it('says both sides that are the same, and a side that is not there', () => {
    expect(textOf([compare('c', { v: to('x') }, to('x')), ends[0] as RaisedBlock])).toBe(
      lines('if $.c == "v" -> next', 'stop "#x"'),
    );
    expect(textOf([compare('c', { v: to('x') }, none), ends[0] as RaisedBlock])).toBe(
      lines('if $.c != "v" -> none', 'stop "#x"'),
    );
    expect(textOf([compare('c', { v: nothing }, none)])).toBe(lines('if $.c == "v" -> nothing', 'else -> none'));
  });

  it('is a match where a branch is no condition, or an operand has company', () => {
    const more = make('c', 'compare', 'match', {
      branches: [onText('v', to('x')), onPattern(pattern([word('next_action')]), to('x')), onWord('default', to('y'))],
    });
    expect(textOf([more, ...ends])).toContain('match $.c');
    const two = make('c', 'compare', 'match', {
      branches: [onPattern(pattern([text('a'), text('b')]), to('x')), onWord('default', to('y'))],
    });
    expect(textOf([two, ...ends])).toContain('on "a" "b"');
    const odd = make('c', 'compare', 'match', {
      branches: [onPattern(pattern([word('raw_condition'), text('{}')]), to('x')), onWord('default', to('y'))],
    });
    expect(textOf([odd, ...ends])).toContain('on raw_condition "{}"');
    const withEntries = { ...compare('c', { v: to('x') }, to('y')), entries: [param(nameOf('k'), text('v'))] };
    expect(textOf([withEntries, ...ends])).toContain('match $.c');
  });
});

describe('repeat', () => {
  it('holds its body, which falls back to it, continues and breaks', () => {
    const blocks = [
      loop('l', to('m'), to('after')),
      menu('m', { '1': to('out'), '2': to('after') }, { timeout: to('again'), default: to('l'), error: to('l') }),
      play('again', to('l')),
      set('out', to('after')),
      set('after', to('x')),
      terminal('x', 'stop'),
    ];
    expect(textOf(blocks)).toBe(
      lines(
        'repeat $.l {',
        '  menu "#m"',
        '    on 1 {',
        '      set logging "#out"',
        '      -> break',
        '    }',
        '    on 2 -> break',
        '    on timeout {',
        '      play "#again"',
        '    }',
        '    on default, error -> continue',
        '}',
        'set logging "#after"',
        'stop "#x"',
      ),
    );
  });

  it('only jumps when its body stands elsewhere, is the Loop itself, or is not there', () => {
    expect(textOf([set('a', to('l')), loop('l', to('a'), to('x')), terminal('x', 'stop')])).toBe(
      lines('a: set logging "#a"', 'repeat $.l {', '  -> a', '}', 'stop "#x"'),
    );
    expect(textOf([loop('l', to('l'), to('x')), terminal('x', 'stop')])).toBe(
      lines('repeat $.l {', '  -> continue', '}', 'stop "#x"'),
    );
    expect(textOf([loop('l', to('x'), to('x')), terminal('x', 'stop')])).toBe(
      lines('repeat $.l {', '  -> break', '}', 'stop "#x"'),
    );
    expect(textOf([loop('l', nothing, to('x')), terminal('x', 'stop')])).toBe(
      lines('repeat $.l {', '  -> nothing', '}', 'stop "#x"'),
    );
    expect(textOf([loop('l', none, none)])).toBe(lines('repeat $.l {', '  on done -> none', '  -> none', '}'));
  });

  it('has directly in its braces only what leads back', () => {
    const blocks = [
      loop('l', to('a'), to('x')),
      invoke('a', to('away'), to('l')),
      set('away', to('y')),
      terminal('x', 'stop'),
      terminal('y', 'stop'),
    ];
    expect(textOf(blocks)).toBe(
      lines(
        'repeat $.l {',
        '  invoke lambda "#a"',
        '    on error -> continue',
        '  -> away',
        '}',
        'stop "#x"',
        'step away {',
        '  set logging "#away"',
        '  stop "#y"',
        '}',
      ),
    );
    const asked = menu('a', { '1': to('away') }, { timeout: to('l'), default: to('l'), error: to('l') });
    expect(textOf(blocks.map((block) => (block.id === 'a' ? asked : block)))).toContain(
      lines('  menu "#a"', '    on 1 {', '      set logging "#away"', '      stop "#y"', '    }'),
    );
  });

  it.each([5, 50])('holds a body of %d statements that leads back', (count) => {
    const body = row('b', count, 'l');
    expect(textOf([loop('l', to('b1'), to('x')), ...body, terminal('x', 'stop')])).toBe(
      lines('repeat $.l {', ...body.map(({ id }) => `  set logging "#${id}"`), '}', 'stop "#x"'),
    );
  });

  it('holds a body that never leads back when it is short, and leads to a longer one', () => {
    const said = (count: number) => {
      const blocks = [
        loop('l', to('b1'), to('x')),
        ...row('b', count, 'y'),
        terminal('y', 'stop'),
        terminal('x', 'stop'),
      ];
      return textOf(blocks).split('\n').slice(0, 3);
    };
    expect(said(3)).toEqual(['repeat $.l {', '  set logging "#b1"', '  set logging "#b2"']);
    expect(said(4)).toEqual(['repeat $.l {', '  -> b1', '}']);
  });

  it('has the branches of the Loop block at the head of its body', () => {
    const own = { ...loop('l', to('a'), to('x')), branches: [onWord('error', to('x'), 'written')] };
    expect(textOf([own, set('a', to('l')), terminal('x', 'stop')])).toBe(
      lines('repeat $.l {', '  on error -> next', '  set logging "#a"', '}', 'stop "#x"'),
    );
  });

  it('is not made up: a way back without a Loop is a jump to a label', () => {
    expect(textOf([set('a', to('b')), set('b', to('a'))])).toBe(
      lines('a: set logging "#a"', 'set logging "#b"', '-> a'),
    );
  });

  it('names an outer Loop from within an inner one', () => {
    const blocks = [
      loop('outer', to('inner'), to('x')),
      loop('inner', to('a'), to('outer')),
      compare('a', { v: to('outer') }, to('inner')),
      terminal('x', 'stop'),
    ];
    expect(textOf(blocks)).toContain('repeat $.inner {\n    if $.a == "v" -> break\n  }');
    const past = [
      loop('outer', to('inner'), to('x')),
      loop('inner', to('a'), to('b')),
      compare('a', { v: to('outer') }, to('inner')),
      set('b', to('outer')),
      terminal('x', 'stop'),
    ];
    expect(textOf(past)).toContain('again: repeat $.outer {');
  });
});

describe('defaults', () => {
  it('covers what most statements do on an error, and names the step last', () => {
    const blocks = [
      invoke('a', to('b'), to('sorry')),
      invoke('b', to('c'), to('sorry')),
      invoke('c', to('end'), to('end')),
      terminal('end', 'stop'),
      invoke('sorry', to('end'), to('end')),
    ];
    expect(textOf(blocks)).toBe(
      lines(
        'on error -> failed',
        'invoke lambda "#a"',
        'invoke lambda "#b"',
        'invoke lambda "#c"',
        '  on error -> next',
        'stop: stop "#end"',
        'step failed {',
        '  invoke lambda "#sorry"',
        '  -> stop',
        '}',
      ),
    );
  });

  it('has the steps behind it last, also those that only its own step leads on to', () => {
    const blocks = [
      invoke('a', to('b'), to('report')),
      invoke('b', to('c'), to('sorry')),
      compare('c', { v: to('one'), w: to('two') }, to('d')),
      compare('d', { v: to('one'), w: to('two') }, to('e')),
      invoke('e', to('end'), to('report')),
      set('one', to('end')),
      set('two', to('end')),
      terminal('end', 'stop'),
      set('report', to('sorry')),
      invoke('sorry', to('hangUp'), to('hangUp')),
      terminal('hangUp', 'stop'),
    ];
    expect(textOf(blocks).match(/(?<=step )\w+/g)).toEqual(['two', 'sorry', 'failed']);
  });

  it('means next inside the step that it names, and says a retry there', () => {
    const sorry = invoke('sorry', to('end'), to('sorry'));
    const blocks = [
      invoke('a', to('b'), to('sorry')),
      invoke('b', to('end'), to('sorry')),
      sorry,
      terminal('end', 'stop'),
    ];
    expect(textOf(blocks)).toContain('step failed {\n  invoke lambda "#sorry"\n    on error -> failed\n');
  });

  it('is not inherited as next by a statement that leaves', () => {
    const blocks = [
      invoke('a', to('b'), to('b')),
      invoke('b', to('t'), to('t')),
      transfer('t', to('x'), to('x')),
      terminal('x', 'stop'),
    ];
    expect(textOf(blocks)).toContain('transfer to queue "#t"\n  on at_capacity, error -> next');
  });

  it('has a second line for blocks that may lack the branch', () => {
    const blocks = [
      invoke('a', to('b'), to('sorry')),
      invoke('b', to('c'), to('sorry')),
      invoke('c', to('p1'), to('sorry')),
      play('p1', to('p2')),
      play('p2', to('end')),
      terminal('end', 'stop'),
      terminal('sorry', 'stop'),
    ];
    expect(textOf(blocks)).toContain(lines('on error -> failed', 'on play error -> none', 'invoke lambda "#a"'));
    const one = [
      invoke('a', to('b'), to('sorry')),
      invoke('b', to('p1'), to('sorry')),
      play('p1', to('end')),
      terminal('end', 'stop'),
      terminal('sorry', 'stop'),
    ];
    expect(textOf(one)).toContain('play "#p1"\n  on error -> none');
  });

  it('has a line for blocks of one kind where three of them fail alike, in another way than the others', () => {
    const asking = (asks: number) => {
      const ask = (i: number) =>
        make(`ask${i}`, 'plain', 'ask', { success: to(`l${i}`), branches: [onWord('error', to('quiet'))] });
      const after = (i: number) => to(i + 1 < asks ? `ask${i + 1}` : 'end');
      const each = Array.from({ length: asks }, (_, i) => [ask(i), invoke(`l${i}`, after(i), to('sorry'))]).flat();
      return textOf([
        invoke('first', to('ask0'), to('sorry')),
        ...each,
        terminal('end', 'stop'),
        set('quiet', to('quiet')),
        terminal('sorry', 'stop'),
      ]);
    };
    expect(asking(3)).toContain(lines('on error -> failed', 'on ask error -> quiet', 'invoke lambda "#first"'));
    expect(asking(2)).not.toContain('on ask error');
  });

  it('names no block of a loop where that would take it out of the loop', () => {
    const blocks = [
      loop('again', to('a'), to('q')),
      invoke('a', to('b'), to('lost')),
      invoke('b', to('c'), to('lost')),
      invoke('c', to('d'), to('lost')),
      compare('d', { found: to('q') }, to('lost')),
      set('lost', to('again')),
      invoke('q', to('r'), to('sorry')),
      invoke('r', to('sorry'), to('sorry')),
      set('sorry', to('end')),
      terminal('end', 'stop'),
    ];
    const text = textOf(blocks);
    expect(text).toContain('  lost: set logging "#lost"\n}');
    expect(text).not.toContain('step');
  });

  it('leaves written branches and branches that nothing covers alone', () => {
    const blocks = [
      make('a', 'plain', 'x', {
        success: to('b'),
        branches: [onWord('error', none, 'written'), onWord('timeout', none)],
      }),
      play('b', to('end')),
      terminal('end', 'stop'),
    ];
    expect(textOf(blocks)).toBe(lines('x "#a"', '  on timeout -> none', 'play "#b"', 'stop "#end"'));
  });
});

describe('ends', () => {
  it('shares the last block that most lead to; a single way down is a statement', () => {
    const blocks = [
      make('hours', 'check', 'check hours', { success: to('queue'), branches: [onWord('closed', to('end'))] }),
      compare('queue', { v: to('end') }, to('last')),
      disconnect('end'),
      set('last', to('other')),
      disconnect('other'),
    ];
    expect(textOf(blocks)).toBe(
      lines(
        'check hours "#hours"',
        '  on closed -> disconnect',
        'if $.queue == "v" -> disconnect',
        'set logging "#last"',
        'disconnect "#other"',
      ),
    );
  });

  it('never shares a block with a name, with parameters, or the start', () => {
    const named = { ...disconnect('end'), label: 'Bye' };
    expect(textOf([compare('c', { v: to('end') }, to('end')), named])).toBe(
      lines('if $.c == "v" -> next', 'Bye: disconnect "#end"'),
    );
    expect(textOf([disconnect('end'), set('a', to('end')), set('b', to('end'))])).toContain(
      'hangUp: disconnect "#end"',
    );
    expect(textOf([set('a', to('end')), disconnect('end', false)])).toBe(
      lines('set logging "#a"', 'disconnect "#end"'),
    );
  });

  it('says nothing, none and ids of nobody', () => {
    const blocks = [
      make('a', 'plain', 'x', { success: to('b'), branches: [onWord('error', nothing)] }),
      make('b', 'plain', 'y', { success: none, branches: [onWord('error', dangling('$end'))] }),
    ];
    expect(textOf(blocks)).toBe(
      lines('x "#a"', '  on error -> nothing', 'y "#b"', '  on error -> "$end"', '  on success -> none'),
    );
    expect(textOf([make('a', 'plain', 'x', { success: nothing })])).toBe(lines('x "#a"', '-> nothing'));
    expect(textOf([make('a', 'plain', 'x', { success: dangling('gone') })])).toBe(lines('x "#a"', '-> "gone"'));
  });
});

describe('drafts', () => {
  const blocks = [set('a', to('b')), terminal('b', 'stop')];
  it.each([
    ['', '-> nothing'],
    [undefined, '-> none'],
    ['nobody', '-> "nobody"'],
  ])('starts at %j', (start, first) => {
    const made = structure({ blocks, start });
    expect(differences(blocks, start, made)).toEqual([]);
    expect(sketch(made.items)).toEqual([first, 'step a {', '  set logging "#a"', '  stop "#b"', '}']);
  });

  it('says a flow of no blocks', () => {
    expect(textOf([], undefined)).toBe('-> none');
    expect(textOf([], '')).toBe('-> nothing');
  });

  it('keeps what nothing leads to as steps at the end', () => {
    const lost = [terminal('x', 'stop'), set('lost2', to('lost3')), terminal('lost3', 'go'), set('lost1', to('lost2'))];
    expect(textOf(lost)).toBe(
      lines('stop "#x"', 'step lost1 {', '  set logging "#lost1"', '  set logging "#lost2"', '  go "#lost3"', '}'),
    );
    expect(textOf([terminal('x', 'stop'), set('l1', to('l2')), set('l2', to('l1')), set('l0', to('x'))])).toBe(
      lines(
        'x: stop "#x"',
        'step l0 {',
        '  set logging "#l0"',
        '  -> x',
        '}',
        'step l1 {',
        '  set logging "#l1"',
        '  set logging "#l2"',
        '  -> l1',
        '}',
      ),
    );
  });
});

describe('a decision', () => {
  it('goes on with the way that the flow is about, not with the short end where another way meets others', () => {
    const long = Array.from({ length: 14 }, (_, i) => invoke(`m${i}`, to(`m${i + 1}`), to('sorry')));
    const blocks = [
      menu(
        'start',
        { '1': to('m0'), '2': to('retry') },
        { timeout: to('bye'), default: to('bye'), error: to('sorry') },
      ),
      play('retry', to('bye')),
      ...long,
      compare('m14', { again: to('start') }, to('bye')),
      play('bye', to('z')),
      play('sorry', to('z')),
      disconnect('z'),
    ];
    const { items } = structure({ blocks, start: 'start' });
    const text = sketch(items);
    expect(text.indexOf('invoke lambda "#m0"')).toBeLessThan(text.findIndex((line) => line.startsWith('step ')));
    expect(text).toContain('  on 1 -> next');
  });

  it('goes on with the longer of two ways that cannot stand in braces', () => {
    const said = (branch: string, id: string) => onPattern(pattern([word(branch)]), to(id));
    const blocks = [
      make('progress', 'decision', 'check call_progress', {
        branches: [
          said('answered', 'hello'),
          said('voicemail_beep', 'later'),
          said('voicemail_no_beep', 'wait'),
          said('not_detected', 'hello'),
        ],
      }),
      set('wait', to('later')),
      set('later', to('z')),
      set('hello', to('h1')),
      ...row('h', 5, 'z'),
      disconnect('z'),
    ];
    const { items } = structure({ blocks, start: 'progress' });
    const text = sketch(items);
    expect(text).toContain('  on answered -> next');
    expect(text.indexOf('set logging "#hello"')).toBeLessThan(text.findIndex((line) => line.startsWith('step ')));
  });

  it('falls out to where its braces meet before it goes on with the long way of one key', () => {
    const long = Array.from({ length: 14 }, (_, i) => invoke(`m${i}`, to(`m${i + 1}`), to('sorry')));
    const blocks = [
      menu(
        'start',
        { '1': to('sales'), '2': to('service'), '3': to('offers'), '9': to('m0') },
        { timeout: to('z'), default: to('z'), error: to('sorry') },
      ),
      play('sales', to('queue')),
      play('service', to('queue')),
      play('offers', to('queue')),
      set('queue', to('m14')),
      ...long,
      terminal('m14', 'transfer to agent'),
      play('sorry', to('z')),
      disconnect('z'),
    ];
    const { items } = structure({ blocks, start: 'start' });
    const text = sketch(items);
    const at = text.indexOf('set logging "#queue"');
    expect(text[at - 1]).toBe('  on timeout, default -> disconnect');
    expect(text.filter((line) => line.trimStart() === '-> setLogging')).toEqual([]);
  });
});

describe('the order of steps', () => {
  it('is that of the flow, wherever the defaults at its head lead', () => {
    const hours = make('sales', 'check', 'check hours', {
      success: to('sales'),
      branches: [onWord('closed', to('apology')), onWord('error', to('apology'))],
    });
    const blocks = [
      invoke('a', to('b'), to('apology')),
      compare('b', { x: to('sales'), y: to('service') }, to('c')),
      compare('c', { x: to('sales'), y: to('service') }, to('d')),
      invoke('d', to('z'), to('apology')),
      hours,
      invoke('service', to('service'), to('apology')),
      play('apology', to('z')),
      disconnect('z'),
    ];
    const { items } = structure({ blocks, start: 'a' });
    const steps = items.filter((item) => item.kind === 'step').map(({ name }) => name.text);
    expect(steps).toEqual(['service', 'apology']);
    expect(sketch(items)[0]).toBe('on error -> apology');
  });
});

describe('notes', () => {
  it('stand before their block, others at the end', () => {
    const blocks = [set('a', to('b')), terminal('b', 'stop')];
    const notes = [
      { text: 'for b', action: 'b' },
      { text: 'free', action: undefined },
    ];
    expect(sketch(structure({ blocks, start: 'a', notes }).items)).toEqual([
      'set logging "#a"',
      'note "for b"',
      'stop "#b"',
      'note "free"',
    ]);
  });
});
