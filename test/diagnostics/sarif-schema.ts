/** The published JSON Schema of SARIF 2.1.0, as a package has it. */
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';

const PATH = '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';

/** It is of draft 4, of which it uses nothing that later drafts read otherwise but the names of itself. */
export function validateSarif(): ValidateFunction {
  const { $schema: _, id: __, ...schema } = createRequire(import.meta.url)(PATH) as Record<string, unknown>;
  const formats = { 'date-time': isDate, uri: /^[a-z][a-z0-9+.-]*:/i, 'uri-reference': /^\S*$/ };
  return new Ajv({ strict: false, unicodeRegExp: false, formats }).compile(schema);
}

function isDate(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}
