/** The verbs that speak to an instance, by name: one chunk for all, because they have most of their code in common. */
import { verb as adopt } from './commands/adopt.ts';
import { verb as drift } from './commands/drift.ts';
import { verb as env } from './commands/env.ts';
import { verb as local } from './commands/local.ts';
import { verb as plan } from './commands/plan.ts';
import { verb as publish } from './commands/publish.ts';
import { verb as pull } from './commands/pull.ts';
import { verb as refresh } from './commands/refresh.ts';
import { verb as rollback } from './commands/rollback.ts';
import type { Verb } from './verb.ts';

export const verbs: Readonly<Record<string, Verb<never>>> = {
  adopt,
  drift,
  env,
  local,
  plan,
  publish,
  pull,
  refresh,
  rollback,
};
