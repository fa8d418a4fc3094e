/** Voices, languages, quotas, redaction, flow types, attribute roots: against the reference, and against each other. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attributeRoots } from '../../src/catalogue/attributes.ts';
import { caseFields, profileFields } from '../../src/catalogue/fields.ts';
import { eventHooks, flowTypeFacts, flowTypeOf, flowTypes, wordOfFlowType } from '../../src/catalogue/flow-types.ts';
import { actions } from '../../src/catalogue/index.ts';
import { analyticsLanguage, analyticsLanguages } from '../../src/catalogue/languages.ts';
import { apiRate, limits, quotas } from '../../src/catalogue/quotas.ts';
import { inFlightWords, redactionWords } from '../../src/catalogue/redaction.ts';
import { defaultVoice, voices, voiceWords } from '../../src/catalogue/voices.ts';
import type { JsonObject } from '../../src/text/json.ts';

const folder = new URL('../../../shared/reference/', import.meta.url);
const missing = !existsSync(folder);

function reference(name: string): JsonObject {
  return missing ? {} : (JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as JsonObject);
}

describe.skipIf(missing)(`the reference${missing ? ' (skipped: ../shared/reference is not here)' : ''}`, () => {
  it('has the same voices', () => {
    const { voices: rows, default_voice: first } = reference('voices') as unknown as {
      voices: JsonObject[];
      default_voice: string;
    };
    const ours = voices.map(({ name, conversationalStatus, enginesNote, ...rest }) => ({
      voice: name,
      ...rest,
      ...(conversationalStatus === undefined ? {} : { conversational_status: conversationalStatus }),
      ...(enginesNote === undefined ? {} : { engines_note: enginesNote }),
    }));
    expect(ours).toEqual(rows);
    expect(defaultVoice).toBe(first);
  });

  it('has the same languages', () => {
    const { languages: rows } = reference('analytics-languages') as unknown as { languages: JsonObject[] };
    const ours = analyticsLanguages().map((language) => ({
      code: language.code,
      post_call: language.postCall,
      real_time: language.realTime,
      chat_email: language.chatEmail,
      summary: language.summary,
      sentiment: language.sentiment,
      redaction: language.redaction,
      pattern_rules: language.patternRules,
    }));
    expect(ours).toEqual(rows);
  });

  it('has the same quotas', () => {
    const { quotas: rows, api_rates: rates } = reference('quotas') as unknown as {
      quotas: JsonObject[];
      api_rates: Record<string, JsonObject>;
    };
    const ours = quotas.map(({ name, default: value, burst, adjustable }) => ({
      name,
      default: burst === undefined ? value : `${value} (${burst})`,
      adjustable,
    }));
    expect(ours).toEqual(rows);
    expect({ rate: apiRate.perSecond, burst: apiRate.burst }).toEqual(Object.values(rates)[0]);
  });
});

describe('voices', () => {
  it('can all be said', () => {
    expect(Object.keys(voiceWords).sort()).toEqual([...new Set(voices.map((voice) => voice.name))].sort());
    expect(voices.some((voice) => voice.name === defaultVoice)).toBe(true);
  });
});

describe('languages', () => {
  it('have no redaction in Japan', () => {
    expect(analyticsLanguage('ja-JP')).toMatchObject({ realTime: true, sentiment: true, redaction: false });
    expect(analyticsLanguage('xx-XX')).toBeUndefined();
  });
});

describe('limits', () => {
  it('are those of the quotas', () => {
    const value = (name: string) => quotas.find((quota) => quota.name === name)?.default;
    expect([
      value('Actions per flow'),
      value('Flow content characters (API)'),
      value('Action identifier length'),
      value('Lambda result bytes'),
      value('Lambda sync timeout s'),
      value('Contact attributes bytes'),
      value('Module nesting depth'),
      value('Custom branches per module'),
      value('User-defined tags per contact'),
    ]).toEqual([
      limits.actionsPerFlow,
      limits.contentCharacters,
      limits.identifierCharacters,
      limits.lambdaResultBytes,
      limits.lambdaSeconds,
      limits.attributeBytes,
      limits.moduleDepth,
      limits.branchesPerModule,
      limits.tagsPerContact,
    ]);
  });
});

describe('redaction', () => {
  it('knows 39 kinds of data, eight of them not in flight', () => {
    const kinds = Object.values(redactionWords);
    expect(new Set(kinds).size).toBe(39);
    expect(Object.keys(redactionWords)).toEqual(kinds.map((kind) => kind.toLowerCase()));
    expect(Object.values(inFlightWords)).toHaveLength(kinds.length - 8);
    expect(inFlightWords['name']).toBe('NAME');
    expect(inFlightWords['in_aadhaar']).toBeUndefined();
  });
});

describe('fields', () => {
  it('are said by their own names', () => {
    for (const fields of [profileFields, caseFields]) expect(Object.keys(fields)).toEqual(Object.values(fields));
  });
});

describe('flow types', () => {
  it('have a word each, both ways', () => {
    expect(flowTypes).toHaveLength(11);
    for (const { type, word } of flowTypes) {
      expect(flowTypeOf(word)).toBe(type);
      expect(wordOfFlowType(type)).toBe(word);
      expect(flowTypeFacts(type)?.word).toBe(word);
    }
    expect(flowTypeOf('contactFlow')).toBeUndefined();
  });

  it('cover every type that an action names', () => {
    const named = [...actions.values()].flatMap((entry) => [
      ...(entry.flowTypesAllowed ?? []),
      ...entry.flowTypesDisallowed,
      ...(entry.flowTypesBlockPage ?? []),
    ]);
    expect([...new Set(named)].filter((type) => flowTypeFacts(type) === undefined)).toEqual([]);
  });

  it('never allow and forbid the same', () => {
    const both = [...actions.values()].filter((entry) =>
      entry.flowTypesAllowed?.some((type) => entry.flowTypesDisallowed.includes(type)),
    );
    expect(both.map((entry) => entry.type)).toEqual([]);
  });
});

describe('event hooks', () => {
  const entry = actions.get('UpdateContactEventHooks');

  it('are the keys of EventHooks, each with its statement', () => {
    const keys = entry?.parameters.find((parameter) => parameter.name === 'EventHooks')?.keys ?? [];
    expect(eventHooks.map((hook) => hook.key).sort()).toEqual([...keys].sort());
    for (const hook of eventHooks) {
      const form = entry?.forms.find((candidate) => candidate.phrase === hook.phrase);
      expect(form?.operands?.[0]?.path).toBe(`EventHooks.${hook.key}`);
    }
  });
});

describe('attribute roots', () => {
  it('stand once each and are set by actions that exist', () => {
    const roots = attributeRoots.map((root) => root.root);
    expect(new Set(roots).size).toBe(roots.length);
    expect(attributeRoots.flatMap((root) => root.setBy ?? []).filter((type) => !actions.has(type))).toEqual([]);
  });

  it('cover what actions say they leave behind', () => {
    const left = [...actions.values()].flatMap((entry) =>
      entry.results.flatMap((result) => result.match(/\$\.[A-Za-z]+/g) ?? []),
    );
    const known = new Set(attributeRoots.map((root) => `$.${root.root.split('.')[0] ?? ''}`));
    expect([...new Set(left)].filter((root) => !known.has(root))).toEqual([]);
  });
});
