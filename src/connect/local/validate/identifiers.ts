/** Identifiers of actions: legal, unique, and which action each of them names. */
import { reservedIdentifiers, signsNotInIdentifiers } from '../../../catalogue/identifiers.ts';
import { limits } from '../../../catalogue/quotas.ts';
import { isObject, type Json } from '../../../text/json.ts';
import { action as actionPath, invalidValue, missingProperty, tell, type Problems } from './words.ts';

/** The index of the action that an identifier names: the first of several. */
export function identifiersOf(actions: readonly Json[], problems: Problems): ReadonlyMap<string, number> {
  const indexOf = new Map<string, number>();
  actions.forEach((value, index) => {
    if (!isObject(value)) return;
    const { Identifier } = value;
    const at = `${actionPath(index)}.Identifier`;
    if (Identifier === undefined || Identifier === null) tell(problems, missingProperty(at));
    else if (typeof Identifier !== 'string' || !isLegal(Identifier) || indexOf.has(Identifier)) {
      tell(problems, invalidValue(at));
    }
    if (typeof Identifier === 'string' && !indexOf.has(Identifier)) indexOf.set(Identifier, index);
  });
  return indexOf;
}

function isLegal(identifier: string): boolean {
  return (
    identifier !== '' &&
    identifier.length <= limits.identifierCharacters &&
    !reservedIdentifiers.has(identifier) &&
    !signsNotInIdentifiers.test(identifier)
  );
}
