/** A new name for a thing of each kind, and for params: everywhere, so that nothing more is wrong than before. */
import { describe, expect, test } from 'vitest';
import { definitionAt, referencesAt } from '../../src/ide/definition.ts';
import { hoverAt } from '../../src/ide/hover.ts';
import { renameAt } from '../../src/ide/rename.ts';
import { createSession } from '../../src/ide/session.ts';
import { applyEdits } from '../../src/text/text.ts';

const ENTITIES = `existing lambda Lookup { returns { tier: text } }
existing prompt Welcome "Welcome.wav"
existing hours Office
existing queue Sales
existing bot Booking "Booking:live"
existing view Form
existing user Ann "ann@example.com"
existing quick_connect Doctor
existing flow Other { type: inbound }
existing module Audit
attribute Tier "tier" "gold" | "basic"
number Line "+81501234XXXX" -> Main
existing flow Whisper { type: outbound_whisper }
queue Support { hours: Office, caller_id: { number: Line }, outbound_whisper: Whisper, quick_connects: [Doctor] }
`;
const FLOWS = `inbound flow Main {
  play prompt Welcome { on error -> next }
  invoke lambda Lookup { on error -> next }
  check hours Office { on closed, error -> next }
  bot Booking "How can I help?" { on default, error -> next }
  invoke module Audit { on error -> next }
  set queue Sales { on error -> next }
  match $.Attributes.tier {
    on "gold" -> next
    on default -> next
  }
  transfer to flow Other { on error -> disconnect }
}
`;

function project(texts: Readonly<Record<string, string>>, projectFile?: string) {
  const session = createSession({
    projectFile: projectFile === undefined ? undefined : { path: 'flowc.json', text: projectFile },
  });
  for (const [path, text] of Object.entries(texts)) session.set(path, text);
  return session;
}

const codes = (session: ReturnType<typeof project>) =>
  [...session.analyse().diagnostics].map(([path, found]) => [path, found.map(({ code }) => code)]);

describe('a new name', () => {
  test.each(['Lookup', 'Welcome', 'Office', 'Sales', 'Booking', 'Audit', 'Other', 'Line', 'Whisper', 'Doctor'])(
    'of %s',
    (name) => {
      const texts = { 'a.flow': FLOWS, 'b.flow': ENTITIES };
      const session = project(texts);
      const before = codes(session);
      const analysis = session.analyse();
      const edits = renameAt(analysis, 'b.flow', ENTITIES.indexOf(` ${name}`) + 2, 'Renamed');
      if (typeof edits === 'string') throw new Error(edits);
      for (const { source, edits: of } of edits) {
        const text = applyEdits(source.text, of);
        expect(text).not.toMatch(new RegExp(`\\b${name}\\b(?!["@.:])`));
        session.set(source.path, text);
      }
      expect(edits.flatMap(({ edits: of }) => of).length).toBeGreaterThan(1);
      expect(codes(session)).toEqual(before);
    },
  );
});

describe('a step that is called as its first statement is', () => {
  test.each([0, 1, 2])('is renamed with it, from wherever its name stands (%i)', (nth) => {
    const text =
      'inbound flow Main {\n  -> bye\n\n  step bye {\n    bye: play "Bye." { on error -> next }\n    disconnect\n  }\n}\n';
    const offset = [...text.matchAll(/\bbye\b/g)][nth]?.index ?? -1;
    const edits = renameAt(project({ 'a.flow': text }).analyse(), 'a.flow', offset, 'goodbye');
    if (typeof edits === 'string') throw new Error(edits);
    expect(edits.map(({ source, edits: of }) => applyEdits(source.text, of))).toEqual([
      text.replace(/\bbye\b/g, 'goodbye'),
    ]);
  });
});

describe('a param', () => {
  const DECLARED = 'param Greeting text = "Hello."\nparam Seconds duration = 8s\n';
  const USED =
    'inbound flow Main {\n  play param Greeting { on error -> next }\n  ask "?" { timeout: param Seconds\n    on timeout, error -> next }\n  disconnect\n}\n';
  const SETTINGS = '{\n  "environments": { "prod": { "params": { "Greeting": "Good day." } } }\n}\n';
  const texts = { 'a.flow': USED, 'b.flow': DECLARED };

  test('leads to its declaration, and its places are found', () => {
    const analysis = project(texts, SETTINGS).analyse();
    const offset = USED.indexOf('Greeting') + 3;
    const at = DECLARED.indexOf('Greeting');
    expect(definitionAt(analysis, 'a.flow', offset)).toMatchObject([
      { source: { path: 'b.flow' }, span: { start: at, end: at + 'Greeting'.length } },
    ]);
    expect(referencesAt(analysis, 'a.flow', offset).map(({ source }) => source.path)).toEqual([
      'a.flow',
      'b.flow',
      'flowc.json',
    ]);
    expect(hoverAt(analysis, 'a.flow', offset)?.contents).toContain('prod: `"Good day."`');
  });

  test('has a new name everywhere, in the project file too', () => {
    const edits = renameAt(project(texts, SETTINGS).analyse(), 'b.flow', DECLARED.indexOf('Greeting'), 'Welcome');
    if (typeof edits === 'string') throw new Error(edits);
    expect(
      Object.fromEntries(edits.map(({ source, edits: of }) => [source.path, applyEdits(source.text, of)])),
    ).toEqual({
      'a.flow': USED.replace('Greeting', 'Welcome'),
      'b.flow': DECLARED.replace('Greeting', 'Welcome'),
      'flowc.json': SETTINGS.replace('Greeting', 'Welcome'),
    });
  });

  test('keeps its name where the new one is none, or another’s', () => {
    const analysis = project(texts).analyse();
    const rename = (name: string) => renameAt(analysis, 'b.flow', DECLARED.indexOf('Greeting'), name);
    expect(rename('Seconds')).toBe('There is a param `Seconds` already.');
    expect(rename('two words')).toBe('The name of a param is one word, and none of the language.');
  });

  test('without a value hides nothing of the flow that it stands in', () => {
    const flow =
      'inbound flow Main {\n  set queue Sales\n  play param Greeting { on error -> next }\n  disconnect\n}\n';
    const more = 'existing queue Sales\nparam Greeting text\n';
    const analysis = project({ 'a.flow': flow, 'b.flow': more }).analyse();
    const places = referencesAt(analysis, 'b.flow', more.indexOf('Sales'));
    expect(places.map(({ source }) => source.path)).toEqual(['a.flow', 'b.flow']);
  });
});
