/** What type of flow a name stands for. */
import { flowTypeOf } from '../catalogue/flow-types.ts';
import type { FlowType } from '../graph/flow-graph.ts';
import type { Named } from './program.ts';
import { valueOf } from './read.ts';

/**
 * The type of anything under `flow` or `module`: of those of the project by the word before `flow`, of existing ones by
 * their `type:`. Undefined where the source does not say it, or says an unknown one.
 */
export function flowTypeOfNamed(named: Named): FlowType | undefined {
  if (named.kind === 'module') return 'MODULE';
  const { declaration } = named;
  if (declaration.kind === 'flow') return declaration.type && flowTypeOf(declaration.type.text);
  const type = valueOf(declaration.block, 'type');
  return type?.kind === 'word' ? flowTypeOf(type.text) : undefined;
}
