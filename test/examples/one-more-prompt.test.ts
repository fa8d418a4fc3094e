/**
 * The promise of the language: one more prompt is one more block. Wherever it is put, no identifier changes, and in the
 * JSON nothing changes but the new block and the edges that now lead to it.
 */
import { describe, expect, it } from 'vitest';
import { compile, type CompiledFlow } from '../../src/compiler.ts';
import { emit } from '../../src/flowjson/emit.ts';
import { isObject, type Json, type JsonObject } from '../../src/text/json.ts';
import type { SourceText } from '../../src/text/text.ts';
import { statementPositions } from './positions.ts';
import { exampleNames, sourcesOf } from './projects.ts';

const PROMPT = 'One more prompt, unlike the others.';

/** Kinds of flow that may play a prompt. */
const MAY_PLAY =
  /^(inbound|customer_queue|customer_whisper|agent_whisper|outbound_whisper|agent_transfer|queue_transfer|module)$/;

describe.each(exampleNames)('one more prompt in examples/%s', (example) => {
  const sources = sourcesOf(example);
  const before = new Map(compile(sources).flows.map((flow) => [flow.name, documentOf(flow)]));
  for (const flow of compile(sources).flows) {
    if (!MAY_PLAY.test(flow.declaration.type?.text ?? '')) continue;
    for (const offset of statementPositions(flow.declaration.body)) {
      it(`${flow.name}, ${placeOf(flow.source, offset)}`, () => {
        const after = compile(
          sources.map((source) => (source.path === flow.source.path ? withPrompt(source, offset) : source)),
        );
        expect(after.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        for (const changed of after.flows) {
          const original = before.get(changed.name);
          if (changed.name === flow.name) expectOneMore(original ?? {}, documentOf(changed));
          else expect(documentOf(changed)).toEqual(original);
        }
      });
    }
  }
});

function withPrompt(source: SourceText, offset: number): SourceText {
  const { text } = source;
  return { ...source, text: `${text.slice(0, offset)}\nplay "${PROMPT}"\n${text.slice(offset)}` };
}

function placeOf({ text }: SourceText, offset: number): string {
  const line = text.slice(0, offset).split('\n').length;
  return `line ${line}: ${text.slice(offset).trimStart().split('\n')[0] ?? ''}`;
}

/** What Connect reads. Where the designer shows blocks may well change: it makes room. */
function documentOf(flow: CompiledFlow): JsonObject {
  return emit(flow.graph, { metadata: false }).document;
}

function expectOneMore(before: JsonObject, after: JsonObject): void {
  const old = actionsOf(before);
  const all = actionsOf(after);
  const added = all.filter((action) => !old.some(({ Identifier }) => Identifier === action.Identifier));
  expect(added.map(({ Type }) => Type)).toEqual(['MessageParticipant']);
  const [prompt] = added as [JsonObject];
  expect(prompt['Parameters']).toEqual({ Text: PROMPT });
  const next = (prompt['Transitions'] as JsonObject)['NextAction'];

  const rest = all.filter((action) => action !== prompt);
  expect(rest.map(({ Identifier }) => Identifier)).toEqual(old.map(({ Identifier }) => Identifier));
  // Line by line: what differs is an edge that led to what the prompt now leads to.
  const oldLines = JSON.stringify(old, null, 2).split('\n');
  const newLines = JSON.stringify(rest, null, 2).split('\n');
  expect(newLines.length).toBe(oldLines.length);
  const led = `"NextAction": ${JSON.stringify(next)}`;
  const leads = `"NextAction": ${JSON.stringify(prompt['Identifier'])}`;
  for (const [i, line] of newLines.entries()) {
    const was = oldLines[i] ?? '';
    if (line !== was) expect(line.replace(leads, led)).toBe(was);
  }
  if (after['StartAction'] !== before['StartAction']) expect(after['StartAction']).toBe(prompt['Identifier']);
}

function actionsOf(document: JsonObject): readonly JsonObject[] {
  return (document['Actions'] as readonly Json[]).filter(isObject);
}
