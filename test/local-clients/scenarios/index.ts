import { flowScenarios } from './flows.ts';
import { peopleScenarios } from './people.ts';
import { resourceScenarios } from './resources.ts';
import { routingScenarios } from './routing.ts';
import type { Scenario } from './scenario.ts';

export const scenarios: readonly Scenario[] = [
  ...routingScenarios,
  ...peopleScenarios,
  ...resourceScenarios,
  ...flowScenarios,
];
