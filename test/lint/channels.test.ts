/** Channels that come to a block, told from comparisons with `$.Channel`. */
import { describe, expect, it } from 'vitest';
import { found } from './found.ts';

const wrong = (body: string) =>
  found(`inbound flow Main {\n  on error -> disconnect\n${body}  disconnect\n}\n`, 'lint/wrong-channel');
const MENU = 'menu "For sales, press 1." { on 1, timeout, default -> next }';

describe('a block that needs a line', () => {
  it('is wrong where only chats come, and where anything but calls comes', () => {
    expect(wrong(`  if $.Channel == "CHAT" { ${MENU} }\n`)).toHaveLength(1);
    expect(wrong(`  if $.Channel != "VOICE" { ${MENU} }\n`)).toHaveLength(1);
    expect(
      wrong(`  match $.Channel {\n    on "VOICE" -> next\n    on "TASK" { ${MENU} }\n    on default -> next\n  }\n`),
    ).toHaveLength(1);
  });

  it('is right where calls may come', () => {
    expect(wrong(`  ${MENU}\n`)).toEqual([]);
    expect(wrong(`  if $.Channel == "VOICE" { ${MENU} }\n`)).toEqual([]);
    expect(wrong(`  if $.Channel == "CHAT" { play "Hello" }\n  ${MENU}\n`)).toEqual([]);
    expect(wrong(`  if $.Channel == "Chat" { ${MENU} }\n`)).toEqual([]);
    expect(wrong(`  if $.Attributes.channel == "CHAT" { ${MENU} }\n`)).toEqual([]);
  });

  it('is right behind a comparison that lets calls through, whatever stood before', () => {
    const twice = `  match $.Channel {\n    on "CHAT" { play "Hello" }\n    on default {\n      if $.Channel == "VOICE" { ${MENU} }\n    }\n  }\n`;
    expect(wrong(twice)).toEqual([]);
  });
});

describe('a conversation with Agentic CX', () => {
  const TALK =
    'agentic_cx { workspace: "a", application: "b", alias: "c", on "Escalation", timeout, default, error -> next }';

  it('is for calls and chats', () => {
    expect(wrong(`  if $.Channel == "TASK" { ${TALK} }\n`)).toHaveLength(1);
    expect(wrong(`  if $.Channel == "CHAT" { ${TALK} }\n`)).toEqual([]);
    expect(wrong(`  ${TALK}\n`)).toEqual([]);
  });
});

describe('a recording or speech markup', () => {
  it('is wrong where only chats come', () => {
    expect(wrong('  if $.Channel == "CHAT" { play ssml "<speak>Hello</speak>" }\n')).toHaveLength(1);
    expect(wrong('  if $.Channel == "VOICE" { play ssml "<speak>Hello</speak>" }\n')).toEqual([]);
    expect(wrong('  if $.Channel == "TASK" { play ssml "<speak>Hello</speak>" }\n')).toEqual([]);
  });
});
