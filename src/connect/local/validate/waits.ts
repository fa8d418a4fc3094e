/** While a Wait waits, its Continue branch runs; another Wait cannot stand there. */
import { isObject, type Json, type JsonObject } from '../../../text/json.ts';
import { conditionOf } from './transitions.ts';
import { nestedWait, tell, type Problems } from './words.ts';

export function judgeWaits(
  actions: readonly JsonObject[],
  indexOf: ReadonlyMap<string, number>,
  problems: Problems,
): void {
  actions.forEach((outer, i) => {
    if (outer.Type !== 'Wait' || !isObject(outer.Transitions)) return;
    for (const value of listIn(outer.Transitions.Conditions)) {
      const condition = conditionOf(value);
      if (condition?.operands[0] !== 'Continue') continue;
      for (const reached of reachedFrom(condition.target, actions, indexOf)) {
        if (reached !== i && actions[reached]?.Type === 'Wait') tell(problems, nestedWait);
      }
      return;
    }
  });
}

function reachedFrom(
  target: Json | undefined,
  actions: readonly JsonObject[],
  indexOf: ReadonlyMap<string, number>,
): ReadonlySet<number> {
  const reached = new Set<number>();
  const pending: (Json | undefined)[] = [target];
  while (pending.length > 0) {
    const to = pending.pop();
    const at = typeof to === 'string' ? indexOf.get(to) : undefined;
    if (at === undefined || reached.has(at)) continue;
    reached.add(at);
    const transitions = actions[at]?.Transitions;
    if (isObject(transitions)) pending.push(...targetsOf(transitions));
  }
  return reached;
}

function targetsOf({ NextAction, Errors, Conditions }: JsonObject): readonly (Json | undefined)[] {
  const targets: (Json | undefined)[] = [NextAction];
  for (const edge of [...listIn(Errors), ...listIn(Conditions)]) if (isObject(edge)) targets.push(edge.NextAction);
  return targets;
}

function listIn(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}
