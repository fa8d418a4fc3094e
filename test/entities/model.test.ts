import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { projectData } from '../../src/check/data.ts';
import { entityDiagnostic } from '../../src/check/diagnostics.ts';
import { statementDiagnostic } from '../../src/constructs/diagnostics.ts';
import { entityKindOf, entityModel, entityModels, entityWords } from '../../src/entities/index.ts';
import { entitySchema } from '../../src/entities/json-schema.ts';
import type { Property, ValueType } from '../../src/entities/types.ts';
import { problemsOf, programOf } from '../check/project.ts';

const models = Object.values(entityModels);
const CALL_CENTRE = readFileSync('test/entities/fixtures/call-centre.flow', 'utf8');

function inner(type: ValueType): Property[] {
  if (type.is === 'group') return withInner(type.properties);
  return type.is === 'list' || type.is === 'map' ? inner(type.of) : [];
}

function withInner(properties: readonly Property[]): Property[] {
  return properties.flatMap((property) => [property, ...inner(property.type)]);
}

describe('the entity model', () => {
  it('has every kind under its own name', () => {
    for (const [kind, model] of Object.entries(entityModels)) expect(model.kind).toBe(kind);
    expect(models).toHaveLength(19);
  });

  it('knows both spellings of bots', () => {
    expect(entityKindOf('lex_bot')).toBe('bot');
    expect(entityModel('lex_bot')).toBe(entityModels.bot);
    expect(entityKindOf('constructor')).toBeUndefined();
    expect(new Set(entityWords()).size).toBe(entityWords().length);
  });

  it.each(models)('$kind: keys are unique, rules and clauses speak of what is there', (model) => {
    const keys = [...model.properties.map((one) => one.key), ...model.clauses.map((one) => one.word)];
    expect(new Set(keys).size).toBe(keys.length);
    for (const rule of model.rules) {
      for (const key of rule.rule === 'together' ? [rule.key, rule.needs] : rule.keys) expect(keys).toContain(key);
    }
    for (const property of withInner([...model.properties, ...model.clauses.flatMap((one) => one.properties)])) {
      expect(property.doc, property.key).toMatch(/\.$/);
      expect(property.key, property.key).toMatch(/^[a-z][a-z_]*$/);
    }
    for (const text of [model.doc, model.lifecycle]) expect(text).toMatch(/\.$/);
    // What is never written has nothing that must be said.
    if (!model.managed) expect(model.properties.every((property) => !property.required)).toBe(true);
  });

  it('leads from other names to keys and clauses that there are', () => {
    for (const { kind, alsoCalled = {}, properties, clauses, days } of models) {
      const known = [
        ...properties.map(({ key }) => key),
        ...clauses.map(({ word }) => word),
        ...(days ? ['mon-fri'] : []),
      ];
      for (const [name, form] of Object.entries(alsoCalled)) {
        expect(name).toMatch(/^[a-z\d]+$/);
        expect(
          known.map((key) => key.replaceAll('_', '')),
          `${kind}: ${name} is a key itself`,
        ).not.toContain(name);
        const [word = '', operand = ''] = form.split(' ');
        expect([...known, kind], `${kind}: ${name}`).toContain(word);
        const clause = clauses.find((one) => one.word === word);
        if (clause === undefined) continue;
        expect(operand.startsWith('"'), form).toBe(clause.operand?.type.is === 'text');
        for (const { key, required } of clause.properties) if (required) expect(form).toContain(` ${key}: …`);
      }
    }
  });

  it('has examples that check, all in one project', () => {
    const stubs = `
existing queue 上席
inbound flow 受付 { disconnect }
outbound_whisper flow 発信ウィスパー { end }
queue_transfer flow 上席転送 { disconnect }`;
    const examples = models.filter((model) => model.kind !== 'flow').map((model) => model.example);
    expect(problemsOf([...examples, stubs].join('\n')).map((one) => `${one.code} ${one.message}`)).toEqual([]);
    expect(problemsOf(entityModels.flow.example)).toEqual([]);
  });

  it('shares no code with the table of statements, which has the same phase', () => {
    const statements = new Set(Object.keys(statementDiagnostic.table));
    expect(Object.keys(entityDiagnostic.table).filter((name) => statements.has(name))).toEqual([]);
  });
});

describe('a whole call centre', () => {
  it('checks', () => {
    expect(problemsOf(CALL_CENTRE).map((one) => `${one.code} ${one.message}`)).toEqual([]);
  });

  it('is data that agrees with the schema', () => {
    const validate = new Ajv({ strict: true, strictRequired: false }).compile(entitySchema());
    const data: unknown = JSON.parse(JSON.stringify(projectData(programOf(CALL_CENTRE).program)));
    expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
    expect(data).toMatchObject({
      hours: {
        平日: {
          display: '平日営業',
          timezone: 'Asia/Tokyo',
          week: { sat: [{ from: '10:00', to: '15:00' }], sun: [] },
          closed: [
            { from: '2026-12-29', to: '2027-01-03' },
            { from: '2026-05-04', to: '2026-05-04' },
          ],
          override: [
            { name: '創立記念日', open: [{ from: '09:00', to: '12:00' }] },
            { name: '夏の延長', week: { mon: [{ from: '09:00', to: '20:00' }], sat: [] } },
          ],
        },
        終日: { week: { mon: [{ from: '00:00', to: '00:00' }] } },
      },
      queue: {
        製品サポート: { description: '製品の使い方と故障の相談', quick_connects: ['上席へ', '佐藤へ', '修理工場'] },
        緊急: { tags: { team: 'emergency' }, status: 'enabled' },
        上席: { existing: true, display: 'Team leads' },
      },
      routing_profile: {
        一般: {
          concurrency: { voice: 1, chat: 2, task: 1 },
          cross_channel: { voice: false, chat: true, task: true },
          serves: [
            { queue: '製品サポート', channels: ['voice', 'chat', 'task'], priority: 1, delay: 0 },
            { queue: '配送', channels: ['voice'], priority: 2, delay: 30 },
          ],
        },
      },
      user: {
        鈴木: { phone: { desk: '+81312345XXX' }, acw_timeout: 120 },
        佐藤: { phone: 'soft', auto_accept: false },
      },
      number: { 代表番号: { display: '+81501234XXXX', flow: '受付' } },
      lambda: {
        顧客検索: {
          returns: { tier: { is: 'text', values: ['gold', 'platinum', 'basic'] }, open_cases: { is: 'list' } },
        },
      },
      module: { 区分判定: { branches: ['優先', '通常'], input: { tier: { is: 'text' } } } },
      flow: { 受付: { type: 'inbound' }, 個人転送: { type: 'agent_transfer' } },
    });
  });

  it('is refused by the schema when a managed thing lacks what it needs', () => {
    const validate = new Ajv({ strict: true, strictRequired: false }).compile(entitySchema());
    expect(validate({ queue: { Q: { display: 'Q', existing: false } } })).toBe(false);
    expect(validate({ queue: { Q: { display: 'Q', existing: true } } })).toBe(true);
    expect(validate({ queue: { Q: { display: 'Q', existing: true, colour: 'red' } } })).toBe(false);
  });
});

describe('generated files', () => {
  it.each(['scripts/generate-entity-docs.mjs', 'scripts/generate-entity-schema.mjs'])('%s is up to date', (script) => {
    expect(() => execFileSync('node', [script, '--check'], { stdio: 'pipe' })).not.toThrow();
  });
});
