/**
 * Documents against the published JSON Schemas, by validators that Ajv compiled ahead. A second pair of eyes on what is
 * written and on what is read: the rules say things better, so this speaks only where they are silent. The validators are
 * large; load this module only where a document is at hand.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isObject, type JsonObject } from '../text/json.ts';
import type { Place, SourceText } from '../text/text.ts';
import { json } from './diagnostics.ts';
import { beginningOf, pathOfPointer, placeAt, wholeLayer } from './layer.ts';
import { flowDocument, flowLanguage, type SchemaError, type Validator } from './validators.generated.js';

/** What the service accepts, of a document that is about to be written; undefined when it keeps to the schema. */
export function checkEmitted(document: JsonObject, place: Place): Diagnostic | undefined {
  return check(flowLanguage, document, () => place);
}

/** What any export at least is, of a file that was read as a flow; answers of the API and old exports are no documents themselves. */
export function checkText(source: SourceText): readonly Diagnostic[] {
  const document: unknown = JSON.parse(source.text);
  if (!isObject(document) || !('Actions' in document)) return [];
  const layer = wholeLayer(source);
  const remark = check(flowDocument, document, (pointer) => beginningOf(placeAt(layer, pathOfPointer(layer, pointer))));
  return remark === undefined ? [] : [remark];
}

function check(validator: Validator, document: unknown, place: (pointer: string) => Place): Diagnostic | undefined {
  if (validator(document)) return undefined;
  const error = deepest(validator.errors ?? []);
  const at = error?.instancePath ?? '';
  return json('not-by-schema', place(at), { at, problem: problemOf(error) });
}

/** Of several errors the one that stands deepest says most; combinators only say that something below failed. */
function deepest(errors: readonly SchemaError[]): SchemaError | undefined {
  const plain = errors.filter(({ keyword }) => !['if', 'allOf', 'anyOf', 'oneOf', 'not'].includes(keyword));
  const candidates = plain.length > 0 ? plain : errors;
  return candidates.reduce<SchemaError | undefined>(
    (best, error) => (best === undefined || error.instancePath.length > best.instancePath.length ? error : best),
    undefined,
  );
}

function problemOf(error: SchemaError | undefined): string {
  const params = error?.params ?? {};
  const said = (key: string) => JSON.stringify(params[key]);
  switch (error?.keyword) {
    case 'required':
      return `${said('missingProperty')} is missing`;
    case 'additionalProperties':
      return `${said('additionalProperty')} is not known there`;
    case 'enum':
      return `it is none of ${said('allowedValues')}`;
    case 'const':
      return `it is not ${said('allowedValue')}`;
    case 'type':
      return `it is not of type ${String(params['type'])}`;
    case 'contains':
      return 'an entry that must be there is missing';
    default:
      return `it does not keep to \`${error?.keyword ?? 'schema'}\``;
  }
}
