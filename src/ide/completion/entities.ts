/** What may stand in the braces of a declaration. */
import { entityKindOf, entityModel } from '../../entities/index.ts';
import type { Property, ValueType } from '../../entities/types.ts';
import type { FlowType } from '../../graph/flow-graph.ts';
import type { Completion } from '../types.ts';
import { namesOf, type Asking } from './asking.ts';
import { siblings } from './entries.ts';
import { wordsOf } from './context.ts';
import { typeItems, unsaid } from './values.ts';

export function entityItems(asking: Asking): readonly Completion[] {
  const { make, context } = asking;
  const words = wordsOf(context.headers[0] ?? '');
  const kind = entityKindOf(words[0] === 'existing' ? (words[1] ?? '') : (words[0] ?? ''));
  if (kind === undefined) return [];
  const { properties, clauses, days } = entityModel(kind);
  let known: readonly Property[] = properties;
  /** Of a map whose keys are the user's own: what its values are. */
  let values: ValueType | undefined;
  for (const header of context.headers.slice(1)) {
    const [first = ''] = wordsOf(header);
    const property = known.find(({ key }) => key === first.replace(/:$/, ''));
    const clause = clauses.find(({ word }) => word === first);
    known = clause?.properties ?? (property?.type.is === 'group' ? property.type.properties : []);
    values = property?.type.is === 'map' ? property.type.of : undefined;
  }
  const { lead } = context;
  const key = /^([^\s:]+):/u.exec(lead)?.[1];
  if (key !== undefined) {
    const property = known.find((one) => one.key === key);
    if (values !== undefined) return typeItems(asking, values);
    const documentation = () => property?.doc ?? '';
    if (property !== undefined) {
      const flowTypes = flowTypesBeside(property, siblings(asking));
      return unsaid(lead, typeItems(asking, property.type, { documentation, flowTypes }));
    }
    if (days !== true) return [];
    return typeItems(
      asking,
      { is: 'opening' },
      { documentation: () => 'A time from and to, several in a list, or `closed`.' },
    );
  }
  const clause = clauses.find(({ word }) => wordsOf(lead)[0] === word);
  if (clause?.operand?.type.is === 'ref') return namesOf(asking, clause.operand.type.kind);
  if (lead.trim() !== '') return [];
  const inside = siblings(asking);
  const items = known
    .filter(({ key: one }) => !new RegExp(`(?:^|[\\s,{])${one}\\s*[:{]`, 'u').test(inside))
    .map(({ key: one, doc, required, braces }) =>
      make(one, {
        kind: 'parameter',
        text: braces === true ? `${one} { $0 }` : `${one}: `,
        isSnippet: braces === true,
        detail: required === true ? 'required' : undefined,
        documentation: () => doc,
        rank: required === true ? 1 : 2,
      }),
    );
  if (context.headers.length > 1) return items;
  const more = clauses.map(({ word, doc }) =>
    make(word, { kind: 'parameter', text: `${word} `, documentation: () => doc, rank: 2 }),
  );
  const week =
    days === true
      ? ['mon-fri', 'sat', 'sun'].map((day) =>
          make(day, { kind: 'parameter', text: `${day}: `, documentation: () => `\`${day}: 09:00-18:00\`` }),
        )
      : [];
  return [...items, ...more, ...week];
}

/** Of a flow whose type depends on the keys beside it. */
function flowTypesBeside({ type }: Property, inside: string): readonly FlowType[] | undefined {
  const beside = type.is === 'ref' ? Object.entries(type.flowTypesBeside ?? {}) : [];
  return beside.find(([key]) => new RegExp(`(?:^|[\\s,{])${key}\\s*:`, 'u').test(inside))?.[1];
}
