import { routingScenarios } from './routing.ts';
import type { Scenario } from './scenario.ts';

export const scenarios: readonly Scenario[] = [...routingScenarios];
