/**
 * The promise of the language: one more prompt is one more block. Wherever it is put, no identifier changes, and in the
 * JSON nothing changes but the new block and the edges that now lead to it; where blocks are to stay where they stood
 * (`build --keep-layout`), nothing in Metadata either.
 */
import { describe, expect, it } from 'vitest';
import { bind } from '../../src/check/bind.ts';
import { localEnvironment } from '../../src/check/environment.ts';
import type { ParsedFile } from '../../src/check/program.ts';
import { lowerFlow } from '../../src/constructs/lower.ts';
import { emit } from '../../src/flowjson/emit.ts';
import type { Flow } from '../../src/syntax/ast.ts';
import { parse } from '../../src/syntax/parse.ts';
import { isObject, type Json, type JsonObject } from '../../src/text/json.ts';
import type { SourceText } from '../../src/text/text.ts';
import { statementPositions } from './positions.ts';
import { exampleNames, sourcesOf } from './projects.ts';

const PROMPT = 'One more prompt, unlike the others.';

/** Kinds of flow that may play a prompt. */
const MAY_PLAY =
  /^(inbound|customer_queue|customer_whisper|agent_whisper|outbound_whisper|agent_transfer|queue_transfer|module)$/;

describe.each(exampleNames)('one more prompt in examples/%s', (example) => {
  const files = sourcesOf(example).map(parsed);
  for (const file of files) {
    const before = documentsOf(file, files);
    for (const flow of flowsOf(file)) {
      if (!MAY_PLAY.test(flow.type?.text ?? '')) continue;
      for (const offset of statementPositions(flow.body)) {
        it(`${flow.name.text}, ${placeOf(file.source, offset)}`, () => {
          const changed = parsed(withPrompt(file.source, offset));
          for (const [name, document] of documentsOf(changed, files, before)) {
            const was = before.get(name) ?? {};
            if (name === flow.name.text) expectOneMore(was, document);
            else expect(document).toEqual(was);
          }
        });
      }
    }
  }
});

function parsed(source: SourceText): ParsedFile {
  const { tree, diagnostics } = parse(source);
  expect(diagnostics).toEqual([]);
  return { source, tree };
}

function flowsOf({ tree }: ParsedFile): readonly Flow[] {
  return tree.declarations.filter((declaration): declaration is Flow => declaration.kind === 'flow');
}

/** The flows of one file, by their names; the other files declare what they speak of. `earlier`: what was made of them before. */
function documentsOf(
  file: ParsedFile,
  files: readonly ParsedFile[],
  earlier?: ReadonlyMap<string, JsonObject>,
): ReadonlyMap<string, JsonObject> {
  const all = files.map((other) => (other.source.path === file.source.path ? file : other));
  const { program } = bind(all);
  return new Map(
    flowsOf(file).map((flow) => {
      const { graph, diagnostics } = lowerFlow(flow, file.source, program, localEnvironment);
      expect(diagnostics).toEqual([]);
      return [flow.name.text, emit(graph, { earlier: earlier?.get(flow.name.text) }).document];
    }),
  );
}

function withPrompt(source: SourceText, offset: number): SourceText {
  const { text } = source;
  return { ...source, text: `${text.slice(0, offset)}\nplay "${PROMPT}"\n${text.slice(offset)}` };
}

function placeOf({ text }: SourceText, offset: number): string {
  const line = text.slice(0, offset).split('\n').length;
  return `line ${line}: ${text.slice(offset).trimStart().split('\n')[0] ?? ''}`;
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

  // What the designer keeps: of the prompt an entry of its own, of the others what it was.
  const { [prompt['Identifier'] as string]: about, ...others } = aboutOf(after);
  expect(about).toHaveProperty('position');
  expect(Object.keys(others)).toEqual(Object.keys(aboutOf(before)));
  const { Annotations: notes, ...rested }: JsonObject = {
    ...(after['Metadata'] as JsonObject),
    ActionMetadata: others,
  };
  const { Annotations: oldNotes, ...was } = before['Metadata'] as JsonObject;
  expect(rested).toEqual(was);
  // A comment right above the place where the prompt was put is the prompt's own from now on.
  for (const note of ofOthers(notes, prompt)) expect(oldNotes).toContainEqual(note);
}

function ofOthers(notes: Json | undefined, { Identifier }: JsonObject): readonly Json[] {
  return ((notes ?? []) as readonly Json[]).filter((note) => isObject(note) && note['actionId'] !== Identifier);
}

function aboutOf(document: JsonObject): JsonObject {
  return (document['Metadata'] as JsonObject)['ActionMetadata'] as JsonObject;
}

function actionsOf(document: JsonObject): readonly JsonObject[] {
  return (document['Actions'] as readonly Json[]).filter(isObject);
}
