import { describe, expect, it } from 'vitest';
import { matchActions } from '../../src/graph/match-actions.ts';
import { action, graph } from '../flowjson/make.ts';

const play = (id: string, Text: string, next?: string) =>
  action(id, 'MessageParticipant', { parameters: { Text }, next });
const end = (id: string) => action(id, 'DisconnectParticipant');
const pairs = (a: ReturnType<typeof graph>, b: ReturnType<typeof graph>) => {
  const { pairs: found, onlyA, onlyB } = matchActions(a, b);
  return { pairs: Object.fromEntries(found), onlyA, onlyB };
};

describe('blocks of two versions', () => {
  it('all match when the flow is the same', () => {
    const a = graph([play('1', 'x', '2'), play('2', 'x', '3'), end('3')]);
    const b = graph([end('1'), play('2', 'x', '1'), play('3', 'x', '2')], { start: '3' });
    expect(pairs(a, b)).toEqual({ pairs: { 1: '3', 2: '2', 3: '1' }, onlyA: [], onlyB: [] });
  });

  it('match by id where that is of the same type', () => {
    const a = graph([play('1', 'x', '2'), play('2', 'y', '3'), end('3')]);
    const b = graph([play('1', 'new', '9'), play('9', 'between', '2'), play('2', 'newer', '3'), end('3')]);
    expect(pairs(a, b)).toEqual({ pairs: { 1: '1', 2: '2', 3: '3' }, onlyA: [], onlyB: ['9'] });
  });

  it('match by content, then along branches, where ids are others', () => {
    const a = graph([play('1', 'x', '2'), play('2', 'y', '3'), play('3', 'z', '4'), end('4')]);
    const b = graph([play('p', 'x', 'q'), play('q', 'changed', 'r'), play('r', 'z', 's'), end('s')]);
    expect(pairs(a, b)).toEqual({ pairs: { 1: 'p', 2: 'q', 3: 'r', 4: 's' }, onlyA: [], onlyB: [] });
  });

  it('do not match across types', () => {
    const a = graph([play('1', 'x', '2'), end('2')]);
    const b = graph([action('1', 'Wait', { next: '2' }), end('2')]);
    expect(pairs(a, b)).toEqual({ pairs: { 2: '2' }, onlyA: ['1'], onlyB: ['1'] });
  });
});
