/** A plan for programs; schemas/plan.schema.json describes it. */
import type { Json, JsonObject } from '../../text/json.ts';
import type { Change, Plan } from '../types.ts';
import { countsOf, type Counts } from './words.ts';

export const PLAN_FORMAT = 'flowc-plan-1';

export function planJson(plan: Plan): JsonObject {
  const { environment, instance, fingerprint, changes, unread } = plan;
  return {
    format: PLAN_FORMAT,
    environment,
    instance: { id: instance.id, arn: instance.arn, region: instance.region, alias: instance.alias ?? null },
    fingerprint,
    counts: countsOf(plan) as Counts & JsonObject,
    changes: changes.map(changeJson),
    unread: unread.map(({ kind, name, reason }) => ({ kind, name, reason })),
  };
}

function changeJson({ action, kind, name, before, after, properties, blocks, diff, changedSince }: Change): JsonObject {
  const type = (after ?? before)?.flow?.type;
  return {
    action,
    kind,
    name,
    ...(type === undefined ? {} : { type }),
    ...(before === undefined ? {} : { id: before.listed.id, arn: before.listed.arn }),
    ...(changedSince === undefined ? {} : { changedSince }),
    properties: properties.map((property) => ({
      path: property.path,
      ...(property.before === undefined ? {} : { before: property.before as Json }),
      ...(property.after === undefined ? {} : { after: property.after as Json }),
    })),
    blocks: blocks.map(({ change, block, type: blockType, what }) => ({ change, block, type: blockType, what })),
    diff,
  };
}
