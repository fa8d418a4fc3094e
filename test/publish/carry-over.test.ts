/** What stays of a live flow when a new version of it is written. */
import { describe, expect, it } from 'vitest';
import { carryOver } from '../../src/flowjson/carry-over.ts';
import { blockHeight, BLOCK_WIDTH } from '../../src/flowjson/layout.ts';
import type { Json, JsonObject } from '../../src/text/json.ts';

interface Block {
  readonly id: string;
  readonly type?: string;
  readonly parameters?: JsonObject;
  readonly next?: string;
  readonly about?: JsonObject;
}

function document(blocks: readonly Block[], more: JsonObject = {}): string {
  return JSON.stringify({
    Version: '2019-10-30',
    StartAction: blocks[0]?.id ?? '',
    Metadata: {
      entryPointPosition: { x: 7.2, y: 9.6 },
      ActionMetadata: Object.fromEntries(blocks.flatMap(({ id, about }) => (about === undefined ? [] : [[id, about]]))),
      ...more,
    },
    Actions: blocks.map(({ id, type = 'MessageParticipant', parameters = {}, next }) => ({
      Identifier: id,
      Type: type,
      Parameters: parameters,
      Transitions: next === undefined ? {} : { NextAction: next },
    })),
  });
}

const HELLO = '11111111-1111-4111-8111-111111111111';
const SECOND = '22222222-2222-4222-8222-222222222222';
const BYE = '33333333-3333-4333-8333-333333333333';
const LIVE = document(
  [
    {
      id: HELLO,
      parameters: { Text: 'Hello' },
      next: SECOND,
      about: { position: { x: 300.8, y: 80 }, size: 'wide', children: [SECOND] },
    },
    {
      id: SECOND,
      parameters: { Text: 'Second' },
      next: BYE,
      about: { position: { x: 700, y: 90 }, fragments: { Set: HELLO } },
    },
    { id: BYE, type: 'DisconnectParticipant', about: { position: { x: 1100, y: 95.2 } } },
  ],
  {
    Annotations: [
      {
        type: 'default',
        id: 'n1',
        content: 'For all',
        actionId: '',
        isFolded: false,
        position: { x: 1, y: 2 },
        size: { height: 99, width: 77 },
      },
      {
        type: 'default',
        id: 'n2',
        content: 'For hello',
        actionId: HELLO,
        isFolded: true,
        position: { x: 3, y: 4 },
        size: { height: 1, width: 1 },
      },
      {
        type: 'default',
        id: 'n3',
        content: 'For second',
        actionId: SECOND,
        isFolded: true,
        position: { x: 5, y: 6 },
        size: { height: 1, width: 1 },
      },
    ],
    snapToGrid: true,
    hash: 'x',
  },
);

/** As the compiler writes it: identifiers and places of its own. */
function next(blocks: readonly Block[], notes: readonly Json[] = []): string {
  const placed = blocks.map((block, i) => ({
    ...block,
    about: { position: { x: 200 + i * 280, y: 40 }, isFriendlyName: false, ...block.about },
  }));
  return document(placed, { Annotations: notes });
}

const SAME: readonly Block[] = [
  { id: 'play Hello', parameters: { Text: 'Hello' }, next: 'play Second' },
  { id: 'play Second', parameters: { Text: 'Second' }, next: 'disconnect' },
  { id: 'disconnect', type: 'DisconnectParticipant' },
];

function metadata(content: string): { readonly [key: string]: never } & JsonObject {
  return (JSON.parse(content) as { Metadata: JsonObject }).Metadata as never;
}

function about(content: string): Record<string, JsonObject> {
  return metadata(content)['ActionMetadata'] as unknown as Record<string, JsonObject>;
}

function notes(content: string): Record<string, Json>[] {
  return metadata(content)['Annotations'] as unknown as Record<string, Json>[];
}

describe('carrying over', () => {
  it('changes nothing where nothing changes', () => {
    expect(carryOver(LIVE, next(SAME)).content).toBe(LIVE);
  });

  it('changes one text where one text changes, and keeps everything that the designer keeps of the block', () => {
    const { content, identifiers } = carryOver(
      LIVE,
      next(SAME.with(0, { id: 'play Welcome', parameters: { Text: 'Welcome' }, next: 'play Second' })),
    );
    expect(content).toBe(LIVE.replace('"Hello"', '"Welcome"'));
    expect(identifiers.get('play Welcome')).toBe(HELLO);
  });

  it('takes the name that the source gives a block that says something else', () => {
    const named: Block = {
      id: 'Greeting',
      parameters: { Text: 'Welcome' },
      next: 'play Second',
      about: { isFriendlyName: true },
    };
    const { content } = carryOver(LIVE, next(SAME.with(0, named)));
    expect(about(content)['Greeting']).toEqual({
      position: { x: 300.8, y: 80 },
      size: 'wide',
      children: [SECOND],
      isFriendlyName: true,
    });
    expect(about(content)[SECOND]).toMatchObject({ fragments: { Set: 'Greeting' } });
    expect(notes(content)[1]).toMatchObject({ content: 'For hello', actionId: 'Greeting', position: { x: 3, y: 4 } });
    expect((JSON.parse(content) as JsonObject)['StartAction']).toBe('Greeting');
  });

  it('does not keep an identifier that was made of words which the block no longer says', () => {
    const live = next([{ id: 'play Hello', parameters: { Text: 'Hello' }, next: 'disconnect' }, SAME[2] as Block]);
    const wanted = next([
      { id: 'play Welcome', parameters: { Text: 'Welcome' }, next: 'disconnect' },
      SAME[2] as Block,
    ]);
    expect(Object.keys(about(carryOver(live, wanted).content))).toContain('play Welcome');
  });

  it('puts new blocks near their neighbours, each at a free place', () => {
    const added = Array.from({ length: 4 }, (_, i): Block => ({
      id: `new ${i}`,
      parameters: { Text: `New ${i}` },
      next: i === 3 ? 'play Second' : `new ${i + 1}`,
    }));
    const { content, order } = carryOver(
      LIVE,
      next([{ ...(SAME[0] as Block), next: 'new 0' }, ...added, ...SAME.slice(1)]),
    );
    const places = Object.entries(about(content)).map(([id, { position }]) => ({
      id,
      ...(position as { x: number; y: number }),
    }));
    expect(places.find(({ id }) => id === HELLO)).toMatchObject({ x: 300.8, y: 80 });
    expect(places.find(({ id }) => id === BYE)).toMatchObject({ x: 1100, y: 95.2 });
    for (const a of places) {
      for (const b of places) {
        if (a.id >= b.id || !(a.id.startsWith('new') || b.id.startsWith('new'))) continue;
        const apart = Math.abs(a.x - b.x) >= BLOCK_WIDTH || Math.abs(a.y - b.y) >= blockHeight(1);
        expect(apart, `${a.id} and ${b.id}`).toBe(true);
      }
    }
    const first = places.find(({ id }) => id === 'new 0');
    expect(Math.abs((first?.x ?? 0) - 300.8)).toBeLessThan(600);
    // Stored in the order in which they were, with the new ones where the source has them.
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('tells where each stored block is in the source, though the order of storage is kept', () => {
    const turned = next([SAME[2] as Block, SAME[1] as Block, SAME[0] as Block]).replace(
      '"StartAction":"disconnect"',
      '"StartAction":"play Hello"',
    );
    const { content, order } = carryOver(LIVE, turned);
    expect(content).toBe(LIVE);
    expect(order).toEqual([2, 1, 0]);
  });

  it('keeps notes that only the instance has, takes new words of those that the source has, and drops those of blocks that go', () => {
    const wanted = next(
      [{ ...(SAME[0] as Block), next: 'disconnect' }, SAME[2] as Block],
      [
        {
          type: 'default',
          id: 'x',
          content: 'For hello, in other words',
          actionId: 'play Hello',
          position: { x: 0, y: 0 },
        },
        { type: 'default', id: 'y', content: 'New', actionId: 'disconnect', position: { x: 0, y: 0 } },
      ],
    );
    const found = notes(carryOver(LIVE, wanted).content);
    expect(found.map(({ content, actionId }) => [content, actionId])).toEqual([
      ['For all', ''],
      ['For hello, in other words', HELLO],
      ['New', BYE],
    ]);
    expect(found[1]).toMatchObject({ id: 'n2', position: { x: 3, y: 4 }, size: { height: 1, width: 1 } });
    expect(found[2]).toMatchObject({ position: { x: 1100, y: 95.2 - 48 } });
  });

  it('lays everything out anew where the live flow has one place for all', () => {
    const flat = LIVE.replaceAll(/"position":\{"x":[\d.]+,"y":[\d.]+\}/g, '"position":{"x":0,"y":0}');
    const places = Object.values(about(carryOver(flat, next(SAME)).content)).map(({ position }) =>
      JSON.stringify(position),
    );
    expect(new Set(places).size).toBe(3);
  });

  it('keeps the order in which the live version has the errors of a block', () => {
    const withErrors = (Text: string, types: readonly string[]): string => {
      const ask = { id: 'ask', type: 'GetParticipantInput', parameters: { Text } };
      const content = JSON.parse(next([ask, SAME[2] as Block])) as {
        Actions: { Transitions: JsonObject }[];
      };
      const Errors = types.map((ErrorType) => ({ ErrorType, NextAction: 'disconnect' }));
      (content.Actions[0] as { Transitions: JsonObject }).Transitions = { NextAction: 'disconnect', Errors };
      return JSON.stringify(content);
    };
    const errorsOf = (content: string) => [...content.matchAll(/"ErrorType":"(\w+)"/g)].map(([, type]) => type);
    const live = withErrors('One?', ['InputTimeLimitExceeded', 'NoMatchingError', 'NoMatchingCondition']);
    const wanted = withErrors('Two?', ['NoMatchingCondition', 'InputTimeLimitExceeded', 'NoMatchingError']);
    expect(errorsOf(carryOver(live, wanted).content)).toEqual(errorsOf(live));
  });

  it.each(['', 'null', '{', '{"modules":[]}', '{"Actions":null}', '[]', '{"Actions":[1,null,{}]}'])(
    'is total: %s',
    (live) => {
      const wanted = next(SAME);
      expect(JSON.parse(carryOver(live, wanted).content)).toMatchObject({ StartAction: expect.any(String) as string });
      expect(typeof carryOver(wanted, live).content).toBe('string');
    },
  );
});
