/** The entity model as one table. */
import agent_status from './agent_status.ts';
import assistant from './assistant.ts';
import attribute from './attribute.ts';
import bot from './bot.ts';
import case_template from './case_template.ts';
import data_table from './data_table.ts';
import flow from './flow.ts';
import hours from './hours.ts';
import lambda from './lambda.ts';
import module from './module.ts';
import number from './number.ts';
import prompt from './prompt.ts';
import queue from './queue.ts';
import quick_connect from './quick_connect.ts';
import routing_profile from './routing_profile.ts';
import security_profile from './security_profile.ts';
import task_template from './task_template.ts';
import user from './user.ts';
import view from './view.ts';
import type { CanonicalKind, EntityKind, EntityModel } from './types.ts';

/** Every kind, in the order of the guide: from the number a customer dials to what flows look up. */
export const entityModels: Readonly<Record<CanonicalKind, EntityModel>> = {
  number,
  flow,
  module,
  queue,
  hours,
  routing_profile,
  user,
  security_profile,
  quick_connect,
  prompt,
  lambda,
  bot,
  view,
  attribute,
  assistant,
  case_template,
  task_template,
  data_table,
  agent_status,
};

/** The kind that things are kept under: `lex_bot` is `bot`. */
export function canonicalKind(kind: EntityKind): CanonicalKind {
  return kind === 'lex_bot' ? 'bot' : kind;
}

export function entityModel(kind: EntityKind): EntityModel {
  return entityModels[canonicalKind(kind)];
}

/** The kind that a declaration's first word names; undefined when it names none. */
export function entityKindOf(word: string): CanonicalKind | undefined {
  if (word === 'lex_bot') return 'bot';
  return Object.hasOwn(entityModels, word) ? (word as CanonicalKind) : undefined;
}

/** Every word that begins an entity declaration. */
export function entityWords(): readonly string[] {
  return Object.values(entityModels).flatMap((model) => model.spellings);
}
