/**
 * Every form of every action, with each thing that its braces may hold: where the rules have nothing to say, the schema and
 * the judge of the local instance have nothing either, and an import says the block in words again.
 */
import { describe, expect, it } from 'vitest';
import { flowTypes } from '../../src/catalogue/flow-types.ts';
import { actions } from '../../src/catalogue/index.ts';
import type { ActionEntry, Codec, EntrySlot, Form } from '../../src/catalogue/types.ts';
import { compile, type CompiledFlow } from '../../src/compiler.ts';
import { decompile } from '../../src/decompiler.ts';
import { checkEmitted } from '../../src/flowjson/schema-check.ts';
import { NOWHERE } from '../../src/text/text.ts';
import { judge } from '../validate/documents.ts';

const place = { source: { path: '', text: '' }, span: NOWHERE };

const VALUES: Readonly<Record<string, readonly string[]>> = {
  text: ['"x"', '$.Attributes.x'],
  number: ['1'],
  signed: ['+1', '-1'],
  duration: ['5s'],
  duration_minutes: ['3m'],
  duration_ms: ['5s'],
  signed_duration: ['+60s'],
  language: ['en-US', '$.Attributes.x'],
  phone: ['"+81501234XXXX"', '$.Attributes.x'],
  texts: ['{ a: "b" }', '{ a: $.Attributes.x }'],
  values: ['{ a: "b" }'],
  json: ['{ a: "b" }', '"x"', '[{ a: 1 }]', 'true', '5'],
  speech: ['"hi"', 'prompt $.Attributes.x', 'ssml "<speak>a</speak>"'],
  phone_format: ['JP', 'E164'],
  streams: ['[from]', '[from, to]'],
  profile_query: ['{ _phone: "x" }'],
};

function valuesOf(codec: Codec): readonly string[] {
  if (typeof codec === 'string') return VALUES[codec] ?? [];
  if ('ref' in codec) return ['$.Attributes.x'];
  if ('enum' in codec) return Object.keys(codec.enum);
  if ('flag' in codec) return ['on', 'off'];
  return valuesOf(codec.list).map((item) => `[${item}]`);
}

function linesOf({ key, as, braces }: EntrySlot): readonly string[] {
  if (as === 'speeches') return ['play "a"'];
  return valuesOf(as)
    .filter((value) => braces !== true || value.startsWith('{'))
    .map((value) => (braces === true ? `${key} ${value}` : `${key}: ${value}`));
}

/** The operands in turn with each of their values, and none where all may be left out. */
function operandsOf({ operands = [] }: Form): readonly string[] {
  const values = operands.map(({ as }) => valuesOf(as));
  const first = values.map(([value = '']) => value);
  const others = values.flatMap((list, i) => list.slice(1).map((value) => first.with(i, value)));
  return [first, ...others, ...(operands.every(({ optional }) => optional) ? [[]] : [])].map((words) =>
    words.join(' '),
  );
}

/** What the braces hold: what must be there, with each other line alone, and with one of all. */
function bracesOf(entry: ActionEntry, { entries = [] }: Form): readonly (readonly string[])[] {
  const needed = entries.filter(({ path }) =>
    entry.parameters.some((one) => one.name === path && one.required === 'yes'),
  );
  const first = (slots: readonly EntrySlot[]) => slots.flatMap((slot) => linesOf(slot).slice(0, 1));
  const each = entries.flatMap((slot) =>
    linesOf(slot).map((line) => [...first(needed.filter((one) => one !== slot)), line]),
  );
  return [first(needed), ...each, first(entries)];
}

function statementsOf(entry: ActionEntry): readonly string[] {
  return entry.forms.flatMap((form) => {
    const { branches = [], cases } = form;
    const words = [branches, branches.filter(({ need }) => need === 'always')].map((some) =>
      some.map(({ word }) => word).join(', '),
    );
    const own = { keys: ['on 1 -> bye'], names: ['on "a" -> bye'], comparisons: ['on "a" -> bye', 'on exists -> bye'] };
    return operandsOf(form).flatMap((operands) =>
      bracesOf(entry, form).flatMap((lines) =>
        words.flatMap((on) =>
          (cases === undefined ? [''] : own[cases]).map((line) => {
            const all = [...lines, line, on === '' ? '' : `on ${on} -> bye`].filter((one) => one !== '');
            return `${form.phrase} ${operands} {\n${all.join('\n')}\n}`;
          }),
        ),
      ),
    );
  });
}

function flowOf(entry: ActionEntry, statement: string): string {
  const allowed = entry.flowTypesAllowed ?? entry.flowTypesBlockPage ?? ['CONTACT_FLOW'];
  const { type, word } = flowTypes.find((facts) => allowed.includes(facts.type)) ?? { type: 'MODULE', word: '' };
  const end = type === 'MODULE' ? 'return' : type === 'CONTACT_FLOW' ? 'disconnect' : 'end';
  const head = type === 'MODULE' ? 'module Sample' : `${word} flow Sample`;
  return `${head} {\n${statement}\n${entry.terminal ? '' : end}\nstep bye { ${end} }\n}`;
}

/** Every statement that no rule has anything to say about, as a flow. */
function* letThrough(): Generator<readonly [statement: string, flow: CompiledFlow]> {
  for (const entry of actions.values()) {
    for (const statement of statementsOf(entry)) {
      const { diagnostics, flows } = compile([{ path: 'a.flow', text: flowOf(entry, statement) }]);
      if (diagnostics.some(({ code }) => !code.startsWith('lint/'))) continue;
      for (const flow of flows) yield [statement, flow];
    }
  }
}

describe('what the rules let through', () => {
  it('keeps to the schema, and is published', () => {
    let count = 0;
    for (const [statement, flow] of letThrough()) {
      count++;
      const { document, json } = flow.emitted();
      expect([statement, checkEmitted(document, place)?.message]).toEqual([statement, undefined]);
      expect([statement, judge(json, { type: flow.graph.type ?? 'MODULE' })]).toEqual([statement, []]);
    }
    expect(count).toBeGreaterThan(2000);
  });

  it('comes back in words', () => {
    for (const [statement, flow] of letThrough()) {
      const [text] = decompile([{ source: place.source, graph: flow.graph }], { project: false }).files;
      expect([statement, text?.text]).toEqual([statement, expect.not.stringMatching(/\baction [A-Z]/)]);
    }
  });
});
