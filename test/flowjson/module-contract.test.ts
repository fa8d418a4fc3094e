/** What a module takes and gives back, read from the answer of DescribeContactFlowModule. */
import { describe, expect, it } from 'vitest';
import { readFlow } from '../../src/flowjson/read.ts';
import type { Json } from '../../src/text/json.ts';

const Content = '{"StartAction":"end","Actions":[{"Identifier":"end","Type":"EndFlowModuleExecution"}],"Settings":{}}';

function read(module: Json) {
  const text = JSON.stringify({ ContactFlowModule: { Name: 'Verify', Content, ...(module as object) } });
  const { contract } = readFlow({ path: 'answer.json', text });
  const told = contract?.problems.map(({ message, place: { span } }) => [message, text.slice(span.start, span.end)]);
  return contract === undefined ? undefined : { settings: contract.settings, told };
}

const contract = (schema: Json, results: Json = []) =>
  JSON.stringify({ input: { schema }, resultData: {}, transitions: { results } });

const LEFT_OUT = 'Not all of this module’s contract can be said as text: its Settings';

describe('the contract of a module', () => {
  it('is read from the settings beside the content, as text or as JSON', () => {
    const settings = contract({ type: 'object', properties: { phone: { type: 'string' } } }, [
      { name: 'verified', description: '' },
    ]);
    const said = { settings: { input: { phone: { is: 'text' } }, branches: ['verified'] }, told: [] };
    expect(read({ Settings: settings })).toEqual(said);
    expect(read({ Settings: JSON.parse(settings) as Json })).toEqual(said);
  });

  it('is none where nothing is said of it', () => {
    expect(read({})).toBeUndefined();
    for (const Settings of ['', ' ', '{}', '{"input":{"schema":{"type":"object","required":[]}}}']) {
      expect(read({ Settings })).toEqual({ settings: {}, told: [] });
    }
  });

  it('is the mark of a module', () => {
    const text = JSON.stringify({ Name: 'Verify', Content, Settings: '{}' });
    expect(readFlow({ path: 'request.json', text }).graph?.type).toBe('MODULE');
  });

  it('tells once, and at its place, what text cannot say', () => {
    const properties = { phone: { type: 'string', pattern: '^0' }, age: { type: 'integer', minimum: 1 } };
    const results = [{ name: 'verified', description: 'Known' }];
    expect(read({ Settings: contract({ type: 'object', properties, required: ['phone'] }, results) })).toEqual({
      settings: { input: { phone: { is: 'text' }, age: { is: 'integer' } }, branches: ['verified'] },
      told: [
        [
          `${LEFT_OUT} hold \`input.schema.properties.phone.pattern\`, \`input.schema.properties.age.minimum\`, ` +
            '`input.schema.required`, `transitions.results.0.description`.',
          String.raw`\"^0\"`,
        ],
      ],
    });
  });

  it('keeps alternatives that text can say, and tells of those that it cannot', () => {
    const of = (schema: Json) => read({ Settings: contract({ type: 'object', properties: { a: schema } }) });
    expect(of({ type: ['string', 'null'] })).toEqual({
      settings: { input: { a: { is: 'either', of: [{ is: 'text' }, { is: 'null' }] } } },
      told: [],
    });
    const inBraces = { type: 'object', properties: { b: { type: 'string' } } };
    expect(of({ anyOf: [inBraces, { type: 'null' }] })).toEqual({
      settings: { input: { a: { is: 'either', of: [{ is: 'object' }, { is: 'null' }] } } },
      told: [[`${LEFT_OUT} hold \`input.schema.properties.a.anyOf.0.properties\`.`, expect.anything()]],
    });
  });

  it('tells of settings that are none', () => {
    expect(read({ Settings: '{"input": ' })?.told).toEqual([[`${LEFT_OUT} are not valid JSON.`, expect.anything()]]);
    for (const Settings of ['[]', 'null', [], 5, null]) {
      expect(read({ Settings })?.told).toEqual([[`${LEFT_OUT} are no JSON object.`, expect.anything()]]);
    }
  });

  it('is told with the keys that count, where keys stand twice', () => {
    expect(read({ Settings: '{"input":{"schema":1},"input":{}}' })?.told?.map(([message]) => message)).toEqual([
      'The key "input" stands twice in one object; the last one counts.',
    ]);
  });
});
