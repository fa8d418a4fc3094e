/** The rules in schemas/flowc.schema.json: codes, levels, numbers. `--check` tells whether they are up to date. */
import { readFile } from 'node:fs/promises';
import { writeOrCheck } from './lib/generated.mjs';
import { loadTs } from './lib/load-ts.mjs';

const PATH = 'schemas/flowc.schema.json';

const { rules } = await loadTs('src/lint/index.ts');
const schema = JSON.parse(await readFile(new URL(`../${PATH}`, import.meta.url), 'utf8'));
const LEVEL = { $ref: '#/definitions/lintLevel' };
const SETTING = { $ref: '#/definitions/lintSetting' };
const { properties: _, ...rest } = schema.definitions.lintRules;
const configurable = rules.filter(({ severity }) => severity !== 'error').sort((a, b) => (a.code < b.code ? -1 : 1));
schema.definitions.lintSetting = { anyOf: [LEVEL, braces([])] };
schema.definitions.lintRules = { ...rest, properties: Object.fromEntries(configurable.map(settingOf)) };

await writeOrCheck([[PATH, `${JSON.stringify(schema, undefined, 2)}\n`]], {
  check: process.argv.includes('--check'),
  command: 'node scripts/generate-lint-schema.mjs',
});

/** A level, or braces with the level and the rule's numbers. */
function settingOf({ code, summary, options = {} }) {
  const numbers = Object.entries(options).map(([name, { about, min, max, default: usual }]) => [
    name,
    { type: 'integer', minimum: min, maximum: max, default: usual, description: about },
  ]);
  return [code, { description: summary, ...(numbers.length === 0 ? SETTING : { anyOf: [LEVEL, braces(numbers)] }) }];
}

function braces(numbers) {
  const properties = Object.fromEntries([['level', LEVEL], ...numbers]);
  return { type: 'object', additionalProperties: false, properties };
}
