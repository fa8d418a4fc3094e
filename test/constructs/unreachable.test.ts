/** Blocks that nothing leads to are said alike, wherever the document lists them and what lies behind them. */
import { expect, it } from 'vitest';
import { decompile } from '../../src/decompiler.ts';
import { readFlow } from '../../src/flowjson/read.ts';
import type { JsonObject } from '../../src/text/json.ts';

const disconnect = (Identifier: string): JsonObject => ({
  Identifier,
  Type: 'DisconnectParticipant',
  Parameters: {},
  Transitions: {},
});
const tag = (Identifier: string, NextAction: string, onError: string): JsonObject => ({
  Identifier,
  Type: 'TagContact',
  Parameters: { Tags: { a: Identifier } },
  Transitions: { NextAction, Errors: [{ ErrorType: 'NoMatchingError', NextAction: onError }] },
});

function textOf(actions: readonly JsonObject[]): string | undefined {
  const source = {
    path: 'x.json',
    text: JSON.stringify({ Version: '2019-10-30', StartAction: 'nowhere', Actions: actions }),
  };
  const { graph } = readFlow(source);
  return graph && decompile([{ source, graph }], { project: false }).files[0]?.text;
}

it('does not hang on whether what lies behind stands before', () => {
  const front = [tag('root', 'bye', 'handling'), disconnect('bye')];
  const behind = [tag('handling', 'over', 'over'), disconnect('over')];
  const text = textOf([...front, ...behind]);
  expect(text).toContain('disconnect');
  expect(textOf([...behind, ...front])).toBe(text);
});
