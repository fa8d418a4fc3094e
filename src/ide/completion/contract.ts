/** What a module takes and gives back, said in its body: `input { }`, `returns { }`, `branches [ ]`. */
import { entityModel } from '../../entities/index.ts';
import type { Completion } from '../types.ts';
import type { Asking } from './asking.ts';
import { siblings } from './entries.ts';
import { typeItems } from './values.ts';

/** The clauses that the module does not have yet, where its own statements begin. */
export function contractClauses(asking: Asking): readonly Completion[] {
  const { headers } = asking.context;
  if (headers.length !== 1 || !/^module\b/.test(headers[0] ?? '')) return [];
  const inside = siblings(asking);
  return entityModel('module')
    .properties.filter(({ key }) => !new RegExp(`(?:^|\\n)[ \\t]*${key}\\b`).test(inside))
    .map(({ key, doc, braces }) =>
      asking.make(key, {
        kind: 'parameter',
        text: braces === true ? `${key} { $0 }` : `${key} [$0]`,
        isSnippet: true,
        documentation: () => doc,
        rank: 3,
      }),
    );
}

/** In the braces of `input` and `returns`, whose keys are the module's own: types. */
export function contractItems(asking: Asking): readonly Completion[] {
  return /^[^\s:]+:/u.test(asking.context.lead) ? typeItems(asking, { is: 'type' }) : [];
}
