/** What a module takes and gives, as the `Settings` of its resource say it. */
import type { Named } from '../check/program.ts';
import { inputOf, moduleBranches, returnsOf, type Type } from '../check/types.ts';
import type { JsonObject } from '../text/json.ts';
import { someMembers } from './said.ts';

/** JSON of the resource's `Settings`; undefined for a module without a contract. */
export function moduleContract(named: Named): string | undefined {
  const [input, returns, branches] = [inputOf(named), returnsOf(named), moduleBranches(named) ?? []];
  const contract = someMembers({
    input: input && { schema: schemaOf(input) },
    resultData: returns && { schema: schemaOf(returns) },
    transitions:
      branches.length === 0 ? undefined : { results: branches.map((name) => ({ name, description: '' })) },
  });
  return contract && JSON.stringify(contract);
}

function schemaOf(type: Type): JsonObject {
  switch (type.is) {
    case 'text':
      return type.values === undefined ? { type: 'string' } : { type: 'string', enum: type.values };
    case 'any':
      return {};
    case 'list':
      return { type: 'array', items: schemaOf(type.of) };
    case 'object': {
      const fields = Object.entries(type.fields ?? {});
      if (fields.length === 0) return { type: 'object' };
      return { type: 'object', properties: Object.fromEntries(fields.map(([key, of]) => [key, schemaOf(of)])) };
    }
    case 'either':
      return { anyOf: type.of.map(schemaOf) };
    default:
      return { type: type.is };
  }
}
