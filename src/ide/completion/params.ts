/** Params where a value is due. */
import type { Codec } from '../../catalogue/types.ts';
import type { ParamType } from '../../check/param-values.ts';
import { paramPage } from '../path-pages.ts';
import type { Completion } from '../types.ts';
import type { Asking } from './asking.ts';

/** Those that suit what is wanted; with `param ` before them where it is not there yet. */
export function paramItems({ analysis, make, context }: Asking, wanted?: Codec): readonly Completion[] {
  const isSaid = /(?:^|[\s:])param\s*$/.test(context.lead);
  return analysis.params
    .filter(({ type }) => wanted === undefined || suits(type, wanted))
    .map(({ name }) =>
      make(isSaid ? name : `param ${name}`, {
        kind: 'value',
        detail: 'a value of the environment',
        documentation: () => paramPage(analysis, name),
        rank: 4,
      }),
    );
}

function suits({ is }: ParamType, wanted: Codec): boolean {
  if (typeof wanted === 'object') return 'flag' in wanted ? is === 'switch' : false;
  switch (wanted) {
    case 'number':
    case 'signed':
      return is === 'number';
    case 'duration':
    case 'duration_minutes':
    case 'duration_ms':
      return is === 'duration';
    case 'text':
    case 'speech':
      return is === 'text' || is === 'choice';
    case 'phone':
      return is === 'phone';
    default:
      return false;
  }
}
