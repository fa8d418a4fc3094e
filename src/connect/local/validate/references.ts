/** Ids and ARNs of things that the instance holds. */
import type { Parameter, ReferenceWord } from '../../../catalogue/types.ts';
import type { CanonicalKind } from '../../../entities/types.ts';
import { isDynamic } from './guards.ts';
import { malformedId, unknownId } from './words.ts';

export type Known = (kind: CanonicalKind, idOrArn: string) => boolean;

/** What the catalogue calls the kinds that parameters refer to. */
const KINDS: Readonly<Record<ReferenceWord, CanonicalKind>> = {
  flow: 'flow',
  module: 'module',
  queue: 'queue',
  user: 'user',
  prompt: 'prompt',
  hours: 'hours',
  lambda: 'lambda',
  view: 'view',
  assistant: 'assistant',
  'lexv2-alias': 'bot',
  'phone-number': 'number',
  'case-template': 'case_template',
  'task-template': 'task_template',
  'data-table': 'data_table',
};

/** Views that AWS makes are in every instance. */
const MANAGED_VIEW = /^arn:[^:]*:connect:[^:]*:aws:view\//;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** The problem with a text that is to name a thing of the instance; undefined where there is none. */
export function referenceProblem(fact: Parameter, value: string, known: Known): string | undefined {
  const kind = kindOf(fact);
  if (kind === undefined || isDynamic(value)) return undefined;
  if (fact.kind === 'id|arn' && kind !== 'view' && !value.startsWith('arn:') && !UUID.test(value)) {
    return kind === 'hours' ? malformedId : unknownId(value);
  }
  if (MANAGED_VIEW.test(value)) return undefined;
  return known(kind, withoutQualifier(kind, value)) ? undefined : unknownId(value);
}

/** Caller ids are numbers that the instance holds; numbers to call are not. */
function kindOf(fact: Parameter): CanonicalKind | undefined {
  if (fact.ref !== undefined) return KINDS[fact.ref];
  return fact.kind === 'e164' && /^CallerId\b/.test(fact.name) ? 'number' : undefined;
}

/** `…:$LATEST`, `…:3`, `…:live` say which version of the thing, not which thing. */
function withoutQualifier(kind: CanonicalKind, value: string): string {
  if (kind !== 'module' && kind !== 'flow' && kind !== 'view') return value;
  const colon = value.indexOf(':', value.lastIndexOf('/') + 1);
  return colon < 0 || (value.startsWith('arn:') && !value.includes('/')) ? value : value.slice(0, colon);
}
