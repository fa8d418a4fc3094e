/**
 * The part of SARIF 2.1.0 (OASIS standard of 27 March 2020) that flowc writes, member by member from the standard's
 * sections: what is required, of which type, within which bounds. Objects are closed, so that a misspelt member is told.
 */
const text = { type: 'string' };
const index = { type: 'integer', minimum: -1 };
const closed = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const list = (items: object, more: object = {}) => ({ type: 'array', items, ...more });
/** 3.12 multiformatMessageString, 3.11 message. */
const multiformat = closed({ text, markdown: text, properties: { type: 'object' } }, ['text']);
const message = closed({ text, markdown: text, id: text, arguments: list(text) }, ['text']);
/** 3.10 */
const level = { enum: ['none', 'note', 'warning', 'error'] };
/** 3.30: lines and columns count from 1. */
const one = { type: 'integer', minimum: 1 };
const region = closed({ startLine: one, startColumn: one, endLine: one, endColumn: one, snippet: { type: 'object' } });
/** 3.4 */
const artifactLocation = closed({ uri: { type: 'string' }, uriBaseId: text, index });
/** 3.28, 3.29 */
const location = closed({
  id: index,
  physicalLocation: closed({ artifactLocation, region }, ['artifactLocation']),
  message,
});
/** 3.55 to 3.57 */
const replacement = closed({ deletedRegion: region, insertedContent: closed({ text }) }, ['deletedRegion']);
const artifactChange = closed({ artifactLocation, replacements: list(replacement, { minItems: 1 }) }, [
  'artifactLocation',
  'replacements',
]);
const fix = closed({ description: message, artifactChanges: list(artifactChange, { minItems: 1 }) }, [
  'artifactChanges',
]);
/** 3.27 */
const result = closed(
  {
    ruleId: text,
    ruleIndex: index,
    level,
    message,
    locations: list(location),
    relatedLocations: list(location),
    fixes: list(fix),
  },
  ['message'],
);
/** 3.49 */
const reportingDescriptor = closed(
  {
    id: text,
    name: text,
    shortDescription: multiformat,
    fullDescription: multiformat,
    help: multiformat,
    helpUri: text,
    defaultConfiguration: closed({ enabled: { type: 'boolean' }, level }),
    properties: closed({ tags: list(text, { uniqueItems: true }) }),
  },
  ['id'],
);
/** 3.14, 3.18, 3.19 */
const driver = closed({ name: text, version: text, informationUri: text, rules: list(reportingDescriptor) }, ['name']);
const run = closed(
  {
    tool: closed({ driver }, ['driver']),
    columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
    results: list(result),
  },
  ['tool'],
);
/** 3.13 */
export const sarifSchema = closed({ $schema: text, version: { const: '2.1.0' }, runs: list(run) }, ['version', 'runs']);
