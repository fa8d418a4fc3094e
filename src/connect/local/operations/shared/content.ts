/** Content of flows and modules: judged, hashed, found by id and version. */
import { createHash } from 'node:crypto';
import type { FlowType } from '../../../../graph/flow-graph.ts';
import type { Json, JsonObject } from '../../../../text/json.ts';
import { Refusal, type Context, type StoredEntity } from '../../types.ts';
import { judgeContent } from '../../validate/index.ts';
import { find } from './entities.ts';
import { knownTo } from './known.ts';
import { optionalText, text } from './members.ts';
import { modulePlace, type Place } from './places.ts';
import { invalidRequest } from './refusals.ts';

export const SAVED = '$SAVED';
export const LATEST = '$LATEST';

/** `PROBLEMS`: under which member each exception has its messages. */
const PROBLEMS = { InvalidContactFlowException: 'problems', InvalidContactFlowModuleException: 'Problems' } as const;

/** What the service hashes is not known; whoever compares hashes compares those that it was given. */
export const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex');

/** Refuses content that the service would not publish. `settings`: of a module. */
export function requirePublishable(context: Context, type: FlowType, content: string, settings?: string): void {
  const verdict = judgeContent(content, {
    type,
    known: knownTo(context),
    moduleSettings: type === 'MODULE' ? (settings ?? '{}') : undefined,
    settingsOf: (idOrArn) => settingsOf(context, idOrArn),
  });
  if (verdict.is === 'unreadable') throw invalidRequest(verdict.message);
  if (verdict.is === 'invalid') {
    const code = type === 'MODULE' ? 'InvalidContactFlowModuleException' : 'InvalidContactFlowException';
    throw new Refusal(code, '', { [PROBLEMS[code]]: problemsOf(verdict.problems) });
  }
}

/** The service's limits: 50 messages of 256 characters. */
const problemsOf = (messages: readonly string[]): Json =>
  messages.slice(0, 50).map((message) => ({ message: message.slice(0, 256) }));

function settingsOf(context: Context, idOrArn: string): string | undefined {
  const id = idOrArn.slice(idOrArn.lastIndexOf('/') + 1).split(':')[0] ?? '';
  const found = context.store.get(modulePlace.collection, id);
  return found === undefined ? undefined : (optionalText(found, 'Settings') ?? '{}');
}

/** A flow or module as requests name it: an id or ARN, which may have a version or alias behind a colon. */
export interface Reference {
  readonly entity: StoredEntity;
  /** `$SAVED`, a number, the name of an alias. */
  readonly qualifier: string | undefined;
}

export function findQualified(context: Context, place: Place, input: JsonObject, member: string): Reference {
  const said = text(input, member);
  const colon = said.indexOf(':', said.startsWith('arn:') ? said.lastIndexOf('/') : 0);
  const reference = colon < 0 ? said : said.slice(0, colon);
  return {
    entity: find(context, place, reference),
    qualifier: colon < 0 ? undefined : said.slice(colon + 1),
  };
}
